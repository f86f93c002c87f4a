#include "render/notes.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "text/text.hpp"

namespace clean_article::render {

namespace {

using extract::Block;
using extract::BlockKind;
using extract::Element;
using extract::kNone;
using html::NodeId;
using html::Tag;

// More than any article has; a page of forged links ends here.
constexpr std::size_t kMostReferences = 2'000;

struct Reference {
  NodeId link;
  std::size_t block;
  std::string target;  // the id that it leads to
  std::uint32_t number = 0;
};

class NoteFinder {
 public:
  NoteFinder(const Source& source, const Style& style)
      : document_(source.document), page_(*source.extraction.page) {
    const std::vector<extract::Verdict>& verdicts = *source.extraction.verdicts;
    shown_.reserve(page_.blocks.size());
    for (std::size_t b = 0; b < page_.blocks.size(); ++b)
      shown_.push_back(verdicts[b].kept && (style.tables || page_.blocks[b].cell == extract::kNone));
  }

  Notes run() {
    find_references();
    if (references_.empty() || !find_definitions() || !ends_with_notes()) return {};
    Notes notes;
    for (const Reference& r : references_) notes.references[r.block].push_back({r.link, r.number});
    notes.definitions = std::move(definitions_);
    return notes;
  }

 private:
  // "[12]" and "*": permalinks of headings and paragraphs have other signs.
  bool is_sign_of_note(NodeId link) const {
    std::string text;
    for (NodeId id = link; id < document_[link].end; ++id)
      if (document_[id].tag == Tag::kText) document_.append_text(id, text);
    return text.find_first_of("0123456789*") != std::string::npos || text.find("†") != std::string::npos ||
           text.find("‡") != std::string::npos;
  }

  void find_references() {
    const auto nodes = document_.nodes();
    for (NodeId id = 0; id < nodes.size() && references_.size() < kMostReferences; ++id) {
      if (nodes[id].tag != Tag::k_a || !extract::is_mark(document_, id) || !is_sign_of_note(id)) continue;
      const auto block = block_of(id);
      if (!block || !shown_[*block] || page_.blocks[*block].kind == BlockKind::kCode) continue;
      references_.push_back({id, *block, document_.attribute(id, "href").value_or("#").substr(1)});
    }
  }

  // The block in whose text a mark stands: of the one before it and the one behind it that with the inner
  // element around it.
  std::optional<std::size_t> block_of(NodeId mark) const {
    const auto found = std::partition_point(page_.blocks.begin(), page_.blocks.end(), [&](const Block& b) {
      return page_.pieces[b.end_piece - 1].text_node < mark;
    });
    const auto behind = static_cast<std::size_t>(found - page_.blocks.begin());
    const std::optional<NodeId> around_behind = element_around(behind, mark);
    const std::optional<NodeId> around_before = behind > 0 ? element_around(behind - 1, mark) : std::nullopt;
    if (around_before && (!around_behind || *around_behind <= *around_before)) return behind - 1;
    if (around_behind) return behind;
    return std::nullopt;
  }

  // The element of a block, where a node is inside.
  std::optional<NodeId> element_around(std::size_t block, NodeId node) const {
    if (block >= page_.blocks.size() || page_.blocks[block].element == kNone) return std::nullopt;
    const NodeId around = page_.elements[page_.blocks[block].element].node;
    if (node <= around || node >= document_[around].end) return std::nullopt;
    return around;
  }

  const Element* element_of(NodeId node) const {
    const auto found = std::partition_point(page_.elements.begin(), page_.elements.end(),
                                            [&](const Element& e) { return e.node < node; });
    return found != page_.elements.end() && found->node == node ? &*found : nullptr;
  }

  // The element that is a whole note, around the place that a reference leads to.
  std::optional<NodeId> definition_around(NodeId place) const {
    constexpr int kFarthest = 4;  // elements
    std::optional<NodeId> found;
    NodeId id = place;
    for (int steps = 0; steps < kFarthest && id != html::kNoNode; ++steps, id = document_[id].parent) {
      switch (document_[id].tag) {
        case Tag::k_li:
          return id;
        case Tag::k_p:
          if (!found) found = id;
          break;
        case Tag::k_div:
        case Tag::k_aside:
          // The outermost of those that are called so: a note's number may stand beside its text.
          if (is_note_box(id)) found = id;
          break;
        case Tag::k_body:
        case Tag::k_section:
        case Tag::k_ol:
        case Tag::k_ul:
        case Tag::k_table:
          return found;
        default:
          break;
      }
    }
    return found;
  }

  // One note, not all of them.
  bool is_note_box(NodeId id) const {
    const std::string names = text::to_lower(' ' + document_.attribute(id, "class").value_or("") + ' ' +
                                             document_.attribute(id, "role").value_or("") + ' ');
    for (const std::string_view name : {" footnote ", " endnote ", " doc-footnote ", " doc-endnote "})
      if (names.find(name) != std::string::npos) return true;
    return false;
  }

  // The places by their ids, of those that are wanted.
  std::unordered_map<std::string, NodeId> find_places() const {
    std::unordered_map<std::string, NodeId> places;
    for (const Reference& r : references_) places.emplace(r.target, html::kNoNode);
    const auto nodes = document_.nodes();
    for (NodeId id = 0; id < nodes.size(); ++id) {
      if (nodes[id].tag == Tag::kText) continue;
      document_.visit_attributes(id, [&](const html::Attribute& a) {
        const bool names = text::equal_ignoring_ascii_case(a.name, "id") ||
                           (nodes[id].tag == Tag::k_a && text::equal_ignoring_ascii_case(a.name, "name"));
        if (!names) return;
        const auto place = places.find(document_.attribute_value(a));
        if (place != places.end() && place->second == html::kNoNode) place->second = id;
      });
    }
    return places;
  }

  // Whether the references lead to notes in order. Those that lead elsewhere are forgotten: ways back lead up
  // the page.
  bool find_definitions() {
    const auto places = find_places();
    std::vector<Reference> used;
    std::unordered_map<NodeId, std::uint32_t> numbers;
    for (Reference& r : references_) {
      const NodeId place = places.at(r.target);
      const auto definition = place == html::kNoNode ? std::nullopt : definition_around(place);
      if (!definition || *definition < r.link) continue;
      r.number = numbers.emplace(*definition, definitions_.size() + 1).first->second;
      if (r.number > definitions_.size()) {
        if (!definitions_.empty() && *definition < document_[definitions_.back()].end) return false;
        definitions_.push_back(*definition);
      }
      used.push_back(std::move(r));
    }
    references_ = std::move(used);
    if (definitions_.empty() || references_.back().link > definitions_.front()) return false;
    return std::all_of(definitions_.begin(), definitions_.end(), [&](NodeId id) { return can_be_note(id); });
  }

  bool can_be_note(NodeId id) const {
    const Element* element = element_of(id);
    if (element == nullptr) return false;
    for (std::uint32_t e = element->parent; e != kNone; e = page_.elements[e].parent) {
      const Tag tag = page_.elements[e].tag;
      if (tag == Tag::k_li || tag == Tag::k_blockquote || tag == Tag::k_table) return false;
    }
    bool empty = true;
    for (std::uint32_t b = element->first_block; b < element->end_block; ++b) {
      if (!shown_[b]) continue;
      const std::string_view text = page_.text_of(page_.blocks[b]);
      // A number of its own would stand beside Markdown's.
      const bool numbered = document_[id].tag != Tag::k_li && text.find_first_of("0123456789[(") == 0;
      const bool section = page_.blocks[b].kind == BlockKind::kHeading;
      if (section || (empty && numbered)) return false;
      empty = false;
    }
    return !empty;
  }

  // Whether all that is shown from the first note on is in notes.
  bool ends_with_notes() const {
    std::vector<bool> in_note(page_.blocks.size(), false);
    for (const NodeId id : definitions_) {
      const Element& element = *element_of(id);
      for (std::uint32_t b = element.first_block; b < element.end_block; ++b) in_note[b] = true;
    }
    const std::uint32_t first = element_of(definitions_.front())->first_block;
    for (std::size_t b = first; b < page_.blocks.size(); ++b)
      if (shown_[b] && !in_note[b]) return false;
    // Items before the first note would be in one list with it.
    const std::uint32_t list = page_.blocks[first].list;
    for (std::size_t b = 0; b < first && list != kNone; ++b)
      if (shown_[b] && page_.blocks[b].list == list) return false;
    return true;
  }

  const html::Document& document_;
  const extract::Blocks& page_;
  std::vector<bool> shown_;  // by block
  std::vector<Reference> references_;
  std::vector<NodeId> definitions_;  // of the notes 1, 2, …
};

}  // namespace

std::uint32_t Notes::first_in(html::NodeId begin, html::NodeId end) const {
  const auto found = std::lower_bound(definitions.begin(), definitions.end(), begin);
  if (found == definitions.end() || *found >= end) return 0;
  return static_cast<std::uint32_t>(found - definitions.begin()) + 1;
}

Notes find_notes(const Source& source, const Style& style) {
  return NoteFinder(source, style).run();
}

}  // namespace clean_article::render
