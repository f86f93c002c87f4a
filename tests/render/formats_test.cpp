#include <nlohmann/json.hpp>

#include "catch.hpp"
#include "render/fields.hpp"
#include "render/markup.hpp"
#include "rendered_page.hpp"

using namespace clean_article;
using namespace clean_article::render;

namespace {

const std::string kPage =
    "<h2>Head &amp; tail</h2><p>A <b>bold</b> <a href=/b>link</a><br>&lt;script&gt;</p><ul><li>a</li></ul>"
    "<table><tr><th colspan=2>x</tr><tr><td>1<td>2</tr></table><blockquote><p>q</p></blockquote><pre>c &lt; "
    "d</pre>"
    "<dl><dt>t</dt><dd>d</dd></dl>";

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

metadata::Metadata some_metadata() {
  metadata::Metadata m;
  m.title.value = "Bread \"&\" <hay>";
  m.authors.values = {"Maud Penhallow", "Tom, Stone"};
  m.date.value = "2024-05-17";
  m.sitename.value = "The Daily Loaf";
  m.url.value = "https://example.org/a/page?x=1&y=2";
  m.language.value = "en";
  m.word_count = 7;
  m.fingerprint = 0xABCDEF;
  return m;
}

}  // namespace

TEST_CASE("HTML is a whole page of known elements") {
  Style style;
  style.format = Format::kHtml;
  const std::string html = rendered_as(kPage, style, some_metadata());
  CHECK(
      html.starts_with("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>Bread "
                       "&quot;&amp;&quot; &lt;hay&gt;</title>"));
  CHECK(holds(html, "<h2>Head &amp; tail</h2>"));
  CHECK(holds(html,
              "<p>A <strong>bold</strong> <a href=\"https://example.org/b\">link</a><br>&lt;script&gt;</p>"));
  CHECK(holds(html, "<ul>\n<li><p>a</p>\n</li>\n</ul>"));
  CHECK(holds(html, "<tr><th colspan=\"2\">x</th></tr>\n<tr><td>1</td><td>2</td></tr>"));
  CHECK(holds(html, "<blockquote>\n<p>q</p>\n</blockquote>"));
  CHECK(holds(html, "<pre><code>c &lt; d</code></pre>"));
  CHECK(holds(html, "<dl>\n<dt>t</dt>\n<dd>d</dd>\n</dl>"));
  CHECK(html.ends_with("</article>\n</body>\n</html>\n"));
}

TEST_CASE("Nothing of a hostile page runs") {
  Style style;
  style.format = Format::kHtml;
  style.images = true;
  metadata::Metadata m;
  m.url.value = "javascript:alert(1)";
  m.title.value = "</title><script>alert(1)</script>";
  const std::string html = rendered_as(
      "<p onclick=alert(1) style='x'>a <a href='java\nscript:alert(1)' onclick=x>b</a></p><img "
      "src='data:image/svg+xml,x' onerror=x>"
      "<p>c <img src=\"x.png\" alt='\"><script>alert(2)</script>'> d</p><svg onload=x></svg>",
      style, m);
  for (const char* bad : {"<script", "onclick=", "onerror=", "javascript:", "data:", "style=", "<svg"})
    CHECK_FALSE(holds(html, bad));
}

TEST_CASE("XML has its metadata as attributes; emphasis and links where they are asked for") {
  Style style;
  style.format = Format::kXml;
  std::string xml = rendered_as(kPage, style, some_metadata());
  CHECK(holds(xml,
              "title=\"Bread &quot;&amp;&quot; &lt;hay&gt;\" author=\"Maud Penhallow; Tom, Stone\" "
              "date=\"2024-05-17\""));
  CHECK(holds(xml, "<head rend=\"h2\">Head &amp; tail</head>"));
  CHECK(holds(xml, "<p>A bold link<lb/>&lt;script&gt;</p>"));
  CHECK(holds(xml, "<list rend=\"ul\">\n<item><p>a</p>\n</item>\n</list>"));
  style.formatting = style.links = true;
  xml = rendered_as(kPage, style, some_metadata());
  CHECK(holds(xml, "<p>A <hi rend=\"#b\">bold</hi> <ref target=\"https://example.org/b\">link</ref><lb/>"));
}

TEST_CASE("XML never holds what XML forbids") {
  CHECK(escaped("a\x01\x1b"
                "b\xEF\xBF\xBE<&\">") == "ab&lt;&amp;&quot;&gt;");
}

TEST_CASE("JSON has every field, its version and the text") {
  Style style;
  style.format = Format::kJson;
  style.blocks = true;
  const auto json = nlohmann::json::parse(rendered_as(kPage, style, some_metadata()));
  CHECK(json["v"] == 1);
  CHECK(json["title"] == "Bread \"&\" <hay>");
  CHECK(json["authors"].size() == 2);
  CHECK(json["modified"].is_null());
  CHECK(json["fingerprint"] == "0000000000abcdef");
  CHECK(json["text"].get<std::string>().starts_with("Head & tail\n\nA bold link\n<script>\n"));
  CHECK(json["blocks"][0]["kind"] == "heading");
  CHECK(json["blocks"][0]["level"] == 2);
  CHECK(json["blocks"][0]["path"] == "html/body[1]/h2[1]");
  CHECK(json["blocks"][1]["offset"].get<int>() > 0);
  style.format = Format::kJsonLines;
  const std::string line = rendered_as(kPage, style, some_metadata());
  CHECK(line.find('\n') == line.size() - 1);
}

TEST_CASE("CSV quotes what has to be quoted") {
  const std::string record = to_csv(some_metadata(), "a \"b\",\nc");
  CHECK(record.ends_with(",0000000000abcdef,,\"a \"\"b\"\",\nc\"\r\n"));
  CHECK(holds(record, "\"Bread \"\"&\"\" <hay>\",\"Maud Penhallow; Tom, Stone\",2024-05-17,,"));
  CHECK(csv_header().ends_with(",text\r\n"));
  const std::string header = csv_header();
  CHECK(std::count(header.begin(), header.end(), ',') ==
        static_cast<std::ptrdiff_t>(metadata::field_list().size()));
}

TEST_CASE("TEI has what its header must have") {
  Style style;
  style.format = Format::kTei;
  const std::string tei = rendered_as(kPage, style, some_metadata());
  for (const char* part :
       {"<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"", "<teiHeader>", "<titleStmt>",
        "<publicationStmt>\n<publisher>The Daily Loaf", "<sourceDesc>", "<ab type=\"header\" rend=\"h2\">",
        "<div type=\"entry\">", "<author>Maud Penhallow</author>"})
    CHECK(holds(tei, part));
  CHECK(holds(rendered_as("", style), "<publicationStmt>\n<p/>\n</publicationStmt>"));
}

TEST_CASE("Code holds nothing but characters in TEI") {
  Style style;
  style.format = Format::kTei;
  style.formatting = style.links = true;
  CHECK(holds(rendered_as("<p><code>a <b>b</b> <a href=/c>c</a><br><code>d</code></code></p>", style),
              "<p><code>a </code><hi rend=\"#b\"><code>b</code></hi><code> </code><ref "
              "target=\"https://example.org/c\"><code>c</code></ref><code>\nd</code></p>"));
}

TEST_CASE("Fields alone carry no text") {
  Style style;
  style.fields_only = true;
  CHECK(rendered_as(kPage, style, some_metadata()).ends_with("fingerprint: \"0000000000abcdef\"\n---\n"));
  style.format = Format::kJson;
  CHECK_FALSE(nlohmann::json::parse(rendered_as(kPage, style, some_metadata())).contains("text"));
}

TEST_CASE("Tables can be left out") {
  Style style;
  style.tables = false;
  CHECK(rendered_as("<p>a</p><table><tr><th>1<td>2</tr></table><p>b</p>", style) == "a\n\nb\n");
}

TEST_CASE("Formulas are TeX between dollars, and elements of their own in XML and TEI") {
  const std::string page =
      "<p>For $5: <math alttext='a_1*b<c'></math> is <span "
      "class=katex-display><math><semantics><mi>d</mi><annotation "
      "encoding='application/x-tex'>d^2</annotation></semantics></math></span></p><table><tr><th><math "
      "alttext='|x|'></math><th>b<tr><td>c<td>d</table>";
  CHECK(rendered_as(page, Format::kText) == "For $5: a_1*b<c is d^2\n\n|x| | b\nc | d\n");
  CHECK(rendered_as(page, Format::kMarkdown) ==
        "For \\$5: $a_1*b< c$ is $$d^2$$\n\n| $\\|x\\|$ | b |\n| --- | --- |\n| c | d |\n");
  CHECK(holds(rendered_as(page, Format::kHtml), "<p>For $5: $a_1*b&lt;c$ is $$d^2$$</p>"));
  CHECK(holds(rendered_as(page, Format::kXml), "is <formula notation=\"TeX\">d^2</formula></p>"));
  CHECK(holds(rendered_as(page, Format::kTei), "<formula notation=\"TeX\">a_1*b&lt;c</formula>"));
  CHECK(rendered_as("<p>It costs $5 and $6.</p>", Format::kMarkdown) == "It costs $5 and $6.\n");
}

TEST_CASE("With images their captions are shown") {
  Style style;
  style.format = Format::kMarkdown;
  style.images = true;
  const auto shown = [&](const std::string& html) {
    return to_format(read_page("<p>Text</p>" + html + "<p>End</p>", style, {}, "https://example.org/",
                               extract::BlockKind::kCaption),
                     {}, style);
  };
  CHECK(shown("<figure><a href=/b><img src=/a.jpg alt=Weir></a><figcaption>The <b>weir</b></figcaption>"
              "</figure><figure><figcaption>No picture</figcaption></figure>") ==
        "Text\n\n![Weir](https://example.org/a.jpg)\n\nThe **weir**\n\nEnd\n");
  CHECK(shown("<figure><img src=/a.jpg><img src=/b.jpg><figcaption>Both</figcaption></figure>") ==
        "Text\n\n![](https://example.org/a.jpg)\n\n![](https://example.org/b.jpg)\n\nBoth\n\nEnd\n");
  style.images = false;
  CHECK(shown("<figure><img src=/a.jpg><figcaption>The weir</figcaption></figure>") == "Text\n\nEnd\n");
}
