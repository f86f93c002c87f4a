// The links of a heading to itself (permalinks.hpp) are cut off both ends of its text: its block loses that
// text and its pieces, the counts in it stay those that were judged. Runs when all is judged, so that no
// signal depends on it, nor what the scorer learns from (tools/training/export_signals).

#include <algorithm>
#include <string_view>

#include "extract/blocks/block_text.hpp"
#include "extract/blocks/permalinks.hpp"
#include "extract/finish/rules/rules.hpp"
#include "text/text.hpp"

namespace clean_article::extract::rules {

namespace {

using html::Document;
using html::NodeId;
using html::Tag;

class Heading {
 public:
  Heading(const Document& document, Blocks& page, Block& block)
      : document_(document), page_(page), block_(block), node_(page.elements[block.element].node) {}

  void cut() {
    while (cut_last()) {
    }
    while (cut_first()) {
    }
  }

 private:
  std::uint32_t begin_of(std::uint32_t piece) const {
    return piece == block_.first_piece ? block_.text_begin : page_.pieces[piece - 1].text_end;
  }
  // Of pieces one after the other.
  std::string_view text_of(std::uint32_t first, std::uint32_t end) const {
    const std::uint32_t begin = begin_of(first);
    return std::string_view(page_.text).substr(begin, page_.pieces[end - 1].text_end - begin);
  }
  bool is_in(std::uint32_t piece, NodeId link) const {
    const NodeId text = page_.pieces[piece].text_node;
    return text > link && text < document_[link].end;
  }

  bool cut_last() {
    std::uint32_t end = block_.end_piece;
    while (end > block_.first_piece && is_blank(text_of(end - 1, end))) --end;
    if (end == block_.first_piece) return false;
    const NodeId link = link_around(page_.pieces[end - 1].text_node);
    if (link == html::kNoNode) return false;
    std::uint32_t first = end;
    while (first > block_.first_piece && is_in(first - 1, link)) --first;
    if (first == block_.first_piece || is_blank(text_of(block_.first_piece, first))) return false;
    if (!is_permalink(document_, node_, link, text_of(first, end))) return false;
    std::uint32_t text_end = begin_of(first);
    while (text::is_html_space(page_.text[text_end - 1])) --text_end;
    block_.text_end = text_end;
    for (std::uint32_t p = block_.first_piece; p < block_.end_piece; ++p)
      page_.pieces[p].text_end = std::min(page_.pieces[p].text_end, text_end);
    return true;
  }

  bool cut_first() {
    std::uint32_t first = block_.first_piece;
    while (first < block_.end_piece && is_blank(text_of(first, first + 1))) ++first;
    if (first == block_.end_piece) return false;
    const NodeId link = link_around(page_.pieces[first].text_node);
    if (link == html::kNoNode) return false;
    std::uint32_t end = first;
    while (end < block_.end_piece && is_in(end, link)) ++end;
    if (is_blank(text_of(end, block_.end_piece))) return false;
    if (!is_permalink(document_, node_, link, text_of(first, end))) return false;
    std::uint32_t text_begin = begin_of(end);
    while (text::is_html_space(page_.text[text_begin])) ++text_begin;
    block_.text_begin = text_begin;
    for (std::uint32_t p = block_.first_piece; p < block_.end_piece; ++p)
      page_.pieces[p].text_end = std::max(page_.pieces[p].text_end, text_begin);
    return true;
  }

  // The outermost link in the heading around a text, if any.
  NodeId link_around(NodeId text) const {
    NodeId link = html::kNoNode;
    for (NodeId id = document_[text].parent; id != html::kNoNode && id > node_; id = document_[id].parent)
      if (document_[id].tag == Tag::k_a) link = id;
    return link;
  }

  const Document& document_;
  Blocks& page_;
  Block& block_;
  NodeId node_;
};

}  // namespace

void permalink(const FinishContext& page, Marker& mark) {
  Blocks& blocks = mark.edited_page();
  for (std::size_t i = 0; i < page.size(); ++i) {
    Block& block = blocks.blocks[i];
    const bool may_have =
        page.is_kept(i) && block.kind == BlockKind::kHeading && block.links > 0 && block.element != kNone;
    if (may_have && block.end_piece - block.first_piece > 1) Heading(page.document(), blocks, block).cut();
  }
}

}  // namespace clean_article::extract::rules
