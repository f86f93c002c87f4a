// Parser against plain Gumbo on written inputs: one line of markup for each rule that a skeleton could
// get wrong.
#include "html/parser.hpp"

#include "catch.hpp"
#include "html/gumbo_reference.hpp"

namespace clean_article::html {
namespace {

TEST_CASE("the tree is that of plain Gumbo") {
  const auto* input = GENERATE(
      "", "x", "<p>a<p>b", "<!doctype html><title>a &amp; b</title><p class=x id=\"y\">Hi <b>there</b>",
      "<ul><li>a<li>b</ul>", "<table>x<tr>y<td>z</table>", "<table> <!--c-->x<tr><td>", "<pre>\n\na</pre>",
      "<pre>&#10;a</pre>", "<pre><!--c-->\na</pre>", "<pre>\r\na</pre>", "<textarea>\n<p>a</textarea>b",
      "<script><!-- <script> </script> --></script>x", "<script><!--></script>x", "<style><p></style >x",
      "<svg><title><b>x</b></title></svg><title><b>x</title>", "<svg><style><p>x</style>",
      "<svg><![CDATA[a<b>c]]>d</svg><![CDATA[e<f>g]]>", "<math><mi><![CDATA[x]]></math>",
      "<plaintext>a</plaintext><p>", "a</>b", "a</ b>c", "a<!b>c", "a<?b>c", "a< b", "a<", "a</", "<p a", "<p a='",
      "<p/><br/>x", "<svg><g/><g>x</svg>", "<form> <!--c--> </form>x", "<frameset> a b<frame> c</frameset> d",
      "<b class=a><p>x</b>y", "<b><b><b><b>x</p><p>y", "<b a=1><b a=2><b a=3><b>x</p><p>y",
      "<html a=1><body b=2><p>x<body b=3 c=4><html a=5 d=6>", "<select><title>a</title><option>b</select>",
      "<table><input type=hidden><input type=text></table>", "<font color=red><svg><font color=red>x",
      "<template><col> x y</template>", "<input><isindex2>", "<noscript><p>x</noscript>", "<image src=a>",
      "<a href=1>x<a href=2>y", "&#32;x", "<table>&#32;<tr>", "<colgroup>&#x20;x", "<!DOCTYPE x><p><table>",
      "<!DOCTYPE html><p><table>", "<head>&#9;x", "<p>a</p>&nbsp;<table>&nbsp;</table>", "<TITLE>A</tItLe><P CLASS=X>");
  CAPTURE(input);
  Parser parser{Limits{}};
  CHECK(our_lines(parser.parse(input)) == gumbo_lines(input));
}

TEST_CASE("an attribute is the first of its name, decoded") {
  Parser parser{Limits{}};
  const Document& document = parser.parse("<p Title='a &amp; b' title=c hidden data-x=\"1&lt2&copy=3\">");
  const NodeId p = 3;
  REQUIRE(document[p].tag == Tag::k_p);
  CHECK(document.attribute(p, "title") == "a & b");
  CHECK(document.attribute(p, "hidden") == "");
  CHECK(document.attribute(p, "data-x") == "1&lt2&copy=3");
  CHECK(!document.attribute(p, "id"));
}

TEST_CASE("lines of a text are paragraphs") {
  Parser parser{Limits{}};
  const Document& document = parser.parse_lines("a <b>&amp;\r\n\n \nc");
  std::string text;
  REQUIRE(document.nodes().size() == 6);
  CHECK(document[2].tag == Tag::k_p);
  CHECK(document[4].tag == Tag::k_p);
  document.append_text(3, text);
  document.append_text(5, text);
  CHECK(text == "a <b>&amp;c");
}

TEST_CASE("a tree beyond the limits loses tags and keeps its text") {
  std::string page;
  for (int i = 0; i < 2000; ++i) page += "<div>";
  page += "deep</div>er";
  Parser parser{Limits{}};
  const Document& document = parser.parse(page);
  std::string text;
  for (NodeId id = 0; id < document.nodes().size(); ++id) {
    CHECK(document[id].depth <= Limits{}.max_depth);
    if (document[id].tag == Tag::kText) document.append_text(id, text);
  }
  CHECK(text == "deeper");
}

}  // namespace
}  // namespace clean_article::html
