#include "../finished_page.hpp"
#include "catch.hpp"
#include "page_texts.hpp"

using namespace clean_article;
using namespace clean_article::extract;

namespace {

const std::string kText =
    "It rained for most of the month and the river rose by a metre, which nobody expected, least of all the "
    "people of the mill, who had put their flour on the floor.";
const std::string kParagraph = p(kText);

Texts left(const std::string& html, float score = 0) {
  return left_by("lonely-heading", html, score);
}

}  // namespace

TEST_CASE("Headings stay only when something follows them") {
  CHECK(left("<h2>A</h2>" + kParagraph + "<h2>B</h2>") == Texts{"A", kText});
  CHECK(left("<h2>A</h2><h3>B</h3>" + kParagraph) == Texts{"A", "B", kText});
  CHECK(left("<h3>A</h3><h2>B</h2>" + kParagraph) == Texts{"B", kText});
  CHECK(left("<h2>A</h2><h2>B</h2>" + kParagraph) == Texts{"B", kText});
}

TEST_CASE("Sentences marked up as headings are text") {
  const std::string head = repeated(kParagraph, 3) + "<h2>The roof</h2>";
  CHECK(left(head + "<h3>One two three four five six seven eight.</h3>").size() == 5);
  CHECK(left(head + "<h3>One two three four five six seven eight:</h3>").size() == 5);
  CHECK(left(head + "<h3>One two three four five six seven eight</h3>").size() == 3);
  CHECK(left(head + "<h3>One two three four five six seven.</h3>").size() == 3);
}

TEST_CASE("Outside articles a heading that the scorer is sure of may stand alone") {
  const std::string page = kParagraph + "<h2>Dry since 1902</h2>";
  CHECK(left(page, 0.6f) == Texts{kText, "Dry since 1902"});
  CHECK(left(page, 0.59f) == Texts{kText});
  CHECK(left(kArticle + page, 1) == Texts{kText});
}

TEST_CASE("A heading whose text was taken out does not stand alone") {
  const std::string page = kParagraph + "<h2>Follow us</h2><p>Share this</p>";
  const auto kept = [&](site::PhraseClass c) {
    return FinishedPage(page, 1).recognise("Share this", c).run_phases(Phase::kDrop, Phase::kDrop).kept();
  };
  CHECK(kept(site::PhraseClass::kShare) == Texts{kText});
  CHECK(kept(site::PhraseClass::kCredit) == Texts{kText, "Follow us", "Share this"});
  // What no step but the scorer left out is not lost; what is never content is.
  CHECK(FinishedPage(page, 1).leave_out({"Share this"}).run("lonely-heading").kept().size() == 2);
  const std::string footer = kParagraph + "<h2>Follow us</h2><footer>Share this</footer>";
  CHECK(FinishedPage(footer, 1).run_phases(Phase::kExclude, Phase::kDrop).kept() == Texts{kText});
}

TEST_CASE("A lost text is that of one heading") {
  const std::string page =
      kParagraph + p(words(20)) + "<h2>Dry since 1902</h2><h2>Follow us</h2><p>Share this</p>";
  CHECK(FinishedPage(page, 1)
            .recognise("Share this", site::PhraseClass::kShare)
            .run_phases(Phase::kDrop, Phase::kDrop)
            .kept() == Texts{kText, words(20), "Dry since 1902"});
}

TEST_CASE("On a page made of headings they stay") {
  CHECK(left("<h3>Red lamp</h3><h3>Blue lamp</h3><h3>Green lamp</h3>").size() == 3);
  CHECK(left(p(words(22)) + "<h2>One two three</h2>").size() == 1);  // 3 of 25 words are 0.12
  CHECK(left(p(words(21)) + "<h2>One two three</h2>").size() == 2);
}

TEST_CASE("A heading over a box goes with all the rest of it, sentence or not") {
  const std::string box =
      "<div><h3>To give you the best of all sites, this one bakes biscuits.</h3><p>Sign up for our "
      "newsletter</p></div>";
  FinishedPage page(kParagraph + box + p(words(90) + "."), 1);
  page.recognise_all().run_phases(Phase::kDrop, Phase::kDrop);
  CHECK(page.kept() == Texts{kText, words(90) + "."});
}

TEST_CASE("Headings of the lowest level stay with their text as well") {
  CHECK(left(kParagraph + "<h6>A</h6>" + kParagraph).size() == 3);
  CHECK(left(kParagraph + "<h6>A</h6>").size() == 1);
  CHECK(left(kParagraph + "<h5>A</h5><h6>B</h6>" + kParagraph).size() == 4);
  CHECK(left(kParagraph + "<h6>A</h6><h5>B</h5>" + kParagraph).size() == 3);
}

TEST_CASE("A box has lost its text where a rule took any of it, and nothing of it is left") {
  const std::string heading = "To give you the best of all sites, this one bakes biscuits.";
  const auto stays = [&](const std::string& rest, const Texts& left_out) {
    FinishedPage page(kParagraph + "<div><h3>" + heading + "</h3>" + rest + "</div>" + p(words(90) + "."), 1);
    page.recognise("Share this", site::PhraseClass::kShare).leave_out(left_out);
    page.run_phases(Phase::kDrop, Phase::kDrop);
    return std::ranges::count(page.kept(), heading) == 1;
  };
  CHECK_FALSE(stays(p("Share this"), {}));
  CHECK_FALSE(stays(p("Share this") + p("Aside"), {"Aside"}));
  CHECK_FALSE(stays(p("Aside") + p("Share this"), {"Aside"}));
  CHECK(stays(p("Aside"), {"Aside"}));
  CHECK(stays(p("Share this") + p("Thyme."), {}));
}

TEST_CASE("A paragraph stays though the rest of its box was taken out, and a heading knows what it lost") {
  const auto kept = [](const std::string& html) {
    return FinishedPage(html, 1)
        .recognise("Share this", site::PhraseClass::kShare)
        .leave_out({"Aside"})
        .run_phases(Phase::kDrop, Phase::kDrop)
        .kept();
  };
  CHECK(kept(kParagraph + "<div><p>Thyme.</p><p>Share this</p></div>") == Texts{kText, "Thyme."});
  CHECK(kept(kParagraph + "<h2>Follow us</h2><p>Aside</p><p>Share this</p>") == Texts{kText});
  CHECK(kept(kParagraph + "<h2>Follow us</h2><p>Share this</p><p>Aside</p>") == Texts{kText});
}

TEST_CASE("Headings in a row are a list of names where the scorer is sure of them") {
  const auto stays = [](const std::string& row, float score = 0.9f) {
    return FinishedPage(kArticle + kParagraph + row, score).run("lonely-heading").gone().empty();
  };
  const auto h = [](const std::string& name) { return "<h3>" + name + "</h3>"; };
  CHECK(stays(h("Maud") + h("Ada") + h("Rose")));
  CHECK_FALSE(stays(h("Maud") + h("Ada") + h("Rose"), 0.89f));
  CHECK_FALSE(stays(h("Maud") + h("Ada")));
  CHECK_FALSE(stays(h("Maud") + h("Ada") + "<h4>Rose</h4>"));
  CHECK(FinishedPage(kArticle + kParagraph + h("Maud") + h("Ada") + kParagraph + h("Rose"), 1)
            .run("lonely-heading")
            .gone() == Texts{"Maud", "Rose"});
}
