#include "extract/blocks/unseen_parts.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "extract/blocks/element_roles.hpp"
#include "text/text.hpp"

namespace clean_article::extract {

namespace {

using html::Document;
using html::NodeId;
using html::Tag;

bool is_heading(Tag tag) {
  return tag >= Tag::k_h1 && tag <= Tag::k_h6;
}

// Elements whose text is a sentence, a heading, a value: nothing that an application lays out.
bool holds_text(Tag tag) {
  constexpr Tag kTags[] = {Tag::k_p,  Tag::k_blockquote, Tag::k_figcaption, Tag::k_caption, Tag::k_td,
                           Tag::k_th, Tag::k_li,         Tag::k_dd,         Tag::k_dt};
  return is_heading(tag) || std::ranges::find(kTags, tag) != std::end(kTags);
}

std::size_t bytes_of(const Document& document, NodeId text) {
  std::size_t bytes = 0;
  for (const html::TextSpan& part : document.spans(text))
    for (std::uint32_t at = part.span.begin; at < part.span.end; ++at)
      bytes += text::is_html_space(document.source()[at]) ? 0 : 1;
  return bytes;
}

// The text of `block` outside of `element` and of blocks of its own, in bytes without white space, `enough`
// at most.
std::size_t text_beside(const Document& document, NodeId element, NodeId block, std::size_t enough) {
  constexpr NodeId kLooked = 2'000;  // nodes
  std::size_t bytes = 0;
  const NodeId end = std::min(document[block].end, block + kLooked);
  for (NodeId id = block + 1; id < end && bytes < enough;) {
    const html::Node& node = document[id];
    if (node.tag == Tag::kText) {
      bytes += bytes_of(document, id);
      ++id;
      continue;
    }
    const Role role = node.name_space == html::Namespace::kHtml ? role_of(node.tag) : Role::kSkipped;
    const bool apart = id == element || role == Role::kSkipped || role == Role::kBlock;
    id = apart ? node.end : id + 1;
  }
  return bytes;
}

}  // namespace

InRun weigh_in_run(const Document& document, NodeId element, NodeId block, Concealment way) {
  // Bytes. In shorter pieces words for screen readers say what the rest is ("Price: 6 crowns"), and what an
  // application hides of a label says it to a script.
  constexpr std::size_t kSentence = 50;
  const Tag tag = document[block].tag;
  const std::size_t rest = text_beside(document, element, block, kSentence);
  if (rest == 0) return InRun::kIsAll;
  if (way == Concealment::kIcon || way == Concealment::kPopUp) return InRun::kGoes;
  if (way == Concealment::kForScreenReaders || way == Concealment::kClipped) {
    const bool is_sentence = rest >= kSentence && (tag == Tag::k_p || tag == Tag::k_blockquote);
    return is_heading(tag) || is_sentence ? InRun::kGoes : InRun::kStays;
  }
  return rest >= kSentence || holds_text(tag) ? InRun::kGoes : InRun::kStays;
}

}  // namespace clean_article::extract
