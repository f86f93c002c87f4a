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
