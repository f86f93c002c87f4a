#include "../finished_page.hpp"
#include "catch.hpp"
#include "page_texts.hpp"

using namespace clean_article;
using namespace clean_article::extract;

namespace {

const std::string kTitle = "<title>Rain in May</title><h1>Rain in May</h1>";
const std::string kByline = "<div class=byline>Maud Penhallow, 3 May 2021</div>";
const std::string kLine = words(10, "line");
const std::string kBody = "<div class=body>" + p(words(40, "one")) + p(words(30, "two")) + "</div>";

// What goes of a page of which all but the title and the byline is kept.
Texts gone(const std::string& html, float score = 0.9f, const std::string& head = kArticle) {
  FinishedPage page(head + html, score);
  page.recognise_all();
  page.leave_out({"Rain in May", "Maud Penhallow, 3 May 2021", "Share"});
  const Texts before = page.kept();
  page.run("standfirst");
  const Texts after = page.kept();
  Texts dropped;
  for (const std::string& text : before)
    if (std::ranges::find(after, text) == after.end()) dropped.push_back(text);
  return dropped;
}

}  // namespace

TEST_CASE("A line between title and byline is no part of the body, wherever the paragraphs stand") {
  CHECK(gone(kTitle + p(kLine) + kByline + kBody) == Texts{kLine});
  CHECK(gone("<div><div>" + kTitle + p(kLine) + kByline + "</div>" + kBody + "</div>") == Texts{kLine});
  const std::string siblings = p(words(40, "one")) + p(words(30, "two"));
  CHECK(gone("<article>" + kTitle + p(kLine) + kByline + siblings + "</article>") == Texts{kLine});
  CHECK(gone("<article>" + kTitle + kByline + p(kLine) + siblings + "</article>").empty());
}

TEST_CASE("Only articles that say who wrote them or when have such a line") {
  CHECK(gone(kTitle + p(kLine) + kByline + kBody, 0.9f, "").empty());
  CHECK(gone(kTitle + p(kLine) + kBody).empty());
}

TEST_CASE("Behind the byline a line opens the text, whatever names or describes it") {
  const std::string behind = kTitle + kByline + "<div>" + p(kLine) + "</div>" + kBody;
  CHECK(gone(behind).empty());
  CHECK(gone("<meta name=description content='" + kLine + "'>" + behind).empty());
  CHECK(gone(kTitle + kByline + "<div class=dek>" + p(kLine) + "</div>" + kBody).empty());
  CHECK(gone(kTitle + kByline + "<h2>" + kLine + "</h2>" + kBody).empty());
  CHECK(gone(kTitle + kByline + "<ul><li>" + kLine + "</li></ul>" + kBody).empty());
}

TEST_CASE("With a parting on both sides the scorer may object, and without any rather") {
  const std::string between = kTitle + kByline + p(kLine) + kByline + kBody;
  CHECK(gone(between, 0.89f) == Texts{kLine});
  CHECK(gone(between, 0.9f).empty());
  const std::string picture = "<div><p>Tall grass</p></div>";
  const auto beside = [&](const std::string& behind_line, float score) {
    FinishedPage page(kArticle + p("3 May 2021") + kTitle + p(kLine) + behind_line + kBody, score);
    page.recognise_all().leave_out({"3 May 2021", "Rain in May", "Tall grass"}).run("standfirst");
    return std::ranges::count(page.kept(), kLine) == 0;
  };
  CHECK(beside(picture, 0.69f));
  CHECK_FALSE(beside(picture, 0.7f));
  CHECK_FALSE(beside("", 0.69f));
}

TEST_CASE("A heading is such a line where it is long") {
  const auto with_heading = [](int count) {
    return gone(kTitle + "<h2>" + words(count) + "</h2>" + kByline + kBody);
  };
  CHECK(with_heading(8) == Texts{words(8)});
  CHECK(with_heading(7).empty());
}

TEST_CASE("A heading above the byline is such a line also where the paragraphs stand beside it") {
  const std::string heading = words(8);
  const std::string siblings = p(words(40, "one")) + p(words(30, "two"));
  CHECK(gone("<article>" + kTitle + "<h2>" + heading + "</h2>" + kByline + siblings + "</article>") ==
        Texts{heading});
  CHECK(gone("<article>" + kTitle + "<h2>" + heading + "</h2>" + siblings + "</article>").empty());
}

TEST_CASE("Key points are such a line, too") {
  CHECK(gone(kTitle + "<ul><li>" + kLine + "</li></ul>" + kByline + kBody) == Texts{kLine});
}

TEST_CASE("What the scorer is sure of is text, and what is long") {
  CHECK(gone(kTitle + p(kLine) + kByline + kBody, 0.98f) == Texts{kLine});
  CHECK(gone(kTitle + p(kLine) + kByline + kBody, 0.99f).empty());
  CHECK(gone(kTitle + p(words(100)) + kByline + kBody).size() == 1);
  CHECK(gone(kTitle + p(words(101)) + kByline + kBody).empty());
  CHECK(gone(kTitle + repeated(p(kLine), 3) + kByline + kBody).size() == 3);
  CHECK(gone(kTitle + repeated(p(kLine), 4) + kByline + kBody).empty());
}

TEST_CASE("A line far from the title is another thing") {
  const auto with_blocks_between = [](int count) {
    FinishedPage page(kArticle + kTitle + repeated("<p>x</p>", count) + p(kLine) + kByline + kBody, 0.85f);
    page.recognise_all();
    page.leave_out({"Rain in May", "Maud Penhallow, 3 May 2021", "x"}).run("standfirst");
    return page.kept().size() == 2;
  };
  CHECK(with_blocks_between(11));
  CHECK_FALSE(with_blocks_between(12));
}

TEST_CASE("The line is text where the story begins only there") {
  const std::string one = "<div>" + p(words(40)) + "</div>";
  CHECK(gone(kTitle + p(kLine) + kByline + one).empty());
  const auto begins = [](const std::string& first) {
    return gone(kTitle + p(kLine) + kByline + "<div>" + p(first + " " + words(20)) + p(words(30, "two")) +
                "</div>");
  };
  CHECK(begins("This was reported by the mill,").empty());
  CHECK(begins("Das teilte die Mühle mit,").empty());
  CHECK(begins("The mill reported this,") == Texts{kLine});
}

TEST_CASE("A dateline begins the story, and a colon leads into it") {
  CHECK(gone(kTitle + p("TRURO, May 3 (Post) - " + kLine) + kByline + kBody).empty());
  CHECK(gone(kTitle + p("Truro, May 3 - " + kLine) + kByline + kBody).size() == 1);
  CHECK(gone(kTitle + p(kLine + ":") + kByline + kBody).empty());
  CHECK(gone(kTitle + "<blockquote>" + p(kLine) + "</blockquote>" + kByline + kBody).empty());
}

TEST_CASE("The body has two paragraphs of twelve words") {
  const auto with_body = [](int count) {
    return gone(kTitle + p(kLine) + kByline + "<div class=body>" + p(words(count, "one")) +
                p(words(count, "two")) + "</div>");
  };
  CHECK(with_body(12) == Texts{kLine});
  CHECK(with_body(11).empty());
}

TEST_CASE("A dateline has three capitals, and its dash is near") {
  CHECK(gone(kTitle + p("TRU – " + kLine) + kByline + kBody).empty());
  CHECK(gone(kTitle + p("TR – " + kLine) + kByline + kBody).size() == 1);
  const auto with_dash_at = [](std::size_t at) {
    return gone(kTitle + p("TRURO " + std::string(at - 6, 'x') + " - " + kLine) + kByline + kBody);
  };
  CHECK(with_dash_at(77).empty());
  CHECK(with_dash_at(78).size() == 1);
}

TEST_CASE("A date that shows an article stands near its title, in a short block") {
  const auto with_date = [](const std::string& above, const std::string& in_body) {
    return gone(above + kTitle + p(kLine) + p("Share") + "<div class=body>" + p(words(40, "one")) +
                p(words(30, "two")) + in_body + "</div>") == Texts{kLine};
  };
  const std::string date = p("The third of them: 3 May 2021");
  CHECK_FALSE(with_date("", ""));
  CHECK(with_date("", repeated(p(words(15)), 9) + date));
  CHECK_FALSE(with_date("", repeated(p(words(15)), 10) + date));
  CHECK(with_date(p("3 May 2021") + repeated(p("x"), 5), ""));
  CHECK_FALSE(with_date(p("3 May 2021") + repeated(p("x"), 6), ""));
  CHECK(with_date("", p(words(17) + " 3 May 2021")));
  CHECK_FALSE(with_date("", p(words(18) + " 3 May 2021")));
}

TEST_CASE("A class that parts head from body is near") {
  const auto parted = [](int levels) {
    FinishedPage page(kArticle + kTitle + p(kLine) + "<div class=author>" + nested(p("grass"), levels) +
                          "</div>" + "<div class=body>" + p("3 May 2021 " + words(10, "one")) +
                          p(words(30, "two")) + p(words(30, "three")) + "</div>",
                      0.9f);
    page.recognise_all().leave_out({"Rain in May", "grass"}).run("standfirst");
    return std::ranges::count(page.kept(), kLine) == 0;
  };
  CHECK(parted(1));
  CHECK_FALSE(parted(2));
}

TEST_CASE("Where nothing parts a long heading from the body it is the body's if it stands in it") {
  const std::string heading = "<h2>" + words(8) + "</h2>";
  const std::string siblings = p(words(40, "one")) + p(words(30, "two"));
  const std::string date = p("3 May 2021");
  CHECK(gone(date + "<article>" + kTitle + heading + siblings + "</article>").empty());
  CHECK(gone(date + "<div class=head>" + kTitle + heading + "</div>" + kBody) == Texts{words(8)});
}

TEST_CASE("Paragraphs of the text are kept and long, however many others stand in an element") {
  const std::string date = p("3 May 2021");
  const auto head = [](const std::string& more) {
    return "<div class=head>" + kTitle + p(kLine) + more + "</div>";
  };
  CHECK(gone(date + head(p("Rain again")) + kBody, 0.69f) == Texts{kLine});
  const std::string prose = words(14, "more");
  FinishedPage page(kArticle + date + head(repeated(p(prose), 2)) + kBody, 0.69f);
  page.recognise_all().leave_out({"Rain in May", prose}).run("standfirst");
  CHECK(std::ranges::count(page.kept(), kLine) == 0);
  const std::string a = words(14, "a");
  const std::string b = words(14, "b");
  CHECK(gone(date + head("<h2>" + a + "</h2><h2>" + b + "</h2>") + kBody, 0.69f) == Texts{kLine, a, b});
  // One paragraph is no run, unless its element looks like that with most of the text.
  CHECK(gone(date + "<div class=head>" + kTitle + p(a) + p("Rain again") + "</div>" + kBody, 0.69f) ==
        Texts{a});
  const auto part = [](int count, const std::string& word) {
    return "<div class=part><h3>Rain</h3>" + p(words(count, word)) + "</div>";
  };
  CHECK(gone(date + kTitle + part(20, "one") + part(40, "two") + part(30, "three"), 0.69f).empty());
}

TEST_CASE("Elements around single blocks count for nothing") {
  const auto wrapped = [](const std::string& name, const std::string& text) {
    return "<div class=" + name + ">" + p(text) + "</div>";
  };
  const std::string body = wrapped("a", words(20, "one")) + wrapped("b", "x") +
                           wrapped("c", words(40, "two")) + wrapped("d", words(30, "three"));
  CHECK(gone(p("3 May 2021") + kTitle + "<div class=body>" + body + "</div>", 0.69f).empty());
  // Nor where one block is all of the page.
  const std::string title = words(14);
  CHECK(gone("<meta property='og:title' content='" + title + "'><title>" + title + "</title>" +
             p(title + "<br>3 May 2021"))
            .empty());
}
