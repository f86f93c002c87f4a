// Parts of a paragraph or heading that no reader sees: what is not displayed, and words for screen readers.
// Owns which of them are no part of the text; knows nothing of blocks' text.
#pragma once

#include <cstddef>

#include "extract/blocks/categories.hpp"
#include "html/html.hpp"

namespace clean_article::extract {

class HiddenParts {
 public:
  HiddenParts(const html::Document& document, ElementClassifier& classifier)
      : document_(document), classifier_(classifier) {}

  // Whether an inline element that has these categories says nothing of the text of the block around it. Not
  // where it may be all that the block says, nor where a click shows it.
  bool holds(html::NodeId element, const CategorySet& categories, html::NodeId block);

 private:
  void weigh(html::NodeId block);
  std::size_t bytes_in(html::NodeId node) const;

  const html::Document& document_;
  ElementClassifier& classifier_;
  html::NodeId weighed_ = html::kNoNode;  // the block that these are of
  std::size_t shown_ = 0, hidden_ = 0;    // bytes; of neither what screen readers alone say
};

}  // namespace clean_article::extract
