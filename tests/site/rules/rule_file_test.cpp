// Reading rule files: every directive, and what is said of lines that are none.
#include "site/rules/rule_file.hpp"

#include <string>

#include "catch.hpp"
#include "site/rules/css_selector.hpp"
#include "site/rules/site_rule.hpp"

namespace clean_article::site {
namespace {

// The complaints of a file that was read and compiled: "LINE severity: message" a line.
std::string complaints(std::string_view content) {
  RuleFile file = read_rule_file(content, "x.txt");
  SiteRuleBuilder().add(file);
  std::string all;
  for (const Complaint& c : file.complaints) {
    const char* severity = c.severity == Severity::kError     ? " error: "
                           : c.severity == Severity::kWarning ? " warning: "
                                                              : " note: ";
    all += std::to_string(c.line) + severity + c.message + "\n";
  }
  return all;
}

std::shared_ptr<const SiteRule> rule_of(std::string_view content) {
  RuleFile file = read_rule_file(content, "x.txt");
  SiteRuleBuilder builder;
  builder.add(file);
  CHECK(file.complaints.empty());
  return builder.finish();
}

TEST_CASE("every directive is read into its place") {
  const auto rule = rule_of(
      "\xEF\xBB\xBF# a comment\r\n"
      "title: //h1\r\n"
      "  body://div[@id='a']  \n"
      "body(css): article.post\n"
      "author: 'A: B'\ndate: //time\n"
      "strip: //nav\nstrip_id_or_class: 'share'\nstrip_image_src: /ads/\nstrip_attr: //p/@style\n"
      "prune: no\nautodetect_on_failure: false\n"
      "find_string: <x>\nreplace_string: <y>\n"
      "replace_string(<a:b>): <c(d)>\nreplace_string(f(1)): \n"
      "http_header(User-Agent): Mozilla/5.0\n"
      "single_page_link: //a[@class='all']\nif_page_contains: //h2\n"
      "next_page_link: //link[@rel='next']/@href\nnative_ad_clue: //meta\n"
      "wrap_in(blockquote): //aside\n"
      "drop: Start your day .*\nkeep: Advertisement\n"
      "test_url: https://example.com/a\ntest_contains: one\ntest_contains: two\ntest_url: "
      "https://example.com/b\n");
  REQUIRE(rule->bodies.size() == 2);
  CHECK(rule->bodies[0].xpath.text() == "//div[@id='a']");
  CHECK(rule->bodies[1].origin.line == 4);
  CHECK(rule->bodies[1].origin.file == "x.txt");
  CHECK(rule->titles.size() == 1);
  CHECK(rule->authors.at(0).xpath.text() == "'A: B'");
  CHECK(rule->dates.size() == 1);
  CHECK(rule->strips.size() == 1);
  CHECK(rule->strip_tokens.at(0).text == "share");
  CHECK(rule->strip_images.at(0).text == "/ads/");
  CHECK(rule->strip_attributes.size() == 1);
  CHECK_FALSE(rule->prune);
  CHECK_FALSE(rule->autodetect_on_failure);
  REQUIRE(rule->replacements.size() == 3);
  CHECK(rule->replacements[0].from == "<x>");
  CHECK(rule->replacements[0].to == "<y>");
  CHECK(rule->replacements[1].from == "<a:b>");
  CHECK(rule->replacements[1].to == "<c(d)>");
  CHECK(rule->replacements[2].to.empty());
  CHECK(rule->http_headers.at(0) == std::pair<std::string, std::string>("user-agent", "Mozilla/5.0"));
  CHECK(rule->single_pages.at(0).guard->text() == "//h2");
  CHECK_FALSE(rule->next_pages.at(0).guard);
  CHECK(rule->native_ads.size() == 1);
  CHECK(rule->wraps.at(0).argument == "blockquote");
  CHECK(rule->drops.at(0).matches("Start your day well"));
  CHECK_FALSE(rule->drops.at(0).matches("Do not Start your day well"));
  CHECK(rule->keeps.size() == 1);
  REQUIRE(rule->tests.size() == 2);
  CHECK(rule->tests[0].contains == std::vector<std::string>{"one", "two"});
}

TEST_CASE("several find_string pair with as many replace_string") {
  const auto rule = rule_of("find_string: a\nfind_string: b\nreplace_string: c\nreplace_string: d\n");
  RuleWork work;
  CHECK(rule->replace_in("ab", work) == "cd");
  CHECK_FALSE(rule->replace_in("xy", work));
}

TEST_CASE("lists append and the first scalar wins") {
  SiteRuleBuilder builder;
  RuleFile first = read_rule_file("body: //a\nprune: no\nhttp_header(referer): one\n", "first.txt");
  RuleFile second = read_rule_file("body: //b\nprune: yes\nhttp_header(referer): two\n", "second.txt");
  builder.add(first);
  builder.add(second);
  const auto rule = builder.finish();
  REQUIRE(rule->bodies.size() == 2);
  CHECK(rule->bodies[1].origin.file == "second.txt");
  CHECK_FALSE(rule->prune);
  CHECK(rule->http_headers.size() == 1);
}

TEST_CASE("what is wrong with a line is said once, and the rest of the file works") {
  CHECK(complaints("titl: //h1\n") == "1 warning: there is no directive 'titl'; is 'title' meant?\n");
  CHECK(complaints("test_rul: x\n") == "1 warning: there is no directive 'test_rul'; is 'test_url' meant?\n");
  CHECK(complaints("body //p\n\n// strip it\n") ==
        "1 warning: is no 'directive: value'\n3 warning: a comment begins with '#', not '//'\n");
  CHECK(complaints("body: //p[contain(a,'b')]\nbody: //p\n") ==
        "1 error: a function of XPath 1.0 was expected, not 'contain' at character 5 in: "
        "//p[contain(a,'b')]\n");
  CHECK(complaints("requires_login: yes\nlogin_uri: https://a\nrequires_login: yes\n") ==
        "1 warning: logging in is not supported: pages behind a login stay there\n");
  CHECK(complaints("tidy: no\ntidy: no\n") ==
        "1 note: 'tidy' has no effect: every page is parsed as browsers do, which tidies it\n");
  CHECK(complaints("prune: maybe\n") == "1 error: 'prune' needs yes or no, not 'maybe'\n");
  CHECK(complaints("body:\n") == "1 error: 'body' has no value\n");
  CHECK(complaints("body(xml): a\n") == "1 error: 'body(xml)' has no meaning\n");
  CHECK(complaints("wrap_in: //p\n") == "1 error: 'wrap_in' needs an argument: wrap_in(x): …\n");
  CHECK(complaints("replace_string(x);)\n") == "1 error: 'replace_string(…' lacks its '):'\n");
  CHECK(complaints("replace_string: x\n") == "1 error: replace_string without a find_string before it\n");
  CHECK(complaints("find_string: x\nbody: //p\n") ==
        "2 error: find_string has no replace_string behind it\n");
  CHECK(complaints("find_string: x\n") == "1 error: the last find_string has no replace_string behind it\n");
  CHECK(complaints("if_page_contains: //p\n") ==
        "1 error: if_page_contains has no line before it to guard\n");
  CHECK(complaints("test_contains: a\n") == "1 warning: test_contains without a test_url before it\n");
  CHECK(complaints("http_header(Host): b\n") == "1 error: a rule may not set the header 'Host'\n");
  CHECK(complaints("http_header(cookie): a\x01\n") ==
        "1 error: the header's value holds control characters\n");
  CHECK(complaints("drop: (\n") == "1 error: is no pattern: missing ): (\n");
  CHECK(complaints("strip(css): a >\n") ==
        "1 error: the end stands where a selector was expected at character 4 in: a >\n");
}

TEST_CASE("a hostile file is read in bounds") {
  std::string many;
  for (int i = 0; i < 1'000'000; ++i) many += "strip: //a\n";
  const RuleFile file = read_rule_file(many, "x.txt");
  CHECK(file.lines.size() == 20'001);
  CHECK(file.complaints.size() == 1);
  std::string odd;
  for (int i = 0; i < 100'000; ++i) odd += "x" + std::string(static_cast<std::size_t>(i % 50), 'y') + ": 1\n";
  CHECK(read_rule_file(odd, "x.txt").complaints.size() == 50);

  // Replacements that would double a page each time stop at a bound.
  std::string doubling;
  for (int i = 0; i < 64; ++i) doubling += "replace_string(a): aa\n";
  RuleFile growing = read_rule_file(doubling, "x.txt");
  SiteRuleBuilder builder;
  builder.add(growing);
  RuleWork work;
  const auto rule = builder.finish();
  CHECK(rule->replace_in(std::string(1000, 'a'), work)->size() < (std::size_t{3} << 20));
  // Nor does a page become larger than an input may be.
  CHECK(rule->replace_in(std::string(kMostInputBytes / 2, 'a'), work)->size() <= kMostInputBytes);
}

TEST_CASE("a rule replaces as long as its account pays, and the account says so") {
  std::string lines;
  for (int i = 0; i < 20; ++i) lines += "replace_string(x" + std::to_string(i) + "y): z\n";
  const auto rule = rule_of(lines);
  const std::string source = "x0y" + std::string(997, ' ') + "x19y";
  RuleWork enough(1'000'000);
  CHECK(rule->replace_in(source, enough) == "z" + std::string(997, ' ') + "z");
  CHECK_FALSE(enough.is_spent());
  RuleWork little(10'000);
  CHECK(rule->replace_in(source, little) == "z" + std::string(997, ' ') + "x19y");
  CHECK(little.is_spent());
  CHECK_FALSE(little.spend(0));
}

TEST_CASE("a file without a single directive is no rule") {
  const auto refused = [](std::string_view content) {
    RuleFile file = read_rule_file(content, "x.txt");
    SiteRuleBuilder builder;
    builder.add(file);
    const auto rule = builder.finish();
    return rule->refused ? rule->refused->message : "";
  };
  CHECK(refused("# nothing yet\n").empty());
  CHECK(refused("requires_login: yes\n").empty());
  CHECK(refused("\x7F"
                "ELF nonsense\n\n") == "x.txt:1: is no 'directive: value'; no line of the file is a rule");
  CHECK(refused("bdoy: //p\n") ==
        "x.txt:1: there is no directive 'bdoy'; is 'body' meant?; no line of the file is a rule");
}

// A rule of which some lines are wrong.
std::shared_ptr<const SiteRule> faulty_rule(std::string_view content) {
  RuleFile file = read_rule_file(content, "x.txt");
  SiteRuleBuilder builder;
  builder.add(file);
  return builder.finish();
}

TEST_CASE("lines that cannot be used are told with the rule") {
  const auto rule = faulty_rule("body: //p\nstrip: //[\ndrop: (\n");
  REQUIRE(rule->faults.size() == 2);
  CHECK(rule->faults[0].find(":2: ") != std::string::npos);
  CHECK(rule->faults[1].find(":3: is no pattern") != std::string::npos);
}

TEST_CASE("of many lines that cannot be used the first are told, and how many more there are") {
  std::string lines = "body: //p\n";
  for (int i = 0; i < 12; ++i) lines += "drop: (" + std::string(static_cast<std::size_t>(i), 'a') + "\n";
  const auto rule = faulty_rule(lines);
  REQUIRE(rule->faults.size() == 11);
  CHECK(rule->faults.back().ends_with(": and 2 lines more that do nothing ('rules lint' names them)"));
}

TEST_CASE("a rule has as many patterns as it may") {
  std::string lines;
  for (std::size_t i = 0; i < kMostPatterns + 2; ++i) lines += "drop: a" + std::to_string(i) + "\n";
  const auto rule = faulty_rule(lines);
  CHECK(rule->drops.size() == kMostPatterns);
  CHECK(rule->faults.size() == 2);
}

TEST_CASE("a pattern may take 128 KiB, one that takes more does nothing, which is said") {
  // In RE2 of 2022 10,864 letters fit.
  const auto rule = rule_of("drop: " + std::string(10'000, 'a') + "\n");
  CHECK(rule->drops.size() == 1);
  CHECK(rule->faults.empty());
  const auto large = faulty_rule("drop: " + std::string(15'000, 'a') + "\n");
  CHECK(large->drops.empty());
  REQUIRE(large->faults.size() == 1);
  CHECK(large->faults[0].find("pattern too large") != std::string::npos);
}

TEST_CASE("a rule may read 512 MiB of a page, then it does no more") {
  const auto work_of = [](std::size_t lines) {
    std::string text;
    for (std::size_t i = 0; i < lines; ++i) text += "replace_string(x" + std::to_string(i) + "y): z\n";
    RuleWork work;
    CHECK_FALSE(rule_of(text)->replace_in(std::string(kMebi, ' '), work));
    return work;
  };
  CHECK_FALSE(work_of(kMostRuleBytes / kMebi).is_spent());
  CHECK(work_of(kMostRuleBytes / kMebi + 1).is_spent());
}

TEST_CASE("CSS selectors become XPath") {
  struct Case {
    std::string_view selector, xpath;
  };
  const Case cases[] = {
      {"p", "//p"},
      {"article > p", "//article/p"},
      {"div p, #a", "//div//p | //*[@id = 'a']"},
      {"h2+p ~ ul", "//h2/following-sibling::*[1]/self::p/following-sibling::ul"},
      {".post", "//*[contains(concat(' ', normalize-space(@class), ' '), ' post ')]"},
      {"a[rel]", "//a[@rel]"},
      {"a[href='x y']", "//a[@href = 'x y']"},
      {"[href^=http]", "//*[starts-with(@href, 'http')]"},
      {"[id*=\"ad's\"]", "//*[contains(@id, \"ad's\")]"},
      {"[id$=x]", "//*[substring(@id, string-length(@id) - string-length('x') + 1) = 'x']"},
      {"li:first-child", "//li[not(preceding-sibling::*)]"},
      {"li:nth-child(2)", "//li[count(preceding-sibling::*) = 2 - 1]"},
      {"p:not([id])", "//p[not(self::*[@id])]"},
      {"p:has(> b, i)", "//p[./b | ./i]"},
      {"a\\:b", "//a:b"},
  };
  for (const Case& c : cases) {
    INFO(c.selector);
    const Result<std::string> xpath = css_to_xpath(c.selector);
    REQUIRE(xpath.ok());
    CHECK(*xpath == c.xpath);
    CHECK(html::XPath::compile(*xpath).ok());
  }
  for (const std::string_view wrong :
       {"", "p:hover", "p >", "[a", "p::before", "a[b='c]", "p)", "li:nth-child(2n+1)", "a,,b", "a, 0#b",
        "-x", "a[0]", "a\\ b", "\\0b", "a[x\\(]", "a\\:", "a\\:-b", "a\\:\\:b", "[\\:a]"}) {
    INFO(wrong);
    CHECK_FALSE(css_to_xpath(wrong).ok());
  }
}

}  // namespace
}  // namespace clean_article::site
