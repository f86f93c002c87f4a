#include "../finished_page.hpp"
#include "catch.hpp"
#include "page_texts.hpp"
#include "site/site.hpp"
#include "temp_folder.hpp"

using namespace clean_article;
using namespace clean_article::extract;

namespace {

const std::string kText = repeated(kProse, 3);

}  // namespace

TEST_CASE("A disclaimer behind the text goes, and a label with what stands under it") {
  const std::string warranty = "Courier provides the information “as is” without warranty of any kind.";
  CHECK(taken_by("disclaimer", kText + p(warranty), 1) == Texts{warranty});
  CHECK(taken_by("disclaimer", kText + p("Disclaimer: " + words(70)), 1).size() == 1);
  CHECK(taken_by("disclaimer", kText + "<h3>Legal Disclaimer</h3>" + p("We take no blame."), 1) ==
        Texts{"Legal Disclaimer", "We take no blame."});
  CHECK(taken_by("disclaimer",
                 "<div>" + kText + "</div><div><p>Risikohinweis</p>" + p("Geld geht weg.") + "</div>",
                 1) == Texts{"Risikohinweis", "Geld geht weg."});
}

TEST_CASE("A text that is about a disclaimer stays") {
  CHECK(taken_by("disclaimer", "<h2>Disclaimer</h2>" + kText, 1).empty());
  CHECK(taken_by("disclaimer", kText + p("The disclaimer was written by a lawyer in Truro."), 1).empty());
}

TEST_CASE("A label from a list of one's own begins a disclaimer") {
  const std::string line = "Ansvarsfriskrivning: " + words(70);
  CHECK(taken_by("disclaimer", kText + p(line), 1).empty());
  const testing::TempFolder folder;
  folder.write("words/disclaimer-labels.txt", "[sv]\nansvarsfriskrivning:\n");
  const auto lists = site::Words::with_folders({folder.path()});
  REQUIRE(lists);
  const site::WordsInUse in_use(**lists);
  CHECK(taken_by("disclaimer", kText + p(line), 1) == Texts{line});
}

TEST_CASE("A label has sixty-four bytes at the most") {
  const std::string longest = std::string(63, 'a') + ":";
  const std::string longer = std::string(64, 'b') + ":";
  const testing::TempFolder folder;
  folder.write("words/disclaimer-labels.txt", "[sv]\n" + longest + "\n" + longer + "\n");
  const auto lists = site::Words::with_folders({folder.path()});
  REQUIRE(lists);
  const site::WordsInUse in_use(**lists);
  CHECK(taken_by("disclaimer", kText + p(longest + " " + words(9)), 1).size() == 1);
  CHECK(taken_by("disclaimer", kText + p(longer + " " + words(9)), 1).empty());
}

TEST_CASE("A disclaimer without a phrase is a paragraph of six to four hundred words") {
  const auto goes = [](const std::string& html) {
    return !FinishedPage(repeated(kProse, 30) + html, 1)
                .recognise("x", site::PhraseClass::kDisclaimer)
                .run("disclaimer")
                .gone()
                .empty();
  };
  CHECK(goes(p("Disclaimer: " + words(5))));
  CHECK_FALSE(goes(p("Disclaimer: " + words(4))));
  CHECK(goes(p("Disclaimer: " + words(399))));
  CHECK_FALSE(goes(p("Disclaimer: " + words(400))));
  CHECK_FALSE(goes("<ul><li>Disclaimer: " + words(10) + "</li></ul>"));
  CHECK(goes(p("Отказ от ответственности: " + words(10))));
}

TEST_CASE("A label heads up to three hundred words, and else the block behind it") {
  const auto gone = [](int words_of_each) {
    return taken_by("disclaimer",
                    repeated(kProse, 30) + "<h3>Legal Disclaimer</h3>" + repeated(p(words(words_of_each)), 2),
                    1)
        .size();
  };
  CHECK(gone(149) == 3);
  CHECK(gone(150) == 2);
}

TEST_CASE("A label with a number heads nothing, nor does one with most of the text below it") {
  const auto gone = [](const std::string& before, const std::string& label) {
    return FinishedPage(before + p(label) + kProse, 1)
        .recognise(label, site::PhraseClass::kDisclaimer)
        .run("disclaimer")
        .gone()
        .size();
  };
  CHECK(gone(kText, "MENAFN123") == 1);
  CHECK(gone(kText, "MENAFN") == 2);
  CHECK(gone(p(words(10)), "MENAFN") == 0);
}

TEST_CASE("A label has five words at the most, and less under it than before it") {
  const auto gone = [](const std::string& label, int words_under) {
    return FinishedPage(kText + "<h3>" + label + "</h3>" + p(words(words_under)), 1)
        .recognise(label, site::PhraseClass::kDisclaimer)
        .run("disclaimer")
        .gone()
        .size();
  };
  CHECK(gone("Legal notice of our office", 5) == 2);
  CHECK(gone("Legal notice of our main office", 5) == 1);
  CHECK(gone("Legal notice", 40) == 2);
  CHECK(gone("Legal notice", 70) == 0);
}

TEST_CASE("Two disclaimers stand below each other, and none where nothing is kept") {
  const std::string label = "<h3>Legal Disclaimer</h3>";
  CHECK(taken_by("disclaimer", kText + label + p("No blame.") + label + p("No money."), 1).size() == 4);
  FinishedPage page(kText + label + p("No blame."), 1);
  CHECK(page.leave_out_all().recognise_all().run("disclaimer").verdict(3).step == Step::kScorer);
}
