#include "extract/blocks/style_sheets.hpp"

#include "text/text.hpp"

namespace clean_article::extract {

MediaFor media_of_attribute(std::string_view media) {
  bool some = false;
  for (std::string_view rest = media; !rest.empty();) {
    const std::size_t end = std::min(rest.find(','), rest.size());
    std::string_view query = trimmed_css(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
    constexpr std::string_view kOnly = "only ";
    if (query.starts_with(kOnly)) query.remove_prefix(kOnly.size());
    if (text::equal_ignoring_ascii_case(query, "screen") || text::equal_ignoring_ascii_case(query, "all"))
      return MediaFor::kEveryScreen;
    some = some || query.find('(') != std::string_view::npos;
  }
  if (trimmed_css(media).empty()) return MediaFor::kEveryScreen;
  const bool printed = media.find("print") != std::string_view::npos;
  return some && !printed ? MediaFor::kSomeState : MediaFor::kNoScreen;
}

MediaFor media_of_rule(std::string_view at_rule) {
  constexpr std::string_view kMedia = "@media";
  if (at_rule.starts_with("@supports") || at_rule.starts_with("@layer")) return MediaFor::kEveryScreen;
  if (at_rule.starts_with("@container")) return MediaFor::kSomeState;
  if (!at_rule.starts_with(kMedia)) return MediaFor::kNoScreen;
  return media_of_attribute(at_rule.substr(kMedia.size()));
}

std::size_t skip_css_space(std::string_view css, std::size_t at) {
  while (at < css.size()) {
    const std::string_view rest = css.substr(at);  // of most its first byte tells that a rule begins
    if (text::is_html_space(rest[0])) {
      ++at;
    } else if (rest[0] == '/' && rest.starts_with("/*")) {
      const std::size_t end = css.find("*/", at + 2);
      at = end == std::string_view::npos ? css.size() : end + 2;
    } else if (rest[0] == '<' && rest.starts_with("<!--")) {
      at += 4;
    } else if (rest[0] == '-' && rest.starts_with("-->")) {
      at += 3;
    } else {
      break;
    }
  }
  return at;
}

std::size_t behind_css_block(std::string_view css, std::size_t at) {
  for (int depth = 1; depth > 0; ++at) {
    at += text::find_marked(css.substr(at), [](const text::Bytes& c) { return (c == '{') | (c == '}'); });
    if (at == css.size()) return at;
    depth += css[at] == '{' ? 1 : -1;
  }
  return at;
}

}  // namespace clean_article::extract
