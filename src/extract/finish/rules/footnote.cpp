// A note that a mark in kept text leads to, and that leads back: whatever the scorer thinks of it, it is a
// part of that text.
#include <string>
#include <unordered_set>
#include <vector>

#include "extract/finish/rules/rules.hpp"
#include "text/text.hpp"

namespace clean_article::extract::rules {

namespace {

using html::NodeId;
using html::Tag;

// "note-1" of a link to "#note-1", "" of any other element.
std::string target_in_page(const html::Document& document, NodeId node) {
  if (document[node].tag != Tag::k_a) return "";
  const std::string href = document.attribute(node, "href").value_or("");
  return href.starts_with('#') ? href.substr(1) : "";
}

// The targets of links in the kept text, and the names of the elements that these links are or stand in. The
// marks themselves are no part of the blocks' text.
struct Marks {
  std::unordered_set<std::string> targets, names;
};

Marks marks_in_text(const FinishContext& page) {
  constexpr int kHighest = 6;  // levels from a mark to the element of its block
  constexpr int kNamed = 3;    // of them may have the mark's name: <sup id=back-1><a href="#note-1">
  const html::Document& document = page.document();
  std::unordered_set<NodeId> kept;
  for (std::size_t i = 0; i < page.size(); ++i)
    if (page.is_kept(i)) kept.insert(page.survey().element(page.survey().block(i).element).node);
  Marks marks;
  for (NodeId link = 0; link < document.nodes().size(); ++link) {
    std::string target = target_in_page(document, link);
    if (target.empty()) continue;
    NodeId around = link;
    for (int level = 0; level < kHighest && around != html::kNoNode && !kept.contains(around); ++level)
      around = document[around].parent;
    if (around == html::kNoNode || !kept.contains(around)) continue;
    marks.targets.insert(std::move(target));
    NodeId named = link;
    for (int level = 0; level < kNamed && named != html::kNoNode; ++level, named = document[named].parent)
      if (std::string id = document.attribute(named, "id").value_or(""); !id.empty())
        marks.names.insert(std::move(id));
  }
  return marks;
}

// Whether a mark leads to an element or one inside it, and a link inside it back to the mark.
bool is_note(const html::Document& document, NodeId element, const Marks& marks) {
  bool led_to = false;
  bool leads_back = false;
  for (NodeId node = element; node < document[element].end; ++node) {
    if (document[node].tag == Tag::kText) continue;
    led_to = led_to || marks.targets.contains(document.attribute(node, "id").value_or(""));
    leads_back = leads_back || marks.names.contains(target_in_page(document, node));
  }
  return led_to && leads_back;
}

// A table of contents leads to headings that lead back, too, but is all links.
bool may_be_kept(const FinishContext& page, std::size_t i) {
  constexpr float kLeastScore = 0.04f;  // below it the scorer has seen a menu
  constexpr float kMostLinked = 0.5f;
  return may_join(page.verdict(i), kLeastScore) && page.survey().measure(i).link_density < kMostLinked;
}

}  // namespace

void footnote(const FinishContext& page, Marker& mark) {
  constexpr NodeId kMostNodes = 200;  // of one note
  // Where there are more, nested elements counted again, they are the sources of the text, and the scorer
  // knows such lists.
  constexpr int kMostBlocks = 9;
  const Survey& survey = page.survey();
  std::vector<const Element*> likely;
  int blocks = 0;
  for (const Element& e : survey.page->elements) {
    if (!e.categories.has(Category::k_class_notes) || page.document()[e.node].end - e.node > kMostNodes)
      continue;
    int found = 0;
    for (std::uint32_t i = e.first_block; i < e.end_block; ++i) found += may_be_kept(page, i) ? 1 : 0;
    blocks += found;
    if (found > 0) likely.push_back(&e);
  }
  if (likely.empty() || blocks > kMostBlocks) return;
  const Marks marks = marks_in_text(page);
  for (const Element* e : likely) {
    if (!is_note(page.document(), e->node, marks)) continue;
    for (std::uint32_t i = e->first_block; i < e->end_block; ++i)
      if (may_be_kept(page, i)) mark.mark(i);
  }
}

}  // namespace clean_article::extract::rules
