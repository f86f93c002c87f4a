// The parsed page as one flat array: what every floor above reads. Owns no text; points into the source.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "html/tree/attributes.hpp"
#include "html/tree/tag.hpp"

namespace clean_article::html {

using NodeId = std::uint32_t;  // index into Document::nodes(), which are in document order (pre-order)
inline constexpr NodeId kNoNode = 0xFFFF'FFFF;

enum class Namespace : std::uint8_t { kHtml, kSvg, kMathml };

struct Node {
  NodeId parent;         // kNoNode for the root
  NodeId end;            // one past the last descendant: the subtree is [self, end)
  std::uint32_t source;  // element: its start tag's index (kImplied when the parser made it up);
                         // text: the first of its spans
  std::uint32_t extra;   // text: how many spans; element: unused
  std::uint16_t depth;   // root 0
  Tag tag;               // kText for text nodes
  Namespace name_space;
};

// How the bytes of a text span become characters.
enum class TextKind : std::uint8_t {
  kText,     // character references are decoded
  kRawText,  // <script>, <style>, CDATA …: as it stands
};

struct TextSpan {
  Span span;
  TextKind kind;
};

// What Document::take_part() makes.
struct DocumentPart;

// An element to be put around a node.
struct Wrap {
  NodeId node;
  Tag tag;
};

// A node to be taken, with all that is in it, to another place in the page.
struct Move {
  NodeId node;
  NodeId target;            // the element that it goes into; is not inside the node
  NodeId before = kNoNode;  // a child of the target; its end where there is none
};

class Document {
 public:
  static constexpr std::uint32_t kImplied = 0xFFFF'FFFF;

  std::string_view source() const { return source_; }
  std::span<const Node> nodes() const { return nodes_; }  // node 0 is <html>
  const Node& operator[](NodeId id) const { return nodes_[id]; }

  // Lower-case name of an element; "#text" for a text node.
  std::string name(NodeId element) const;

  // From '<' to behind '>' of the start tag, empty for an implied element.
  Span start_tag(NodeId element) const {
    const std::uint32_t tag = nodes_[element].source;
    return tag == kImplied ? Span{0, 0} : start_tags_[tag];
  }

  // The start tag as the source has it, empty for an implied element.
  std::string_view written_tag(NodeId element) const { return written(start_tag(element)); }

  // Calls fn(const Attribute&) for each attribute in source order, duplicates included (the first of
  // a name counts). Cheap: reads the start tag's bytes, nothing else. An <html> or <body> has those of
  // all its start tags.
  template <typename Fn>
  void visit_attributes(NodeId element, Fn&& fn) const {
    const std::uint32_t tag = nodes_[element].source;
    if (tag != kImplied) visit_tag(start_tags_[tag], fn);
    if (merged_.empty()) return;
    for (const Merged& merged : merged_) {
      if (merged.element == element && merged.tag != tag) visit_tag(start_tags_[merged.tag], fn);
    }
  }

  // The decoded value of an attribute (name given in lower case), nothing when it is absent.
  std::optional<std::string> attribute(NodeId element, std::string_view name) const;

  // The decoded value of an attribute that visit_attributes() gave.
  std::string attribute_value(const Attribute& attribute) const;

  std::span<const TextSpan> spans(NodeId text) const {
    const Node& node = nodes_[text];
    return {spans_.data() + node.source, node.extra};
  }

  // Appends the characters of a text node: references decoded, CR LF and CR made LF, NUL made U+FFFD
  // (where tree construction drops a NUL, no span holds it).
  void append_text(NodeId text, std::string& out) const;

  // The same, where they stand in the source, or else in `scratch`.
  std::string_view text(NodeId text, std::string& scratch) const;

  // Whether a text is nothing but white space of ASCII, as it is written.
  bool is_white_space(NodeId text) const;

  // Makes `made` a Document of the nodes for which `kept` (one entry a node) is not 0, nor for any of their
  // ancestors. `wraps` are in document order, the outer one first where a node has several. Of `moves` those
  // are made, in their order, that lead to a kept element and not into the node itself.
  // Views the same source; what `made` was before is gone, but for its memory.
  void take_part(std::span<const std::uint8_t> kept, std::span<const Wrap> wraps, std::span<const Move> moves,
                 DocumentPart& made) const;

 private:
  friend class Parser;
  friend class TreeBuilder;
  friend class PlainTreeBuilder;

  // A further <html> or <body> tag, whose attributes went to the one element there is.
  struct Merged {
    NodeId element;
    std::uint32_t tag;
  };

  template <typename Fn>
  void visit_tag(Span tag, Fn&& fn) const {
    AttributeCursor cursor = AttributeCursor::of_start_tag(written(tag), end_of_source());
    for (Attribute attribute; cursor.next(attribute);) fn(static_cast<const Attribute&>(attribute));
  }

  std::string_view written(Span span) const { return {source_.data() + span.begin, span.end - span.begin}; }
  const char* end_of_source() const { return source_.data() + source_.size(); }

  std::string_view source_;
  std::vector<Node> nodes_;
  std::vector<TextSpan> spans_;
  std::vector<Span> start_tags_;  // of every start tag that was given to Gumbo
  std::vector<Merged> merged_;
};

struct DocumentPart {
  Document document;
  std::vector<NodeId> origin;  // per node: its id in the whole Document, kNoNode for a wrap
};

}  // namespace clean_article::html
