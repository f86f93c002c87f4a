// Finds subtrees that are plainly well nested while the scanner reads them, makes their nodes, and leaves one
// character of them in the skeleton. Private to this floor.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <string_view>
#include <vector>

#include "html/parse/skeleton.hpp"
#include "html/tree/tag.hpp"

namespace clean_article::html {

// What may be folded. A page in which something was folded wrongly is read again with less.
enum class Folding : std::uint8_t {
  kNothing,
  kInline,  // inline elements with what is in them
  kAll,     // and the content of block-level elements
};

// The bit of a formatting element (<a>, <b> …) in Subtree::formatting; 0 for others.
std::uint32_t formatting_bit(Tag tag);

// Keeps its own stack of open elements. It may be wrong about what is open where tags are misnested: then
// nothing is folded that is open, and what begins later is judged by itself. Inside a subtree each tag does
// nothing but open and close elements: no end tag is missing but those of <p>, <li>, <dt> and <dd> that the
// next tag implies, nothing is closed from within, nothing stands where tree construction would move it.
class SubtreeFolder {
 public:
  struct StartTag {
    Tag tag;
    std::string_view name;
    std::uint32_t index;  // in Skeleton::tag_spans
    bool in_flow;         // it stands where text may stand
    bool in_foreign;      // it stands in <svg> or <math>
    bool self_closing;
    bool link_open;  // an <a> is open
  };

  void clear(Skeleton& skeleton, Folding folding);
  bool is_folding() const { return folding_ != Folding::kNothing; }

  // Before a start tag is written to the skeleton: closes what it closes.
  void make_way(const StartTag& start);
  // After it was. `before` is what the skeleton was before; `content_in_flow`: text may stand in the element.
  void start(const StartTag& start, const SkeletonSize& before, bool content_in_flow);
  // Before an end tag is written. True when the element became a character, and needs no end tag.
  bool end(Tag tag, std::string_view name);
  // After a run of text.
  void text(std::uint32_t run);
  // For an inline element with nothing in it but a run of text: it becomes a character.
  void leaf(const StartTag& start, std::uint32_t run);

  // The next text makes a node of its own.
  void part_text() { text_goes_on_ = false; }
  // Something that does more than to nest: what is open stays as it is written.
  void doubt();
  // Nothing is folded from here on.
  void stop();

 private:
  enum class Content : std::uint8_t { kHtml, kSvg, kTextOfSvg };

  struct Open {
    NodeId node;
    std::uint32_t index;       // of its start tag in Skeleton::tag_spans
    std::uint32_t behind;      // its start tag, in the text of the skeleton
    SkeletonSize before;       // its start tag
    std::uint32_t formatting;  // elements in it
    std::string_view name;
    Tag tag;
    Content content;
    bool clean;      // so far, what is in it is plainly well nested
    bool is_inline;  // and no block-level element is in it
    bool has_button;
    bool needs_list;  // an item is in it whose list is outside
  };

  static bool is_end_of(const Open& open, Tag tag, std::string_view name);
  bool in_html() const { return open_.empty() || open_.back().content == Content::kHtml; }
  // How many formatting elements are open that have this bit.
  std::uint32_t& open_alike(std::uint32_t bit) {
    return formatting_open_[static_cast<unsigned>(std::countr_zero(bit))];
  }
  NodeId add_element(const StartTag& start, bool is_svg);
  void close_implied(std::size_t place);
  void close_paragraph();
  void close_item(bool description);
  bool stands_in_list(bool description);
  bool close_top(bool may_fold = true);
  void pop_to(std::size_t place);
  void close_misnested(Tag tag, std::string_view name);
  bool fold(const Open& closed);
  void add_subtree(Subtree subtree);

  Skeleton* skeleton_ = nullptr;
  Folding folding_ = Folding::kNothing;
  std::vector<Open> open_;
  std::uint32_t buttons_open_ = 0;
  std::array<std::uint32_t, 32> formatting_open_{};  // by bit
  bool text_goes_on_ = false;  // the latest node is a text to which the next run belongs
  // A formatting element was left open by the end of another: tree construction will open it again where the
  // next text stands, in whatever block.
  bool formatting_left_ = false;
};

}  // namespace clean_article::html
