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
