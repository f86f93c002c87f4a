// Guesses from tags alone whether the scanner is inside <svg> or <math>. A guess: the tree has the last
// word, and tells the scanner where it was wrong. Private to this floor.
#pragma once

#include <cstddef>
#include <vector>

#include "html/tag.hpp"
#include "html/tag_traits.hpp"

namespace clean_article::html {

class ForeignGuess {
 public:
  void clear() { open_.clear(); }

  // Whether a tag here would be one of SVG or MathML.
  bool inside() const { return !open_.empty() && !is_html_again(open_.back()); }

  void start_tag(Tag tag, bool self_closing) {
    if (open_.empty() && (traits_of(tag) & kForeignRoot) == 0) return;
    const bool foreign = inside();
    if (foreign && (traits_of(tag) & kBreaksForeign) != 0) {
      while (inside()) open_.pop_back();
      return;
    }
    if (self_closing) return;
    const std::uint16_t wanted = foreign ? kForeignRoot | kIntegration : kForeignRoot;
    if ((traits_of(tag) & wanted) != 0 && open_.size() < kDeepest) open_.push_back(tag);
  }

  void end_tag(Tag tag) {
    if (open_.empty() || (traits_of(tag) & (kForeignRoot | kIntegration)) == 0) return;
    for (std::size_t i = open_.size(); i-- > 0;) {
      if (open_[i] == tag) {
        open_.resize(i);
        return;
      }
    }
  }

 private:
  static constexpr std::size_t kDeepest = 64;  // of real pages nests none; bounds the search above

  static bool is_html_again(Tag tag) { return (traits_of(tag) & kIntegration) != 0; }

  std::vector<Tag> open_;
};

}  // namespace clean_article::html
