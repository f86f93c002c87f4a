// Whether something hidden is only folded up: a click, a script or a state of the page shows it. Owns how the
// controls for that look; knows nothing of styles.
#pragma once

#include <cstddef>

#include "extract/blocks/categories.hpp"
#include "html/html.hpp"

namespace clean_article::extract {

class Folds {
 public:
  // `document` must live until the next call.
  void begin(const html::Document& document);

  // Whether a hidden element with `bytes` of text is shown by what stands before it, or named by a script or
  // a control anywhere on the page.
  bool holds(html::NodeId element, const ElementNames& names, std::size_t bytes);

 private:
  html::NodeId element_before(html::NodeId element) const;
  bool opens_what_follows(html::NodeId element) const;
  bool is_referred_to(const ElementNames& names);

  const html::Document* document_ = nullptr;
  int searches_left_ = 0;  // of the whole source
};

}  // namespace clean_article::extract
