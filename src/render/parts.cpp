#include "render/parts.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>
#include <utility>

#include "render/code_language.hpp"
#include "render/image_address.hpp"
#include "render/notes.hpp"
#include "render/runs.hpp"
#include "render/table_grid.hpp"
#include "text/text.hpp"

namespace clean_article::render {

namespace {

using extract::Block;
using extract::BlockKind;
using extract::Blocks;
using extract::Category;
using extract::kNone;
using html::NodeId;
using html::Tag;

// An element that holds parts, while it is open.
struct Open {
  PartKind kind;
  std::uint32_t element;
};

class PartMaker {
 public:
  PartMaker(const Source& source, const Style& style)
      : source_(source),
        style_(style),
        page_(*source.extraction.page),
        verdicts_(*source.extraction.verdicts) {
    if (style.is_marked_up_text()) notes_ = find_notes(source, style);
    base_ = html::base_url(source.document, source.url);
    const auto is_linked = [](const html::Node& node) {
      return node.tag == Tag::k_a || node.tag == Tag::k_img;
    };
    const auto links = std::ranges::count_if(source.document.nodes(), is_linked);
    if (static_cast<std::size_t>(links) * base_.size() > kMostAddedBytes) base_.clear();
  }

  std::vector<Part> run() {
    if (style_.title) add_title();
    NodeId behind = html::kNoNode;
    std::uint32_t last_table = kNone;
    for (std::size_t i = 0; i < page_.blocks.size(); ++i) {
      const Block& block = page_.blocks[i];
      if (!verdicts_[i].kept || (!style_.tables && block.cell != kNone)) continue;
      if (i < first_shown_) continue;
      const NodeId first = first_node_of(block);
      // What stands in a table shows its pictures itself.
      if (style_.images && behind != html::kNoNode && behind < first) add_images(behind, first);
      if (block.cell == kNone) {
        behind = std::max(behind == html::kNoNode ? 0 : behind,
                          behind_piece(source_.document, page_.pieces[block.end_piece - 1]));
        enter(chain_of(block));
        add(block);
      } else if (const std::uint32_t table = page_.cells[block.cell].table; table != last_table) {
        behind = source_.document[page_.elements[page_.tables[table].element].node].end;
        enter(chain_of(block));
        add_table(page_.tables[table]);
        last_table = table;
      }
    }
    enter({});
    return std::move(parts_);
  }

 private:
  // The title as a heading; a first block that says the same is not shown again.
  void add_title() {
    if (!source_.metadata.title) return;
    Part part{PartEvent::kLeaf, PartKind::kHeading};
    part.level = 1;
    part.runs.push_back({RunKind::kText, source_.metadata.title.value, "", {}});
    parts_.push_back(std::move(part));
    for (std::size_t i = 0; i < page_.blocks.size(); ++i) {
      if (!verdicts_[i].kept) continue;
      if (page_.text_of(page_.blocks[i]) == source_.metadata.title.value) first_shown_ = i + 1;
      break;
    }
  }

  // An <li> with a heading in it is a card or a section, not an item.
  bool is_item(std::uint32_t item) {
    const auto known = items_.find(item);
    if (known != items_.end()) return known->second;
    const extract::Element& element = page_.elements[item];
    bool yes = true;
    for (std::uint32_t b = element.first_block; b < element.end_block && yes; ++b)
      yes = page_.blocks[b].kind != BlockKind::kHeading;
    items_.emplace(item, yes);
    return yes;
  }

  // Where a block, or the table that it stands in, begins.
  NodeId first_node_of(const Block& block) const {
    if (block.cell == kNone) return page_.pieces[block.first_piece].text_node;
    return page_.elements[page_.tables[page_.cells[block.cell].table].element].node;
  }

  // The elements around a block that formats show, outermost first; of a cell those around its table.
  std::vector<Open> chain_of(const Block& block) {
    constexpr std::size_t kMostNested = 32;
    std::vector<Open> chain;
    const bool cell = block.cell != kNone;
    const bool listed = block.item != kNone && !cell && block.kind != BlockKind::kHeading;
    bool item_open = false;
    const std::uint32_t table = cell ? page_.tables[page_.cells[block.cell].table].element : kNone;
    if (cell) chain.push_back({PartKind::kTable, table});
    for (std::uint32_t e = cell ? page_.elements[table].parent : block.element;
         e != kNone && chain.size() < kMostNested; e = page_.elements[e].parent) {
      switch (page_.elements[e].tag) {
        case Tag::k_blockquote:
          chain.push_back({PartKind::kQuote, e});
          break;
        case Tag::k_li:
          if (listed && is_item(e)) {
            chain.push_back({PartKind::kItem, e});
            item_open = true;
          }
          break;
        case Tag::k_p:
        case Tag::k_div:
        case Tag::k_aside:
          if (note_of(PartKind::kNote, page_.elements[e]) != 0) chain.push_back({PartKind::kNote, e});
          break;
        case Tag::k_ul:
        case Tag::k_ol:
        case Tag::k_menu:
        case Tag::k_dir:
          if (item_open) chain.push_back({PartKind::kList, e});
          item_open = false;
          break;
        default:
          break;
      }
    }
    std::reverse(chain.begin(), chain.end());
    repair(chain);
    return chain;
  }

  // Items stand in lists, whatever the page does.
  static void repair(std::vector<Open>& chain) {
    for (std::size_t i = 0; i < chain.size(); ++i) {
      if (chain[i].kind != PartKind::kItem) continue;
      if (i > 0 && chain[i - 1].kind == PartKind::kList) continue;
      chain.insert(chain.begin() + static_cast<std::ptrdiff_t>(i), Open{PartKind::kList, kNone});
      ++i;
    }
  }

  // Closes and opens until just these are open.
  void enter(const std::vector<Open>& chain) {
    std::size_t same = 0;
    while (same < open_.size() && same < chain.size() && open_[same].element == chain[same].element &&
           open_[same].kind == chain[same].kind)
      ++same;
    while (open_.size() > same) {
      parts_.push_back({PartEvent::kClose, open_.back().kind});
      open_.pop_back();
    }
    for (; same < chain.size(); ++same) {
      open_.push_back(chain[same]);
      parts_.push_back(opening(chain[same]));
    }
  }

  Part opening(const Open& open) const {
    Part part{PartEvent::kOpen, open.kind};
    if (open.element == kNone) return part;
    const extract::Element& element = page_.elements[open.element];
    part.ordered = element.tag == Tag::k_ol;
    part.note = note_of(open.kind, element);
    if (open.kind != PartKind::kItem) return part;
    part.task = task_of(element.node);
    for (std::uint32_t b = element.first_block; b < element.end_block && part.number == 0; ++b)
      if (page_.blocks[b].item == open.element) part.number = page_.blocks[b].number;
    return part;
  }

  // The number of a note, or of the first in a list of them.
  std::uint32_t note_of(PartKind kind, const extract::Element& element) const {
    const bool list = kind == PartKind::kList;
    return notes_.first_in(element.node, list ? source_.document[element.node].end : element.node + 1);
  }

  // The check box at the beginning of an item.
  char task_of(NodeId item) const {
    constexpr NodeId kNear = 6;  // nodes: a label and a paragraph may stand around it
    const NodeId end = std::min(source_.document[item].end, item + kNear);
    for (NodeId id = item + 1; id < end; ++id) {
      if (source_.document[id].tag != Tag::k_input) continue;
      if (source_.document.attribute(id, "type") != "checkbox") return '\0';
      return source_.document.attribute(id, "checked") ? 'x' : ' ';
    }
    return '\0';
  }

  void add(const Block& block) {
    Part part{PartEvent::kLeaf, kind_of(block)};
    part.level = block.level;
    if (part.kind == PartKind::kCode) {
      if (block.pre != kNone)
        part.language = language_of_code(source_.document, page_.elements[block.pre].node);
      part.runs.push_back({RunKind::kText, std::string(page_.text_of(block)), "", {}});
    } else {
      part.runs = runs_of(source_, block, base_, style_, notes_);
    }
    parts_.push_back(std::move(part));
  }

  PartKind kind_of(const Block& block) const {
    switch (block.kind) {
      case BlockKind::kHeading:
        return PartKind::kHeading;
      case BlockKind::kTerm:
        return PartKind::kTerm;
      case BlockKind::kDefinition:
        return PartKind::kDefinition;
      case BlockKind::kCaption:
        return PartKind::kCaption;
      case BlockKind::kCode:
        return PartKind::kCode;
      case BlockKind::kParagraph:
      case BlockKind::kListItem:
      case BlockKind::kCell:  // of a table that lays the page out
        break;
    }
    return PartKind::kParagraph;
  }

  void add_table(const extract::Table& table) {
    const TableGrid grid(page_, table, [&](const extract::Cell& cell) { return shows_anything(cell); });
    std::uint32_t row = kNone;
    for (std::uint32_t c = table.first_cell; c < table.end_cell; ++c) {
      const extract::Cell& cell = page_.cells[c];
      if (!grid.shows_row(cell) || grid.columns(cell) == 0) continue;
      if (grid.row(cell) != row) {
        if (row != kNone) parts_.push_back({PartEvent::kClose, PartKind::kRow});
        parts_.push_back({PartEvent::kOpen, PartKind::kRow});
        row = grid.row(cell);
      }
      Part part{PartEvent::kLeaf, PartKind::kCell};
      part.header = cell.is_header;
      part.column = grid.column(cell);
      part.columns = grid.columns(cell);
      part.rows = grid.rows(cell);
      part.runs = runs_of_cell(cell);
      parts_.push_back(std::move(part));
    }
    if (row != kNone) parts_.push_back({PartEvent::kClose, PartKind::kRow});
  }

  bool shows_anything(const extract::Cell& cell) const {
    const extract::Element& element = page_.elements[cell.element];
    for (std::uint32_t b = element.first_block; b < element.end_block; ++b)
      if (verdicts_[b].kept) return true;
    return style_.images && element.images_before < element.images_end;
  }

  // Paragraphs, items and pictures of a cell, each on a line of its own.
  std::vector<Run> runs_of_cell(const extract::Cell& cell) {
    const extract::Element& element = page_.elements[cell.element];
    std::vector<Run> runs;
    const auto add = [&](std::vector<Run> more) {
      if (!runs.empty()) runs.push_back({RunKind::kBreak, "", "", {}});
      runs.insert(runs.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    };
    NodeId behind = element.node;
    const auto add_images_before = [&](NodeId end) {
      for (NodeId id = behind; style_.images && id < end; ++id) {
        if (!is_image(source_.document, id) || is_copy_for_no_script(source_.document, id, last_image_))
          continue;
        Run image = image_run(source_.document, id, base_);
        if (image.target.empty()) continue;
        last_image_ = id;
        add({std::move(image)});
      }
    };
    for (std::uint32_t b = element.first_block; b < element.end_block; ++b) {
      if (!verdicts_[b].kept) continue;
      const Block& block = page_.blocks[b];
      add_images_before(page_.pieces[block.first_piece].text_node);
      add(runs_of(source_, block, base_, style_, notes_));
      behind = std::max(behind, behind_piece(source_.document, page_.pieces[block.end_piece - 1]));
    }
    add_images_before(source_.document[element.node].end);
    return runs;
  }

  // Images between two shown blocks that stand in no place for other things.
  void add_images(NodeId from, NodeId to) {
    constexpr std::size_t kMostImages = 1'000;
    for (NodeId id = from; id < to; ++id) {
      if (!is_image(source_.document, id) || images_ >= kMostImages || is_aside(id)) continue;
      if (is_copy_for_no_script(source_.document, id, last_image_)) continue;
      Run image = image_run(source_.document, id, base_);
      if (image.target.empty()) continue;
      ++images_;
      last_image_ = id;
      enter({});
      Part part{PartEvent::kLeaf, PartKind::kFigure};
      part.runs.push_back(std::move(image));
      parts_.push_back(std::move(part));
      add_caption(id);
    }
  }

  // The caption of an image, which the text leaves out, stands below it.
  void add_caption(NodeId image) {
    constexpr int kNear = 5;  // elements between an image and its <figure>
    NodeId figure = source_.document[image].parent;
    for (int steps = 0; figure != html::kNoNode && source_.document[figure].tag != Tag::k_figure; ++steps) {
      if (steps == kNear) return;
      figure = source_.document[figure].parent;
    }
    if (figure == html::kNoNode) return;
    const NodeId end = source_.document[figure].end;
    const auto behind = std::partition_point(page_.elements.begin(), page_.elements.end(),
                                             [&](const extract::Element& e) { return e.node <= image; });
    for (auto e = behind; e != page_.elements.end() && e->node < end; ++e) {
      // Of several images in a figure the last has the caption.
      if (e->tag == Tag::k_figure || holds_image(image + 1, e->node)) return;
      if (e->tag != Tag::k_figcaption) continue;
      for (std::uint32_t b = e->first_block; b < e->end_block; ++b) {
        if (verdicts_[b].kept || (page_.blocks[b].flags & extract::kHidden) != 0) continue;
        Part part{PartEvent::kLeaf, PartKind::kCaption};
        part.runs = runs_of(source_, page_.blocks[b], base_, style_, notes_);
        parts_.push_back(std::move(part));
      }
      return;
    }
  }

  bool holds_image(NodeId from, NodeId to) const {
    for (NodeId id = from; id < to; ++id)
      if (is_image(source_.document, id) && !is_copy_for_no_script(source_.document, id, last_image_))
        return true;
    return false;
  }

  bool is_aside(NodeId image) {
    const auto behind = std::partition_point(page_.elements.begin(), page_.elements.end(),
                                             [&](const extract::Element& e) { return e.node < image; });
    auto e = static_cast<std::uint32_t>(behind - page_.elements.begin());
    if (e == 0) return true;
    for (--e; e != kNone; e = page_.elements[e].parent) {
      if (source_.document[page_.elements[e].node].end <= image) continue;
      if (holds_whole_text(page_.elements[e])) return false;  // whatever it is called
      for (const Category c :
           {Category::k_nav, Category::k_aside, Category::k_footer, Category::k_class_related,
            Category::k_class_ad, Category::k_class_share, Category::k_class_author,
            Category::k_class_comment, Category::k_class_sidebar})
        if (page_.elements[e].categories.has(c)) return true;
    }
    return false;
  }

  bool holds_whole_text(const extract::Element& element) {
    if (!kept_) {
      kept_.emplace(0, 0);
      for (std::uint32_t i = 0; i < verdicts_.size(); ++i)
        if (verdicts_[i].kept) kept_ = {kept_->second == 0 ? i : kept_->first, i + 1};
    }
    return element.first_block <= kept_->first && kept_->second <= element.end_block;
  }

  const Source& source_;
  const Style& style_;
  const Blocks& page_;
  const std::vector<extract::Verdict>& verdicts_;
  Notes notes_;
  std::string base_;
  std::vector<Part> parts_;
  std::vector<Open> open_;
  std::unordered_map<std::uint32_t, bool> items_;  // by their <li>: whether is_item()
  std::size_t first_shown_ = 0;
  std::optional<std::pair<std::uint32_t, std::uint32_t>> kept_;  // the first kept block, one past the last
  std::size_t images_ = 0;
  NodeId last_image_ = html::kNoNode;  // that was shown
};

}  // namespace

std::vector<Part> parts_of(const Source& source, const Style& style) {
  return PartMaker(source, style).run();
}

std::string plain_text(const Part& part) {
  std::string text;
  for (const Run& run : part.runs) {
    if (run.kind == RunKind::kText || is_formula(run.kind)) text += run.text;
    if (run.kind == RunKind::kBreak) text += ' ';
  }
  return text;
}

}  // namespace clean_article::render
