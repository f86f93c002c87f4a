// What goes out is safe for whoever shows it: HTML and Markdown carry no script, handler, dangerous address
// or unclosed tag, and no order for a terminal gets through. The outputs are read as browsers read them.
#include <array>
#include <cstdlib>
#include <fstream>
#include <set>

#include "catch.hpp"
#include "html/html.hpp"
#include "program.hpp"
#include "text/text.hpp"

namespace clean_article::cli {
namespace {

using testing::contains;
using testing::Program;

constexpr std::string_view kProse =
    "The bridge, which closed in March after an inspector found rust in two of its cables, will open again "
    "before the "
    "summer, the engineers told the council.";

// Each stands as text, as the value of attributes, as an address, in metadata and in structured data.
constexpr auto kPayloads = std::to_array<std::string_view>(
    {"<script>alert(1)</script>",
     "</script><script>alert(1)</script>",
     "<img src=x onerror=alert(1)>",
     "<svg/onload=alert(1)>",
     "<svg><script>alert(1)</script></svg>",
     "<svg><a xlink:href='javascript:alert(1)'>x</a></svg>",
     "<math href='javascript:alert(1)'>x</math>",
     "<iframe src='javascript:alert(1)'></iframe>",
     "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
     "<object data='javascript:alert(1)'></object>",
     "<embed src='javascript:alert(1)'>",
     "<a href='javascript:alert(1)'>x</a>",
     "<a href=' &#1;javascript:alert(1)'>x</a>",
     "<a href='java&#9;script:alert(1)'>x</a>",
     "<a href='jAvAsCrIpT&colon;alert(1)'>x</a>",
     "<a href='vbscript:x'>x</a>",
     "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
     "<a href='//e.com/\" onclick=alert(1) x=\"'>x</a>",
     "<a href=\"http://e.com/'onmouseover='alert(1)\">x</a>",
     "<form action='javascript:alert(1)'><button>x</button></form>",
     "<input autofocus onfocus=alert(1)>",
     "<details open ontoggle=alert(1)><summary>x</summary>y</details>",
     "<video><source onerror=alert(1)></video>",
     "<body onload=alert(1)>",
     "<base href='javascript:alert(1)//'>",
     "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
     "<link rel=stylesheet href='javascript:alert(1)'>",
     "<style>*{background:url(javascript:alert(1))}</style>",
     "<p style='background:url(javascript:alert(1))'>x</p>",
     "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
     "<textarea></textarea><script>alert(1)</script>",
     "<title></title><script>alert(1)</script>",
     "<xmp></xmp><img src=x onerror=alert(1)>",
     "<!--><img src=x onerror=alert(1)>-->",
     "<![CDATA[><script>alert(1)</script>]]>",
     "<template><script>alert(1)</script></template>",
     "<img src='http://e.com/a.png' alt='\"><script>alert(1)</script>'>",
     "<img srcset='javascript:alert(1) 2x, data:image/svg+xml,x 3x'>",
     "<code class='language-\"><script>alert(1)</script>'>x</code>",
     "<pre><code>```\n<script>alert(1)</script>\n```</code></pre>",
     "<a title='](javascript:alert(1))' href=/x>[x](javascript:alert(1))</a>",
     "[x](javascript:alert(1))",
     "[x]: javascript:alert(1)",
     "![x](javascript:alert(1))",
     "<javascript:alert(1)>",
     "`<script>`alert(1)",
     "\\<script>alert(1)</script>",
     "&lt;script&gt;alert(1)&lt;/script&gt;",
     "&#60;script&#62;alert(1)&#60;/script&#62;",
     "&amp;lt;script&amp;gt;alert(1)",
     "\"><script>alert(1)</script>",
     "'><script>alert(1)</script>",
     "\" onmouseover=\"alert(1)",
     "]]><script>alert(1)</script>",
     "--><script>alert(1)</script>",
     "</p></div></article></body></html><script>alert(1)</script>",
     "<math><mi>$\\href{javascript:alert(1)}{x}$</mi></math>",
     "<math alttext='</span><script>alert(1)</script>'><mi>x</mi></math>",
     "<table><tr><td>a|b</td><td><script>alert(1)</script></td></tr></table>"});

std::string with_references(std::string_view text) {
  std::string out;
  for (const char c : text)
    out += c == '<'   ? "&lt;"
           : c == '>' ? "&gt;"
           : c == '&' ? "&amp;"
           : c == '"' ? "&quot;"
                      : std::string(1, c);
  return out;
}

std::string in_json(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c == '\n' ? ' ' : c == '<' ? ' ' : c;
    if (c == '<') out.replace(out.size() - 1, 1, "\\u003c");
  }
  return out;
}

std::string page_with_payload(std::string_view payload) {
  const std::string raw(payload), shown = with_references(payload),
                                  prose = "<p>" + std::string(kProse) + "</p>";
  std::string page =
      "<!DOCTYPE html><html lang=\"" + shown + "\"><head><title>" + shown + " and the bridge</title>";
  for (const char* name :
       {"author", "description", "keywords", "og:title", "og:image", "og:url", "og:site_name"})
    page += "<meta property=\"" + std::string(name) + "\" content=\"" + shown + "\">";
  page += "<link rel=canonical href=\"" + shown +
          "\"><script type=\"application/ld+json\">{\"@type\":\"NewsArticle\","
          "\"headline\":\"" +
          in_json(payload) + "\",\"author\":\"" + in_json(payload) + "\"}</script></head><body><article>";
  page += "<h1>" + shown + "</h1>" + prose + prose + "<p>" + std::string(kProse) + " " + shown + "</p>";
  page += "<p>" + std::string(kProse) + " <a href=\"" + shown + "\" title=\"" + shown + "\">link</a> <b>" +
          shown + "</b> <code>" + shown + "</code> <img src=\"" + shown + "\" alt=\"" + shown + "\"></p>";
  page += "<ul><li>" + std::string(kProse) + shown + "</ul><pre><code class=\"language-" + shown + "\">" +
          shown + "\n" + std::string(kProse) + "</code></pre><blockquote><p>" + shown + " " +
          std::string(kProse) + "</blockquote>";
  page += "<table><tr><th>Name<th>Text<tr><td>" + shown + "<td>" + std::string(kProse) + "</table>";
  page += "<p>" + std::string(kProse) + " " + raw + "</p>" + prose + prose;
  return page + "</article></body></html>";
}

// What is dangerous in a page as a browser would read it, "" for nothing.
std::string danger_in(std::string_view page) {
  static const std::set<std::string_view> kHarmless = {
      "html",    "head", "title", "meta",       "body",       "article", "h1",     "h2",     "h3",   "h4",
      "h5",      "h6",   "p",     "a",          "b",          "i",       "em",     "strong", "code", "pre",
      "ul",      "ol",   "li",    "blockquote", "table",      "thead",   "tbody",  "tr",     "th",   "td",
      "img",     "br",   "hr",    "figure",     "figcaption", "sub",     "sup",    "dl",     "dt",   "dd",
      "section", "del",  "input", "link",       "caption",    "main",    "header", "span",   "s",    "ins",
      "mark",    "q",    "cite",  "small",      "u",          "kbd",     "samp",   "var",    "abbr", "time"};
  static const std::set<std::string_view> kHarmlessAttributes = {
      "href",    "src",   "alt",  "title",   "lang",     "class",   "name",    "content",
      "charset", "start", "rel",  "id",      "align",    "rowspan", "colspan", "width",
      "height",  "dir",   "type", "checked", "disabled", "value"};
  html::Parser parser{Limits{}};
  const html::Document& document = parser.parse(page);
  for (html::NodeId id = 0; id < document.nodes().size(); ++id) {
    if (document[id].tag == html::Tag::kText) continue;
    const std::string name = document.name(id);
    if (!kHarmless.contains(name)) return "<" + name + ">";
    std::string danger;
    document.visit_attributes(id, [&](const html::Attribute& attribute) {
      const std::string attribute_name = text::lower_ascii(attribute.name);
      const std::string value = document.attribute_value(attribute);
      if (!kHarmlessAttributes.contains(attribute_name) && !attribute_name.starts_with("data-"))
        danger = attribute_name;
      if (attribute_name != "href" && attribute_name != "src") return;
      const auto url = text::parse_url(value, nullptr, text::Letters::kKept);
      if (url && !url->is_web() && url->scheme != "mailto") danger = value;
    });
    if (!danger.empty()) return "<" + name + " " + danger + ">";
    if (name == "meta" && document.attribute(id, "http-equiv")) return "a refresh";
  }
  return "";
}

TEST_CASE("no payload of a page gets into the HTML that is written, or out of the Markdown") {
  const Program program;
  for (std::size_t i = 0; i < kPayloads.size(); ++i)
    program.write("pages/" + std::to_string(i) + ".html", page_with_payload(kPayloads[i]));
  const auto html = program.run("\"$CA\" -q --html --links --images --recall --comments -o html pages");
  CHECK(html.exit_code == 0);
  const auto markdown = program.run(
      "\"$CA\" -q --markdown --links --images --title --recall --comments -o md pages && "
      "for f in md/*.md; do cmark-gfm --unsafe -e table -e strikethrough -e autolink -e footnotes $f > "
      "$f.html || exit 9; done");
  CHECK(markdown.exit_code == 0);
  for (std::size_t i = 0; i < kPayloads.size(); ++i) {
    CAPTURE(kPayloads[i]);
    const std::string written = program.read("html/" + std::to_string(i) + ".html");
    CHECK(contains(written, "closed in March"));
    CHECK(danger_in(written) == "");
    const std::string shown = program.read("md/" + std::to_string(i) + ".md.html");
    CHECK(contains(shown, "closed in March"));
    CHECK(danger_in(shown) == "");
  }
  CHECK(danger_in("<p onclick=x>") == "<p onclick>");
  CHECK(danger_in("<a href=javascript:x>") == "<a javascript:x>");
  CHECK(danger_in("<script>") == "<script>");
}

// Not a test: writes the pages for tests/cli/browser_test.py.
TEST_CASE("write the pages with payloads", "[.write-payloads]") {
  const char* folder = std::getenv("PAYLOADS");
  REQUIRE(folder != nullptr);
  for (std::size_t i = 0; i < kPayloads.size(); ++i)
    std::ofstream(std::string(folder) + "/" + std::to_string(i) + ".html") << page_with_payload(kPayloads[i]);
}

TEST_CASE("what is written has no tag that it does not close") {
  const Program program;
  for (std::size_t i = 0; i < kPayloads.size(); ++i)
    program.write("pages/" + std::to_string(i) + ".html", page_with_payload(kPayloads[i]));
  CHECK(program
            .run("\"$CA\" -q --html --links --images --recall -o html pages; "
                 "\"$CA\" -q --xmltei --links --images --recall -o tei pages; "
                 "\"$CA\" -q --xml --links --images --recall -o xml pages")
            .exit_code == 0);
  const auto well_formed = program.run("xmllint --noout tei/*.xml xml/*.xml");
  CHECK(well_formed.exit_code == 0);
  CHECK(well_formed.err == "");
  static const std::set<std::string> kEmpty = {"meta", "link", "img", "br", "hr", "!doctype"};
  for (const std::string& name : program.files("html")) {
    CAPTURE(name);
    const std::string page = program.read("html/" + name);
    std::vector<std::string> open;
    for (std::size_t at = page.find('<'); at != std::string::npos; at = page.find('<', at + 1)) {
      const bool is_end = page[at + 1] == '/';
      const std::size_t begin = at + (is_end ? 2 : 1);
      const std::string tag =
          text::lower_ascii(page.substr(begin, page.find_first_of(" >\n/", begin) - begin));
      if (kEmpty.contains(tag)) continue;
      if (!is_end) {
        open.push_back(tag);
      } else {
        REQUIRE_FALSE(open.empty());
        CHECK(open.back() == tag);
        open.pop_back();
      }
    }
    CHECK(open.empty());
  }
}

TEST_CASE("no order for a terminal gets out, by text, by --explain or by messages") {
  const Program program;
  const std::string orders =
      "&#27;[31m \x1b]0;x\x07 &#x9b;2J \xC2\x9B"
      "2J &#8;&#127;\x08 &#133; \x0e";
  std::string page = testing::page_with("iron");
  page.insert(page.find("</p>"), " " + orders + " ends here.");
  page.replace(page.find("The iron"), 8, "The " + orders + " iron");
  program.write("page.html", page);
  program.write("a\x1b[31m.html", "<p>x");
  program.write(
      "b\xC2\x9B"
      "2J.html",
      "<p>x");
  const auto has_orders = [](const std::string& said) {
    for (std::size_t at = 0; at < said.size(); ++at) {
      const auto byte = static_cast<unsigned char>(said[at]);
      if (byte == '\r' && at + 1 < said.size() && said[at + 1] == '\n') continue;  // the line end of CSV
      if ((byte < 0x20 && byte != '\n' && byte != '\t') || byte == 0x7F) return true;
      if (byte == 0xC2 && at + 1 < said.size() && static_cast<unsigned char>(said[at + 1]) < 0xA0)
        return true;
    }
    return false;
  };
  for (const char* way : {"", "--markdown --links", "--html", "--json", "--csv", "--xml", "--xmltei",
                          "--explain", "--explain -v", "--metadata", "--with-metadata"}) {
    CAPTURE(way);
    const auto ran = program.run("\"$CA\" " + std::string(way) + " page.html");
    CHECK(ran.exit_code == 0);
    CHECK_FALSE(has_orders(ran.out));
  }
  const auto failing =
      program.run("\"$CA\" *.html none$'\\e[31m' --rules $'x\\x9b'; \"$CA\" *.html none$'\\e[31m'");
  CHECK(failing.exit_code == 1);
  CHECK_FALSE(has_orders(failing.err));
  CHECK_FALSE(has_orders(failing.out));
}

}  // namespace
}  // namespace clean_article::cli
