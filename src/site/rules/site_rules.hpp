// Which rule a host has: folders of rule files, and those built in. Owns lookup by the labels of a host and
// the loading of files when they are first needed.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/base.hpp"
#include "site/rules/site_rule.hpp"

namespace clean_article::site {

// A rule file that applies to a host.
struct RuleSource {
  std::string name;    // as messages show it: its path, or "sites/example.com.txt" for one built in
  std::string folder;  // "" for one built in
};

// A rule that is in no file.
struct GivenRule {
  std::string host;
  std::string text;
};

// For a host, `www.` taken off, these apply, the first one first: host.txt, then for its parent domains from
// the left .parent.txt, then global.txt. A file hides those of the same name in folders that were given
// before its own, and those built in.
class SiteRules {
 public:
  // A folder holds HOST.txt files itself, or in sites/, or both. The folders' names are read at once, their
  // files when a host first needs them. kInput when a folder cannot be read. `given` are for hosts that have
  // no file of their name.
  static Result<std::shared_ptr<const SiteRules>> create(const std::vector<std::string>& folders,
                                                         bool built_in, std::vector<GivenRule> given = {});

  // The rule for a host; null when it has none. Where one of its files cannot be used, the rule says why
  // (SiteRule::refused). Safe from several threads.
  std::shared_ptr<const SiteRule> find(std::string_view host) const;

  // The files that make up the rule.
  std::vector<RuleSource> sources(std::string_view host) const;

  // All files, sorted by name; hidden ones are left out.
  std::vector<RuleSource> all() const;

  bool empty() const;

  ~SiteRules();
  SiteRules(const SiteRules&) = delete;
  SiteRules& operator=(const SiteRules&) = delete;

 private:
  struct State;
  explicit SiteRules(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

// Reads one rule file from disk. kInput when it cannot be read, kTooLarge when no person wrote so much.
Result<RuleFile> load_rule_file(const std::string& path);

// The host that rules are looked up by: lower case and ASCII, no port, no `www.`, no final dot.
std::string rule_host(std::string_view host);

// The host of the address that a page gives itself; "" when it gives none.
std::string declared_host(const html::Document& document);

}  // namespace clean_article::site
