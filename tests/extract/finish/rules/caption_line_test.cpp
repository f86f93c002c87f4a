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

TEST_CASE("Right under a picture stands what has none of its text in between") {
  const std::string line = "Figure 3: The mill";
  const std::string picture = "<img src=a.jpg>";
  CHECK(gone(kArticle + picture + p(line) + kProse) == Texts{line});
  CHECK(gone(kArticle + p(line) + kProse).empty());
  CHECK(gone(kArticle + picture + kProse + p(line)).empty());
  CHECK(gone(kArticle + "<p>It rained. " + picture + "</p>" + p(line) + kProse).empty());
  CHECK(gone(kArticle + kProse + "<div>" + picture + "It rained." + p(line) + "</div>").empty());
}

TEST_CASE("Captions above the text and below it are known by what is kept and reads like text") {
  CHECK(gone(p(kCaption) + p(kCaption) + kProse).size() == 2);
  CHECK(gone(p("Bild: Die Mühle")).size() == 1);
  CHECK(gone(p("A mill") + p(kCaption) + kProse).size() == 1);
  CHECK(gone(kProse + p("A mill") + p(kCaption) + kProse).empty());
  CHECK(gone(kProse + p(kCaption) + p("A mill")).size() == 1);
  const std::string other =
      "<p>The mill stands by the river, and nobody has ground any corn in it for ten years.</p>";
  const auto between = [&](bool first_is_kept, bool last_is_kept) {
    FinishedPage page(kProse + p(kCaption) + other, 1);
    page.judge(kProse.substr(3, kProse.size() - 7), 1, first_is_kept);
    page.judge(other.substr(3, other.size() - 7), 1, last_is_kept);
    return !page.run("caption-line").verdict(1).kept;
  };
  CHECK_FALSE(between(true, true));
  CHECK(between(false, true));
  CHECK(between(true, false));
  FinishedPage left_out(p(kCaption) + kProse);
  CHECK(left_out.leave_out({kCaption}).run("caption-line").verdict(0).step == Step::kScorer);
}

TEST_CASE(
    "In articles a credit that a list knows is a caption, in the same places, unless it is the text's "
    "source") {
  const auto goes = [](const std::string& head, const std::string& before, const std::string& behind) {
    FinishedPage page(head + before + p("From the archive") + behind, 1);
    return page.recognise("From the archive", site::PhraseClass::kCredit).run("caption-line").gone().size() ==
           1;
  };
  CHECK(goes(kArticle, "", kProse));
  CHECK_FALSE(goes("", "", kProse));
  CHECK(goes(kArticle, kProse + "<img src=a.jpg>", kProse));
  CHECK_FALSE(goes(kArticle, kProse, kProse));
  FinishedPage page(kArticle + kProse + p("Photo: Reuters"), 1);
  CHECK(page.recognise("Photo: Reuters", site::PhraseClass::kSourceLine).run("caption-line").gone().empty());
}
