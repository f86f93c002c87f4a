// XPath expressions and CSS selectors on a small page, within a budget.
#include <string>
#include <string_view>

#include "fuzzed_bytes.hpp"
#include "html/html.hpp"
#include "site/site.hpp"

using namespace clean_article;

namespace {

constexpr std::string_view kPage =
    "<html><body><div id=a class='x y'><p>one<b>two</b> three<p lang=en>four<ul><li>1<li>2<li>3</ul></div>"
    "<table><tr><td>5<td>6</table><a href=/b title='t'>b</a></body></html>";

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzzing::FuzzedBytes input(data, size);
  const bool is_css = input.flag();
  std::string expression(input.rest());
  if (is_css) {
    const auto translated = site::css_to_xpath(expression);
    if (!translated.ok()) return 0;
    expression = *translated;
  }
  const auto compiled = html::XPath::compile(expression);
  fuzzing::promise(compiled.ok() || !is_css || expression.size() > 4096);  // what we translate is XPath
  if (!compiled.ok()) return 0;
  static html::Parser parser{Limits{}};
  static const html::Document& document = parser.parse(kPage);
  html::XPathPage page(document, 2'000'000);
  const auto value = page.evaluate(*compiled);
  if (!value.ok()) return 0;
  for (std::size_t i = 1; i < value->nodes.size(); ++i)
    fuzzing::promise(value->nodes[i - 1] < value->nodes[i]);
  for (const html::XPathNode node : value->nodes) static_cast<void>(page.string_value(node));
  return 0;
}
