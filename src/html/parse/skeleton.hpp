// The small document that Gumbo is given in place of the page, and the way back from each of its
// characters to the source. Plain data, filled by Scanner, read by TreeBuilder; keeps its memory from
// page to page. Private to this floor.
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

#include "html/tree/document.hpp"

namespace clean_article::html {

// The text of the skeleton: appended to without a check for each character.
class SkeletonText {
 public:
  void clear() { size_ = 0; }
  const char* data() const { return bytes_.get(); }
  std::uint32_t size() const { return size_; }

  // Makes room for `bytes` more, and returns where they go.
  char* room(std::size_t bytes) {
    if (capacity_ - size_ < bytes) grow(bytes);
    return bytes_.get() + size_;
  }
  void advance_to(const char* end) { size_ = static_cast<std::uint32_t>(end - bytes_.get()); }
  void append(std::string_view text) {
    char* at = room(text.size());
    std::memcpy(at, text.data(), text.size());
    advance_to(at + text.size());
  }
  void append(char c) {
    *room(1) = c;
    ++size_;
  }

 private:
  void grow(std::size_t bytes) {
    const std::size_t wanted = std::max<std::size_t>({size_ + bytes, capacity_ * 2, std::size_t{1} << 16});
    auto grown = std::make_unique_for_overwrite<char[]>(wanted);
    if (size_ != 0) std::memcpy(grown.get(), bytes_.get(), size_);
    bytes_ = std::move(grown);
    capacity_ = wanted;
  }

  std::unique_ptr<char[]> bytes_;
  std::size_t capacity_ = 0;
  std::uint32_t size_ = 0;
};

// Gumbo compares each attribute of a further <html> or <body> with all it has: beyond this many, those
// of further ones are lost. No real page has more than a few.
inline constexpr std::uint32_t kMostMerged = 64;

inline constexpr std::uint32_t kCdataStartSize = 9;  // of "<![CDATA["

// How a run of text stands in the skeleton. Tree construction tells these apart and nothing else.
inline constexpr char kSpaceRun = ' ';
inline constexpr char kTextRun = 'x';
inline constexpr char kNulRun = '\0';
inline constexpr char kLeafRun = 'y';

// A start tag or a CDATA section whose meaning depends on the tree that Gumbo will build: whether the
// content of <title> is raw text, whether a newline after <pre> counts. The scanner guesses, the tree
// tells, and a wrong guess becomes an override for the next scan.
struct Guess {
  std::uint32_t position;  // in the source
  std::uint32_t index;     // start tag: its index; CDATA: its run
  bool is_cdata;
  bool guessed;  // that it takes effect
  bool seen;     // that it did, in the tree
};

struct Override {
  std::uint32_t position;
  bool takes_effect;
};

// An inline element that holds nothing but text, such as <a href=x>text</a>: in the body of a page it goes
// where a character would go, so that it may stand as one. The tree tells where it may not.
struct Leaf {
  std::uint32_t run;  // its content
  std::uint32_t tag;  // its start tag
};

struct Skeleton {
  SkeletonText text;
  std::vector<std::uint32_t> tag_offsets;  // of each start tag in `text`
  std::vector<Span> tag_spans;             // of each start tag in the source
  std::vector<std::uint32_t> run_offsets;  // of each run of text in `text`
  std::vector<TextSpan> runs;              // of each run of text in the source
  std::vector<Guess> guesses;
  std::vector<Leaf> leaves;
  bool has_frameset = false;  // which an empty leaf would let stand, and a character does not

  void clear() {
    text.clear();
    tag_offsets.clear();
    tag_spans.clear();
    run_offsets.clear();
    runs.clear();
    guesses.clear();
    leaves.clear();
    has_frameset = false;
  }
};

}  // namespace clean_article::html
