#include "extract/trim.hpp"

#include "catch.hpp"
#include "surveyed_page.hpp"

using namespace clean_article;
using namespace clean_article::extract;
using Texts = std::vector<std::string>;
using Matches = std::vector<std::vector<site::PhraseMatch>>;

namespace {

// What is left of a page all of whose blocks were chosen.
struct Trimmed {
  explicit Trimmed(const std::string& html, const std::string& share_phrase = "") : page(html) {
    const auto texts = page.page.texts();
    verdicts.assign(texts.size(), Verdict{});
    Matches matches(texts.size());
    for (std::size_t i = 0; i < texts.size(); ++i) {
      verdicts[i].kept = true;
      if (texts[i] == share_phrase) matches[i].push_back({site::PhraseClass::kShare, "phrases/share.txt", 7});
    }
    trim(page.survey, matches, verdicts);
    for (std::size_t i = 0; i < texts.size(); ++i)
      if (verdicts[i].kept) left.push_back(texts[i]);
  }

  SurveyedPage page;
  std::vector<Verdict> verdicts;
  Texts left;
};

}  // namespace

TEST_CASE("Headings stay only when something follows them") {
  CHECK(Trimmed("<h2>A</h2><p>text</p><h2>B</h2>").left == Texts{"A", "text"});
  CHECK(Trimmed("<h2>A</h2><h3>B</h3><p>text</p>").left == Texts{"A", "B", "text"});
  CHECK(Trimmed("<h3>A</h3><h2>B</h2><p>text</p>").left == Texts{"B", "text"});
  CHECK(Trimmed("<h2>A</h2><h2>B</h2><p>text</p>").left == Texts{"B", "text"});
}

TEST_CASE("A block that a phrase fills goes, with the line that says so") {
  const Trimmed t("<p>text</p><p>Share this</p>", "Share this");
  CHECK(t.left == Texts{"text"});
  CHECK(t.verdicts[1].step == Step::kPhrase);
  CHECK(t.verdicts[1].phrase.line == 7);
}

TEST_CASE("Code is never a phrase") {
  CHECK(Trimmed("<p>text</p><pre>Share this</pre>", "Share this").left == Texts{"text", "Share this"});
}

TEST_CASE("Title and captions go where the page says that it is an article") {
  const std::string body =
      "<h1>Rain in May</h1><figure><img src=a><figcaption>The river</figcaption></figure><p>It rained.";
  CHECK(Trimmed("<title>Rain in May</title>" + body).left == Texts{"Rain in May", "The river", "It rained."});
  CHECK(Trimmed("<title>Rain in May</title><meta property=og:type content=article>" + body).left ==
        Texts{"It rained."});
}
