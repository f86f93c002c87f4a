#include "extract/blocks/concealments.hpp"

#include <algorithm>
#include <string>

#include "extract/blocks/element_roles.hpp"
#include "extract/blocks/icons.hpp"
#include "extract/blocks/pop_ups.hpp"
#include "text/text.hpp"

namespace clean_article::extract {

using html::Document;
using html::NodeId;
using html::Tag;

namespace {

bool is_white(std::string_view raw) {
  return text::find_marked(raw, [](const text::Bytes& c) {
           return ~((c == ' ') | (c == '\n') | (c == '\t') | (c == '\r') | (c == '\f'));
         }) == raw.size();
}

}  // namespace

void Concealments::begin(const Document& document) {
  constexpr std::size_t kStepsPerNode = 4;  // hidden elements inside folded ones are counted again
  constexpr std::size_t kFewestSteps = 20'000;
  document_ = &document;
  styles_.read(document);
  folds_.begin(document);
  last_style_ = {};
  last_facts_ = {};
  page_text_.reset();
  steps_left_ = std::max(kFewestSteps, document.nodes().size() * kStepsPerNode);
}

Concealment Concealments::look_at(NodeId element, const CategorySet& categories, const ElementNames& names,
                                  bool is_inline, bool is_near_fold) {
  constexpr std::size_t kMuchText = 200;   // bytes: from here on it may be most of a page
  constexpr std::size_t kLongInline = 80;  // bytes: what is hidden in a sentence for good is shorter
  const Concealment way = way_of(element, categories, names, is_inline);
  if (way == Concealment::kNone) return way;
  const std::size_t bytes = text_inside(element);
  if (bytes == 0) return Concealment::kNone;  // nothing is kept from anybody
  if (bytes >= kMuchText) {
    if (!page_text_) page_text_ = text_inside(0);
    if (bytes * 2 >= *page_text_) return Concealment::kNone;  // the page itself, until a script shows it
  }
  if (!is_often_undone(way)) return way;
  if (is_near_fold || styles_.shows_in_some_state(names.classes, names.id)) return Concealment::kNone;
  const bool may_be_folded = !is_inline || bytes >= kLongInline;
  return may_be_folded && folds_.holds(element, names, bytes) ? Concealment::kNone : way;
}

Concealment Concealments::way_of(NodeId element, const CategorySet& categories, const ElementNames& names,
                                 bool is_inline) {
  const bool may_pop_up = categories.has(Category::k_class_pop_up) || names.role == "tooltip";
  if (may_pop_up && is_pop_up(*document_, element, names)) return Concealment::kPopUp;
  if (const Concealment way = way_of_style(element, names); way != Concealment::kNone) return way;
  constexpr std::string_view kUnless = "not-sr-only";
  if (categories.has(Category::k_class_for_readers) && names.classes.find(kUnless) == std::string_view::npos)
    return Concealment::kForScreenReaders;
  const bool named = categories.has(Category::k_class_icon);
  const bool unspoken = categories.has(Category::k_aria_hidden);
  return is_inline && is_icon(*document_, element, named, unspoken) ? Concealment::kIcon : Concealment::kNone;
}

Concealment Concealments::way_of_style(NodeId element, const ElementNames& names) {
  const Tag tag = (*document_)[element].tag;
  const bool is_styled = !names.style.empty() || styles_.may_be_for(tag, names.classes, names.id);
  if (!is_styled) return names.hidden ? Concealment::kHiddenAttribute : Concealment::kNone;
  const StyleFacts facts = facts_of(element, names);
  if (names.hidden && !facts.displays()) return Concealment::kHiddenAttribute;
  const Concealment way = facts.concealment();
  // What a sheet paints, one that is not here may paint over.
  const bool is_guess = way == Concealment::kSameColour && names.style.empty() && styles_.has_links();
  // A list without a font keeps its items from standing apart; these have one of their own.
  const bool is_layout = way == Concealment::kNoFont && !is_bare(element);
  if (way != Concealment::kNone && !is_guess && !is_layout) return way;
  return facts.colour() == kWhite && is_white_on_white(element, facts) ? Concealment::kSameColour
                                                                       : Concealment::kNone;
}

StyleFacts Concealments::facts_of(NodeId element, const ElementNames& names) {
  if (names.style != last_style_) {
    last_style_ = names.style;
    last_facts_ = {};
    last_facts_.add(names.style);
  }
  if (styles_.empty()) return last_facts_;
  StyleFacts facts = styles_.of((*document_)[element].tag, names.classes, names.id);
  if (!names.style.empty()) facts.add(last_facts_);
  return facts;
}

// White text is seen on whatever style sheets paint behind it, so all that could paint it must be known.
bool Concealments::is_white_on_white(NodeId element, const StyleFacts& facts) {
  if (facts.has_background()) return facts.background() == kWhite;
  if (styles_.has_links() || styles_.paints_parts()) return false;
  const auto nodes = document_->nodes();
  for (NodeId outer = nodes[element].parent; outer != html::kNoNode; outer = nodes[outer].parent) {
    if (steps_left_ == 0) return false;
    --steps_left_;
    StyleFacts around;
    around.add(document_->attribute(outer, "style").value_or(""));
    if (around.has_background()) return around.background() == kWhite;
    if (around.colour() == kWhite || document_->attribute(outer, "bgcolor")) return false;
  }
  return styles_.background() == kNoColour || styles_.background() == kWhite;
}

// Whether no element inside could have a style of its own.
bool Concealments::is_bare(NodeId element) const {
  constexpr NodeId kLooked = 64;
  const NodeId end = (*document_)[element].end;
  if (end - element > kLooked) return false;
  for (NodeId id = element + 1; id < end; ++id) {
    if ((*document_)[id].tag == Tag::kText) continue;
    bool styled = false;
    document_->visit_attributes(id, [&](const html::Attribute& a) {
      styled = styled || text::equal_ignoring_ascii_case(a.name, "class") ||
               text::equal_ignoring_ascii_case(a.name, "style");
    });
    if (styled) return false;
  }
  return true;
}

std::size_t Concealments::text_inside(NodeId element) {
  std::size_t bytes = 0;
  const NodeId end = (*document_)[element].end;
  for (NodeId id = element; id < end;) {
    if (steps_left_ == 0) return bytes;
    --steps_left_;
    const html::Node& node = (*document_)[id];
    const bool is_skipped = node.tag == Tag::k_head || (id != element && role_of(node.tag) == Role::kSkipped);
    if (node.tag != Tag::kText && is_skipped) {
      id = node.end;
      continue;
    }
    if (node.tag == Tag::kText) {
      for (const html::TextSpan& part : document_->spans(id)) {
        const std::string_view raw =
            document_->source().substr(part.span.begin, part.span.end - part.span.begin);
        if (!is_white(raw)) bytes += raw.size();
      }
    }
    ++id;
  }
  return bytes;
}

}  // namespace clean_article::extract
