#include "render/runs.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <span>

#include "render/image_address.hpp"
#include "render/target.hpp"

namespace clean_article::render {

namespace {

using html::NodeId;
using html::Tag;

std::optional<MarkKind> mark_of(Tag tag) {
  switch (tag) {
    case Tag::k_a:
      return MarkKind::kLink;
    case Tag::k_b:
    case Tag::k_strong:
      return MarkKind::kStrong;
    case Tag::k_i:
    case Tag::k_em:
    case Tag::k_cite:
    case Tag::k_dfn:
    case Tag::k_var:
      return MarkKind::kEmphasis;
    case Tag::k_code:
    case Tag::k_kbd:
    case Tag::k_samp:
    case Tag::k_tt:
      return MarkKind::kCode;
    case Tag::k_s:
    case Tag::k_del:
    case Tag::k_strike:
      return MarkKind::kStrike;
    case Tag::k_sub:
      return MarkKind::kSub;
    case Tag::k_sup:
      return MarkKind::kSup;
    default:
      return std::nullopt;
  }
}

class RunMaker {
 public:
  RunMaker(const Source& source, const extract::Block& block, std::string_view base, const Style& style,
           const Notes& notes)
      : source_(source), block_(block), base_(base), style_(style) {
    const extract::Blocks& page = *source.extraction.page;
    const auto found = notes.references.find(static_cast<std::size_t>(&block - page.blocks.data()));
    if (found != notes.references.end()) notes_ = found->second;
    outer_ = block.element == extract::kNone ? 0 : page.elements[block.element].node;
    link_around_ = style.shows_links() ? link_around() : html::kNoNode;
  }

  std::vector<Run> run() {
    const extract::Blocks& page = *source_.extraction.page;
    std::uint32_t begin = block_.text_begin;
    // The last block of a huge page has half a million runs, which are not to be held twice while they grow.
    constexpr std::uint32_t kManyPieces = 1000;
    if (const std::uint32_t pieces = block_.end_piece - block_.first_piece; pieces > kManyPieces)
      runs_.reserve(3 * std::size_t{pieces});
    NodeId behind = html::kNoNode;
    for (std::uint32_t p = block_.first_piece; p < block_.end_piece; ++p) {
      const extract::Piece& piece = page.pieces[p];
      const std::uint32_t end = std::max(begin, std::min(piece.text_end, block_.text_end));
      const std::string_view text = std::string_view(page.text).substr(begin, end - begin);
      if (style_.images && behind != html::kNoNode)
        add_images(behind, piece.text_node, text.starts_with(' '));
      behind = std::max(behind == html::kNoNode ? 0 : behind, behind_piece(source_.document, piece));
      add_notes(piece.text_node);
      if (piece.kind == extract::PieceKind::kFormula || piece.kind == extract::PieceKind::kDisplayFormula)
        add_formula(text, piece);
      else
        add_text(text, marks_around(piece.text_node));
      begin = end;
    }
    add_notes(html::kNoNode);
    return std::move(runs_);
  }

 private:
  bool is_kept(std::uint32_t block) const { return (*source_.extraction.verdicts)[block].kept; }

  // The link that a whole block stands in: around it alone, or around a card whose first heading it is.
  NodeId link_around() const {
    constexpr int kFarthest = 6;  // elements
    const extract::Blocks& page = *source_.extraction.page;
    std::uint32_t e = block_.element;
    for (int steps = 0; e != extract::kNone && page.elements[e].tag != Tag::k_a; e = page.elements[e].parent)
      if (++steps > kFarthest) return html::kNoNode;
    if (e == extract::kNone) return html::kNoNode;
    const auto own = static_cast<std::uint32_t>(&block_ - page.blocks.data());
    const bool heading = block_.kind == extract::BlockKind::kHeading;
    constexpr std::uint32_t kMostBlocks = 50;  // what holds more is the page, whose tags are broken
    const extract::Element& link = page.elements[e];
    if (link.end_block - link.first_block > kMostBlocks) return html::kNoNode;
    for (std::uint32_t b = link.first_block; b < link.end_block; ++b) {
      if (b == own || !is_kept(b)) continue;
      const bool other_heading = page.blocks[b].kind == extract::BlockKind::kHeading;
      if (!heading || (other_heading && b < own)) return html::kNoNode;
    }
    return link.node;
  }

  // Outermost first, up to the block's own element.
  std::vector<Mark> marks_around(NodeId text) const {
    constexpr std::size_t kMostMarks = 8;
    std::vector<Mark> marks;
    bool link = false;
    for (NodeId id = source_.document[text].parent; id != html::kNoNode && id != outer_;
         id = source_.document[id].parent) {
      const auto kind = mark_of(source_.document[id].tag);
      if (!kind || marks.size() >= kMostMarks) continue;
      const bool is_link = *kind == MarkKind::kLink;
      if (is_link ? !style_.shows_links() || link : !style_.shows_formatting()) continue;
      Mark mark{*kind, id, ""};
      if (is_link) {
        mark.target = safe_target(base_, source_.document.attribute(id, "href").value_or(""));
        if (mark.target.empty()) continue;
        link = true;
      }
      // A title may be emphasised in what is; pages that never close it nest it without end.
      const auto is_same = [&](const Mark& inner) { return inner.kind == *kind; };
      if (std::ranges::count_if(marks, is_same) == 2) marks.erase(std::ranges::find_if(marks, is_same));
      marks.push_back(std::move(mark));
    }
    if (!link && link_around_ != html::kNoNode) {
      Mark mark{MarkKind::kLink, link_around_,
                safe_target(base_, source_.document.attribute(link_around_, "href").value_or(""))};
      if (!mark.target.empty()) marks.push_back(std::move(mark));
    }
    std::reverse(marks.begin(), marks.end());
    return marks;
  }

  // The references that stand before a text.
  void add_notes(NodeId text) {
    for (; !notes_.empty() && notes_.front().mark < text; notes_ = notes_.subspan(1))
      runs_.push_back(
          {RunKind::kNote, std::to_string(notes_.front().number), "", marks_around(notes_.front().mark)});
  }

  void add_formula(std::string_view tex, const extract::Piece& piece) {
    const std::vector<Mark> marks = marks_around(piece.text_node);
    if (tex.starts_with(' ')) {
      add_text(" ", marks);
      tex.remove_prefix(1);
    }
    const bool display = piece.kind == extract::PieceKind::kDisplayFormula;
    if (!tex.empty())
      runs_.push_back({display ? RunKind::kDisplayFormula : RunKind::kFormula, std::string(tex), "", marks});
  }

  // White space between two elements belongs to neither: it takes the marks that both have.
  void add_text(std::string_view text, const std::vector<Mark>& marks) {
    if (text.starts_with(' ') && !runs_.empty() && runs_.back().marks != marks) {
      std::vector<Mark> shared;
      const std::vector<Mark>& before = runs_.back().marks;
      while (shared.size() < marks.size() && shared.size() < before.size() &&
             before[shared.size()] == marks[shared.size()])
        shared.push_back(marks[shared.size()]);
      add_lines(" ", shared);
      text.remove_prefix(1);
    }
    add_lines(text, marks);
  }

  void add_lines(std::string_view text, const std::vector<Mark>& marks) {
    for (std::size_t at = 0; at < text.size();) {
      if (text[at] == '\n') {
        runs_.push_back({RunKind::kBreak, "", "", marks});
        ++at;
        continue;
      }
      const std::size_t end = std::min(text.find('\n', at), text.size());
      const std::string_view line = text.substr(at, end - at);
      const bool joins = !runs_.empty() && runs_.back().kind == RunKind::kText && runs_.back().marks == marks;
      if (joins)
        runs_.back().text += line;
      else
        runs_.push_back({RunKind::kText, std::string(line), "", marks});
      at = end;
    }
  }

  void add_images(NodeId from, NodeId to, bool spaced) {
    NodeId shown = html::kNoNode;
    for (NodeId id = from; id < to; ++id) {
      if (!is_image(source_.document, id) || is_copy_for_no_script(source_.document, id, shown)) continue;
      Run image = image_run(source_.document, id, base_);
      if (image.target.empty()) continue;
      shown = id;
      if (spaced) add_lines(" ", {});
      runs_.push_back(std::move(image));
    }
  }

  const Source& source_;
  const extract::Block& block_;
  std::string_view base_;
  const Style& style_;
  std::span<const NoteReference> notes_;  // still to come
  NodeId outer_;
  NodeId link_around_;
  std::vector<Run> runs_;
};

// Width or height as the page declares it, where it does.
std::optional<int> pixels(const html::Document& document, NodeId image, std::string_view attribute) {
  const auto value = document.attribute(image, attribute);
  int number = 0;
  if (!value || std::from_chars(value->data(), value->data() + value->size(), number).ec != std::errc())
    return std::nullopt;
  return number;
}

}  // namespace

std::vector<Run> runs_of(const Source& source, const extract::Block& block, std::string_view base,
                         const Style& style, const Notes& notes) {
  return RunMaker(source, block, base, style, notes).run();
}

NodeId behind_piece(const html::Document& document, const extract::Piece& piece) {
  // A quotation's mark is of an element that holds more.
  const bool whole = piece.kind != extract::PieceKind::kText && document[piece.text_node].tag != Tag::k_q;
  return whole ? document[piece.text_node].end : piece.text_node;
}

Run image_run(const html::Document& document, NodeId image, std::string_view base) {
  constexpr int kSmallest = 32;  // pixels: icons and tracking pixels
  Run run{RunKind::kImage, "", "", {}};
  for (const std::string_view side : {"width", "height"})
    if (const auto size = pixels(document, image, side); size && *size < kSmallest) return run;
  run.target = image_address(document, image, base);
  for (const char c : document.attribute(image, "alt").value_or(""))
    run.text += c == '\n' || c == '\t' ? ' ' : c;
  std::erase_if(run.text, [](char c) { return (c >= 0 && c < ' ') || c == '\x7F'; });
  return run;
}

}  // namespace clean_article::render
