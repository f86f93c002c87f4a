#include "../finished_page.hpp"
#include "catch.hpp"
#include "page_texts.hpp"

using namespace clean_article;
using namespace clean_article::extract;

namespace {

std::size_t taken(const std::string& between, const std::string& head = kArticle) {
  return taken_by("capital-link", head + kProse + between + kProse).size();
}

}  // namespace

TEST_CASE("A link in capital letters between paragraphs of an article leads to another story") {
  CHECK(taken("<p><a href=/s>THE STOVE THAT BURNS ANYTHING &raquo;</a></p>") == 1);
  CHECK(taken("<p><a href=/s>ПЕЧЬ, КОТОРАЯ ЖЖЁТ ВСЁ</a></p>") == 1);
}

TEST_CASE("Small letters, capitals without a link, abbreviations, headings and other pages stay") {
  CHECK(taken("<p><a href=/s>The stove that burns anything</a></p>") == 0);
  CHECK(taken("<p>THE STOVE THAT BURNS ANYTHING</p>") == 0);
  CHECK(taken("<p><a href=/s>US FBI</a></p>") == 0);
  CHECK(taken("<h3><a href=/s>THE STOVE THAT BURNS ANYTHING</a></h3>") == 0);
  CHECK(taken("<p><a href=/s>煮炊きができるストーブの話です</a></p>") == 0);
  CHECK(taken("<p><a href=/s>THE STOVE THAT BURNS ANYTHING</a></p>", "") == 0);
}

TEST_CASE(
    "A link to another story has two to twenty-five words, eight letters, and is nearly all of its block") {
  const auto link = [](const std::string& text) { return taken("<p><a href=/s>" + text + "</a></p>"); };
  CHECK(link("ABCD EFGH") == 1);
  CHECK(link("ABC DEFG") == 0);
  CHECK(link("UNBELIEVABLE") == 0);
  CHECK(link(words(25, "WORD")) == 1);
  CHECK(link(words(26, "WORD")) == 0);
  CHECK(taken("<p><a href=/s>THE STOVE THAT BURNS</a> ANYTHING</p>") == 0);
  FinishedPage left_out(kArticle + kProse + "<p><a href=/s>THE STOVE THAT BURNS</a></p>" + kProse, 1);
  left_out.leave_out({"THE STOVE THAT BURNS"}).run("capital-link");
  CHECK(left_out.verdict(1).step == Step::kScorer);
}
