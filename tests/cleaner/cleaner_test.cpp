// The library's front door: which way a page takes through it.
#include "cleaner/cleaner.hpp"

#include <string>

#include "catch.hpp"

using clean_article::Cleaner;
using clean_article::ErrorKind;
using clean_article::InputForm;
using clean_article::Options;

namespace {

const std::string kFirst =
    "The ferry has been stuck in the ice since Monday, and the crew has run out of playing cards.";
const std::string kSecond =
    "A tug is on its way from the south, but it will need two days, the harbour master said.";

clean_article::Result<clean_article::Article> clean(const std::string& bytes, InputForm from) {
  Options options;
  options.from = from;
  auto cleaner = Cleaner::create(options);
  REQUIRE(cleaner);
  return cleaner->clean({.bytes = bytes, .url = "", .content_type = "", .encoding = ""});
}

}  // namespace

TEST_CASE("a text without markup is cleaned by lines, declared or not") {
  const std::string dump = "Menu\nSearch\n" + kFirst + "\nAdvertisement\n" + kSecond + "\nMost read\n";
  for (const InputForm from : {InputForm::kAuto, InputForm::kText}) {
    const auto article = clean(dump, from);
    REQUIRE(article);
    CHECK(article->text == kFirst + "\n\n" + kSecond + "\n");
  }
}

TEST_CASE("angle brackets of a text stay characters") {
  const std::string line =
      "Write to Ann <ann@harbour.example> before noon, and put a <b> before the title, she said.";
  const auto article = clean(line + "\n" + kFirst + "\n" + kSecond + "\n", InputForm::kAuto);
  REQUIRE(article);
  CHECK(article->text == line + "\n\n" + kFirst + "\n\n" + kSecond + "\n");
}

TEST_CASE("a page is a page even when it does not start like one") {
  const auto article = clean("Title<p>" + kFirst + "</p>\n<p>" + kSecond + "</p>", InputForm::kAuto);
  REQUIRE(article);
  CHECK(article->text.find("<p>") == std::string::npos);
  CHECK(article->text.find(kSecond) != std::string::npos);
}

TEST_CASE("what holds no article says so") {
  for (const char* bytes : {"", "Menu\nSearch\nLog in\n", "<html><body></body></html>"}) {
    const auto article = clean(bytes, InputForm::kAuto);
    REQUIRE_FALSE(article);
    CHECK(article.error().kind == ErrorKind::kNoArticle);
  }
}

TEST_CASE("every line of a dump is explained") {
  auto cleaner = Cleaner::create(Options{});
  REQUIRE(cleaner);
  const std::string dump = "Share this article\n" + kFirst + "\n" + kSecond + "\n";
  std::vector<clean_article::ExplainedBlock> explained;
  REQUIRE(cleaner->clean({.bytes = dump, .url = "", .content_type = "", .encoding = ""}, &explained));
  REQUIRE(explained.size() == 3);
  CHECK_FALSE(explained[0].kept);
  CHECK(explained[0].step == "share");
  CHECK(explained[0].reason.find("share or follow bar (phrases/share.txt:") == 0);
  CHECK(explained[1].kept);
  CHECK(dump.substr(explained[1].source_begin, kFirst.size()) == kFirst);
}

TEST_CASE("bytes that are neither HTML nor text are refused") {
  std::string bytes = "\x89PNG";
  for (int i = 0; i < 3'000; ++i) bytes += static_cast<char>(i * 7 % 251);
  const auto article = clean(bytes, InputForm::kAuto);
  REQUIRE_FALSE(article);
  CHECK(article.error().kind == ErrorKind::kNotHtml);
}

TEST_CASE("recall takes more of a page than precision, and both keep its story") {
  std::string page = "<title>Ferry</title><main><h1>Ferry</h1>";
  for (int i = 0; i < 6; ++i)
    page += "<p>" + kFirst + " Day " + std::to_string(i) + ".</p><p>" + kSecond + "</p>";
  page += "</main><ul>";
  for (int i = 0; i < 12; ++i) page += "<li>A harbour in the ice, number " + std::to_string(i) + "</li>";
  page += "</ul>";
  const auto words = [&](clean_article::Trade trade) {
    Options options;
    options.trade = trade;
    auto cleaner = Cleaner::create(options);
    REQUIRE(cleaner);
    const auto article = cleaner->clean({.bytes = page, .url = "", .content_type = "", .encoding = ""});
    REQUIRE(article);
    CHECK(article->text.find(kFirst) != std::string::npos);
    return article->text.size();
  };
  CHECK(words(clean_article::Trade::kPrecision) <= words(clean_article::Trade::kBalanced));
  CHECK(words(clean_article::Trade::kBalanced) <= words(clean_article::Trade::kRecall));
}
