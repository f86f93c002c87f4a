// The only hand that writes a finishing rule's decision. Owns that step, rule and reason of a verdict are
// those of the rule that made it.
#pragma once

#include <cstddef>

#include "extract/finish/context.hpp"
#include "extract/finish/rule.hpp"

namespace clean_article::extract {

class Marker {
 public:
  Marker(const FinishRule& rule, FinishContext& context) : rule_(rule), context_(context) {}

  PhraseBits phrases() const { return rule_.phrases; }

  // Does to a block, or to those from `begin` to before `end`, what the rule's phase says: keep and restore
  // keep it, exclude, drop and refuse take it out. `match`: the phrase that was found.
  void mark(std::size_t i, const site::PhraseMatch* match = nullptr);
  void mark(std::size_t begin, std::size_t end);
  // The same, and says what exactly was found (static text).
  void mark_as(std::size_t i, std::string_view detail);

  // For rules that drop whole tables. Cells of data tables stay where any other rule drops them: a table is
  // kept whole or not at all.
  void mark_table_block(std::size_t i);

  // For a rule that refuses: what the page is (static text), fit to stand behind "the page ". It is no
  // article, even where nothing is kept that could be marked.
  void refuse(std::string_view what);

  // The blocks, for a rule that edits: a kept block may lose text and pieces of text, nothing else may
  // change.
  Blocks& edited_page();

 private:
  void decide(std::size_t i, const site::PhraseMatch* match);

  const FinishRule& rule_;
  FinishContext& context_;
};

}  // namespace clean_article::extract
