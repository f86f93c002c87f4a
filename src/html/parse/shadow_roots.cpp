#include "html/parse/shadow_roots.hpp"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "text/text.hpp"

namespace clean_article::html {

namespace {

constexpr std::size_t kMostRoots = 4'096;   // saved pages of big sites have some hundred
constexpr std::size_t kMostMoves = 16'384;  // nodes that go elsewhere
constexpr std::uint32_t kDeepest = 2'048;   // elements; what comes after counts depths in 16 bits

// "shadowrootmode" of the standard, the name that it had before, and that of SingleFile.
bool is_shadow_root(const Document& page, NodeId id) {
  if (page[id].tag != Tag::k_template || page[id].name_space != Namespace::kHtml) return false;
  bool is_root = false;
  page.visit_attributes(id, [&](const Attribute& a) {
    for (const std::string_view name : {"shadowrootmode", "shadowroot", "shadowmode"})
      is_root = is_root || text::equal_ignoring_ascii_case(a.name, name);
  });
  return is_root;
}

class Placing {
 public:
  explicit Placing(const Document& page)
      : page_(page), kept_(page.nodes().size(), 1), parents_(page.nodes().size()) {
    for (NodeId id = 0; id < parents_.size(); ++id) parents_[id] = page[id].parent;
  }

  bool run(DocumentPart& placed) {
    std::size_t roots = 0;
    for (NodeId id = 1; id < page_.nodes().size(); ++id) {
      if (!is_shadow_root(page_, id) || ++roots > kMostRoots) continue;
      // A host has one root; a tree without text is built by a script, and what the host holds stands in for
      // it.
      const NodeId host = page_[id].parent;
      if (roots_of_.contains(host) || !shows_anything(id)) continue;
      place(id, host);
      if (moves_.size() > kMostMoves) return false;
    }
    if (moves_.empty() || is_too_deep()) return false;
    page_.take_part(kept_, {}, moves_, placed);
    return true;
  }

 private:
  bool shows_anything(NodeId root) const {
    for (NodeId id = root + 1; id < page_[root].end;) {
      const Node& node = page_[id];
      if (node.tag == Tag::k_slot || node.tag == Tag::k_img || is_shadow_root(page_, id)) return true;
      if (node.tag == Tag::k_style || node.tag == Tag::k_script || node.tag == Tag::k_template) {
        id = node.end;
        continue;
      }
      if (node.tag == Tag::kText && !is_blank(id)) return true;
      ++id;
    }
    return false;
  }

  void place(NodeId root, NodeId host) {
    roots_of_.emplace(host, root);
    kept_[root] = 0;
    for (NodeId child = root + 1; child < page_[root].end; child = page_[child].end) move(child, host, root);
    const auto slots = find_slots(root);
    for (NodeId child = host + 1; child < page_[host].end; child = page_[child].end) {
      if (child == root) continue;
      if (page_[child].tag == Tag::kText && is_blank(child)) continue;
      std::string name;
      if (page_[child].tag != Tag::kText) name = page_.attribute(child, "slot").value_or("");
      const auto slot = slots.find(name);
      if (slot == slots.end()) {
        kept_[child] = 0;  // shown nowhere
        continue;
      }
      if (filled_.emplace(slot->second, true).second) drop_fallback(slot->second);
      move(child, slot->second, kNoNode);
    }
  }

  // The slots of a tree by their names, not those of trees inside it.
  std::unordered_map<std::string, NodeId> find_slots(NodeId root) const {
    std::unordered_map<std::string, NodeId> slots;
    for (NodeId id = root + 1; id < page_[root].end;) {
      if (page_[id].tag == Tag::k_template) {
        id = page_[id].end;
        continue;
      }
      if (page_[id].tag == Tag::k_slot) slots.emplace(page_.attribute(id, "name").value_or(""), id);
      ++id;
    }
    return slots;
  }

  bool is_blank(NodeId text_node) const {
    std::string text;
    page_.append_text(text_node, text);
    return text.find_first_not_of(" \t\r\n\f") == std::string::npos;
  }

  // What a slot shows where nothing is put into it.
  void drop_fallback(NodeId slot) {
    for (NodeId child = slot + 1; child < page_[slot].end; child = page_[child].end) kept_[child] = 0;
  }

  void move(NodeId node, NodeId target, NodeId before) {
    moves_.push_back({node, target, before});
    parents_[node] = target;
  }

  // Slots inside slots may be deeper than any page is written.
  bool is_too_deep() const {
    std::vector<std::uint32_t> depths(parents_.size(), 0);
    std::vector<NodeId> chain;
    for (NodeId id = 1; id < parents_.size(); ++id) {
      chain.clear();
      NodeId outer = id;
      for (; outer != 0 && outer != kNoNode && depths[outer] == 0; outer = parents_[outer]) {
        chain.push_back(outer);
        if (chain.size() > kDeepest) return true;
      }
      std::uint32_t depth = outer == kNoNode ? 0 : depths[outer];
      for (std::size_t i = chain.size(); i-- > 0;) depths[chain[i]] = ++depth;
      if (depth > kDeepest) return true;
    }
    return false;
  }

  const Document& page_;
  std::vector<std::uint8_t> kept_;
  std::vector<NodeId> parents_;  // once all has moved
  std::vector<Move> moves_;
  std::unordered_map<NodeId, NodeId> roots_of_;  // by the host
  std::unordered_map<NodeId, bool> filled_;      // slots
};

}  // namespace

bool place_shadow_roots(const Document& page, DocumentPart& placed) {
  if (text::find_in(page.source(), "shadow", 0) == std::string_view::npos) return false;
  return Placing(page).run(placed);
}

}  // namespace clean_article::html
