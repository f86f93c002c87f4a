// The tokens of strip_id_or_class, looked up by an element's class or id. Knows attribute values only, no
// elements.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "site/rules/site_rule.hpp"

namespace clean_article::site {

class StripTokens {
 public:
  // `tokens` must outlive this.
  explicit StripTokens(const std::vector<RuleText>& tokens);

  // Where the token stands that an id is, or that is a word of a class (several words: in that order, side by
  // side). Case counts.
  std::optional<RuleOrigin> match_id(std::string_view id) const;
  std::optional<RuleOrigin> match_class(std::string_view value) const;

  // How often a value is read for that.
  std::size_t readings(bool is_class) const { return is_class ? 1 + sequences_.size() : 1; }

 private:
  std::unordered_map<std::string_view, RuleOrigin> words_;
  std::vector<std::pair<std::string, RuleOrigin>> sequences_;  // several words that stand together
};

}  // namespace clean_article::site
