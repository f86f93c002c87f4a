// The parsed page as one flat array: what every floor above reads. Owns no text; points into the source.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "html/tag.hpp"

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

// A stretch of the source. Byte offsets into Document::source().
struct Span {
  std::uint32_t begin;
  std::uint32_t end;
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

// One attribute as the source has it.
struct Attribute {
  std::string_view name;       // any case
  std::string_view raw_value;  // references not decoded; empty when there is none
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
  Span start_tag(NodeId element) const;

  // Calls fn(const Attribute&) for each attribute in source order, duplicates included (the first of
  // a name counts). Cheap: reads the start tag's bytes, nothing else.
  template <typename Fn>
  void visit_attributes(NodeId element, Fn&& fn) const;

  // The decoded value of an attribute (name given in lower case), nothing when it is absent.
  std::optional<std::string> attribute(NodeId element, std::string_view name) const;

  std::span<const TextSpan> spans(NodeId text) const {
    const Node& node = nodes_[text];
    return {spans_.data() + node.source, node.extra};
  }

  // Appends the characters of a text node: references decoded, CR LF made LF, NUL dropped.
  void append_text(NodeId text, std::string& out) const;

 private:
  friend class Parser;
  friend class TreeBuilder;
  std::string_view source_;
  std::vector<Node> nodes_;
  std::vector<TextSpan> spans_;
  std::vector<Span> start_tags_;  // of every start tag that was given to Gumbo
};

}  // namespace clean_article::html
