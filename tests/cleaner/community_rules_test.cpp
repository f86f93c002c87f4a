// Rules of the community, each on a page written for it: what its body, strip and title say happens.
#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "catch.hpp"
#include "cleaner/cleaner.hpp"
#include "cleaner/page_for_rule.hpp"
#include "corpora.hpp"
#include "html/html.hpp"
#include "site/site.hpp"

namespace clean_article {
namespace {

constexpr std::string_view kText =
    "The ferry across the sound was built in the winter of the great frost, and it still carries the mail, "
    "the "
    "milk and the schoolchildren of both shores, although nobody remembers who paid for it or why.";
constexpr std::string_view kBeside =
    "Beside the pier stands a hut in which ropes are kept, and whoever wants one writes a name into the book "
    "that "
    "hangs on the door, together with the day and the length of the rope.";
constexpr std::string_view kStripped =
    "Buy two ropes and get the third one from us on the first day of spring.";
constexpr std::string_view kTitle = "Ferry of the frost";

// Whether an expression finds `text` on a page: what the page was written for.
bool finds(const site::RuleExpression& expression, const html::Document& document, std::string_view text) {
  html::XPathPage page(document);
  const auto value = page.evaluate(expression.xpath);
  if (!value.ok() || !value->is_nodes) return false;
  return std::any_of(value->nodes.begin(), value->nodes.end(), [&](html::XPathNode node) {
    return page.string_value(node).find(text) != std::string_view::npos;
  });
}

struct Tried {
  bool has_page = false;
  bool strips = false, titles = false;  // whether the page tries them
  std::string failure;
};

Tried try_host(const std::string& host, const site::SiteRule& rule, Cleaner& cleaner) {
  Tried tried;
  if (rule.bodies.empty() || !rule.replacements.empty()) return tried;
  const auto made_strip =
      rule.strips.empty() ? std::nullopt : test::markup_for(rule.strips[0].xpath.text(), kStripped);
  const auto made_title =
      rule.titles.empty() ? std::nullopt : test::markup_for(rule.titles[0].xpath.text(), kTitle);
  const std::string mark = "[body]";
  auto body = test::markup_for(rule.bodies[0].xpath.text(), mark);
  if (!body || body->find(mark) == std::string::npos) return tried;
  std::string content = "<p>" + std::string(kText) + "</p>";
  if (made_strip) content += *made_strip;
  body->replace(body->find(mark), mark.size(), content);
  const std::string html = "<!DOCTYPE html><html><head></head><body>" + made_title.value_or("") + *body +
                           "<div><p>" + std::string(kBeside) + "</p></div></body></html>";

  html::Parser parser{Limits{}};
  const html::Document& document = parser.parse(html);
  if (!finds(rule.bodies[0], document, kText) || finds(rule.bodies[0], document, kBeside)) return tried;
  // Some strip the very text: a first and only paragraph.
  for (const site::RuleExpression& strip : rule.strips)
    if (finds(strip, document, kText)) return tried;
  tried.strips = made_strip && finds(rule.strips[0], document, kStripped);
  tried.titles = made_title && finds(rule.titles[0], document, kTitle);
  tried.has_page = true;

  Page page;
  page.bytes = html;
  const std::string url = "https://" + (host.starts_with('.') ? "any" + host : host) + "/story";
  page.url = url;
  const Result<Article> article = cleaner.clean(page);
  const std::string text = article.ok() ? article->text : "error: " + article.error().message;
  const RuleReport& report = cleaner.rule_report();
  if (report.body.empty()) tried.failure += " no body;";
  if (text.find(kText) == std::string::npos) tried.failure += " the body's text is missing;";
  if (text.find(kBeside) != std::string::npos) tried.failure += " text from beside the body;";
  if (tried.strips && text.find(kStripped) != std::string::npos) tried.failure += " what it strips is there;";
  if (tried.titles && (report.titles.empty() || report.titles[0].value.find(kTitle) == std::string::npos))
    tried.failure += " no title;";
  return tried;
}

TEST_CASE("two hundred rules of the community do what they say on pages written for them") {
  const auto folder = test::find_in_corpora("ftr-site-config");
  if (!folder) return;
  const auto rules = site::SiteRules::create({folder->string()}, false);
  REQUIRE(rules.ok());
  Options options;
  options.rules_folders = {folder->string()};
  auto cleaner = Cleaner::create(options);
  REQUIRE(cleaner.ok());

  std::vector<std::string> hosts;
  for (const site::RuleSource& source : (*rules)->all()) {
    std::string name = source.name.substr(source.name.rfind('/') + 1);
    name.resize(name.size() - std::string_view(".txt").size());
    hosts.push_back(std::move(name));
  }
  std::shuffle(hosts.begin(), hosts.end(), std::mt19937(2026));

  int pages = 0;
  int strips = 0;
  int titles = 0;
  for (const std::string& host : hosts) {
    if (pages == 200) break;
    Result<site::RuleFile> file = site::load_rule_file((*folder / (host + ".txt")).string());
    REQUIRE(file.ok());
    site::SiteRuleBuilder builder;
    builder.add(*file);
    const Tried tried = try_host(host, *builder.finish(), *cleaner);
    if (!tried.has_page) continue;
    ++pages;
    strips += tried.strips ? 1 : 0;
    titles += tried.titles ? 1 : 0;
    INFO(host << ":" << tried.failure);
    CHECK(tried.failure.empty());
  }
  CHECK(pages == 200);
  CHECK(strips > 60);
  CHECK(titles > 60);
}

}  // namespace
}  // namespace clean_article
