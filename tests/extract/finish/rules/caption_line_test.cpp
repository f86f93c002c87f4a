#include "../finished_page.hpp"
#include "catch.hpp"
#include "page_texts.hpp"

using namespace clean_article;
using namespace clean_article::extract;

namespace {

const std::string kCaption =
    "Marion Dill stands beside the ladders at her orchard on Tuesday, July 4, 2023.Orchard News Service via "
    "AP";

Texts gone(const std::string& html) {
  return taken_by("caption-line", html, 1);
}

}  // namespace

TEST_CASE("A paragraph that ends with who took the picture is a caption above the text and under a picture") {
  CHECK(gone(p(kCaption) + kProse) == Texts{kCaption});
  CHECK(gone(kProse + "<img src=a.jpg>" + p(kCaption) + kProse) == Texts{kCaption});
  CHECK(gone(kProse + p(kCaption) + kProse).empty());
}

TEST_CASE("Below the text and by its first words a caption is known, too") {
  CHECK(gone(kProse + p(kCaption)) == Texts{kCaption});
  for (const char* const line : {"Bild: Die Mühle am Morgen", "Pictured on the left is the miller",
                                 "图为磨坊", "Beitragsbild von Maud", "Na zdjęciu: młyn"}) {
    CAPTURE(line);
    CHECK(gone(kProse + p(line)).size() == 1);
    CHECK(gone(kProse + p(line) + kProse).empty());
  }
  CHECK(gone(kProse + p("Bilder zeigen die Mühle")).empty());
}

TEST_CASE("Credits have a joint before the agency, or an agency that supplies nothing but pictures") {
  for (const char* const end : {"Maud Penhallow/AFP", "(Maud Penhallow / Getty Images)", "Photo: Reuters"}) {
    CAPTURE(end);
    CHECK(gone(p(std::string("The mill at dawn. ") + end) + kProse).size() == 1);
  }
  for (const char* const end : {"They told the AP", "The owner was named to Reuters.", "/AFP"}) {
    CAPTURE(end);
    CHECK(gone(p(end) + kProse).empty());
  }
}

TEST_CASE("In articles the number of a figure tells its caption, right under the picture") {
  const std::string line = "Figure 3: The mill";
  CHECK(gone(kArticle + kProse + "<img src=a.jpg>" + p(line)) == Texts{line});
  CHECK(gone(kArticle + kProse + p(line)).empty());
  CHECK(gone(kProse + "<img src=a.jpg>" + p(line)).empty());
}

TEST_CASE("A caption has at most eighty words, and nothing but pictures' agencies go without a name") {
  CHECK(gone(p(words(78) + " Getty Images") + kProse).size() == 1);
  CHECK(gone(p(words(79) + " Getty Images") + kProse).empty());
  CHECK(gone(p("Getty Images") + kProse).empty());
  CHECK(gone(p("They bought it by Getty Images") + kProse).empty());
  CHECK(gone(p("They bought the Getty Images") + kProse).empty());
  CHECK(gone(p("The mill at dawn. [Jory Nance/AP].") + kProse).size() == 1);
  CHECK(gone("<h3>The mill, Jory Nance/AP</h3>" + kProse).empty());
}

TEST_CASE("The number of a figure is one, and a sign stands behind it") {
  for (const char* const line : {"Fig. 12. The mill", "Abb. 3: Die Mühle", "Рис. 1. Мельница"})
    CHECK(gone(kArticle + kProse + "<img src=a.jpg>" + p(line)).size() == 1);
  for (const char* const line :
       {"Figure : The mill", "Figure 3 shows the mill", "Figure 3", "The Figure 3: it"})
    CHECK(gone(kArticle + kProse + "<img src=a.jpg>" + p(line)).empty());
}
