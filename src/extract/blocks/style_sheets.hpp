// Walking the rules of a CSS style sheet. Owns comments, blocks and at-rules; knows no property and reads no
// selector.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "extract/blocks/style_values.hpp"

namespace clean_article::extract {

// For whom the rules inside an at-rule are.
enum class MediaFor : std::uint8_t {
  kEveryScreen,
  kSomeState,  // windows of some size, browsers of some kind
  kNoScreen,   // printers, frames of an animation, fonts
};

MediaFor media_of_rule(std::string_view at_rule);     // "@media (max-width: 40em)"
MediaFor media_of_attribute(std::string_view media);  // "print"; "" for every screen

// Behind white space and comments.
std::size_t skip_css_space(std::string_view css, std::size_t at);

// Behind the '}' that ends the block whose inside begins at `at`.
std::size_t behind_css_block(std::string_view css, std::size_t at);

// Calls fn(selectors, declarations, MediaFor) for each rule but those for no screen. Strings with braces in
// them are not understood.
template <typename Fn>
void for_each_css_rule(std::string_view css, Fn&& fn) {
  std::vector<MediaFor> around;  // of the at-rules that are open
  for (std::size_t at = skip_css_space(css, 0); at < css.size(); at = skip_css_space(css, at)) {
    if (css[at] == '}') {
      if (!around.empty()) around.pop_back();
      ++at;
      continue;
    }
    if (css[at] == '@') {
      const std::size_t stop = css.find_first_of("{;", at);
      if (stop == std::string_view::npos) return;
      const bool has_block = css[stop] == '{';
      const MediaFor inside = has_block ? media_of_rule(css.substr(at, stop - at)) : MediaFor::kEveryScreen;
      at = inside == MediaFor::kNoScreen ? behind_css_block(css, stop + 1) : stop + 1;
      if (has_block && inside != MediaFor::kNoScreen)
        around.push_back(around.empty() ? inside : std::max(around.back(), inside));
      continue;
    }
    const std::size_t open = css.find('{', at);
    if (open == std::string_view::npos) return;
    const std::size_t close = std::min(css.find('}', open), css.size());
    fn(trimmed_css(css.substr(at, open - at)), css.substr(open + 1, close - open - 1),
       around.empty() ? MediaFor::kEveryScreen : around.back());
    at = close + 1;
  }
}

}  // namespace clean_article::extract
