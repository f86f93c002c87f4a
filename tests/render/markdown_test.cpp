#include "catch.hpp"
#include "rendered_page.hpp"

using namespace clean_article::render;

namespace {

std::string markdown(const std::string& html) {
  return rendered_as(html, Format::kMarkdown);
}

}  // namespace

TEST_CASE("Markdown has headings, paragraphs and hard breaks") {
  CHECK(markdown("<h2>Head</h2><p>One<br>two.</p><p>Three.</p>") == "## Head\n\nOne\\\ntwo.\n\nThree.\n");
}

TEST_CASE("Markdown has emphasis with its spaces outside") {
  CHECK(markdown("<p>a <b>bold </b>and <i> lean</i> word</p>") == "a **bold** and *lean* word\n");
  CHECK(markdown("<p><s>old</s> new, <code>f(x)</code></p>") == "~~old~~ new, `f(x)`\n");
  CHECK(markdown("<p>a <code>x`y</code></p>") == "a ``x`y``\n");
}

TEST_CASE("Emphasis that Markdown would not see stands plain") {
  CHECK(markdown("<p>a<b>(b)</b>c</p>") == "a(b)c\n");
  CHECK(markdown("<p><b>bold <i>both</i></b></p>") == "**bold both**\n");
  CHECK(markdown("<p><b> </b>x</p>") == "x\n");
}

TEST_CASE("Links are absolute and safe") {
  CHECK(markdown("<p>See <a href='../b?x=1'>this [one]</a>.</p>") ==
        "See [this \\[one\\]](https://example.org/b?x=1).\n");
  CHECK(
      markdown(
          "<p><a href='JaVaScript:alert(1)'>a</a> <a href='data:text/html,x'>b</a> <a href='#c'>c</a></p>") ==
      "a b c\n");
  CHECK(markdown("<p><a href='/a (b)'>x</a></p>") == "[x](https://example.org/a%20%28b%29)\n");
  CHECK(markdown("<p>Look!<a href='/b'>here</a></p>") == "Look\\![here](https://example.org/b)\n");
}

TEST_CASE("A link around whole blocks is that of its only block, or of its first heading") {
  CHECK(markdown("<a href=/b><h3>Card</h3></a>") == "### [Card](https://example.org/b)\n");
  CHECK(markdown("<a href=/b><div><h3>Card</h3><p>Teaser.</p></div></a><p>Text.</p>") ==
        "### [Card](https://example.org/b)\n\nTeaser.\n\nText.\n");
  CHECK(markdown("<a href=/b><p>One.</p><p>Two.</p></a>") == "One.\n\nTwo.\n");
  CHECK(markdown("<a href=/b><h3>One</h3><h3>Two</h3></a>") ==
        "### [One](https://example.org/b)\n\n### Two\n");
  CHECK(markdown("<a href='javascript:x'><p>One.</p></a>") == "One.\n");
}

TEST_CASE("Lists nest, number and tick") {
  CHECK(markdown("<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>") == "- a\n  - b\n- c\n");
  CHECK(markdown("<ol start=3><li>a<p>more</p></li><li>b</li></ol>") == "3. a\n\n   more\n4. b\n");
  CHECK(markdown("<ul><li>a</li></ul><ul><li>b</li></ul>") == "- a\n\n* b\n");
  CHECK(markdown("<ul><li><input type=checkbox checked> done</li><li><input type=checkbox> open</li></ul>") ==
        "- [x] done\n- [ ] open\n");
  CHECK(markdown("<ul><li>a<ol start=2><li>b</li></ol></li></ul>") == "- a\n\n  2. b\n");
}

TEST_CASE("Quotes hold what is in them") {
  CHECK(markdown("<blockquote><p>a</p><p>b</p></blockquote><p>c</p>") == "> a\n>\n> b\n\nc\n");
  CHECK(markdown("<blockquote><ul><li>a</li><li>b</li></ul></blockquote>") == "> - a\n> - b\n");
}

TEST_CASE("Code keeps its lines, its language and its ticks") {
  CHECK(markdown("<pre><code class='language-cpp'>int a;\n  b();</code></pre>") ==
        "```cpp\nint a;\n  b();\n```\n");
  CHECK(markdown("<pre>```\nx\n```</pre>") == "````\n```\nx\n```\n````\n");
}

TEST_CASE("Tables have a head and as many cells in each row; spans are bounded") {
  CHECK(markdown("<table><tr><th>A<th>B</tr><tr><td>1|2<td>x<br>y</tr></table>") ==
        "| A | B |\n| --- | --- |\n| 1\\|2 | x y |\n");
  CHECK(markdown("<table><tr><th colspan=2>A</tr><tr><td>1<td>2</tr></table>") ==
        "| A | |\n| --- | --- |\n| 1 | 2 |\n");
  CHECK(markdown("<table><tr><th colspan=99999999>A<th>B</tr><tr><td>1<td>2</table>").size() < 2'000);
}

TEST_CASE("Cells stand under their heads, whatever stands in them, above them or nowhere") {
  CHECK(markdown("<table><tr><th>Date<th>Home<th><th>Away<tr><td>3 May<td>Kesby<td>2-1<td>Odle</table>") ==
        "| Date | Home | | Away |\n| --- | --- | --- | --- |\n| 3 May | Kesby | 2-1 | Odle |\n");
  CHECK(markdown("<table><tr><th rowspan=2>Year<th colspan=2>Level<tr><td>low<td>high"
                 "<tr><td>1953<td>2<td>6</table>") ==
        "| Year | Level | |\n| --- | --- | --- |\n| | low | high |\n| 1953 | 2 | 6 |\n");
  CHECK(markdown("<table><tr><th>Command<th>Does<tr><td><p>get</p><td><p>Reads.</p><ul><li>in feet<li>in "
                 "metres</ul></table>") ==
        "| Command | Does |\n| --- | --- |\n| get | Reads. in feet in metres |\n");
  // Columns and rows that nothing stands in only part the others.
  CHECK(markdown("<table><tr><td>a<td> <td>b<tr><td> <td> <td> <tr><td>c<td> <td>d</table>") ==
        "| a | b |\n| --- | --- |\n| c | d |\n");
}

TEST_CASE("Tables that lay the page out are no tables") {
  CHECK(markdown("<table><tr><td>menu<td>story</table>") == "menu\n\nstory\n");
  CHECK(markdown("<table role=presentation><tr><td>a<td>b<tr><td>c<td>d</table>") == "a\n\nb\n\nc\n\nd\n");
}

TEST_CASE("What Markdown would take for its own is escaped, and nothing else") {
  CHECK(markdown("<p># no heading</p>") == "\\# no heading\n");
  CHECK(markdown("<p>#hashtag</p>") == "#hashtag\n");
  CHECK(markdown("<p>- no item</p>") == "\\- no item\n");
  CHECK(markdown("<p>1. no item</p>") == "1\\. no item\n");
  CHECK(markdown("<p>1.5 is 1.5</p>") == "1.5 is 1.5\n");
  CHECK(markdown("<p>2 * 3 * 4 and *a*</p>") == "2 * 3 * 4 and \\*a\\*\n");
  CHECK(markdown("<p>snake_case and _x_</p>") == "snake_case and \\_x\\_\n");
  CHECK(markdown("<p>a &lt;b> &amp;amp; c &lt; d</p>") == "a \\<b> \\&amp; c < d\n");
  CHECK(markdown("<p>[a](b) but [c]</p>") == "\\[a](b) but \\[c]\n");
  CHECK(markdown("<p>[c] alone</p>") == "[c] alone\n");
  CHECK(markdown("<p>C:\\dir\\* `x`</p>") == "C:\\dir\\\\\\* \\`x\\`\n");
  CHECK(markdown("<p>a<br>===</p>") == "a\\\n\\===\n");
}

TEST_CASE("Images come where they are asked for") {
  Style style;
  style.format = Format::kMarkdown;
  const std::string page =
      "<p>Before it.</p><img src=/a.png alt='A [map]'><img src=p.gif width=1 height=1><p>In <img src=b.png "
      "alt=b> text</p>";
  CHECK(rendered_as(page, style) == "Before it.\n\nIn text\n");
  style.images = true;
  CHECK(rendered_as(page, style) ==
        "Before it.\n\n![A \\[map\\]](https://example.org/a.png)\n\nIn ![b](https://example.org/a/b.png) "
        "text\n");
}

TEST_CASE("Images beside the text are not shown, but what holds all of it stands beside nothing") {
  Style style;
  style.format = Format::kMarkdown;
  style.images = true;
  const std::string side = "<div class=sidebar><img src=/a.png></div>";
  CHECK(rendered_as("<p>One.</p>" + side + "<p>Two.</p>", style) == "One.\n\nTwo.\n");
  CHECK(rendered_as("<div class=sidebar><p>One.</p><img src=/a.png><p>Two.</p></div>", style) ==
        "One.\n\n![](https://example.org/a.png)\n\nTwo.\n");
}

TEST_CASE("Images in a table stand in its cells") {
  Style style;
  style.format = Format::kMarkdown;
  style.images = true;
  CHECK(
      rendered_as("<p>a</p><img src=/0.png><table><tr><th>Boat<td><img src=/1.png><tr><th>Oar<td>two<p><img "
                  "src=/2.png></p></table><img src=/3.png><p>b</p>",
                  style) ==
      "a\n\n![](https://example.org/0.png)\n\n| Boat | ![](https://example.org/1.png) |\n| --- | --- |\n"
      "| Oar | two ![](https://example.org/2.png) |\n\n![](https://example.org/3.png)\n\nb\n");
}

TEST_CASE("A title is shown once") {
  Style style;
  style.format = Format::kMarkdown;
  style.title = true;
  clean_article::metadata::Metadata m;
  m.title.value = "Bread";
  CHECK(rendered_as("<p>Text.</p>", style, m) == "# Bread\n\nText.\n");
  CHECK(rendered_as("<h1>Bread</h1><p>Text.</p>", style, m) == "# Bread\n\nText.\n");
  style.format = Format::kText;
  CHECK(rendered_as("<h1>Bread</h1><p>Text.</p>", style, m) == "Bread\n\nText.\n");
}

TEST_CASE("Front matter is YAML") {
  Style style;
  style.metadata = true;
  clean_article::metadata::Metadata m;
  m.title.value = "Bread: \"a\" \\ history";
  m.authors.values = {"Maud Penhallow"};
  m.word_count = 1;
  CHECK(rendered_as("<p>Text.</p>", style, m) ==
        "---\ntitle: \"Bread: \\\"a\\\" \\\\ history\"\nauthors:\n  - \"Maud Penhallow\"\nword_count: "
        "1\n---\n\nText.\n");
}

TEST_CASE("Forged pages are written in time that grows with their size") {
  std::string item = "<ul><li>";
  for (int i = 0; i < 60'000; ++i) item += "<p>x</p>";
  CHECK(markdown(item).size() > 60'000);
  std::string sentences = "<p>";
  for (int i = 0; i < 200'000; ++i) sentences += "1. ";
  CHECK(markdown(sentences).size() > 400'000);
  std::string marks = "<p>";
  for (int i = 0; i < 50'000; ++i) marks += "<a href=/x><b>a</b></a> ";
  CHECK(markdown(marks).size() > 500'000);
  Style style;
  style.format = Format::kJson;
  style.blocks = true;
  std::string siblings;
  for (int i = 0; i < 50'000; ++i) siblings += "<p>x</p>";
  CHECK(rendered_as(siblings, style).size() > 1'000'000);
}
