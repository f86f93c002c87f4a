// Which tags do nothing but nest, by the "in body" mode of tree construction, and where.
#include "html/parse/subtree_folder.hpp"

#include <initializer_list>

#include "html/parse/tag_traits.hpp"
#include "text/text.hpp"

namespace clean_article::html {
namespace {

using enum Tag;

enum class Kind : std::uint8_t {
  kInline,  // phrasing content, and each element that is not known
  kBlock,   // ends an open paragraph
  kParagraph,
  kHeading,
  kItem,         // <li>
  kDescription,  // <dt>, <dd>
  kPreformatted,
  kCell,
  kButton,
  kRaw,
  kVoid,
  kRule,  // <hr>
  kSvg,
  kDoubtful,  // does more than to nest
};

constexpr auto kKinds = [] {
  std::array<Kind, static_cast<std::size_t>(kCount)> kinds{};
  const auto set = [&](Kind kind, std::initializer_list<Tag> tags) {
    for (const Tag tag : tags) kinds[static_cast<std::size_t>(tag)] = kind;
  };
  set(Kind::kBlock,
      {k_address, k_article,  k_aside,      k_blockquote, k_center,  k_details, k_dir,    k_div,
       k_dl,      k_fieldset, k_figcaption, k_figure,     k_footer,  k_header,  k_hgroup, k_main,
       k_menu,    k_nav,      k_ol,         k_section,    k_summary, k_ul});
  set(Kind::kParagraph, {k_p});
  set(Kind::kHeading, {k_h1, k_h2, k_h3, k_h4, k_h5, k_h6});
  set(Kind::kItem, {k_li});
  set(Kind::kDescription, {k_dt, k_dd});
  set(Kind::kPreformatted, {k_pre});
  set(Kind::kCell, {k_td, k_th});
  set(Kind::kButton, {k_button});
  set(Kind::kRaw, {k_script, k_style, k_iframe});
  set(Kind::kVoid,
      {k_area, k_br, k_embed, k_img, k_input, k_link, k_meta, k_param, k_source, k_track, k_wbr});
  set(Kind::kRule, {k_hr});
  set(Kind::kSvg, {k_svg});
  set(Kind::kDoubtful,
      {k_applet,  k_base,      k_basefont, k_bgsound,  k_body,  k_caption, k_col,      k_colgroup, k_command,
       k_dialog,  k_form,      k_frame,    k_frameset, k_head,  k_html,    k_image,    k_isindex,  k_keygen,
       k_listing, k_marquee,   k_math,     k_menuitem, k_nobr,  k_noembed, k_noframes, k_object,   k_optgroup,
       k_option,  k_plaintext, k_rb,       k_rp,       k_rt,    k_rtc,     k_search,   k_select,   k_spacer,
       k_table,   k_tbody,     k_template, k_textarea, k_tfoot, k_thead,   k_title,    k_tr,       k_xmp});
  return kinds;
}();

constexpr Kind kind_of(Tag tag) {
  return kKinds[static_cast<std::size_t>(tag)];
}

// Real pages find what they look for within a few elements; others were made to search long.
constexpr std::size_t kNearest = 16;
constexpr std::size_t kDeepest = 4096;

bool ends_paragraph(Tag tag) {
  switch (kind_of(tag)) {
    case Kind::kBlock:
    case Kind::kParagraph:
    case Kind::kHeading:
    case Kind::kItem:
    case Kind::kDescription:
    case Kind::kPreformatted:
    case Kind::kRule:
      return true;
    case Kind::kDoubtful:
      return tag == k_form || tag == k_listing || tag == k_plaintext || tag == k_table || tag == k_xmp;
    default:
      return false;
  }
}

// A paragraph outside of it is not seen from inside.
bool hides_paragraphs(Tag tag) {
  return ends_paragraph(tag) || kind_of(tag) == Kind::kCell || tag == k_button || tag == k_caption ||
         tag == k_object || tag == k_applet || tag == k_marquee || tag == k_template || tag == k_html;
}

bool end_is_implied(Tag tag) {
  return tag == k_p || tag == k_li || tag == k_dd || tag == k_dt;
}

// Whether its end tag ends what is open in it, if that may be left open.
bool implies_ends(Tag tag) {
  switch (kind_of(tag)) {
    case Kind::kBlock:
    case Kind::kHeading:
    case Kind::kItem:
    case Kind::kDescription:
    case Kind::kPreformatted:
    case Kind::kCell:
    case Kind::kButton:
      return true;
    default:
      return tag == k_form;
  }
}

bool may_hold_subtree(Tag tag) {
  switch (kind_of(tag)) {
    case Kind::kBlock:
    case Kind::kParagraph:
    case Kind::kHeading:
    case Kind::kItem:
    case Kind::kDescription:
    case Kind::kCell:
      return true;
    default:
      return false;
  }
}

bool is_list(Tag tag) {
  return tag == k_ul || tag == k_ol || tag == k_menu || tag == k_dir;
}

bool is_item(Tag tag, bool description) {
  return description ? tag == k_dt || tag == k_dd : tag == k_li;
}

constexpr auto kFormattingBits = [] {
  std::array<std::uint32_t, static_cast<std::size_t>(kCount)> bits{};
  std::uint32_t bit = 1;
  for (const Tag tag :
       {k_a, k_b, k_big, k_code, k_em, k_font, k_i, k_nobr, k_s, k_small, k_strike, k_strong, k_tt, k_u}) {
    bits[static_cast<std::size_t>(tag)] = bit;
    bit <<= 1;
  }
  return bits;
}();

}  // namespace

std::uint32_t formatting_bit(Tag tag) {
  return kFormattingBits[static_cast<std::size_t>(tag)];
}

void SubtreeFolder::clear(Skeleton& skeleton, Folding folding) {
  skeleton_ = &skeleton;
  folding_ = folding;
  open_.clear();
  buttons_open_ = 0;
  formatting_open_.fill(0);
  text_goes_on_ = formatting_left_ = false;
}

void SubtreeFolder::stop() {
  open_.clear();
  folding_ = Folding::kNothing;
}

void SubtreeFolder::doubt() {
  // Below what is in doubt all is.
  for (std::size_t i = open_.size(); i-- > 0 && open_[i].clean;) open_[i].clean = false;
}

void SubtreeFolder::make_way(const StartTag& start) {
  if (folding_ == Folding::kNothing) return;
  text_goes_on_ = false;
  const Tag tag = start.tag;
  if (start.in_foreign && (traits_of(tag) & kBreaksForeign) == 0) {
    // Gumbo takes these for those of HTML when a table ends in them.
    if (tag == k_select || tag == k_template || (traits_of(tag) & kTablePart) != 0) return stop();
    const bool nests =
        tag == kUnknown || tag == k_path || tag == k_title || tag == k_desc || tag == k_style || tag == k_svg;
    if (!nests || open_.empty() || open_.back().content != Content::kSvg) doubt();
    return;
  }
  const Kind kind = kind_of(tag);
  if (!start.in_flow || kind == Kind::kDoubtful || kind == Kind::kCell || !in_html()) doubt();
  while (start.in_foreign && !in_html()) pop_to(open_.size() - 1);
  if (ends_paragraph(tag)) close_paragraph();
  if (kind == Kind::kItem || kind == Kind::kDescription) {
    const bool description = kind == Kind::kDescription;
    close_item(description);
    if (!stands_in_list(description)) doubt();
  }
  if (kind == Kind::kHeading && !open_.empty() && kind_of(open_.back().tag) == Kind::kHeading) {
    doubt();
    pop_to(open_.size() - 1);
  }
  if (kind == Kind::kButton && buttons_open_ != 0) doubt();
  if (tag == k_a && start.link_open) {
    doubt();
    close_misnested(k_a, {});
  }
  const std::uint32_t bit = formatting_bit(tag);
  if (bit != 0 && open_alike(bit) != 0) doubt();
}

NodeId SubtreeFolder::add_element(const StartTag& start, bool is_svg) {
  const auto id = static_cast<NodeId>(skeleton_->nodes.size());
  const NodeId parent = open_.empty() ? kNoNode : open_.back().node;
  skeleton_->nodes.push_back({parent, id + 1, start.index, 0, static_cast<std::uint16_t>(open_.size()),
                              start.tag, is_svg ? Namespace::kSvg : Namespace::kHtml});
  if (!open_.empty() && !is_svg && ends_paragraph(start.tag)) open_.back().is_inline = false;
  return id;
}

void SubtreeFolder::start(const StartTag& start, const SkeletonSize& before, bool content_in_flow) {
  if (folding_ == Folding::kNothing) return;
  if (open_.size() == kDeepest) return stop();
  const bool in_svg = !in_html() && start.in_foreign;
  const bool is_svg = in_svg || start.tag == k_svg;
  const NodeId id = add_element(start, is_svg);
  if (is_svg ? start.self_closing : (traits_of(start.tag) & kVoid) != 0) return;
  Content content = is_svg ? Content::kSvg : Content::kHtml;
  if (in_svg && (start.tag == k_title || start.tag == k_desc)) content = Content::kTextOfSvg;
  const bool clean = (is_svg || content_in_flow) && !(start.tag == k_a && start.link_open);
  open_.push_back({id, start.index, skeleton_->text.size(), before, 0, start.name, start.tag, content, clean,
                   true, false, false});
  if (is_svg) return;
  const std::uint32_t bit = formatting_bit(start.tag);
  if (bit != 0) ++open_alike(bit);
  if (start.tag == k_button) ++buttons_open_;
}

bool SubtreeFolder::is_end_of(const Open& open, Tag tag, std::string_view name) {
  return open.tag == tag && (tag != kUnknown || text::equal_ignoring_ascii_case(open.name, name));
}

bool SubtreeFolder::end(Tag tag, std::string_view name) {
  if (open_.empty()) return false;
  text_goes_on_ = false;
  if (is_end_of(open_.back(), tag, name)) return close_top();
  if (implies_ends(tag) && in_html()) {
    std::size_t place = open_.size() - 1;
    while (place > 0 && end_is_implied(open_[place].tag) && open_[place].tag != tag) --place;
    if (open_[place].tag == tag) {
      // Where tree construction does not know what this ends, all of that stays open, the last of it too.
      close_top();
      while (open_.size() > place + 1) close_top(false);
      return close_top();
    }
  }
  doubt();
  close_misnested(tag, name);
  return false;
}

void SubtreeFolder::text(std::uint32_t run) {
  if (open_.empty()) return;
  if (text_goes_on_) {
    ++skeleton_->nodes.back().extra;
    return;
  }
  const auto id = static_cast<NodeId>(skeleton_->nodes.size());
  skeleton_->nodes.push_back({open_.back().node, id + 1, run, 1, static_cast<std::uint16_t>(open_.size()),
                              Tag::kText, Namespace::kHtml});
  text_goes_on_ = true;
}

void SubtreeFolder::leaf(const StartTag& start, std::uint32_t run) {
  make_way(start);
  const std::uint32_t bit = formatting_bit(start.tag);
  const NodeId id = add_element(start, false);
  const Span content = skeleton_->runs[run].span;
  if (content.begin != content.end) {
    skeleton_->nodes.push_back(
        {id, id + 2, run, 1, static_cast<std::uint16_t>(open_.size() + 1), Tag::kText, Namespace::kHtml});
    skeleton_->nodes[id].end = id + 2;
  }
  if (!open_.empty()) open_.back().formatting |= bit;
  add_subtree({id, 0, Document::kImplied, start.index, 0, bit, false});
}

// Closes what a start tag closes; what is open in it is misnested.
void SubtreeFolder::close_implied(std::size_t place) {
  if (place + 1 == open_.size()) {
    close_top();
  } else {
    doubt();
    pop_to(place);
  }
}

// What a start tag that ends a paragraph does to one that is open.
void SubtreeFolder::close_paragraph() {
  for (std::size_t i = open_.size(); i-- > 0;) {
    const Tag tag = open_[i].tag;
    if (tag == k_p) return close_implied(i);
    if (hides_paragraphs(tag)) return;
    if (open_.size() - i == kNearest) return doubt();
  }
}

// What the start tag of an item does to the item before it.
void SubtreeFolder::close_item(bool description) {
  for (std::size_t i = open_.size(); i-- > 0;) {
    const Tag tag = open_[i].tag;
    if (is_item(tag, description)) return close_implied(i);
    const Kind kind = kind_of(tag);
    if (kind != Kind::kInline && tag != k_div && tag != k_address && tag != k_p) return;
    if (open_.size() - i == kNearest) return doubt();
  }
}

bool SubtreeFolder::stands_in_list(bool description) {
  for (std::size_t i = open_.size(); i-- > 0 && open_.size() - i < kNearest;) {
    const Tag tag = open_[i].tag;
    if (description ? tag == k_dl : is_list(tag)) return true;
    if (tag != k_div && tag != k_address) return false;
    open_[i].needs_list = true;
  }
  return false;
}

void SubtreeFolder::pop_to(std::size_t place) {
  for (; open_.size() > place; open_.pop_back()) {
    const Open& open = open_.back();
    if (open.content != Content::kHtml) continue;
    const std::uint32_t bit = formatting_bit(open.tag);
    if (bit != 0) --open_alike(bit);
    formatting_left_ = formatting_left_ || bit != 0;
    if (open.tag == k_button) --buttons_open_;
  }
}

// An end tag that ends not what was opened last, or nothing.
void SubtreeFolder::close_misnested(Tag tag, std::string_view name) {
  for (std::size_t i = open_.size(); i-- > 0 && open_.size() - i <= kNearest;) {
    if (is_end_of(open_[i], tag, name)) return pop_to(i);
  }
}

bool SubtreeFolder::close_top(bool may_fold) {
  const Open closed = open_.back();
  open_.pop_back();
  text_goes_on_ = false;
  skeleton_->nodes[closed.node].end = static_cast<NodeId>(skeleton_->nodes.size());
  const std::uint32_t bit = closed.content == Content::kHtml ? formatting_bit(closed.tag) : 0;
  if (bit != 0) --open_alike(bit);
  const bool is_button = closed.tag == k_button && closed.content == Content::kHtml;
  if (is_button) --buttons_open_;
  if (!open_.empty()) {
    Open& parent = open_.back();
    parent.formatting |= closed.formatting | bit;
    parent.has_button = parent.has_button || closed.has_button || is_button;
    parent.is_inline = parent.is_inline && closed.is_inline;
  }
  return may_fold && closed.clean && fold(closed);
}

bool SubtreeFolder::fold(const Open& closed) {
  const auto tags = static_cast<std::uint32_t>(skeleton_->tag_spans.size());
  if (closed.content != Content::kHtml) return false;
  if (may_hold_subtree(closed.tag)) {
    const bool has_elements = tags != closed.index + 1;
    if (folding_ != Folding::kAll || formatting_left_ || closed.needs_list || !has_elements) return false;
    SkeletonSize size = closed.before;
    size.text = closed.behind;
    ++size.tags;
    skeleton_->shrink_to(size);
    add_subtree(
        {closed.node + 1, 0, closed.index, closed.index + 1, 0, closed.formatting, closed.has_button});
    return false;
  }
  if ((traits_of(closed.tag) & kLeaf) == 0 || !closed.is_inline) return false;
  skeleton_->shrink_to(closed.before);
  add_subtree({closed.node, 0, Document::kImplied, closed.index, 0,
               closed.formatting | formatting_bit(closed.tag), closed.has_button});
  return true;
}

// It ends with what was read last.
void SubtreeFolder::add_subtree(Subtree subtree) {
  subtree.end = static_cast<NodeId>(skeleton_->nodes.size());
  subtree.end_tag = static_cast<std::uint32_t>(skeleton_->tag_spans.size());
  skeleton_->runs_in_text.push_back(
      {skeleton_->text.size(), static_cast<std::uint32_t>(skeleton_->subtrees.size())});
  skeleton_->subtrees.push_back(subtree);
  skeleton_->text.append(kSubtreeRun);
}

}  // namespace clean_article::html
