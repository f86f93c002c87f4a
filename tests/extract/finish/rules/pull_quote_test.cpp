#include "../finished_page.hpp"
#include "catch.hpp"
#include "page_texts.hpp"

using namespace clean_article;
using namespace clean_article::extract;

namespace {

std::size_t left(const std::string& html) {
  return left_by("pull-quote", html, 1).size();
}
std::string text_with(const std::string& quote) {
  return p("She said that " + quote + " and left");
}

}  // namespace

TEST_CASE("A pull quote that repeats the text goes, a quote that does not stays") {
  const std::string text = p("She said that it was the best bread she had ever eaten in her life, and left.");
  CHECK(left(text + "<aside>it was the best bread she had ever eaten</aside>") == 1);
  CHECK(left("<aside>it was the best bread she had ever eaten</aside>" + text) == 1);
  CHECK(left(text + "<blockquote>it was the worst bread she had ever eaten</blockquote>") == 2);
  CHECK(left(text + p("it was the best bread she had ever eaten")) == 2);
  CHECK(left(text + "<aside><pre>it was the best bread she had ever eaten</pre></aside>") == 2);
  const std::string same = "it was the best bread she had ever eaten";
  CHECK(left(p(same) + "<blockquote>" + same + "</blockquote>") == 2);  // no longer than the quote
}

TEST_CASE("A pull quote has five to sixty words") {
  const auto quoted = [](int count) {
    return left(text_with(words(count)) + "<blockquote>" + words(count) + "</blockquote>") == 1;
  };
  CHECK_FALSE(quoted(4));
  CHECK(quoted(5));
  CHECK(quoted(60));
  CHECK_FALSE(quoted(61));
}

TEST_CASE("A pull quote is set apart by its element or the name of one near") {
  const auto goes = [](const std::string& begin, const std::string& end, int levels) {
    return left(text_with(words(6)) + begin + nested(p(words(6)), levels) + end) == 1;
  };
  CHECK(goes("<aside>", "</aside>", 2));
  CHECK_FALSE(goes("<aside>", "</aside>", 3));
  CHECK(goes("<div class=testimonial>", "</div>", 1));
  CHECK_FALSE(goes("<div class=testimonial>", "</div>", 2));
  CHECK(goes("<div class=pullquote>", "</div>", 1));
  CHECK_FALSE(goes("<div class=pullquote>", "</div>", 2));
  CHECK(goes("<figure>", "</figure>", 4));
}

TEST_CASE("The text that a pull quote repeats is not far") {
  const auto goes = [](int between) {
    const std::string quote = "<blockquote>" + words(6) + "</blockquote>";
    const bool behind =
        left(text_with(words(6)) + repeated(p("x"), between) + quote) == std::size_t(between) + 1;
    const bool before =
        left(quote + repeated(p("x"), between) + text_with(words(6))) == std::size_t(between) + 1;
    return std::pair(behind, before);
  };
  CHECK(goes(198) == std::pair(true, true));
  CHECK(goes(199) == std::pair(true, false));
  CHECK(goes(200) == std::pair(false, false));
}

TEST_CASE("A quote that was left out is left to the scorer") {
  CHECK(decided_by_rule("pull-quote", text_with(words(6)) + "<blockquote>" + words(6) + "</blockquote>",
                        {words(6)}, 1)
            .empty());
}

TEST_CASE("A quote whose text is not kept says what nothing else says") {
  const std::string quote = words(6);
  CHECK(FinishedPage(text_with(quote) + "<blockquote>" + quote + "</blockquote>", 1)
            .leave_out({"She said that " + quote + " and left"})
            .run("pull-quote")
            .kept() == Texts{quote});
}
