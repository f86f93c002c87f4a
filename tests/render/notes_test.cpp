// Footnotes in Markdown: where the page has a true list of them, and only there.
#include "catch.hpp"
#include "rendered_page.hpp"

using namespace clean_article::render;

namespace {

std::string markdown(const std::string& html) {
  return rendered_as(html, Format::kMarkdown);
}

std::string ref(const std::string& place, const std::string& number) {
  return "<sup><a href='#" + place + "'>" + number + "</a></sup>";
}

}  // namespace

TEST_CASE("A list of notes that the text leads to becomes Markdown's footnotes") {
  CHECK(markdown("<p>One" + ref("a", "1") + " and two" + ref("b", "2") +
                 ".</p><ol><li id=a>First.</li><li id=b>Second. " + "<a href='#r'>↩</a></li></ol>") ==
        "One[^1] and two[^2].\n\n[^1]: First.\n\n[^2]: Second.\n");
  // Other signs, several paragraphs, a note that is led to twice.
  CHECK(markdown("<p>One<sup>[<a href='#a'>*</a>]</sup> and" + ref("a", "*") + " two" + ref("b", "†") +
                 "</p><h2>Notes</h2><ul><li><p id=a>First.</p><p>More.</p></li><li id=b>Second.</li></ul>") ==
        "One[^1] and[^1] two[^2]\n\n## Notes\n\n[^1]: First.\n\n    More.\n\n[^2]: Second.\n");
}

TEST_CASE("Notes need no list") {
  CHECK(markdown("<p>One" + ref("a", "1") +
                 "</p><div class=footnote><a id=a href='#r' class=footnote-number>1</a>" +
                 "<div><p>First.</p><p>More.</p></div></div>") == "One[^1]\n\n[^1]: First.\n\n    More.\n");
  CHECK(markdown("<p>One <a href='#a' role=doc-noteref>[1]</a></p><aside id=a "
                 "role=doc-footnote><p>First.</p></aside>") == "One[^1]\n\n[^1]: First.\n");
}

TEST_CASE("A reference stands where the page has it") {
  const std::string note = "<ol><li id=a>N.</li></ol>";
  const auto text = [&](const std::string& html) {
    const std::string all = markdown(html + note);
    return all.substr(0, all.find("\n\n[^1]: N.\n"));
  };
  CHECK(text("<p>A <b>bold" + ref("a", "1") + "</b> word</p>") == "A **bold[^1]** word");
  CHECK(text("<p>A <b>bold" + ref("a", "1") + "</b>word</p>") == "A bold[^1]word");
  CHECK(text("<p>A <a href='/b'>link</a>" + ref("a", "1") + "(see)</p>") ==
        "A [link](https://example.org/b)[^1]\\(see)");
  CHECK(text("<h2>Head" + ref("a", "1") + "</h2><p>Text.</p>") == "## Head[^1]\n\nText.");
  CHECK(text("<p>" + ref("a", "1") + ": first</p><p>b</p>") == "[^1]\\: first\n\nb");
  CHECK(text("<ul><li>a" + ref("a", "1") + "<ul><li>b</li></ul></li></ul><p>c</p>") == "- a[^1]\n  - b\n\nc");
  CHECK(text("<table><tr><th>x</th><td>a" + ref("a", "1") + "</td></tr></table><p>c</p>") ==
        "| x | a[^1] |\n| --- | --- |\n\nc");
  CHECK(text("<p>Hey!" + ref("a", "1") + "</p>") == "Hey\\![^1]");
}

TEST_CASE("What would not read the same as footnotes stays a list") {
  const std::string both = "<p>One" + ref("a", "1") + " two" + ref("b", "2") + ".</p>";
  const std::string plain = "One two.\n\n1. First.\n2. Second.\n";
  CHECK(markdown(both + "<ol><li id=a>First.</li><li id=b>Second.</li></ol>") != plain);
  // A note that nothing leads to; notes in another order; text behind them; a heading in one; no such place.
  CHECK(markdown(both + "<ol><li id=a>First.</li><li id=b>Second.</li><li>Third.</li></ol>") ==
        plain + "3. Third.\n");
  CHECK(markdown(both + "<ol><li id=b>First.</li><li id=a>Second.</li></ol>") == plain);
  CHECK(markdown(both + "<ol><li id=a>First.</li><li id=b>Second.</li></ol><p>More.</p>") ==
        plain + "\nMore.\n");
  CHECK(markdown(both + "<ol><li id=a>First.</li><li>Second.</li></ol>") == plain);
  CHECK(markdown(both + "<ol><li>Zero.</li><li id=a>First.</li><li id=b>Second.</li></ol>") ==
        "One two.\n\n1. Zero.\n2. First.\n3. Second.\n");
  CHECK(markdown("<p>One" + ref("a", "1") + "</p><p id=a>1. First.</p>") == "One\n\n1\\. First.\n");
  CHECK(markdown("<p>See <a href='#a'>below</a>.</p><ol><li id=a>First.</li></ol>") ==
        "See below.\n\n1. First.\n");
  CHECK(markdown("<p>A <a href='#a'>#</a></p><ol><li id=a>First.</li></ol>") == "A\n\n1. First.\n");
}

TEST_CASE("Text that looks like a footnote is escaped") {
  CHECK(markdown("<p>[^1] and [^1]: x</p>") == "\\[^1] and \\[^1]: x\n");
}

TEST_CASE("Joined pages keep their notes as lists, since a document has one row of numbers") {
  Content whole;
  Style style;
  style.format = Format::kMarkdown;
  const std::string page = "<p>One" + ref("a", "1") + "</p><ol><li id=a>First.</li></ol>";
  whole = read_page(page, style);
  whole.append(read_page(page, style));
  CHECK(to_format(whole, {}, style) == "One\n\n1. First.\n\nOne\n\n1. First.\n");
}

TEST_CASE("A page of nothing but references is read in time that grows with its size") {
  std::string html;
  for (int i = 0; i < 30'000; ++i) html += "<p>x" + ref("a" + std::to_string(i), "1") + "</p>";
  html += "<ol>";
  for (int i = 0; i < 30'000; ++i) html += "<li id=a" + std::to_string(i) + ">n</li>";
  CHECK(markdown(html).size() > 100'000);
}
