#include "../finished_page.hpp"
#include "catch.hpp"
#include "page_texts.hpp"

using namespace clean_article;
using namespace clean_article::extract;

namespace {

const std::string kFirst = "<p>It rained for most of the month and the river rose by a metre.</p>";
const std::string kSecond = "<p>Nobody had expected that, least of all the people of the mill.</p>";

std::size_t left(const std::string& html, float score = 0) {
  return left_by("copy", html, score).size();
}

}  // namespace

TEST_CASE("What the page holds twice is taken once") {
  const std::string both =
      "<div>" + kFirst + kSecond + "</div><div class=mobile>" + kFirst + kSecond + "</div>";
  FinishedPage page(both);
  CHECK(page.run("copy").kept().size() == 2);
  CHECK(page.verdict(2).reason == "said above");
  CHECK(left("<pre>" + words(20) + "</pre><pre>" + words(20) + "</pre>") == 2);
  CHECK(left("<table><tr><td>" + words(20) + "<td>" + words(20) + "</table>") == 2);
}

TEST_CASE("A short refrain may be meant") {
  CHECK(left(p(words(12)) + kFirst + p(words(12))) == 2);
  CHECK(left(p(words(11)) + kFirst + p(words(11))) == 3);
  // Short lines that follow each other as above are a copy; in another order they are none.
  CHECK(left(p(words(6, "a")) + p(words(6, "b")) + kFirst + p(words(6, "a")) + p(words(6, "b"))) == 3);
  CHECK(left(p(words(6, "a")) + p(words(6, "b")) + kFirst + p(words(6, "b")) + p(words(6, "a"))) == 5);
}

TEST_CASE("What recurs all over the text is meant") {
  const auto offers = [](int times) {
    std::string html;
    for (int i = 0; i < times; ++i) html += "<h3>Offer " + words(1, std::to_string(i)) + "</h3>" + kFirst;
    return html;
  };
  CHECK(left(offers(3)) == 4);
  CHECK(left(offers(4)) == 8);
}

TEST_CASE("A long text that repeats itself here and there means it where the scorer is sure") {
  std::string text;
  for (int i = 0; i < 10; ++i) text += p(words(40, std::to_string(i) + "x"));
  // Of 400 words and twice the line 5 % are 22.1 and 22.2.
  CHECK(left(p(words(22)) + text + p(words(22)), 0.8f) == 12);
  CHECK(left(p(words(23)) + text + p(words(23)), 0.8f) == 11);
  CHECK(left(p(words(22)) + text + p(words(22)), 0.79f) == 11);
}

TEST_CASE("What each of several offers includes is said again for each") {
  const std::string list =
      "<ul><li>Five lamps of your choice and their oil</li><li>A visit a year by one of our men</li></ul>";
  const std::string offers = "<h3>Small</h3>" + list + "<h3>Large</h3>" + list;
  CHECK(left(offers, 0.4f) == 6);
  CHECK(left(offers, 0.39f) == 4);
  for (const std::string& head : {kProduct, kArticle, kThread}) {
    CAPTURE(head);
    CHECK(left(head + offers, 0.4f) == 4);
  }
}

TEST_CASE("A refrain among verses is meant") {
  const std::string chorus = p(words(12, "row"));
  CHECK(left("<div>" + kFirst + chorus + kSecond + chorus + p(words(12, "verse")) + chorus + "</div>") == 6);
  const std::string verse =
      "<p>" + words(5, "row") + "<br>" + words(4, "boat") + "<br>" + words(4, "rain") + "</p>";
  CHECK(left("<div>" + kFirst + verse + kSecond + verse + "</div>") == 4);
  // Twice in a row, or in another element, it is a copy.
  CHECK(left("<div>" + kFirst + verse + verse + "</div>") == 2);
  CHECK(left("<div>" + verse + "</div>" + kSecond + "<div>" + verse + "</div>") == 2);
}

TEST_CASE("Of what comes twice two breaks make a verse, one does not") {
  const auto twice = [](const std::string& verse) {
    return "<div>" + kFirst + p(verse) + kSecond + p(verse) + "</div>";
  };
  CHECK(left(twice(words(5, "row") + "<br>" + words(4, "boat") + "<br>" + words(4, "rain"))) == 4);
  CHECK(left(twice(words(7, "row") + "<br>" + words(6, "boat"))) == 3);
}

TEST_CASE("A refrain has half as many new words in between as it has itself, and few of them links") {
  const auto verses = [](int between, const std::string& verse) {
    return left("<div>" + kFirst + verse + p(words(between, "new")) + verse + p(words(between, "more")) +
                verse + "</div>");
  };
  CHECK(verses(6, p(words(12, "row"))) == 6);
  CHECK(verses(5, p(words(12, "row"))) == 4);
  CHECK(verses(9, "<ul><li>" + words(12, "row") + "</li></ul>") == 4);
  const auto linked = [](int letters) {
    return p("<a href=/a>" + std::string(letters, 'l') + "</a>" + std::string(100 - letters, 'a') +
             words(12, " b"));
  };
  CHECK(verses(12, linked(41)) == 6);
  CHECK(verses(12, linked(42)) == 4);
}

TEST_CASE(
    "What is left out between is no part of a refrain's surroundings, nor is a refrain that is left out") {
  const std::string chorus = p(words(12, "row"));
  const std::string between = words(12, "verse");
  const std::string html = "<div>" + kFirst + chorus + kSecond + chorus + p(between) + chorus + "</div>";
  CHECK(FinishedPage(html).leave_out({between}).run("copy").kept().size() == 4);
  CHECK(FinishedPage(html).leave_out({words(12, "row")}).run("copy").kept().size() == 3);
}

TEST_CASE("What is left out is not said above") {
  const std::string line = words(14);
  CHECK(FinishedPage(p(line) + p(line + "!")).run("copy").kept() == Texts{line});
  CHECK(FinishedPage(p(line) + p(line + "!")).leave_out({line}).run("copy").kept() == Texts{line + "!"});
}

TEST_CASE("One rare text makes a copy of a run") {
  const std::string rare = p(words(12, "rare"));
  const std::string often = p(words(12, "often"));
  CHECK(left(rare + often + p("x") + rare + often + p("y") + often + p("z") + often) == 7);
  CHECK(left(often + rare + p("x") + often + rare + p("y") + often + p("z") + often) == 7);
}

TEST_CASE("Items of a list are no refrain, nor is what stood in another element within the same one") {
  const auto item = [](const std::string& text) { return "<li>" + text + "</li>"; };
  const std::string row = item(words(12, "row"));
  CHECK(left("<ul>" + row + item(words(12, "new")) + row + item(words(12, "more")) + row + "</ul>") == 3);
  const std::string verse = p(words(5, "row") + "<br>" + words(4, "boat") + "<br>" + words(4, "rain"));
  CHECK(left("<div>" + verse + "</div>" + kSecond + verse) == 2);
}

TEST_CASE("What entries of a guide have in common stands in each of them") {
  const auto pairs = [](const std::string& head, const std::string& open, const std::string& close,
                        int copies, float score = 1) {
    std::string html = head;
    for (int i = 0; i < copies; ++i)
      for (int again = 0; again < 2; ++again)
        html += p(words(30, "new" + std::to_string(2 * i + again) + "x")) + open +
                p(words(12, "line" + std::to_string(i) + "x")) + close;
    return FinishedPage(html, score).run("copy").gone().size();
  };
  CHECK(pairs("", "", "", 2) == 2);
  CHECK(pairs("", "", "", 3) == 0);
  CHECK(pairs("", "", "", 3, 0.8f) == 0);
  CHECK(pairs("", "", "", 3, 0.79f) == 3);
  CHECK(pairs(kThread, "", "", 3) == 3);
  CHECK(pairs("", "<blockquote>", "</blockquote>", 3) == 3);
}

TEST_CASE("A text that a page holds twice comes in one piece, with others beside it or not") {
  const auto gone = [](int length, int runs) {
    std::string html;
    for (int run = 0; run < runs; ++run)
      for (int again = 0; again < 2; ++again) {
        html += p(words(30, "new" + std::to_string(2 * run + again) + "x"));
        for (int i = 0; i < length; ++i)
          html += p(words(12, "run" + std::to_string(run) + "line" + std::to_string(i) + "x"));
      }
    return FinishedPage(html, 1).run("copy").gone().size();
  };
  CHECK(gone(4, 3) == 0);
  CHECK(gone(5, 3) == 15);
}
