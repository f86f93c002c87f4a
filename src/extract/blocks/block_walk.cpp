#include "extract/blocks/block_walk.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

#include "base/base.hpp"
#include "extract/blocks/block_context.hpp"
#include "extract/blocks/block_text.hpp"
#include "extract/blocks/block_writer.hpp"
#include "extract/blocks/code_elements.hpp"
#include "extract/blocks/element_roles.hpp"
#include "extract/blocks/formulas.hpp"
#include "extract/blocks/marks.hpp"
#include "extract/blocks/quotation_marks.hpp"
#include "extract/blocks/text_images.hpp"
#include "extract/blocks/unseen_parts.hpp"
#include "text/text.hpp"

namespace clean_article::extract {

namespace {

using html::Document;
using html::NodeId;
using html::Tag;

// One pass over the nodes of a page: which elements open and close, and what of them gets into blocks.
class Walk {
 public:
  Walk(const Document& document, ElementClassifier& classifier, Concealments& concealments,
       const KnownElements& known, Blocks& out)
      : document_(document),
        classifier_(classifier),
        concealments_(concealments),
        known_(known),
        out_(out),
        block_(out, nearest_) {
    std::fill(std::begin(nearest_), std::end(nearest_), std::int16_t{-1});
  }

  void run() {
    const auto nodes = document_.nodes();
    const NodeId first = first_node();
    for (NodeId id = first; id < nodes[first].end;) {
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
          if (node.tag == Tag::k_math || (node.tag == Tag::k_script && may_hold_tex(id))) add_formula(id);
          id = node.end;
          break;
        case Role::kBreak:
          block_.add_break(in_pre());
          ++id;
          break;
        case Role::kImage:
          ++images_;
          add_image(id);
          ++id;
          break;
        default:
          id = enter_element(id, role == Role::kBlock);
      }
    }
    while (!open_.empty()) leave();
    block_.end();
    // A block that had begun, and was counted by the elements around it, may have ended without text.
    const auto count = static_cast<std::uint32_t>(out_.blocks.size());
    for (Element& e : out_.elements) {
      e.first_block = std::min(e.first_block, count);
      e.end_block = std::min(e.end_block, count);
    }
  }

 private:
  struct Open {
    NodeId end;
    std::uint32_t undo_mark;
    bool is_block;
    bool is_line;               // begins and ends a line of its block
    std::uint32_t next_number;  // of the items of an ordered list, from its `start` on
    std::size_t text_begin;     // the size of Blocks::text when it was opened
    BlockContext context;
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

  const BlockContext& context() const { return open_.back().context; }

  bool in_pre() const { return !open_.empty() && context().pre != kNone; }

  // Goes into an element or, where its text is not the page's, past it. Returns where the walk goes on.
  NodeId enter_element(NodeId id, bool is_block) {
    const html::Node& node = document_[id];
    if (!is_block && is_mark(document_, id)) return node.end;
    Element e{};
    e.node = id;
    e.tag = node.tag;
    classify(e, !is_block);
    if (may_be_formula(e) && add_formula(id)) return node.end;
    if (in_pre() && is_beside_code(document_, id)) return node.end;
    if (e.concealment != Concealment::kNone && !is_block && is_unseen_part(e)) return node.end;
    if (e.tag == Tag::k_pre && is_gutter(document_, id)) return node.end;
    if (e.tag == Tag::k_a && block_.has_begun() && !in_pre() && follows_other_link(id)) block_.space();
    open_element(e, is_block);
    if (e.tag == Tag::k_q) open_quotation(id);
    return id + 1;
  }

  // Whether an inline element that is concealed is no part of the text around it.
  bool is_unseen_part(Element& e) {
    if (open_.empty() || in_pre() || context().block_element == kNone) return false;
    const NodeId block = out_.elements[context().block_element].node;
    const InRun weight = weigh_in_run(document_, e.node, block, e.concealment);
    if (weight == InRun::kStays) e.concealment = Concealment::kNone;
    if (weight == InRun::kGoes) note_unseen(e.node, e.concealment);
    return weight == InRun::kGoes;
  }

  void note_unseen(NodeId node, Concealment why) {
    out_.unseen.push_back({node, static_cast<std::uint32_t>(out_.blocks.size()), why});
  }

  // Most scripts are none, by a word that their tag does not have.
  bool may_hold_tex(NodeId script) const {
    return document_.written_tag(script).find("math/tex") != std::string_view::npos;
  }

  bool may_be_formula(const Element& e) const {
    if (e.categories.has(Category::k_class_formula) || e.categories.has(Category::k_formula_source))
      return true;
    return e.tag == Tag::kUnknown && document_.written_tag(e.node).starts_with("<mjx-container");
  }

  void open_element(const Element& classified, bool is_block) {
    const NodeId id = classified.node;
    const bool is_line = in_pre() ? is_block || document_[id].parent == holder_of_lines_
                                  : !is_block && classified.categories.has(Category::k_own_line);
    if (is_line && block_.has_begun())
      block_.end_line();
    else if (is_block && !is_line)
      block_.flush();
    const auto depth = static_cast<std::uint16_t>(open_.size());
    if (open_.empty())
      open_.emplace_back();
    else
      open_.push_back(open_.back());
    Open& opened = open_.back();
    opened.end = document_[id].end;
    opened.is_block = is_block;
    opened.is_line = is_line;
    opened.next_number = 0;
    opened.text_begin = out_.text.size();
    opened.undo_mark = static_cast<std::uint32_t>(undo_.size());
    BlockContext& inside = opened.context;
    const auto index = static_cast<std::uint32_t>(out_.elements.size());
    Element& e = out_.elements.emplace_back(classified);
    e.parent = inside.element;
    e.depth = depth;
    e.first_block = static_cast<std::uint32_t>(out_.blocks.size()) + (block_.has_begun() ? 1 : 0);
    e.images_before = images_;
    e.categories.for_each([&](Category c) {
      std::int16_t& nearest = nearest_[static_cast<std::size_t>(c)];
      undo_.push_back({c, nearest});
      nearest = static_cast<std::int16_t>(depth);
    });
    if (e.tag == Tag::k_a) block_.count_link();
    enter(e.tag, e.categories, index, inside);
    if (is_block) inside.block_element = index;
    inside.concealed = inside.concealed || e.concealment != Concealment::kNone;
    if (e.tag == Tag::k_li) inside.number = number_item(id);
    if (e.tag == Tag::k_ol) opened.next_number = number_in(id, "start").value_or(1);
    if (inside.pre == kNone && opens_code_box(e)) {
      inside.kind = BlockKind::kCode;
      inside.pre = index;
      inside.code = inside.code_box = true;
    }
    if (inside.pre == index) holder_of_lines_ = holder_of_lines(document_, id);
  }

  void classify(Element& e, bool is_inline) {
    const std::uint32_t start_tag = document_[e.node].source;
    if (start_tag < known_.elements.size() && known_.elements[start_tag] != nullptr) {
      const Element& known = *known_.elements[start_tag];
      e.categories = known.categories;
      e.signature = known.signature;
      e.concealment = known.concealment;
      return;
    }
    const ToldByTag& told = classifier_.classify(document_, e.node);
    e.categories = told.categories;
    e.signature = told.signature;
    const bool is_inside_one = !open_.empty() && context().concealed;
    if (is_inside_one || e.tag == Tag::k_body || !concealments_.may_conceal(e.tag, e.categories, told.names))
      return;
    e.concealment = concealments_.look_at(e.node, e.categories, told.names, is_inline,
                                          is_near_fold(e.categories, is_inline));
  }

  // In the run of a text only the element itself counts: a sentence in an accordion is a sentence.
  bool is_near_fold(const CategorySet& own, bool is_inline) const {
    constexpr std::size_t kNear = 3;  // levels
    for (const Category c : {Category::k_class_fold, Category::k_details, Category::k_role_tab}) {
      if (own.has(c)) return true;
      const int depth = nearest_[static_cast<std::size_t>(c)];
      if (!is_inline && depth >= 0 && open_.size() <= static_cast<std::size_t>(depth) + kNear) return true;
    }
    return false;
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
    if (!closing.is_block)
      block_.take_off_link_note(context(), out_.elements[closing.context.element].tag == Tag::k_a,
                                closing.text_begin);
    const bool ends_block =
        closing.is_block && (context().pre == kNone || context().pre == context().element);
    if (out_.elements[closing.context.element].tag == Tag::k_q) close_quotation();
    if (ends_block)
      block_.flush();
    else if (closing.is_line)
      end_line(closing);
    Element& e = out_.elements[closing.context.element];
    e.end = static_cast<std::uint32_t>(out_.elements.size());
    e.end_block = static_cast<std::uint32_t>(out_.blocks.size()) + (block_.has_begun() ? 1 : 0);
    e.first_block = std::min(e.first_block, e.end_block);
    e.images_end = images_;
    while (undo_.size() > closing.undo_mark) {
      nearest_[static_cast<std::size_t>(undo_.back().category)] = undo_.back().depth;
      undo_.pop_back();
    }
    open_.pop_back();
  }

  void add_text(NodeId id) {
    const BlockContext& context = open_.back().context;
    if (context.pre == kNone && document_.is_white_space(id)) return block_.add_white_space(context, id);
    const std::string_view text = document_.text(id, scratch_);
    if (holds_tag_characters(text)) note_unseen(id, Concealment::kTagCharacters);
    block_.add_text(context, id, text);
  }

  void supply(NodeId element, std::string_view text, PieceKind kind) {
    if (!open_.empty()) block_.supply(context(), element, text, kind);
  }

  // Whether the element is a formula, which then is in the text or is drawn again elsewhere.
  bool add_formula(NodeId id) {
    if (open_.empty()) return false;
    const std::optional<Formula> formula = formula_of(document_, id);
    if (!formula) return false;
    if (formula->display) block_.space();
    supply(id, formula->tex, formula->display ? PieceKind::kDisplayFormula : PieceKind::kFormula);
    if (formula->display) block_.space();
    return true;
  }

  void add_image(NodeId id) {
    if (open_.empty() || in_pre()) return;
    if (!may_be_text(document_, id)) return;
    if (!add_formula(id)) supply(id, text_of_image(document_, id), PieceKind::kSupplied);
  }

  // Two links side by side are two words, which a style sheet parts, unless they are one that an editor cut.
  bool follows_other_link(NodeId link) {
    const NodeId parent = document_[link].parent;
    if (link == parent + 1 || document_[link - 1].tag != Tag::kText) return false;
    NodeId before = link - 1;
    while (document_[before].parent != parent) before = document_[before].parent;
    if (document_[before].tag != Tag::k_a) return false;
    const auto parts_words = [](char32_t c) { return text::is_word(c) && !text::is_cjk(c); };
    if (!parts_words(text::last_code_point(out_.text))) return false;
    NodeId first = link + 1;
    while (first < document_[link].end && document_[first].tag != Tag::kText) ++first;
    if (first >= document_[link].end) return false;
    return parts_words(text::first_code_point(document_.text(first, scratch_))) &&
           document_.attribute(before, "href") != document_.attribute(link, "href");
  }

  void open_quotation(NodeId quotation) {
    bool plain = true;  // no block in it
    std::string begin;
    for (NodeId id = quotation + 1; id < document_[quotation].end && plain; ++id) {
      if (document_[id].tag != Tag::kText)
        plain = role_of(document_[id].tag) != Role::kBlock;
      else if (begin.empty())
        document_.append_text(id, begin);
    }
    const std::string_view before = block_.has_begun() ? block_.text() : std::string_view();
    const bool marked = ends_in_quotation_mark(before) || begins_with_quotation_mark(begin);
    const QuotationMarks marks = quotation_marks(language(), static_cast<int>(quotations_.size()));
    quotations_.push_back(plain && !marked && !in_pre() ? marks.close : "");
    if (!quotations_.back().empty()) supply(quotation, marks.open, PieceKind::kSupplied);
  }

  void close_quotation() {
    const std::string_view mark = quotations_.back();
    quotations_.pop_back();
    if (block_.has_begun()) supply(out_.elements[context().element].node, mark, PieceKind::kSupplied);
  }

  std::string_view language() {
    if (!language_) language_ = document_.nodes().empty() ? "" : document_.attribute(0, "lang").value_or("");
    return *language_;
  }

  static bool is_drawn_code(const Element& e) {
    return e.categories.has(Category::k_class_code_box) || e.categories.has(Category::k_verbatim);
  }
  bool opens_code_box(const Element& e) const { return is_drawn_code(e) && is_code_box(document_, e.node); }

  // Of code an element without text is a blank line.
  void end_line(const Open& line) {
    const bool has_text = out_.text.size() > line.text_begin;
    const bool blank = in_pre() && !has_text && is_leaf(line);
    if (!block_.has_begun()) return;
    if (blank)
      block_.break_line();
    else
      block_.end_line();
  }

  bool is_leaf(const Open& line) const {
    for (NodeId id = out_.elements[line.context.element].node + 1; id < line.end; ++id)
      if (role_of(document_[id].tag) == Role::kBlock) return false;
    return true;
  }

  const Document& document_;
  ElementClassifier& classifier_;
  Concealments& concealments_;
  const KnownElements& known_;
  Blocks& out_;
  NearestDepths nearest_;
  BlockWriter block_;
  std::vector<Open> open_;
  std::vector<Undo> undo_;
  std::uint32_t images_ = 0;
  std::string scratch_;
  NodeId holder_of_lines_ = html::kNoNode;    // whose children are lines of code
  std::vector<std::string_view> quotations_;  // the mark that will end each that is open
  std::optional<std::string> language_;       // of the page, once it was asked for
};

}  // namespace

void walk_blocks(const Document& document, ElementClassifier& classifier, Concealments& concealments,
                 const KnownElements& known, Blocks& out) {
  Walk(document, classifier, concealments, known, out).run();
}

}  // namespace clean_article::extract
