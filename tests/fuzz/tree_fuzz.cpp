// The tree of a page: always well formed; and of pages that are put together of tags that Gumbo reads
// rightly, plain Gumbo's tree.
#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "fuzzed_bytes.hpp"
#include "html/gumbo_reference.hpp"
#include "html/html.hpp"
#include "text/text.hpp"

using namespace clean_article;

namespace {

constexpr std::size_t kMostPieces = 400;  // Gumbo alone is quadratic

constexpr auto kNames = std::to_array<std::string_view>(
    {"p",       "div",     "ul",      "ol",     "li",    "dl",      "dd",       "dt",     "h1",
     "section", "pre",     "form",    "a",      "b",     "i",       "font",     "nobr",   "em",
     "table",   "tr",      "td",      "th",     "tbody", "caption", "colgroup", "col",    "select",
     "option",  "input",   "button",  "span",   "img",   "br",      "ruby",     "rt",     "template",
     "head",    "body",    "html",    "svg",    "math",  "mi",      "desc",     "center", "hr",
     "main",    "details", "marquee", "object", "title", "style",   "textarea"});
constexpr auto kTexts =
    std::to_array<std::string_view>({"x", " ", "a b", "\n", "&amp;", "&nbsp;", "<!-- c -->", "é"});

// What they mean the scanner guesses. A page with more wrong guesses than it may be read again for is read as
// simple nesting.
constexpr auto kGuessed = std::to_array<std::string_view>({"pre", "title", "style", "textarea"});

struct Page {
  std::string html;
  std::size_t guesses = 0;
};

Page page_of(fuzzing::FuzzedBytes& input) {
  Page page;
  for (std::size_t pieces = 0; !input.is_empty() && pieces < kMostPieces; ++pieces) {
    const std::uint8_t what = input.byte();
    if (what < 100) {
      const std::string_view name = input.one_of(kNames);
      page.html.append("<").append(name).append(">");
      page.guesses += static_cast<std::size_t>(std::ranges::count(kGuessed, name));
    } else if (what < 190) {
      page.html.append("</").append(input.one_of(kNames)).append(">");
    } else {
      page.html.append(input.one_of(kTexts));
    }
  }
  return page;
}

void check_form(const html::Document& document) {
  const auto nodes = document.nodes();
  fuzzing::promise(!nodes.empty() && nodes[0].end == nodes.size());
  for (html::NodeId id = 1; id < nodes.size(); ++id) {
    const html::Node& parent = nodes[nodes[id].parent];
    fuzzing::promise(nodes[id].parent < id && nodes[id].end > id && nodes[id].end <= parent.end);
    fuzzing::promise(nodes[id].depth == parent.depth + 1);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzzing::FuzzedBytes input(data, size);
  static html::Parser parser{Limits{}};
  if (input.flag()) {
    const std::string utf8 = text::valid_utf8(std::string(input.rest()));
    check_form(parser.parse(utf8));
    check_form(parser.parse_lines(utf8));
    return 0;
  }
  const Page page = page_of(input);
  const html::Document& document = parser.parse_as_sent(page.html);
  check_form(document);
  constexpr std::size_t kReadingsForFolding = 2;  // where something was folded wrongly
  if (page.guesses < kMostParses - kReadingsForFolding)
    fuzzing::promise(html::our_lines(document) == html::gumbo_lines(page.html));
  return 0;
}
