#include "extract/blocks/marks.hpp"

#include <optional>
#include <string>

#include "text/text.hpp"

namespace clean_article::extract {

namespace {

using html::Document;
using html::NodeId;
using html::Tag;

constexpr std::size_t kLongestMarkNodes = 6;  // elements and texts inside
constexpr std::size_t kLongestMarkChars = 5;  // "[12]", "↩︎", "#"

// The text inside when it is short and has no letters, nothing otherwise.
bool holds_only_a_sign(const Document& document, NodeId element) {
  std::string text;
  for (NodeId id = element + 1; id < document[element].end; ++id)
    if (document[id].tag == Tag::kText) document.append_text(id, text);
  std::size_t chars = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = text::next_code_point(text, at);
    if (text::is_letter(c)) return false;
    if (!text::is_space(c)) ++chars;
  }
  return chars > 0 && chars <= kLongestMarkChars;
}

// Most tags are told by a byte or a word that they do not have.
bool links_into_the_page(const Document& document, NodeId link) {
  if (document.written_tag(link).find('#') == std::string_view::npos) return false;
  // Of the others by the first byte of their target, undecoded.
  bool may = false;
  bool seen = false;
  document.visit_attributes(link, [&](const html::Attribute& attribute) {
    if (seen || !text::equal_ignoring_ascii_case(attribute.name, "href")) return;
    seen = true;
    may = attribute.raw_value.starts_with('#') || attribute.raw_value.starts_with('&');
  });
  if (!may) return false;
  const std::optional<std::string> target = document.attribute(link, "href");
  return target && target->size() > 1 && target->front() == '#';
}

bool has_class(const Document& document, NodeId element, std::string_view token) {
  if (document.written_tag(element).find(token) == std::string_view::npos) return false;
  const std::optional<std::string> classes = document.attribute(element, "class");
  return classes && classes->find(token) != std::string::npos;
}

}  // namespace

bool is_mark(const Document& document, NodeId element) {
  const html::Node& node = document[element];
  switch (node.tag) {
    case Tag::k_a:
      return node.end - element <= kLongestMarkNodes && links_into_the_page(document, element) &&
             holds_only_a_sign(document, element);
    case Tag::k_sup:
      if (node.end - element > kLongestMarkNodes) return false;
      for (NodeId id = element + 1; id < node.end; ++id)
        if (document[id].tag == Tag::k_a && links_into_the_page(document, id))
          return holds_only_a_sign(document, element);
      return false;
    case Tag::k_span:
      // MediaWiki's: "[edit]" of a heading, "^ a b" before a reference.
      if (document.written_tag(element).find("mw-") == std::string_view::npos) return false;
      return has_class(document, element, "mw-editsection") ||
             has_class(document, element, "mw-cite-backlink");
    default:
      return false;
  }
}

}  // namespace clean_article::extract
