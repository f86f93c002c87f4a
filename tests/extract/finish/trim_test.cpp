#include "extract/finish/trim.hpp"

#include "catch.hpp"
#include "surveyed_page.hpp"

using namespace clean_article;
using namespace clean_article::extract;
using Texts = std::vector<std::string>;
using Matches = std::vector<std::vector<site::PhraseMatch>>;

namespace {

// What is left of a page all of whose blocks were chosen.
struct Trimmed {
  explicit Trimmed(const std::string& html, const std::string& share_phrase = "", float score = 0)
      : page(html) {
    const auto texts = page.page.texts();
    verdicts.assign(texts.size(), Verdict{});
    Matches matches(texts.size());
    for (std::size_t i = 0; i < texts.size(); ++i) {
      verdicts[i].kept = true;
      verdicts[i].score = score;
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

TEST_CASE("Sentences marked up as headings are text") {
  const std::string text =
      "It rained for most of the month and the river rose by a metre, which nobody expected, least of all "
      "the "
      "people of the mill, who had put their flour on the floor.";
  const std::string p = "<p>" + text + "</p>";
  const std::string call = "Ask us, and we shall come and look at the roof.";
  CHECK(Trimmed(p + "<h2>The roof</h2><h3>" + call + "</h3>").left == Texts{text, "The roof", call});
  CHECK(Trimmed(p + "<h2>The roof</h2><h3>Ask us.</h3>").left == Texts{text});
}

TEST_CASE("Outside articles a heading that the scorer is sure of may stand alone") {
  const std::string text =
      "It rained for most of the month and the river rose by a metre, which nobody expected, least of all "
      "the "
      "people of the mill, who had put their flour on the floor.";
  const std::string page = "<p>" + text + "</p><h2>Dry since 1902</h2>";
  constexpr float kSureEnough = 0.7f;
  CHECK(Trimmed(page, "", kSureEnough).left == Texts{text, "Dry since 1902"});
  CHECK(Trimmed("<meta property=og:type content=article>" + page, "", kSureEnough).left == Texts{text});
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
  CHECK(Trimmed("<p>text</p><div class=info-box><p>Works offline</div>").left ==
        Texts{"text", "Works offline"});
  const std::string sources = "<p>text</p><ol class=references><li>A. Author, A Book.</ol>";
  CHECK(Trimmed(sources).left == Texts{"text"});
  const std::string signed_text = "<p>text</p><div class=signature>Measure twice</div>";
  CHECK(Trimmed("<meta name=generator content=phpBB>" + signed_text).left == Texts{"text"});
  CHECK(Trimmed("<div class=post>" + signed_text + "</div>").left == Texts{"text"});
  CHECK(Trimmed(signed_text).left == Texts{"text", "Measure twice"});  // of a function, say
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

TEST_CASE("A word in a table's cell is what the table tells") {
  CHECK(
      Trimmed("<table><tr><th>Network<th>Since<tr><td>Share this<td>2004<tr><td>b<td>c</table>", "Share this")
          .left.size() == 6);
}

TEST_CASE("Title and captions go where the page says that it is an article") {
  const std::string body =
      "<h1>Rain in May</h1><figure><img src=a><figcaption>The river</figcaption></figure><p>It rained.";
  CHECK(Trimmed("<title>Rain in May</title>" + body).left == Texts{"The river", "It rained."});
  CHECK(Trimmed("<title>Rain in May</title>" + body, "", 1).left ==
        Texts{"Rain in May", "The river", "It rained."});  // the slogan of a page that sells
  CHECK(Trimmed("<title>Rain in May</title><meta property=og:type content=article>" + body).left ==
        Texts{"It rained."});
}

TEST_CASE("What the page holds twice is taken once") {
  const std::string first = "<p>It rained for most of the month and the river rose by a metre.</p>";
  const std::string second = "<p>Nobody had expected that, least of all the people of the mill.</p>";
  const Trimmed t("<div>" + first + second + "</div><div class=mobile>" + first + second + "</div>");
  CHECK(t.left.size() == 2);
  CHECK(t.verdicts[2].reason == "said above");
  // A short refrain may be meant, and so may the same lines in another order.
  CHECK(Trimmed("<p>Hold the line.</p>" + first + "<p>Hold the line.</p>" + second).left.size() == 4);
  const std::string terms =
      "<p>Must be shown before work begins and is not valid with any other of our offers.</p>";
  CHECK(Trimmed("<h3>Lamps</h3>" + terms + "<h3>Fans</h3>" + terms + "<h3>Fuses</h3>" + terms +
                "<h3>Wires</h3>" + terms)
            .left.size() == 8);
  CHECK(Trimmed("<pre>a b c d e f g h i j k l m n o p q r s t u</pre><pre>a b c d e f g h i j k l m n o p q "
                "r s t u</pre>")
            .left.size() == 2);
}

TEST_CASE("A long text that repeats itself here and there means it") {
  std::string page;
  for (int i = 0; i < 40; ++i)
    page += "<p>Step " + std::to_string(i) +
            " of the work takes the time that it takes, and no hurry helps it.</p>";
  const std::string warning =
      "<p>Never open the lid while the light is on, or the glaze will crack for good.</p>";
  CHECK(Trimmed(warning + page + warning, "", 1).left.size() == 42);
  CHECK(Trimmed(warning + page + warning).left.size() == 41);  // the scorer doubts it
}

TEST_CASE("Title and byline in one paragraph go together") {
  const std::string page = "<title>Rain in May</title><meta property=og:type content=article>";
  CHECK(Trimmed(page + "<p>Rain in May<br>By A. Author, 3 May 2006</p><p>It rained.").left ==
        Texts{"It rained."});
}

TEST_CASE("Who the author is stands at the end of an article and is no part of it") {
  const std::string article = "<meta property='og:type' content=article>";
  const std::string text =
      "It rained for most of the month and the river rose by a metre, which nobody expected.";
  const std::string p = "<p>" + text + "</p>";
  const std::string bio = "Maud Penhallow is a baker and writer in Truro.";
  CHECK(Trimmed(article + p + "<p>" + bio + "</p>").left == Texts{text});
  CHECK(Trimmed(article + p + "<p>Jory Nance ist Wirtschaftsredakteur.</p><p>" + bio + "</p>").left ==
        Texts{text});
  CHECK(Trimmed(p + "<p>" + bio + "</p>").left == Texts{text, bio});
  // A subject of the text, a sentence in its middle, a list of names.
  const std::string subject = "The mill belongs to Maud Penhallow, who has baked there for twenty years.";
  CHECK(Trimmed(article + "<p>" + subject + "</p><p>" + bio + "</p>").left == Texts{subject, bio});
  CHECK(Trimmed(article + "<p>" + bio + "</p>" + p + p + p + p).left.front() == bio);
  CHECK(Trimmed(article + p + "<ul><li>" + bio + "</li></ul>").left == Texts{text, bio});
}

TEST_CASE("Remarks under answers go, with their date beside them where the page is of questions") {
  const std::string answer = "Turn the key to the left and pull, for the lock was fitted upside down.";
  const std::string remark = "Mine turns to the right.";
  const std::string page =
      "<p>" + answer + "</p><ul class=comments><li><p>" + remark + "</p><p>Maud, 17 May 2024</p></li></ul>";
  const std::string questions = "<div itemscope itemtype='https://schema.org/QAPage'></div>";
  CHECK(Trimmed(questions + page, "", 0.9f).left == Texts{answer});
  CHECK(Trimmed(page, "", 0.9f).left == Texts{answer, remark});
}

TEST_CASE("Phrases that may be content stay where no article is declared and the scorer believes them") {
  const auto left = [](const std::string& html, site::PhraseClass c, float score) {
    const SurveyedPage page("<p>text</p><p>Learn more</p>" + html);
    std::vector<Verdict> verdicts(page.survey.size());
    for (Verdict& verdict : verdicts) verdict = {.score = score, .kept = true, .reason = {}, .phrase = {}};
    Matches matches(verdicts.size());
    matches[1].push_back({c, "phrases/any.txt", 7});
    trim(page.survey, matches, verdicts);
    return verdicts[1].kept;
  };
  const std::string article = "<meta property=og:type content=article>";
  CHECK(left("", site::PhraseClass::kReadMore, 0.6f));
  CHECK_FALSE(left("", site::PhraseClass::kReadMore, 0.4f));
  CHECK_FALSE(left(article, site::PhraseClass::kReadMore, 0.6f));
  CHECK_FALSE(left("", site::PhraseClass::kShare, 0.9f));
}

TEST_CASE("What each of several offers includes is said again for each") {
  const std::string list =
      "<ul><li>Five lamps of your choice and their oil</li><li>A visit a year by one of our men</li></ul>";
  const std::string offers = "<h3>Small</h3>" + list + "<h3>Large</h3>" + list;
  CHECK(Trimmed(offers, "", 0.5f).left.size() == 6);
  CHECK(Trimmed(offers, "", 0.3f).left.size() == 3);
  const std::string product = "<script type='application/ld+json'>{\"@type\": \"Product\"}</script>";
  CHECK(Trimmed(product + offers, "", 0.5f).left.size() == 3);
}
