// Guesses from tags alone where text is not what it seems: in <svg> and <math>, in <select>, in framesets,
// among the rows of tables. A guess: the tree has the last word, and tells the scanner where it was wrong.
// Private to this floor.
#pragma once

#include <cstddef>
#include <vector>

#include "html/parse/tag_traits.hpp"
#include "html/tree/tag.hpp"

namespace clean_article::html {

class ForeignGuess {
 public:
  void clear() {
    open_.clear();
    tables_.clear();
    in_select_ = in_frameset_ = false;
  }

  // Whether text here would stand where text may stand: not among the rows of a table, not in a select.
  bool in_flow() const {
    return !inside() && !in_select_ && !in_frameset_ && (tables_.empty() || tables_.back() == Place::kCell);
  }

  // Whether a tag here would be one of SVG or MathML.
  bool inside() const { return !open_.empty() && !open_.back().html_again; }

  // Whether the start tag of an element with raw text would begin such text here.
  bool begins_raw_text(Tag tag) const {
    if (inside()) return false;
    if (in_frameset_) return tag == Tag::k_noframes;
    return !in_select_ || tag == Tag::k_script || tag == Tag::k_textarea;
  }

  void start_tag(Tag tag, bool self_closing, bool html_again = false) {
    // A part of a table ends a <select> that stands in one; what stands in a <template> is in no <select>.
    const bool table_part = (traits_of(tag) & kTablePart) != 0;
    if ((table_part && !tables_.empty()) || tag == Tag::k_template) in_select_ = false;
    if (table_part && !in_select_) start_table_part(tag);
    if (tag == Tag::k_select) in_select_ = !in_select_;
    if (in_select_ && (tag == Tag::k_textarea || tag == Tag::k_input || tag == Tag::k_keygen))
      in_select_ = false;
    if (tag == Tag::k_frameset) in_frameset_ = true;
    const std::uint32_t traits = traits_of(tag);
    if (!inside()) {
      if ((traits & kForeignRoot) != 0 && !self_closing) push({tag, tag == Tag::k_svg, false});
      return;
    }
    if ((traits & kBreaksForeign) != 0) {
      while (inside()) open_.pop_back();
    } else if (!self_closing) {
      const bool svg = open_.back().svg;
      const bool integration = (traits & (svg ? kSvgIntegration : kMathIntegration)) != 0;
      if (integration || html_again || (traits & kForeignRoot) != 0)
        push({tag, svg, integration || html_again});
    }
  }

  void end_tag(Tag tag) {
    if (tag == Tag::k_select) in_select_ = false;
    if ((traits_of(tag) & kTablePart) != 0 && !tables_.empty()) {
      if (tag == Tag::k_table) {
        tables_.pop_back();
      } else {
        tables_.back() = Place::kRows;
      }
    }
    if (open_.empty()) return;
    for (std::size_t i = open_.size(); i-- > 0;) {
      if (open_[i].tag == tag) {
        open_.resize(i);
        return;
      }
    }
  }

 private:
  struct Open {
    Tag tag;
    bool svg;
    bool html_again;  // an integration point: what is inside is HTML
  };

  static constexpr std::size_t kDeepest = 64;  // of real pages nests none; bounds the search above

  enum class Place { kRows, kCell };  // of each open table

  void start_table_part(Tag tag) {
    const bool cell = tag == Tag::k_td || tag == Tag::k_th || tag == Tag::k_caption;
    if (tag == Tag::k_table && tables_.size() < kDeepest) tables_.push_back(Place::kRows);
    if (!tables_.empty()) tables_.back() = cell ? Place::kCell : Place::kRows;
  }

  void push(Open open) {
    if (open_.size() < kDeepest) open_.push_back(open);
  }

  std::vector<Open> open_;
  std::vector<Place> tables_;
  bool in_select_ = false;
  bool in_frameset_ = false;
};

}  // namespace clean_article::html
