// Reading names, attributes and text of a Document from its source.
#include "html/tree/document.hpp"

#include <algorithm>
#include <cstring>
#include <unordered_map>

#include "text/text.hpp"

namespace clean_article::html {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";  // U+FFFD

// Input stream preprocessing: CR LF and CR are LF; and NUL, where it is kept, is U+FFFD.
void append_normalized(std::string_view raw, std::string& out) {
  const std::size_t size = raw.size();
  for (std::size_t pos = 0; pos < size;) {
    std::size_t stop = pos;
    while (stop < size && raw[stop] != '\r' && raw[stop] != '\0') ++stop;
    out.append(raw, pos, stop - pos);
    if (stop == size) return;
    if (raw[stop] == '\0') {
      out += kReplacement;
    } else if (stop + 1 == size || raw[stop + 1] != '\n') {
      out += '\n';
    }
    pos = stop + 1;
  }
}

bool has_unusual(std::string_view raw) {
  if (raw.empty()) return false;
  return std::memchr(raw.data(), '\r', raw.size()) != nullptr ||
         std::memchr(raw.data(), '\0', raw.size()) != nullptr;
}

// Whether a text stands as it is: no CR, no NUL and no reference in it. One pass, for most texts are short.
bool stands_as_it_is(std::string_view raw, const char* readable) {
  return text::find_marked(raw, readable, [](const text::Bytes& c) {
           return (c == '&') | (c == '\r') | (c == '\0');
         }) == raw.size();
}

void append_span(std::string_view raw, TextKind kind, const char* readable, std::string& out) {
  if (stands_as_it_is(raw, readable)) {
    out.append(raw);
  } else if (const bool is_usual = !has_unusual(raw); kind == TextKind::kRawText) {
    if (is_usual)
      out.append(raw);
    else
      append_normalized(raw, out);
  } else if (is_usual) {
    text::append_decoding_references(raw, text::ReferenceContext::kText, out);
  } else {
    // Before references are decoded: "&#13;" stays what it says.
    std::string normalized;
    append_normalized(raw, normalized);
    text::append_decoding_references(normalized, text::ReferenceContext::kText, out);
  }
}

}  // namespace

std::string Document::name(NodeId element) const {
  const Node& node = nodes_[element];
  if (node.tag != Tag::kUnknown) return std::string(tag_name(node.tag));
  std::string lower;
  const Span tag = start_tag(element);
  if (tag.begin == tag.end) return lower;
  const char* begin = source_.data() + tag.begin + 1;
  const char* end = markup::end_of_name(begin, source_.data() + tag.end);
  for (const char* at = begin; at != end; ++at) {
    if (*at == '\0') {
      lower += kReplacement;
    } else {
      lower += text::ascii_lower(*at);
    }
  }
  return lower;
}

std::optional<std::string> Document::attribute(NodeId element, std::string_view name) const {
  std::optional<std::string> value;
  visit_attributes(element, [&](const Attribute& attribute) {
    if (value || attribute.name.size() != name.size()) return;
    for (std::size_t i = 0; i < name.size(); ++i) {
      if (text::ascii_lower(attribute.name[i]) != name[i]) return;
    }
    value = attribute_value(attribute);
  });
  return value;
}

std::string Document::attribute_value(const Attribute& attribute) const {
  std::string value;
  if (!has_unusual(attribute.raw_value)) {
    text::append_decoding_references(attribute.raw_value, text::ReferenceContext::kAttribute, value);
    return value;
  }
  std::string normalized;
  append_normalized(attribute.raw_value, normalized);
  text::append_decoding_references(normalized, text::ReferenceContext::kAttribute, value);
  return value;
}

void Document::append_text(NodeId text, std::string& out) const {
  for (const TextSpan& part : spans(text)) append_span(written(part.span), part.kind, end_of_source(), out);
}

std::string_view Document::text(NodeId text, std::string& scratch) const {
  const auto parts = spans(text);
  if (parts.size() == 1 && stands_as_it_is(written(parts[0].span), end_of_source()))
    return written(parts[0].span);
  scratch.clear();
  append_text(text, scratch);
  return scratch;
}

bool Document::is_white_space(NodeId text) const {
  bool any = false;
  for (const TextSpan& part : spans(text)) {
    const std::string_view raw = written(part.span);
    if (!raw.empty() && static_cast<unsigned char>(raw.front()) > ' ') return false;
    const std::size_t other = text::find_marked(
        raw, end_of_source(), [](const text::Bytes& c) { return ~((c == ' ') | (c - '\t' <= '\r' - '\t')); });
    if (other != raw.size()) return false;
    any = any || !raw.empty();
  }
  return any;
}

namespace {

// The nodes in the order in which they stand once some have moved, and of each its parent then.
struct Order {
  std::vector<NodeId> nodes;
  std::vector<NodeId> parents;
};

Order order_after(std::span<const Node> nodes, std::span<const std::uint8_t> kept,
                  std::span<const Move> moves) {
  Order order;
  for (const Node& node : nodes) order.parents.push_back(node.parent);
  std::unordered_map<NodeId, std::vector<NodeId>> arrivals;  // by the target, at its end
  std::unordered_map<NodeId, std::vector<NodeId>> arrivals_before;
  std::vector<std::uint8_t> moved(nodes.size(), 0);
  for (const Move& move : moves) {
    if (moved[move.node] != 0 || kept[move.target] == 0) continue;
    NodeId outer = move.target;  // must not be inside the node, wherever it has gone
    while (outer != kNoNode && outer != move.node) outer = order.parents[outer];
    if (outer == move.node) continue;
    moved[move.node] = 1;
    order.parents[move.node] = move.target;
    if (move.before != kNoNode) {
      arrivals_before[move.before].push_back(move.node);
    } else {
      arrivals[move.target].push_back(move.node);
    }
  }

  std::vector<NodeId> children;
  const auto add_child = [&](const NodeId child) {
    if (arrivals_before.empty()) {
      children.push_back(child);
      return;
    }
    std::vector<NodeId> adding{child};
    while (!adding.empty()) {
      const NodeId next = adding.back();
      const auto here = arrivals_before.find(next);
      if (here == arrivals_before.end()) {
        children.push_back(next);
        adding.pop_back();
        continue;
      }
      adding.insert(adding.end(), here->second.rbegin(), here->second.rend());
      arrivals_before.erase(here);
    }
  };
  std::vector<NodeId> waiting{0};
  while (!waiting.empty()) {
    const NodeId id = waiting.back();
    waiting.pop_back();
    order.nodes.push_back(id);
    children.clear();
    for (NodeId child = id + 1; child < nodes[id].end; child = nodes[child].end)
      if (moved[child] == 0) add_child(child);
    if (const auto here = arrivals.find(id); here != arrivals.end())
      for (const NodeId arrived : here->second) add_child(arrived);
    waiting.insert(waiting.end(), children.rbegin(), children.rend());
  }
  return order;
}

}  // namespace

void Document::take_part(std::span<const std::uint8_t> kept, std::span<const Wrap> wraps,
                         std::span<const Move> moves, DocumentPart& made) const {
  made.document.source_ = source_;
  made.document.spans_ = spans_;
  made.document.start_tags_ = start_tags_;
  made.document.merged_.clear();
  std::vector<Node>& nodes = made.document.nodes_;
  nodes.clear();
  nodes.reserve(nodes_.size() + wraps.size());
  made.origin.clear();
  made.origin.reserve(nodes_.size() + wraps.size());
  std::vector<NodeId> id_of(nodes_.size(), kNoNode);
  const auto add = [&](const Node& node, NodeId parent, NodeId origin) {
    const auto id = static_cast<NodeId>(nodes.size());
    nodes.push_back(node);
    nodes.back().parent = parent;
    nodes.back().end = id + 1;
    nodes.back().depth =
        parent == kNoNode ? std::uint16_t{0} : static_cast<std::uint16_t>(nodes[parent].depth + 1);
    made.origin.push_back(origin);
    return id;
  };
  const auto add_if_kept = [&](NodeId id, NodeId outer) {
    if (kept[id] == 0 || (outer != kNoNode && id_of[outer] == kNoNode)) return;
    NodeId parent = outer == kNoNode ? kNoNode : id_of[outer];
    if (!wraps.empty()) {
      auto wrap = std::lower_bound(wraps.begin(), wraps.end(), id,
                                   [](const Wrap& w, NodeId node) { return w.node < node; });
      for (; wrap != wraps.end() && wrap->node == id; ++wrap)
        parent = add({parent, 0, kImplied, 0, 0, wrap->tag, Namespace::kHtml}, parent, kNoNode);
    }
    id_of[id] = add(nodes_[id], parent, id);
  };
  if (moves.empty()) {
    for (NodeId id = 0; id < nodes_.size(); ++id) add_if_kept(id, nodes_[id].parent);
  } else {
    const Order order = order_after(nodes_, kept, moves);
    for (const NodeId id : order.nodes) add_if_kept(id, order.parents[id]);
  }
  for (std::size_t id = nodes.size(); id-- > 1;) {
    Node& parent = nodes[nodes[id].parent];
    parent.end = std::max(parent.end, nodes[id].end);
  }
  for (const Merged& merged : merged_) {
    if (id_of[merged.element] != kNoNode)
      made.document.merged_.push_back({id_of[merged.element], merged.tag});
  }
}

}  // namespace clean_article::html
