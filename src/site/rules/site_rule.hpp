// The rule of one site: all files that apply to it, joined and compiled. Owns what joining means (lists are
// appended, the first scalar wins) and what each directive needs to be usable; finds no files, changes no
// page.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "html/html.hpp"
#include "site/rules/rule_file.hpp"
#include "site/rules/rule_work.hpp"

namespace re2 {
class RE2;
}

namespace clean_article::site {

// Where a directive stands. The name lives as long as the SiteRule.
struct RuleOrigin {
  std::string_view file;
  std::uint32_t line = 0;
};

struct RuleExpression {
  html::XPath xpath;
  RuleOrigin origin;
  std::string argument;                 // the element of wrap_in(x)
  std::optional<html::XPath> target{};  // of move_into(x); none where x is the rule's body
  std::optional<html::XPath> guard{};   // the expression counts only where this one finds something
};

struct RuleText {
  std::string text;
  RuleOrigin origin;
};

struct RuleReplacement {
  std::string from;
  std::string to;
  RuleOrigin origin;
};

// drop: and keep: patterns for the whole text of a block.
class RulePattern {
 public:
  // kUsage when it is no expression of RE2's.
  static Result<RulePattern> compile(const std::string& pattern, RuleOrigin origin);
  bool matches(std::string_view block_text) const;
  // What that costs, in bytes of a RuleWork: where the automaton is too large, every state is tried at every
  // byte.
  std::size_t cost(std::string_view block_text) const;
  RuleOrigin origin() const { return origin_; }

 private:
  std::shared_ptr<const re2::RE2> expression_;
  RuleOrigin origin_;
};

struct RuleTest {
  std::string url;
  std::vector<std::string> contains;
  RuleOrigin origin;
};

// Immutable: may be shared between threads.
struct SiteRule {
  std::vector<RuleExpression> bodies, titles, authors, dates;
  std::vector<RuleExpression> strips, strip_attributes, wraps, moves, native_ads;
  std::vector<RuleExpression> single_pages, next_pages;
  std::vector<RuleText> strip_tokens, strip_images;
  std::vector<RuleReplacement> replacements;
  std::vector<std::pair<std::string, std::string>> http_headers;  // name in lower case, value
  std::vector<RulePattern> drops, keeps;
  std::vector<RuleTest> tests;
  bool prune = true;                               // whether text inside the body is finished as any text is
  bool autodetect_on_failure = true;               // whether the scorer judges pages on which no body matches
  std::optional<RuleOrigin> autodetect_next_page;  // says that links to further pages are looked for
  std::vector<std::shared_ptr<const std::string>> file_names;  // that origins point into
  std::vector<std::string> faults;  // lines that do nothing though they want to: "FILE:LINE: why"
  std::optional<Error> refused;     // why a file of it cannot be used: then no page of the site is cleaned

  // Whether it does anything to a page that has been fetched.
  bool touches_pages() const;

  // The page's source with all replacements made, literally and in their order; nothing when none applies.
  // What would grow beyond a bound is not replaced, nor what `work` does not pay for.
  std::optional<std::string> replace_in(std::string_view source, RuleWork& work) const;
};

// Adds files one by one, the one that goes first, first.
class SiteRuleBuilder {
 public:
  // Adds what `file` says; a line that cannot be used does nothing, and `file` gets a complaint.
  void add(RuleFile& file);
  // Notes that a file cannot be used. The first counts.
  void refuse(Error why);
  std::shared_ptr<const SiteRule> finish() { return std::make_shared<const SiteRule>(std::move(rule_)); }

 private:
  void add_line(const RuleLine& line, RuleFile& file);
  void add_expression(const RuleLine& line, std::vector<RuleExpression>& to, RuleFile& file);
  void add_move(const RuleLine& line, RuleFile& file);
  void add_pattern(const RuleLine& line, std::vector<RulePattern>& to, RuleFile& file);
  void add_header(const RuleLine& line, RuleFile& file);
  void note_faults(const RuleFile& file);

  SiteRule rule_;
  std::shared_ptr<const std::string> name_;
  bool has_prune_ = false, has_autodetect_ = false, has_next_page_ = false;
};

}  // namespace clean_article::site
