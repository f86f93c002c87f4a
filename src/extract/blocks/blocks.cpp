#include "extract/blocks/blocks.hpp"

#include <algorithm>
#include <charconv>
#include <cstring>
#include <optional>

#include "extract/blocks/block_text.hpp"
#include "extract/blocks/element_roles.hpp"
#include "extract/blocks/marks.hpp"

namespace clean_article::extract {

namespace {

using html::Document;
using html::NodeId;
using html::Tag;

bool is_code_tag(Tag tag) {
  return tag == Tag::k_code || tag == Tag::k_kbd || tag == Tag::k_samp || tag == Tag::k_tt ||
         tag == Tag::k_pre;
}

// What an element passes on to the text inside it.
struct Context {
  std::uint32_t element = kNone;        // innermost element
  std::uint32_t block_element = kNone;  // innermost block-level one
  std::uint32_t list = kNone, item = kNone, row = kNone, pre = kNone;
  std::uint32_t number = 0;  // of the item, in an ordered list
  BlockKind kind = BlockKind::kParagraph;
  std::uint8_t level = 0;
  std::uint8_t flags = 0;
  bool link = false, strong = false, code = false;
};

// Changes the context for what stands inside an element of this name.
void enter(Tag tag, const CategorySet& categories, std::uint32_t index, Context& c) {
  if (categories.has(Category::k_hidden) || categories.has(Category::k_aria_hidden)) c.flags |= kHidden;
  switch (tag) {
    case Tag::k_a:
      c.link = true;
      break;
    case Tag::k_b:
    case Tag::k_strong:
      c.strong = true;
      break;
    case Tag::k_h1:
    case Tag::k_h2:
    case Tag::k_h3:
    case Tag::k_h4:
    case Tag::k_h5:
    case Tag::k_h6:
      c.kind = BlockKind::kHeading;
      c.level = static_cast<std::uint8_t>(1 + static_cast<int>(tag) - static_cast<int>(Tag::k_h1));
      break;
    case Tag::k_ul:
    case Tag::k_ol:
    case Tag::k_menu:
    case Tag::k_dir:
      c.list = index;
      if (c.kind != BlockKind::kListItem) c.level = 0;
      break;
    case Tag::k_li:
      c.item = index;
      c.level = static_cast<std::uint8_t>(c.kind == BlockKind::kListItem ? std::min(c.level + 1, 20) : 1);
      c.kind = BlockKind::kListItem;
      break;
    case Tag::k_dt:
      c.kind = BlockKind::kTerm;
      break;
    case Tag::k_dd:
      c.kind = BlockKind::kDefinition;
      break;
    case Tag::k_tr:
      c.row = index;
      break;
    case Tag::k_td:
    case Tag::k_th:
      c.kind = BlockKind::kCell;
      break;
    case Tag::k_caption:
    case Tag::k_figcaption:
      c.kind = BlockKind::kCaption;
      break;
    case Tag::k_figure:
      c.flags |= kInFigure;
      break;
    case Tag::k_pre:
    case Tag::k_listing:
    case Tag::k_xmp:
    case Tag::k_plaintext:
      c.kind = BlockKind::kCode;
      c.pre = index;
      break;
    case Tag::k_blockquote:
      c.flags |= kInQuote;
      if (c.kind != BlockKind::kListItem) c.kind = BlockKind::kParagraph;
      break;
    case Tag::k_noscript:
      c.flags |= kNoscript;
      break;
    case Tag::k_article:
    case Tag::k_section:
    case Tag::k_table:
      c.kind = BlockKind::kParagraph;
      c.item = kNone;
      break;
    default:
      break;
  }
  if (is_code_tag(tag)) c.code = true;
  c.element = index;
}

// One pass over the nodes of a page.
class Walk {
 public:
  // `known`: by their start tags, elements that were classified before.
  Walk(const Document& document, ElementClassifier& classifier, std::span<const Element* const> known,
       Blocks& out)
      : document_(document), classifier_(classifier), known_(known), out_(out), text_(out.text) {
    std::fill(std::begin(nearest_), std::end(nearest_), std::int16_t{-1});
  }

  void run() {
    const auto nodes = document_.nodes();
    for (NodeId id = first_node(); id < nodes.size();) {
      while (!open_.empty() && open_.back().end <= id) leave();
      const html::Node& node = nodes[id];
      if (node.tag == Tag::kText) {
        if (!open_.empty()) add_text(id);
        ++id;
        continue;
      }
      const Role role = node.name_space == html::Namespace::kHtml ? role_of(node.tag) : Role::kSkipped;
      switch (role) {
        case Role::kSkipped:
          id = node.end;
          break;
        case Role::kBreak:
          add_break();
          ++id;
          break;
        case Role::kImage:
          ++images_;
          ++id;
          break;
        default:
          if (role == Role::kInline && is_mark(document_, id)) {
            id = node.end;
            break;
          }
          open_element(id, role == Role::kBlock);
          ++id;
      }
    }
    while (!open_.empty()) leave();
    flush();
  }

 private:
  struct Open {
    NodeId end;
    std::uint32_t undo_mark;
    bool is_block;
    std::uint32_t next_number;  // of the items of an ordered list, from its `start` on
    Context context;
  };
  struct Undo {
    Category category;
    std::int16_t depth;
  };

  // The node of <body>; a page without one (framesets) is read whole.
  NodeId first_node() const {
    const auto nodes = document_.nodes();
    for (NodeId id = 0; id < nodes.size(); id = id == 0 ? 1 : nodes[id].end)
      if (nodes[id].tag == Tag::k_body) return id;
    return 0;
  }

  const Context& context() const { return open_.back().context; }

  void open_element(NodeId id, bool is_block) {
    if (is_block) {
      if (!open_.empty() && context().pre != kNone)
        line_break_in_pre();
      else
        flush();
    }
    Context inside = open_.empty() ? Context{} : context();
    const auto index = static_cast<std::uint32_t>(out_.elements.size());
    Element& e = out_.elements.emplace_back();
    e.node = id;
    e.parent = inside.element;
    e.depth = static_cast<std::uint16_t>(open_.size());
    e.tag = document_[id].tag;
    classify(e);
    e.first_block = static_cast<std::uint32_t>(out_.blocks.size()) + (in_block_ ? 1 : 0);
    e.images_before = images_;
    const auto undo_mark = static_cast<std::uint32_t>(undo_.size());
    e.categories.for_each([&](Category c) {
      std::int16_t& depth = nearest_[static_cast<std::size_t>(c)];
      undo_.push_back({c, depth});
      depth = static_cast<std::int16_t>(e.depth);
    });
    if (e.tag == Tag::k_a && in_block_) ++current_.links;
    enter(e.tag, e.categories, index, inside);
    if (is_block) inside.block_element = index;
    if (e.tag == Tag::k_li) inside.number = number_item(id);
    const std::uint32_t first_number = e.tag == Tag::k_ol ? number_in(id, "start").value_or(1) : 0;
    open_.push_back({document_[id].end, undo_mark, is_block, first_number, inside});
  }

  void classify(Element& e) {
    const std::uint32_t start_tag = document_[e.node].source;
    if (start_tag < known_.size() && known_[start_tag] != nullptr) {
      e.categories = known_[start_tag]->categories;
      e.signature = known_[start_tag]->signature;
    } else {
      e.categories = classifier_.classify(document_, e.node, e.signature);
    }
  }

  std::optional<std::uint32_t> number_in(NodeId id, std::string_view attribute) const {
    const std::optional<std::string> value = document_.attribute(id, attribute);
    std::uint32_t number = 0;
    if (!value || std::from_chars(value->data(), value->data() + value->size(), number).ec != std::errc())
      return std::nullopt;
    return number;
  }

  // The number that an <li> shows, 0 when its list is not ordered.
  std::uint32_t number_item(NodeId id) {
    for (std::size_t i = open_.size(); i-- > 0;) {
      const Tag tag = out_.elements[open_[i].context.element].tag;
      if (tag == Tag::k_ul || tag == Tag::k_menu || tag == Tag::k_dir) return 0;
      if (tag != Tag::k_ol) continue;
      const std::uint32_t number = number_in(id, "value").value_or(open_[i].next_number);
      open_[i].next_number = number + 1;
      return number;
    }
    return 0;
  }

  void leave() {
    const Open& closing = open_.back();
    const bool ends_block =
        closing.is_block && (context().pre == kNone || context().pre == context().element);
    if (ends_block)
      flush();
    else if (closing.is_block)
      line_break_in_pre();
    Element& e = out_.elements[closing.context.element];
    e.end = static_cast<std::uint32_t>(out_.elements.size());
    e.end_block = static_cast<std::uint32_t>(out_.blocks.size()) + (in_block_ ? 1 : 0);
    e.first_block = std::min(e.first_block, e.end_block);
    e.images_end = images_;
    while (undo_.size() > closing.undo_mark) {
      nearest_[static_cast<std::size_t>(undo_.back().category)] = undo_.back().depth;
      undo_.pop_back();
    }
    open_.pop_back();
  }

  void add_text(NodeId id) {
    scratch_.clear();
    document_.append_text(id, scratch_);
    const bool blank = is_blank(scratch_);
    if (!in_block_) {
      if (blank && (context().pre == kNone || scratch_.find('\n') == std::string::npos)) return;
      if (blank && context().pre != kNone) return;
      begin_block();
    }
    if (!blank) breaks_ = 0;
    const std::uint32_t chars =
        context().pre != kNone ? text_.append_verbatim(scratch_) : text_.append_folded(scratch_);
    current_.chars += chars;
    if (context().link) current_.link_chars += chars;
    if (context().strong) current_.strong_chars += chars;
    if (context().code) current_.code_chars += chars;
    out_.pieces.push_back({id, static_cast<std::uint32_t>(out_.text.size())});
  }

  void begin_block() {
    const Context& c = context();
    current_ = Block{};
    current_.element = c.block_element;
    current_.inner_element = c.element;
    current_.text_begin = static_cast<std::uint32_t>(out_.text.size());
    current_.first_piece = static_cast<std::uint32_t>(out_.pieces.size());
    current_.list = c.list;
    current_.item = c.item;
    current_.row = c.row;
    current_.pre = c.pre;
    current_.number = c.number;
    current_.kind = c.kind;
    current_.level = c.level;
    current_.flags = c.flags;
    current_.links = c.link ? 1 : 0;
    std::memcpy(current_nearest_, nearest_, sizeof nearest_);
    text_.begin();
    in_block_ = true;
    breaks_ = 0;
  }

  // Two breaks in a row end a paragraph as an element would.
  void add_break() {
    if (!in_block_) return;
    text_.break_line();
    if (++breaks_ >= 2 && context().pre == kNone) flush();
  }

  void line_break_in_pre() {
    if (in_block_ && !out_.text.empty() && out_.text.back() != '\n') text_.break_line();
  }

  void flush() {
    if (!in_block_) return;
    in_block_ = false;
    breaks_ = 0;
    if (!text_.finish()) {
      out_.pieces.resize(current_.first_piece);
      return;
    }
    current_.text_end = static_cast<std::uint32_t>(out_.text.size());
    current_.end_piece = static_cast<std::uint32_t>(out_.pieces.size());
    for (std::uint32_t p = current_.end_piece; p > current_.first_piece; --p)
      out_.pieces[p - 1].text_end = std::min(out_.pieces[p - 1].text_end, current_.text_end);
    out_.blocks.push_back(current_);
    out_.nearest.insert(out_.nearest.end(), std::begin(current_nearest_), std::end(current_nearest_));
  }

  const Document& document_;
  ElementClassifier& classifier_;
  std::span<const Element* const> known_;
  Blocks& out_;
  BlockText text_;
  std::vector<Open> open_;
  std::vector<Undo> undo_;
  NearestDepths nearest_;
  NearestDepths current_nearest_;
  Block current_{};
  bool in_block_ = false;
  int breaks_ = 0;
  std::uint32_t images_ = 0;
  std::string scratch_;
};

// A cell that holds several blocks is a piece of layout: they are paragraphs.
void resolve_layout_cells(Blocks& b) {
  for (Block& block : b.blocks) {
    if (block.kind != BlockKind::kCell) continue;
    std::uint32_t e = block.element;
    while (e != kNone && b.elements[e].tag != Tag::k_td && b.elements[e].tag != Tag::k_th)
      e = b.elements[e].parent;
    if (e != kNone && b.elements[e].end_block - b.elements[e].first_block > 1)
      block.kind = BlockKind::kParagraph;
  }
}

}  // namespace

void Blocks::clear() {
  text.clear();
  blocks.clear();
  pieces.clear();
  elements.clear();
  nearest.clear();
}

const Blocks& BlockBuilder::build(const Document& document) {
  blocks_.clear();
  Walk(document, classifier_, {}, blocks_).run();
  resolve_layout_cells(blocks_);
  return blocks_;
}

const Blocks& BlockBuilder::build_part(const Document& part, const Document& page, const Blocks& of_page) {
  known_.clear();
  for (const Element& element : of_page.elements) {
    const std::uint32_t start_tag = page[element.node].source;
    if (start_tag == Document::kImplied) continue;
    if (known_.size() <= start_tag) known_.resize(start_tag + 1, nullptr);
    known_[start_tag] = &element;
  }
  blocks_.clear();
  Walk(part, classifier_, known_, blocks_).run();
  resolve_layout_cells(blocks_);
  return blocks_;
}

}  // namespace clean_article::extract
