#include "site/rules/strip_tokens.hpp"

#include <algorithm>

#include "text/text.hpp"

namespace clean_article::site {

StripTokens::StripTokens(const std::vector<RuleText>& tokens) {
  for (const RuleText& token : tokens) {
    if (std::any_of(token.text.begin(), token.text.end(), text::is_html_space)) {
      sequences_.emplace_back(" " + text::fold_html_space(token.text) + " ", token.origin);
    } else {
      words_.emplace(token.text, token.origin);
    }
  }
}

std::optional<RuleOrigin> StripTokens::match_id(std::string_view id) const {
  const auto word = words_.find(id);
  return word != words_.end() ? std::optional(word->second) : std::nullopt;
}

std::optional<RuleOrigin> StripTokens::match_class(std::string_view value) const {
  for (std::size_t at = 0; at < value.size();) {
    while (at < value.size() && text::is_html_space(value[at])) ++at;
    const std::size_t begin = at;
    while (at < value.size() && !text::is_html_space(value[at])) ++at;
    if (const auto word = words_.find(value.substr(begin, at - begin)); word != words_.end())
      return word->second;
  }
  if (sequences_.empty()) return std::nullopt;
  const std::string padded = " " + text::fold_html_space(value) + " ";
  for (const auto& [sequence, origin] : sequences_) {
    if (padded.find(sequence) != std::string::npos) return origin;
  }
  return std::nullopt;
}

}  // namespace clean_article::site
