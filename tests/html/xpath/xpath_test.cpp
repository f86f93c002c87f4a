// XPath 1.0 over a Document: what expressions find, what is refused, and that no expression is without bound.
#include "html/xpath/xpath.hpp"

#include <string>
#include <vector>

#include "catch.hpp"
#include "html/html.hpp"

namespace clean_article::html {
namespace {

constexpr std::string_view kPage = R"(<!DOCTYPE html>
<html lang="en-GB"><head><title>On rust</title>
<meta property="og:title" content="Rust &amp; salt"><script>var next = "/page/2";</script></head>
<body>
<div id="top" class="wide  banner"><a href="/">Home</a> <a href="/news" rel="next">News</a></div>
<DIV ID="story" class="post long-read">
<h1>Rust</h1>
<p class="lead">One</p>
<p>Two <b>bold</b> words</p>
<p data-n="3">Three</p>
<my-note kind="aside">Note</my-note>
<ul><li>a</li><li class="x">b</li><li>c</li></ul>
<table><tr><td>r1</td></tr><tr><td>r2</td></tr></table>
</DIV>
<div class="post related"><p>Four</p></div>
</body></html>)";

// Nodes as "name#id" or their text, values as they are, joined by commas.
std::string found(XPathPage& page, const Document& document, std::string_view expression) {
  const Result<XPath> compiled = XPath::compile(expression);
  if (!compiled.ok()) return "error: " + compiled.error().message;
  const Result<XPathValue> value = page.evaluate(*compiled);
  if (!value.ok()) return "error: " + value.error().message;
  if (!value->is_nodes) return value->string;
  std::string out;
  for (const XPathNode node : value->nodes) {
    if (!out.empty()) out += ',';
    const bool is_element = !node.is_root() && !node.is_attribute() && document[node.id()].tag != Tag::kText;
    if (node.is_root()) out += "root";
    if (is_element) out += document.name(node.id()) + ":";
    if (!node.is_root()) out += page.string_value(node);
  }
  return out;
}

std::string found(std::string_view expression, std::string_view html = kPage) {
  Parser parser({});
  const Document& document = parser.parse(html);
  XPathPage page(document);
  return found(page, document, expression);
}

TEST_CASE("expressions find what XPath 1.0 says") {
  struct Case {
    std::string_view expression, expected;
  };
  const Case cases[] = {
      // paths
      {"/html/head/title", "title:On rust"},
      {"//h1", "h1:Rust"},
      {"//div[@id='story']/p", "p:One,p:Two bold words,p:Three"},
      {"//div[@id='story']/p[2]", "p:Two bold words"},
      {"//p[1]", "p:One,p:Four"},
      {"(//p)[1]", "p:One"},
      {"(//p)[last()]", "p:Four"},
      {"//li[position() < 3]", "li:a,li:b"},
      {"//li[last() - 1]", "li:b"},
      {"//p/text()", "One,Two , words,Three,Four"},
      {"//b/..", "p:Two bold words"},
      {"//b/parent::p/@class | //p/@class", "lead"},
      {"//b/ancestor::div/@id", "story"},
      {"//li[@class='x']/following-sibling::li", "li:c"},
      {"//li[@class='x']/preceding-sibling::*[1]", "li:a"},
      {"//li[3]/preceding-sibling::li[1]", "li:b"},
      {"//p[b]", "p:Two bold words"},
      {"//p[not(b) and not(@*)]", "p:Four"},
      {"//h1/following::p[last()]", "p:Four"},
      {"//li[3]/preceding::h1", "h1:Rust"},
      {"//*[self::h1 or self::b]", "h1:Rust,b:bold"},
      {"//div[.//b]/@id", "story"},
      {"//ul/descendant::li[2]", "li:b"},
      {"//ul/descendant-or-self::*", "ul:abc,li:a,li:b,li:c"},
      {"//p//b | //h1 | //b", "h1:Rust,b:bold"},
      {"/", "root"},
      {"id('top')/a[2]", "a:News"},
      {"//p[.='One']", "p:One"},
      {"//comment() | //processing-instruction('x')", ""},
      // attributes
      {"//a[@rel='next']/@href", "/news"},
      {"//meta[@property='og:title']/@content", "Rust & salt"},
      {"//p[@data-n > 2]", "p:Three"},
      {"//p[@data-n >= '3' and 4 > @data-n]", "p:Three"},
      {"//@rel", "next"},
      {"count(//div/@*)", "5"},
      // as people test for classes
      {"//div[contains(@class, 'post')]/p[1]", "p:One,p:Four"},
      {"//div[contains(concat(' ', normalize-space(@class), ' '), ' banner ')]/@id", "top"},
      {"//div[contains(concat(' ', @class, ' '), ' long ')]", ""},
      {"//div[contains(concat(\" \", @class, \" \"), ' long-read ')]/h1", "h1:Rust"},
      {"//*[starts-with(@class, 'post r')]/p", "p:Four"},
      // strings, numbers, truth
      {"string(//h1)", "Rust"},
      {"substring-before(//title, ' rust')", "On"},
      {"substring-after(//script, 'next = ')", "\"/page/2\";"},
      {"normalize-space('  a \n b ')", "a b"},
      {"concat(//h1, ': ', //p[@class])", "Rust: One"},
      {"translate('a-b-c', '-b', '_')", "a__c"},
      {"substring('12345', 2, 3)", "234"},
      {"substring('12345', 1.5, 2.6)", "234"},
      {"substring('12345', 0 div 0)", ""},
      {"string-length('änd')", "3"},
      {"name(//my-note)", "my-note"},
      {"1 + 2 * 3 - 4 div 2", "5"},
      {"7 mod 4", "3"},
      {"--1", "1"},
      {"0.1 * 3 > 0.3", "true"},
      {"1 div 0", "Infinity"},
      {"number('x')", "NaN"},
      {"round(-2.5)", "-2"},
      {"floor(2.7) + ceiling(2.2)", "5"},
      {"sum(//p/@data-n)", "3"},
      {"boolean(//nothing)", "false"},
      {"//p = 'Four'", "true"},
      {"//p != 'Four'", "true"},
      {"//p = //li", "false"},
      {"//h1 = //title or 1 = 1.0", "true"},
      {"lang('en')", "false"},
      {"count(//h1[lang('en')])", "1"},
      {"'quoted \"so\"'", "quoted \"so\""},
      // as HTML is written
      {"//DIV[@ID='story']/H1", "h1:Rust"},
      {"//my-note[@kind]", "my-note:Note"},
      {"//table/tr", "tr:r1,tr:r2"},
      {"//table/tr[2]/td", "td:r2"},
      {"//table/tbody/tr[1]", "tr:r1"},
      {"//table/tr/following-sibling::tr", "tr:r2"},
  };
  for (const Case& c : cases) {
    INFO(c.expression);
    CHECK(found(c.expression) == c.expected);
  }
}

TEST_CASE("a mistake is named with its place") {
  struct Case {
    std::string_view expression, expected;
  };
  const Case cases[] = {
      {"//div[contain(@class, 'x')]", "a function of XPath 1.0 was expected, not 'contain' at character 7"},
      {"///div", "a name, '*' or a function was expected, not '/' at character 3"},
      {"//div[@class='x'", "']' was expected, not the end at character 17"},
      {"//div[@class='x]", "a quote is not closed at character 14"},
      {"//div]", "nothing more was expected, not ']' at character 6"},
      {"", "a name, '*' or a function was expected, not the end at character 1"},
      {"//a{b}", "'{' has no meaning in XPath at character 4"},
      {"contains(//a)", "function contains() has too few arguments at character 1"},
      {"count('a')", "function count() needs a path at character 1"},
      {"//a | 'b'", "only paths can stand around '|', not the end at character 10"},
      {"sideways::a", "the name of an axis was expected, not 'sideways' at character 1"},
  };
  for (const Case& c : cases) {
    INFO(c.expression);
    CHECK(found(c.expression) == "error: " + std::string(c.expected));
  }
}

TEST_CASE("what is removed is gone for later expressions") {
  Parser parser({});
  const Document& document = parser.parse(kPage);
  XPathPage page(document);
  const auto lead = page.evaluate(*XPath::compile("//p[@class='lead'] | //b"));
  REQUIRE(found(page, document, "string(//div[@id='story']/p[2])") == "Two bold words");
  for (const XPathNode node : lead->nodes) page.remove(node);
  CHECK(found(page, document, "//div[@id='story']/p") == "p:Two  words,p:Three");
  CHECK(found(page, document, "//div[@id='story']/p[1]/b") == "");
  const auto classes = page.evaluate(*XPath::compile("//div[@id='story']/@class"));
  page.remove(classes->nodes.at(0));
  CHECK(found(page, document, "count(//div[contains(@class, 'post')])") == "1");
}

TEST_CASE("a page is blank where no text is left that shows") {
  Parser parser({});
  const Document& document = parser.parse("<div id=a> <p>\n</p>&#32;<p>x</p></div><div id=b>&nbsp;</div>");
  XPathPage page(document);
  const NodeId a = page.evaluate(*XPath::compile("//div[@id='a']"))->nodes.at(0).id();
  const NodeId b = page.evaluate(*XPath::compile("//div[@id='b']"))->nodes.at(0).id();
  CHECK_FALSE(page.is_blank(a));
  CHECK_FALSE(page.is_blank(b));
  page.remove(page.evaluate(*XPath::compile("//p[2]"))->nodes.at(0));
  CHECK(page.is_blank(a));
}

TEST_CASE("the next page is whole") {
  Parser parser({});
  const Document first = parser.parse("<p class=a>One<p class=b>Two<x-y>Three</x-y>");
  const Document second = parser.parse("<p class=c>Four &amp; <b>five</b><x-z>six</x-z>");
  XPathPage page(first);
  CHECK(found(page, first, "//body") == "body:OneTwoThree");
  page.remove(page.evaluate(*XPath::compile("//p[1]"))->nodes.at(0));
  CHECK(found(page, first, "//body") == "body:TwoThree");
  CHECK(found(page, first, "//*[contains(@class, 'b')]/x-y") == "x-y:Three");
  page.turn_to(second);
  CHECK(found(page, second, "//p[1]") == "p:Four & fivesix");
  CHECK(found(page, second, "//*[contains(@class, 'b')] | //x-y") == "");
  CHECK(found(page, second, "//*[@class]/x-z") == "x-z:six");
  page.turn_to(first);
  CHECK(found(page, first, "//p[1]") == "p:One");
  CHECK(found(page, first, "//b") == "");
}

// Small elements are read apart at first, many of them by reading all of the page.
TEST_CASE("the text of an element is the same however much was asked for before") {
  Parser parser({});
  std::string html = "<div id=all>";
  for (int i = 0; i < 50; ++i) html += "<p>a<b>b" + std::to_string(i) + "</b></p>";
  const Document& document = parser.parse(html);
  XPathPage page(document);
  page.remove(page.evaluate(*XPath::compile("//p[2]/b"))->nodes.at(0));
  const auto all = page.evaluate(*XPath::compile("//p"));
  for (int time = 0; time < 2; ++time) {
    for (std::size_t i = 0; i < all->nodes.size(); ++i)
      CHECK(page.string_value(all->nodes[i]) == (i == 1 ? "a" : "ab" + std::to_string(i)));
  }
}

std::string repeated(std::string_view part, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += part;
  return all;
}

TEST_CASE("hostile expressions end") {
  const std::string many = repeated("<p><b>x</b><i>y</i>", 3000);
  const std::string deep = repeated("<div>a", 500);
  const std::string spent = "error: the expressions take more work on this page than a page may cause";
  const std::string nested = "//*[count(//*[count(//*[count(//*) > 0]) > 0]) > 0]";
  CHECK(found(nested, many) == spent);
  CHECK(found("//*[contains(., 'z')]", deep) == "");
  CHECK(found("//b/following::*/preceding::*/following::*", many) == spent);
  CHECK(found("//*[. = //*[. != //*]]", many) == spent);
  CHECK(found("count(" + repeated("//b|", 2000) + "//i)", "<b>x</b><i>y</i>") == "2");
  CHECK(found(repeated("(", 5000) + "1") ==
        "error: nests deeper than this program follows, not '(' at character 101");
  CHECK(found(repeated("//a[", 2000)).starts_with("error: nests deeper"));
  CHECK(found(repeated("1+", 3000) + "1").starts_with("error: nests deeper"));
  CHECK(found(repeated("//a", 20000)) == "error: is longer than 16 KiB");
  CHECK(found("concat(" + repeated("string(/),", 1000) + "'')", repeated("<p>0123456789", 20000)).size() <
        (std::size_t{33} << 20));
}

TEST_CASE("expressions may take 40,000,000 steps on a page together, then none is evaluated any more") {
  const std::string html = repeated("<b>x</b>", 4000);
  Parser parser({});
  const Document& document = parser.parse(html);
  const auto expression = XPath::compile("count(//b[count(//b) > 0])");
  REQUIRE(expression);
  // The work of one of them, by the smallest budget that is enough for it.
  std::uint64_t too_little = 0, enough = kMostXPathSteps;
  while (enough - too_little > 1) {
    const std::uint64_t middle = (too_little + enough) / 2;
    XPathPage page(document, middle);
    (page.evaluate(*expression).ok() ? enough : too_little) = middle;
  }
  XPathPage page(document);
  for (std::uint64_t left = kMostXPathSteps; left >= enough; left -= enough)
    CHECK(page.evaluate(*expression).ok());
  const auto refused = page.evaluate(*expression);
  REQUIRE_FALSE(refused.ok());
  CHECK(refused.error().kind == ErrorKind::kTooLarge);
  CHECK_FALSE(page.evaluate(*XPath::compile("//b[1]")).ok());
}

}  // namespace
}  // namespace clean_article::html
