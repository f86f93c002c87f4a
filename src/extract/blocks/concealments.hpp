// Which elements of a page no reader sees, or sees only as an icon or a pop-up: by their own style, the
// page's style sheets, attributes and names. What is only folded up, and what a script fades in, is not
// concealed. Knows nothing of blocks and scores.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "extract/blocks/categories.hpp"
#include "extract/blocks/concealment.hpp"
#include "extract/blocks/folds.hpp"
#include "extract/blocks/page_styles.hpp"
#include "html/html.hpp"

namespace clean_article::extract {

// One page after the other. One per thread.
class Concealments {
 public:
  // `document` must live until the next call.
  void begin(const html::Document& document);

  // Whether an element may be concealed: of most there is nothing more to ask.
  bool may_conceal(html::Tag tag, const CategorySet& categories, const ElementNames& names) const {
    return !names.style.empty() || names.hidden || categories.has(Category::k_class_for_readers) ||
           categories.has(Category::k_class_pop_up) || categories.has(Category::k_aria_hidden) ||
           categories.has(Category::k_class_icon) ||
           (!styles_.empty() && styles_.may_be_for(tag, names.classes, names.id));
  }

  // How such an element is concealed. `is_inline`: it stands in the run of a text. `is_near_fold`: it is, or
  // is close inside, something that opens.
  Concealment look_at(html::NodeId element, const CategorySet& categories, const ElementNames& names,
                      bool is_inline, bool is_near_fold);

 private:
  Concealment way_of(html::NodeId element, const CategorySet& categories, const ElementNames& names,
                     bool is_inline);
  Concealment way_of_style(html::NodeId element, const ElementNames& names);
  StyleFacts facts_of(html::NodeId element, const ElementNames& names);
  bool is_white_on_white(html::NodeId element, const StyleFacts& facts);
  bool is_bare(html::NodeId element) const;
  std::size_t text_inside(html::NodeId element);

  const html::Document* document_ = nullptr;
  PageStyles styles_;
  Folds folds_;
  std::string_view last_style_;  // the style attribute that was read last
  StyleFacts last_facts_;
  std::optional<std::size_t> page_text_;  // bytes, once it was asked for
  std::size_t steps_left_ = 0;            // nodes looked at
};

}  // namespace clean_article::extract
