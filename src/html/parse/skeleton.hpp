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
  void shrink_to(std::uint32_t size) { size_ = size; }
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
inline constexpr char kSubtreeRun = 'y';  // no text: see Subtree

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

// Nodes that tree construction would nest just as their tags do. To Gumbo they are one character, which goes
// where they would go: the whole of an inline element, or all that is in a block-level one. The tree tells
// where that was wrong.
struct Subtree {
  NodeId first;  // in Skeleton::nodes
  NodeId end;
  std::uint32_t holder;     // the start tag of the element whose content this is; kImplied: of none
  std::uint32_t first_tag;  // the start tags in it
  std::uint32_t end_tag;
  std::uint32_t formatting;  // a bit for each kind of formatting element in it, see formatting_bit()
  bool has_button;
};

// Where a start tag, or a run, stands in the text of the skeleton.
struct SkeletonTag {
  std::uint32_t offset;
  std::uint32_t tag;
};
struct SkeletonRun {
  std::uint32_t offset;
  std::uint32_t run;  // or the subtree, where the character is kSubtreeRun
};

// How much of a skeleton is written.
struct SkeletonSize {
  std::uint32_t text;
  std::uint32_t tags;
  std::uint32_t runs;
  std::uint32_t guesses;
  std::uint32_t subtrees;
};

struct Skeleton {
  SkeletonText text;
  std::vector<SkeletonTag> tags_in_text;
  std::vector<SkeletonRun> runs_in_text;
  std::vector<Span> tag_spans;  // of each start tag in the source, those in subtrees too
  std::vector<TextSpan> runs;   // of each run of text in the source
  std::vector<Guess> guesses;
  std::vector<Subtree> subtrees;
  std::vector<Node> nodes;    // of subtrees, and of what did not become part of one
  bool has_frameset = false;  // which an empty subtree would let stand, and a character does not

  SkeletonSize size() const {
    const auto count = [](const auto& list) { return static_cast<std::uint32_t>(list.size()); };
    return {text.size(), count(tags_in_text), count(runs_in_text), count(guesses), count(subtrees)};
  }
  void shrink_to(const SkeletonSize& size) {
    text.shrink_to(size.text);
    tags_in_text.resize(size.tags);
    runs_in_text.resize(size.runs);
    guesses.resize(size.guesses);
    subtrees.resize(size.subtrees);
  }
  void clear() {
    shrink_to({});
    tag_spans.clear();
    runs.clear();
    nodes.clear();
    has_frameset = false;
  }
};

}  // namespace clean_article::html
