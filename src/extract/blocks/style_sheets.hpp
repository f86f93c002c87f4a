// Walking the rules of a CSS style sheet. Owns comments, blocks and at-rules; knows no property and reads no
// selector.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "extract/blocks/style_values.hpp"
#include "text/text.hpp"

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

// The at-rules that are open, but those for no screen: what is inside one for some state is so, too.
class OpenAtRules {
 public:
  void open(MediaFor media) {
    ++depth_;
    if (media == MediaFor::kSomeState && state_depth_ == 0) state_depth_ = depth_;
  }
  // Nothing where none is open.
  void close() {
    if (depth_ == 0) return;
    if (state_depth_ == depth_) state_depth_ = 0;
    --depth_;
  }
  MediaFor media() const { return state_depth_ == 0 ? MediaFor::kEveryScreen : MediaFor::kSomeState; }

 private:
  std::size_t depth_ = 0;
  std::size_t state_depth_ = 0;  // of the outermost one for some state, 0 for none
};

// Calls fn(selectors, declarations, MediaFor) for each rule but those for no screen. Strings with braces in
// them are not understood.
template <typename Fn>
void for_each_css_rule(std::string_view css, Fn&& fn) {
  OpenAtRules around;
  for (std::size_t at = skip_css_space(css, 0); at < css.size(); at = skip_css_space(css, at)) {
    if (css[at] == '}') {
      around.close();
      ++at;
      continue;
    }
    if (css[at] == '@') {
      const std::size_t stop = at + text::find_marked(css.substr(at), [](const text::Bytes& c) {
                                 return (c == '{') | (c == ';');
                               });
      if (stop == css.size()) return;
      const bool has_block = css[stop] == '{';
      const MediaFor inside = has_block ? media_of_rule(css.substr(at, stop - at)) : MediaFor::kEveryScreen;
      at = inside == MediaFor::kNoScreen ? behind_css_block(css, stop + 1) : stop + 1;
      if (has_block && inside != MediaFor::kNoScreen) around.open(inside);
      continue;
    }
    const std::size_t open = css.find('{', at);
    if (open == std::string_view::npos) return;
    const std::size_t close = std::min(css.find('}', open), css.size());
    fn(trimmed_css(css.substr(at, open - at)), css.substr(open + 1, close - open - 1), around.media());
    at = close + 1;
  }
}

}  // namespace clean_article::extract
