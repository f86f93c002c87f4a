// The links of a heading to itself that are words ("Link to this heading", "top") are cut off both ends of
// its text: its block loses that text and its pieces, the counts in it stay those that were judged. Links
// that are mere signs are marks already (marks.hpp) and never get into a block. Runs when all is judged, so
// that no signal depends on it, nor what the scorer learns from (tools/training/export_signals).

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "extract/blocks/block_text.hpp"
#include "extract/finish/rules/rules.hpp"
#include "site/site.hpp"
#include "text/text.hpp"

namespace clean_article::extract::rules {

namespace {

using html::Document;
using html::NodeId;
using html::Tag;

// Signs that have letters in them: a pilcrow whose UTF-8 was taken for Latin-1 by whoever saved the page.
constexpr std::string_view kMangledPilcrow = "â¶";  // in lower case, as all texts here

constexpr std::size_t kMostPhraseBytes = 200;
constexpr std::size_t kMostSignChars = 3;

bool is_sign(std::string_view text) {
  for (std::size_t at = 0; at < text.size();)
    if (text::is_word(text::next_code_point(text, at))) return text == kMangledPilcrow;
  return text::count_code_points(text) <= kMostSignChars;
}

// Whether that section of the list of permalinks has the text. Small letters.
bool is_known(std::string_view section, std::string_view text) {
  for (const site::Word& word : site::words_in_use().list(site::WordList::kPermalinks))
    if (word.section == section && word.text == text) return true;
  return false;
}

// Whether the text begins so, and the name of a heading or a word for it follows.
bool begins_as_known(std::string_view text) {
  for (const site::Word& word : site::words_in_use().list(site::WordList::kPermalinks))
    if (word.section == "beginning" && text.starts_with(word.text) &&
        text.substr(word.text.size()).starts_with(' '))
      return true;
  return false;
}

// The fragment that a link leads to, where it may be one of its own page.
std::optional<std::string> fragment_of(const Document& document, NodeId link, bool& is_bare) {
  const std::optional<std::string> target = document.attribute(link, "href");
  const std::size_t hash = target ? target->find('#') : std::string::npos;
  if (hash == std::string::npos) return std::nullopt;
  is_bare = hash == 0;
  return target->substr(hash + 1);
}

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
    std::uint32_t first = end - 1;
    while (first > block_.first_piece && is_in(first - 1, link)) --first;
    if (first == block_.first_piece || is_blank(text_of(block_.first_piece, first))) return false;
    if (!is_permalink(link, text_of(first, end))) return false;
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
    std::uint32_t end = first + 1;
    while (end < block_.end_piece && is_in(end, link)) ++end;
    if (end == block_.end_piece || is_blank(text_of(end, block_.end_piece))) return false;
    if (!is_permalink(link, text_of(first, end))) return false;
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

  // Whether a link of this text leads to the heading itself, or to the top, and says so.
  bool is_permalink(NodeId link, std::string_view shown) const {
    bool is_bare = false;
    const auto fragment = fragment_of(document_, link, is_bare);
    if (!fragment || shown.size() > kMostPhraseBytes) return false;
    const std::string text = text::fold_html_space(text::to_lower(shown));
    if (is_known("top", text)) return is_bare && (fragment->empty() || fragment->starts_with("top"));
    const bool says = is_sign(text) || text == '#' + text::to_lower(*fragment) || is_known("whole", text) ||
                      begins_as_known(text);
    return !fragment->empty() &&
           ((says && is_bare) || ((says || is_known("word", text)) && is_own(*fragment)));
  }

  // Whether the heading, what is in it, or what it is directly in has that name.
  bool is_own(std::string_view fragment) const {
    const auto named = [&](NodeId id) {
      return document_.attribute(id, "id") == fragment || document_.attribute(id, "name") == fragment;
    };
    for (NodeId id = node_; id < document_[node_].end; ++id)
      if (document_[id].tag != Tag::kText && named(id)) return true;
    const NodeId outer = document_[node_].parent;
    return outer != html::kNoNode && named(outer);
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
