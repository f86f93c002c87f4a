// The C++ interface: what a Result has, and what it is written as.
#include <stdexcept>
#include <string>

#include "catch.hpp"
#include "clean_article/clean_article.hpp"
#include "pages.hpp"

using clean_article::Cleaner;
using clean_article::Field;
using clean_article::Options;
using clean_article::Outcome;
using clean_article::Page;
using clean_article::Result;

namespace {

const Page kPage{.bytes = pages::kArticle, .url = pages::kArticleUrl};

bool has(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

}  // namespace

TEST_CASE("a result has text, fields with their sources, and an encoding") {
  const Result result = Cleaner().clean(kPage);
  REQUIRE(result.ok());
  CHECK(result.outcome() == Outcome::kArticle);
  CHECK(result.message().empty());
  CHECK(has(result.text(), pages::kFirst + "\n\n" + pages::kSecond));
  CHECK(has(result.text(), "Day | Ice\nMonday | 12 cm\n"));
  CHECK_FALSE(has(result.text(), "Share"));
  CHECK(result.text().back() == '\n');
  CHECK(result.value("title") == "Ferry in the ice");
  CHECK(result.value("date") == "2024-02-03");
  CHECK(result.page_type() == "article");
  CHECK(result.encoding() == "UTF-8");
  const Field* authors = result.field("authors");
  REQUIRE(authors != nullptr);
  CHECK(authors->values == std::vector<std::string>{"Ann Skipper"});
  CHECK(authors->source == "meta author");
  CHECK(result.field("no such field") == nullptr);
  CHECK(result.value("no such field").empty());
  CHECK(result.warnings().empty());
  CHECK(result.blocks().empty());
}

TEST_CASE("a result is written in every format, as often as one likes") {
  const Result result = Cleaner().clean(kPage);
  for (const clean_article::Format& format : clean_article::formats()) {
    const std::string once = result.render(format.name);
    INFO(format.name);
    CHECK(has(once, pages::kFirst));
    CHECK(once == result.render(format.name));
    if (!format.other_name.empty()) CHECK(once == result.render(format.other_name));
  }
  CHECK(result.render("txt") == result.text());
  CHECK(has(result.render("markdown"), "*known* at [the harbour office](https://harbour.example/office)"));
  CHECK(has(result.render("html"), "<em>known</em>"));
  CHECK_FALSE(has(result.render("xml"), "<hi"));
  CHECK(has(result.render("json"), "\"authors\":"));
}

TEST_CASE("what a format shows is the option's to say") {
  Options options;
  options.links = true;
  options.tables = false;
  options.title = true;
  const Result result = Cleaner(options).clean(kPage);
  CHECK(result.text().starts_with("Ferry in the ice\n\n"));
  CHECK_FALSE(has(result.text(), "office]("));
  CHECK_FALSE(has(result.text(), "Monday |"));
  CHECK(has(result.render("txt"), "[the harbour office](https://harbour.example/office)"));
  CHECK_FALSE(has(result.render("markdown"), "Monday |"));
}

TEST_CASE("fields are written alone or before the text") {
  const Result result = Cleaner().clean(kPage);
  const std::string yaml = result.render("txt", {.text = false});
  CHECK(has(yaml, "title: "));
  CHECK_FALSE(has(yaml, pages::kFirst));
  CHECK(result.render("txt", {.metadata = true}) == yaml + "\n" + result.text());
  CHECK_FALSE(has(result.render("json", {.text = false}), pages::kFirst));
}

TEST_CASE("only what was asked for can be written") {
  Options options;
  options.formats = {"txt", "md"};
  const Result result = Cleaner(options).clean(kPage);
  CHECK(has(result.render("markdown"), pages::kFirst));
  CHECK_THROWS_AS(result.render("html"), std::invalid_argument);
  CHECK_THROWS_AS(result.render("docx"), std::invalid_argument);
  options.metadata = false;
  const Result bare = Cleaner(options).clean(kPage);
  CHECK(bare.text() == result.text());
  CHECK(bare.fields().empty());
  CHECK_THROWS_AS(bare.render("txt", {.metadata = true}), std::invalid_argument);
  CHECK_THROWS_AS(bare.render("txt", {.text = false}), std::invalid_argument);
}

TEST_CASE("options that make no sense are said at once") {
  Options unknown_format;
  unknown_format.formats = {"docx"};
  CHECK_THROWS_AS(Cleaner(unknown_format), std::invalid_argument);
  Options unknown_rule;
  unknown_rule.without = {"no-such-rule"};
  CHECK_THROWS_AS(Cleaner(unknown_rule), std::invalid_argument);
  Options no_folder;
  no_folder.rules_folders = {"/no/such/folder"};
  CHECK_THROWS_AS(Cleaner(no_folder), std::invalid_argument);
}

TEST_CASE("a page without an article says so and keeps its fields") {
  const std::string menu =
      "<html><head><title>Index</title></head><body><nav><a href=/>Home</a></nav></body></html>";
  const Result result = Cleaner().clean({.bytes = menu, .url = pages::kArticleUrl});
  CHECK_FALSE(result);
  CHECK(result.outcome() == Outcome::kNoArticle);
  CHECK(result.message().starts_with("no article found: "));
  CHECK(result.text().empty());
  CHECK(result.render("markdown").empty());
  CHECK(result.value("title") == "Index");
  CHECK(has(result.render("txt", {.text = false}), "title: \"Index\""));
}

TEST_CASE("bytes that are no page, and pages that are too large, say so") {
  const Cleaner cleaner;
  const std::string png = "\x89PNG\r\n\x1a\n0000";
  CHECK(cleaner.clean({.bytes = png}).outcome() == Outcome::kNotAPage);
  CHECK(cleaner.clean({.bytes = png}).fields().empty());
  CHECK(cleaner.clean({.bytes = png}).render("json", {.text = false}).empty());
  CHECK(cleaner.clean({.bytes = pages::kArticle, .encoding = "klingon"}).outcome() == Outcome::kNotAPage);
  Options options;
  options.max_bytes = 100;
  CHECK(Cleaner(options).clean(kPage).outcome() == Outcome::kTooLarge);
}

TEST_CASE("pages that are not wanted say why") {
  Options language;
  language.target_language = "de";
  CHECK(Cleaner(language).clean(kPage).outcome() == Outcome::kUnwanted);
  language.target_language = "en";
  CHECK(Cleaner(language).clean(kPage).ok());

  const std::size_t chars = Cleaner().clean(kPage).text().size();
  Options length;
  length.fewest_chars = chars;
  CHECK(Cleaner(length).clean(kPage).ok());
  CHECK(Cleaner(length).read_metadata(kPage).ok());
  length.fewest_chars = chars + 1;
  const Result shorter = Cleaner(length).clean(kPage);
  CHECK(shorter.outcome() == Outcome::kUnwanted);
  CHECK(shorter.text().empty());
  CHECK(shorter.message() ==
        "its text has " + std::to_string(chars) + " characters, less than " + std::to_string(chars + 1));
  CHECK(Cleaner(length).read_metadata(kPage).outcome() == Outcome::kUnwanted);

  Options sure;
  sure.min_confidence = 1;
  CHECK(Cleaner(sure).clean(kPage).outcome() == Outcome::kUnwanted);
  CHECK(Cleaner(sure).read_metadata(kPage).outcome() == Outcome::kUnwanted);
  sure.min_confidence = 0.01;
  CHECK(Cleaner(sure).clean(kPage).ok());

  Options dated;
  dated.only_with_metadata = true;
  CHECK(Cleaner(dated)
            .clean({.bytes = "<title>T</title><p>" + pages::kFirst + "<p>" + pages::kSecond})
            .outcome() == Outcome::kUnwanted);
}

TEST_CASE("fields alone are those of the article") {
  const Cleaner cleaner;
  const Result whole = cleaner.clean(kPage);
  const Result fields = cleaner.read_metadata(kPage);
  CHECK(fields.ok());
  CHECK(fields.text().empty());
  REQUIRE(fields.fields().size() == whole.fields().size());
  for (std::size_t i = 0; i < whole.fields().size(); ++i) {
    INFO(whole.fields()[i].name);
    CHECK(fields.fields()[i].values == whole.fields()[i].values);
  }
  CHECK(fields.render("txt", {.text = false}) == whole.render("txt", {.text = false}));
}

TEST_CASE("all of a page's text has its menus, too") {
  const Result result = Cleaner().whole_text(kPage);
  REQUIRE(result.ok());
  CHECK(has(result.text(), "Home"));
  CHECK(has(result.text(), "Share on Facebook"));
  CHECK(has(result.text(), pages::kSecond));
  CHECK(has(result.render("markdown"), "[Ice](https://harbour.example/ice)"));
  CHECK(Cleaner().whole_text({.bytes = "<html></html>"}).outcome() == Outcome::kNoArticle);
}

TEST_CASE("every block has its verdict where that was asked for") {
  Options options;
  options.blocks = true;
  const Result result = Cleaner(options).clean(kPage);
  bool kept = false;
  bool shared = false;
  for (const clean_article::Block& block : result.blocks()) {
    CHECK_FALSE(block.reason.empty());
    CHECK(block.source_end <= pages::kArticle.size());
    kept = kept || (block.kept && block.text == pages::kFirst && block.kind == "paragraph");
    shared = shared || (!block.kept && block.step == "share");
  }
  CHECK(kept);
  CHECK(shared);
  // Those of a page without an article, too.
  CHECK(Cleaner(options).clean({.bytes = "<p>Home</p>"}).blocks().size() == 1);
}

TEST_CASE("blocks of the text are listed in JSON where that was asked for") {
  Options options;
  CHECK_FALSE(has(Cleaner(options).clean(kPage).render("json"), "\"blocks\""));
  options.listed_blocks = true;
  CHECK(has(Cleaner(options).clean(kPage).render("json"), "\"blocks\""));
}

TEST_CASE("a limit that a page meets is a warning, and its text is there") {
  std::string deep = "<html><body>";
  for (int i = 0; i < 600; ++i) deep += "<div>";
  deep += "<p>" + pages::kFirst + "</p><p>" + pages::kSecond + "</p>";
  const Result result = Cleaner().clean({.bytes = deep});
  CHECK(has(result.text(), pages::kFirst));
  REQUIRE(result.warnings().size() == 1);
  CHECK(result.warnings().front() == "elements nest 512 deep; of deeper ones there is the text alone");
}

TEST_CASE("more elements than are read are a warning") {
  std::string wide = "<html><body><p>" + pages::kFirst + "</p><p>" + pages::kSecond + "</p>";
  const auto warnings = [&] { return Cleaner().clean({.bytes = wide}).warnings().size(); };
  for (int i = 0; i < 200'000; ++i) wide += "<b>a</b>";
  CHECK(warnings() == 0);
  for (int i = 0; i < 60'000; ++i) wide += "<b>a</b>";
  CHECK(warnings() == 1);
}

TEST_CASE("a date is no later than the fetching, and words count from it") {
  const std::string page = "<html><body><h1>Ice</h1><p>3 hours ago</p><p>" + pages::kFirst + "</p><p>" +
                           pages::kSecond + "</p></body></html>";
  const Cleaner cleaner;
  CHECK(cleaner.clean({.bytes = page, .fetched = "2024-05-17T09:30:00Z"})
            .value("date")
            .starts_with("2024-05-17"));
  CHECK(cleaner.clean({.bytes = page}).value("date").empty());
}

TEST_CASE("doubtful text is pointed to") {
  const std::string page = "<html><body><ul><li><a href=/a>" + pages::kFirst + "</a></li><li><a href=/b>" +
                           pages::kSecond + "</a></li></ul></body></html>";
  const Cleaner cleaner;
  const Result result = cleaner.clean({.bytes = page});
  Options recall;
  recall.trade = clean_article::Trade::kRecall;
  if (!result.ok()) CHECK(result.is_doubtful() == Cleaner(recall).clean({.bytes = page}).ok());
  CHECK_FALSE(cleaner.clean(kPage).is_doubtful());
}

TEST_CASE("strings that are no UTF-8 are no reason to throw") {
  const std::string bad = "\xFF\xFE\x80http://\xC3\x28";
  const Result result = Cleaner().clean(
      {.bytes = pages::kArticle, .url = bad, .content_type = bad, .encoding = "", .fetched = bad});
  CHECK(has(result.text(), pages::kFirst));
  for (const clean_article::Format& format : clean_article::formats())
    CHECK_NOTHROW(result.render(format.name));
}

TEST_CASE("a result outlives its cleaner, and copies share it") {
  const auto made = [] {
    const Cleaner cleaner;
    return cleaner.clean(kPage);
  };
  Result result = made();
  Result copy = result;
  const Result moved = std::move(result);
  CHECK(&copy.text() == &moved.text());
  CHECK(result.text() == copy.text());  // NOLINT(bugprone-use-after-move): promised to stay
}

TEST_CASE("a format that shows fields has them, though nobody asked for fields") {
  Options options;
  options.metadata = false;
  options.formats = {"json"};
  CHECK(has(Cleaner(options).clean(kPage).render("json"), "\"title\":"));
  options.formats = {"txt"};
  CHECK(Cleaner(options).clean(kPage).fields().empty());
}

TEST_CASE("the library says its version") {
  CHECK(clean_article::version() == CLEAN_ARTICLE_VERSION);
}
