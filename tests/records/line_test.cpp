// The line that goes out for a record.
#include "records/line.hpp"

#include "catch.hpp"

namespace clean_article::records {
namespace {

const std::string kArticle = R"({"v":1,"title":"T","url":"https://example.org/","text":"Hi.\n"})"
                             "\n";

TEST_CASE("a line has the record's fields, then the article's, then the text") {
  CHECK(line_of(R"("id":7,"x":[1, 2])", kArticle, {}, {}) ==
        R"({"id":7,"x":[1, 2],"status":"ok","v":1,"title":"T","url":"https://example.org/","text":"Hi.\n"})"
        "\n");
}

TEST_CASE("a name that the record has already is its own") {
  CHECK(line_of(R"("url":"u","title":null)", kArticle, {}, {}) ==
        R"({"url":"u","title":null,"status":"ok","v":1,"article_title":"T",)"
        R"("article_url":"https://example.org/","text":"Hi.\n"})"
        "\n");
}

TEST_CASE("text, status and error are always ours") {
  CHECK(line_of(R"("text":"old","status":200,"error":1,"id":7)", kArticle, {}, {.text = "t"}) ==
        R"({"text":"old","id":7,"status":"ok","v":1,"title":"T","url":"https://example.org/","t":"Hi.\n"})"
        "\n");
  CHECK(line_of(R"("text":"old")", kArticle, {}, {}).find("old") == std::string::npos);
}

TEST_CASE("an error stands in the line") {
  CHECK(line_of(R"("id":7)", "", Error{ErrorKind::kNoArticle, "no \"article\""}, {}) ==
        R"({"id":7,"status":"error","error":{"code":"no_article","message":"no \"article\""},"text":null})"
        "\n");
  CHECK(line_of("", "", Error{ErrorKind::kInput, "bad \xFF"}, {}) ==
        "{\"status\":\"error\",\"error\":{\"code\":\"bad_input\",\"message\":\"bad \xEF\xBF\xBD\"},"
        "\"text\":null}\n");
}

TEST_CASE("with the text alone nothing else goes out") {
  CHECK(line_of(R"("id":7)", kArticle, {}, {.text = "t", .text_only = true}) == "{\"t\":\"Hi.\\n\"}\n");
  CHECK(line_of(R"("id":7)", "", Error{ErrorKind::kInput, "x"}, {.text = "t", .text_only = true}) ==
        "{\"t\":null}\n");
}

}  // namespace
}  // namespace clean_article::records
