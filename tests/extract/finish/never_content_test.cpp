#include "extract/finish/never_content.hpp"

#include "catch.hpp"
#include "surveyed_page.hpp"

using namespace clean_article;
using namespace clean_article::extract;
using Texts = std::vector<std::string>;

namespace {

const std::string kProse =
    "<p>The tent has room for two and stands after five minutes, with the poles that come with it.</p>";
const std::string kProduct = "<script type='application/ld+json'>{\"@type\": \"Product\"}</script>";
const std::string kArticle = "<script type='application/ld+json'>{\"@type\": \"Article\"}</script>";

// "reason: text" of each excluded block, where every block scores the same. Headings are those of the lists.
Texts excluded(const std::string& html, float score = 0.3f) {
  SurveyedPage page(html);
  std::vector<site::PhraseMatch> matches;
  for (std::size_t i = 0; i < page.survey.size(); ++i) {
    matches.clear();
    site::Phrases::built_in()->match(page.page.texts()[i], matches);
    for (const site::PhraseMatch& m : matches) page.phrases[i] |= phrase_bit(m.phrase_class);
  }
  const std::vector<float> scores(page.survey.size(), score);
  Texts found;
  const Texts texts = page.page.texts();
  for (const Exclusion& x : find_never_content(page.survey, scores))
    found.push_back(std::string(x.reason) + ": " + texts[x.block]);
  return found;
}

}  // namespace

TEST_CASE("The page's footer is never content, an article's is the scorer's to judge") {
  CHECK(excluded(kProse + "<footer><p>All rights</p></footer>") == Texts{"page footer: All rights"});
  CHECK(excluded("<article>" + kProse + "<footer>Told by Maud</footer></article>").empty());
  CHECK(excluded("<blockquote>" + kProse + "<footer>Maud</footer></blockquote>").empty());
}

TEST_CASE("Overlays go by the names that their makers give them, unless the page is named so") {
  const std::string dialog = "<div id='onetrust-consent-sdk'><p>We value your privacy</p></div>";
  CHECK(excluded(kProse + dialog, 0.9f) == Texts{"overlay: We value your privacy"});
  CHECK(excluded(kArticle + kProse + dialog) == Texts{"overlay: We value your privacy"});
  CHECK(excluded("<div class='cookie-banner'>" + kProse + "</div><p>Ok</p>").empty());
}

TEST_CASE("Dialogs go where the scorer finds them unlikely") {
  const std::string dialog = "<div class='modal'>Choose a country</div>";
  CHECK(excluded(kProse + dialog) == Texts{"dialog: Choose a country"});
  CHECK(excluded(kProse + dialog, 0.7f).empty());
  CHECK(excluded(kArticle + kProse + dialog).empty());
}

TEST_CASE("Names with counts narrow down, but in an article they are text") {
  const std::string list =
      "<div><h3>Brand</h3><ul><li>Red (1)</li><li>Blue (20)</li><li>Grey (3)</li><li>Pink (1,204)</li>"
      "<li>Black (5 products)</li></ul></div>";
  CHECK(excluded(kProse + list) == Texts{"refinement: Brand", "refinement: Red (1)", "refinement: Blue (20)",
                                         "refinement: Grey (3)", "refinement: Pink (1,204)",
                                         "refinement: Black (5 products)"});
  CHECK(excluded(kArticle + kProse + list).empty());
  CHECK(excluded(kProse + "<ul><li>Red (1)</li><li>Blue (20)</li></ul>").empty());
}

TEST_CASE(
    "What customers wrote ends with the next heading of its level or the main part, titles of reviews "
    "included") {
  const std::string reviews =
      "<h2>Customer reviews</h2><h3>Great!</h3><p>It stands.</p><h2>Care</h2>" + kProse;
  CHECK(excluded(kProse + reviews) ==
        Texts{"customer review: Customer reviews", "customer review: Great!", "customer review: It stands."});
  const std::string own = "<section><h3>Customer reviews</h3><h2>Great!</h2><p>It stands.</p></section>";
  CHECK(excluded(kProse + own + "<h2>Care</h2>" + kProse) ==
        Texts{"customer review: Customer reviews", "customer review: Great!", "customer review: It stands."});
  const std::string last = "<main>" + kProse + "<h2>Customer reviews</h2><p>It stands.</p></main>" + kProse;
  CHECK(excluded(last) == Texts{"customer review: Customer reviews", "customer review: It stands."});
  CHECK(excluded(kArticle + kProse + reviews).empty());
  CHECK(excluded("<h1>Customer reviews</h1>" + kProse).empty());
}

TEST_CASE("Other goods stand beside the one product of a page, not beside a list of them") {
  const std::string others = "<h2>You may also like</h2><p>A lamp</p>";
  CHECK(excluded(kProduct + kProse + others) ==
        Texts{"beside the product: You may also like", "beside the product: A lamp"});
  CHECK(excluded(kProse + others).empty());
  std::string many = kProse + others;
  for (int i = 0; i < 20; ++i) many += kProduct;
  CHECK(excluded(many).empty());
}

TEST_CASE("Sources, the author and other stories have no part in a text that they stand behind") {
  const std::string text = kArticle + kProse + kProse;
  const std::string author = "<h3>About the author</h3><p>Maud sleeps in tents.</p>";
  CHECK(excluded(text + author) ==
        Texts{"about the author: About the author", "about the author: Maud sleeps in tents."});
  CHECK(excluded(text + author, 0.8f).empty());                  // the scorer takes her for the subject
  CHECK(excluded(kArticle + author + kProse + kProse).empty());  // what follows is the text
  CHECK(excluded(kProse + kProse + author).empty());
  const std::string others = "<h2>Related stories</h2><p>Poles of birch</p>";
  CHECK(excluded(text + "<div>" + others + "</div>" + kProse) ==
        Texts{"other stories: Related stories", "other stories: Poles of birch"});
  CHECK(excluded(text + others).empty());  // what stands beside the heading may be text
  CHECK(excluded(kProse + "<p><b>Sources:</b></p><p>The Tent Book, 1974</p>", 0.8f) ==
        Texts{"list of sources: Sources:", "list of sources: The Tent Book, 1974"});
  CHECK(excluded(text + "<h2>Discussion</h2><p>Tents are small.</p>").empty());  // a chapter of a paper
}

TEST_CASE("Small print and what no reader sees go where no article is declared") {
  const std::string line =
      "<div class=copy-legal><p>Prices without tax</p></div><p hidden>Loading</p><p class=sr-only>Was</p>";
  CHECK(excluded(kProse + line) ==
        Texts{"small print: Prices without tax", "hidden: Loading", "hidden: Was"});
  CHECK(excluded(kArticle + kProse + line).empty());
}
