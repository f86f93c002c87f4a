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
  const std::string text =
      "It rained for most of the month and the river rose by a metre, which nobody expected.";
  const std::string p = "<p>" + text + "</p>";
  CHECK(Trimmed("<h2>A</h2>" + p + "<h2>B</h2>").left == Texts{"A", text});
  CHECK(Trimmed("<h2>A</h2><h3>B</h3>" + p).left == Texts{"A", "B", text});
  CHECK(Trimmed("<h3>A</h3><h2>B</h2>" + p).left == Texts{"B", text});
  CHECK(Trimmed("<h2>A</h2><h2>B</h2>" + p).left == Texts{"B", text});
}

TEST_CASE("On a page made of headings they stay") {
  CHECK(Trimmed("<h3>Red lamp</h3><h3>Blue lamp</h3><h3>Green lamp</h3>").left ==
        Texts{"Red lamp", "Blue lamp", "Green lamp"});
}

TEST_CASE("A pull quote that repeats the text goes, a quote that does not stays") {
  const std::string p =
      "<p>She said that it was the best bread she had ever eaten in her life, and left.</p>";
  CHECK(Trimmed(p + "<aside>it was the best bread she had ever eaten</aside>").left.size() == 1);
  CHECK(Trimmed(p + "<blockquote>it was the worst bread she had ever eaten</blockquote>").left.size() == 2);
}

TEST_CASE("Infoboxes, lists of sources and signatures go") {
  CHECK(Trimmed("<p>text</p><table class=infobox><tr><td>Height<td>31 m</table>").left == Texts{"text"});
  CHECK(Trimmed("<p>text</p><ol class=references><li>A. Author, A Book.</ol>").left == Texts{"text"});
  CHECK(Trimmed("<p>text</p><div class=signature>Measure twice</div>").left == Texts{"text"});
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
