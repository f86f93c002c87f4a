// A bound on how deep and how large Gumbo's tree of a page can become, from its tags alone. Needed where
// Gumbo has no allocator that could stop it. Private to this floor.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "base/base.hpp"
#include "html/parse/tag_traits.hpp"
#include "html/tree/tag.hpp"

namespace clean_article::html {

// Follows nesting that is plainly right, and counts everything else as if nothing was closed by it. So
// the tree is never deeper than bound() says, and on real pages bound() is little more than the depth.
class NestingBound {
 public:
  void clear() {
    open_.clear();
    doubtful_ = elements_ = deepest_ = open_formatting_ = most_formatting_ = 0;
  }

  void start(Tag tag, bool self_closing_foreign) {
    ++elements_;
    const std::uint32_t traits = traits_of(tag);
    if ((traits & kVoid) != 0 || self_closing_foreign) return;
    if ((traits & kImplicitEnd) != 0) {
      if (tag != Tag::k_p && top_is(Tag::k_p)) open_.pop_back();
      if (top_is(tag)) open_.pop_back();
    }
    if ((traits & kFormatting) != 0) most_formatting_ = std::max(most_formatting_, ++open_formatting_);
    open_.push_back(tag);
    deepest_ = std::max(deepest_, static_cast<std::uint32_t>(open_.size()));
  }

  void end(Tag tag) {
    std::size_t place = open_.size();
    while (place > 0 && open_[place - 1] != tag && (traits_of(open_[place - 1]) & kImplicitEnd) != 0) --place;
    const bool through = place != open_.size();
    if (place == 0 || open_[place - 1] != tag) {
      ++doubtful_;
      return;
    }
    // An inline element does not end through a block: Gumbo leaves both open.
    if (through && (traits_of(tag) & (kClosesParagraph | kTablePart | kImplicitEnd)) == 0) {
      ++doubtful_;
      return;
    }
    if ((traits_of(tag) & kFormatting) != 0) --open_formatting_;
    open_.resize(place - 1);
  }

  // Whether Gumbo can be trusted with the page.
  bool within(const Limits& limits) const {
    // What is in doubt makes the tree deeper at worst. Gumbo looks through all that is open at each tag:
    // the product bounds its time. Its own clean-up is recursive: the depth bounds its stack.
    constexpr std::uint64_t kMostSteps = 100'000'000;
    constexpr std::uint32_t kMostDoubtful = 4096;
    constexpr std::uint64_t kBytesOfElement = 256;
    const std::uint64_t bound = std::uint64_t{deepest_} + doubtful_;
    return deepest_ <= limits.max_depth && doubtful_ <= kMostDoubtful && bound * elements_ <= kMostSteps &&
           (most_formatting_ <= limits.max_open_formatting ||
            std::uint64_t{most_formatting_} * elements_ * kBytesOfElement <= limits.max_arena_bytes);
  }

 private:
  bool top_is(Tag tag) const { return !open_.empty() && open_.back() == tag; }

  std::vector<Tag> open_;
  std::uint32_t doubtful_ = 0;
  std::uint32_t elements_ = 0;
  std::uint32_t deepest_ = 0;
  std::uint32_t open_formatting_ = 0;
  std::uint32_t most_formatting_ = 0;
};

}  // namespace clean_article::html
