// A site rule on a page. Half of the rules are any bytes, half are written from a grammar, so that lines come
// about which mean something: move_into(//html): //p.
#include <array>
#include <string>
#include <string_view>

#include "extract/extract.hpp"
#include "fuzzed_bytes.hpp"
#include "site/site.hpp"
#include "text/text.hpp"

using namespace clean_article;
using fuzzing::FuzzedBytes;

namespace {

constexpr std::string_view kPage =
    "<html><head><title>The bridge</title><base href=http://e.com/></head><body><nav><a href=/a>A</a></nav>"
    "<article id=a class='text main'><h1>The bridge</h1><p class=x>The bridge, which closed in March, will "
    "open "
    "again.<a rel=next href=?page=2>2</a><p>Repairs took longer than "
    "planned.<table><tr><td>a<td>b</table></article>"
    "<div class=share><p>Share this</div><img src=/ads/a.png><ul><li>one<li>two</ul></body></html>";

constexpr auto kDirectives = std::to_array<std::string_view>({"body",
                                                              "title",
                                                              "author",
                                                              "date",
                                                              "strip",
                                                              "strip_id_or_class",
                                                              "strip_image_src",
                                                              "strip_attr",
                                                              "prune",
                                                              "find_string",
                                                              "replace_string",
                                                              "replace_string(p)",
                                                              "next_page_link",
                                                              "single_page_link",
                                                              "if_page_contains",
                                                              "native_ad_clue",
                                                              "autodetect_on_failure",
                                                              "wrap_in(div)",
                                                              "wrap_in(blockquote)",
                                                              "move_into(body)",
                                                              "move_into(//html)",
                                                              "move_into(//head)",
                                                              "move_into(//p)",
                                                              "move_into(//article)",
                                                              "autodetect_next_page",
                                                              "drop",
                                                              "keep",
                                                              "body(css)",
                                                              "strip(css)",
                                                              "http_header(cookie)",
                                                              "test_url",
                                                              "test_contains"});
constexpr auto kNames =
    std::to_array<std::string_view>({"p", "*", "html", "body", "head", "div", "a", "article", "li", "text()",
                                     "@class", "@href", "@*", "node()", ".", "..", "img"});
constexpr auto kSteps = std::to_array<std::string_view>(
    {"/", "//", "/ancestor::", "/following::", "/preceding-sibling::", "/descendant-or-self::", "|//",
     "/parent::"});
constexpr auto kPredicates = std::to_array<std::string_view>(
    {"", "", "", "[1]", "[last()]", "[@class='x']", "[contains(., 'a')]", "[position()>1]", "[not(a)]",
     "[count(//p)>1]", "[string-length(.)>5]", "[a|b]", "[starts-with(@id,'a')]"});
constexpr auto kTexts = std::to_array<std::string_view>(
    {"p", "<p>", "a", "", "text", "yes", "no", "share", ".*", "(a|b)*c", "/ads/", "text main"});

std::string expression(FuzzedBytes& input) {
  std::string made;
  for (int steps = input.byte() % 4; steps >= 0; --steps)
    made.append(input.one_of(kSteps)).append(input.one_of(kNames)).append(input.one_of(kPredicates));
  return made;
}

std::string rule_of(FuzzedBytes& input) {
  std::string rule;
  while (!input.is_empty()) {
    rule.append(input.one_of(kDirectives)).append(": ");
    rule.append(input.flag() ? expression(input) : std::string(input.one_of(kTexts))).append("\n");
  }
  return rule;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  FuzzedBytes input(data, size);
  const std::string content = input.flag() ? std::string(input.rest()) : rule_of(input);
  site::RuleFile file = site::read_rule_file(content, "fuzz.txt");
  site::SiteRuleBuilder builder;
  builder.add(file);
  const auto rule = builder.finish();

  site::RuleWork work(std::size_t{16} << 20);
  const auto replaced = rule->replace_in(kPage, work);
  static html::Parser parser{Limits{}};
  const html::Document& document = parser.parse(replaced ? std::string_view(*replaced) : kPage);
  static site::RuleApplier applier;
  const site::AppliedRule applied = applier.apply(*rule, document, "http://e.com/a", work);
  static extract::Extractor extractor(site::Phrases::built_in(), {});
  const auto judged = extractor.extract_with_rule(*rule, applied, extract::page_scorer());
  fuzzing::promise(judged.extraction.verdicts->size() == judged.extraction.page->blocks.size());
  return 0;
}
