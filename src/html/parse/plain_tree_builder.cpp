// Reads the skeleton, which is well-formed by construction, tag by tag.
#include "html/parse/plain_tree_builder.hpp"

#include <algorithm>

#include "html/parse/tag_traits.hpp"
#include "text/text.hpp"

namespace clean_article::html {
namespace {

using enum Tag;

constexpr std::uint32_t kNone = 0;

std::uint32_t key_of(std::string_view name, Tag tag) {
  if (tag != kUnknown) return static_cast<std::uint32_t>(tag);
  std::uint32_t hash = static_cast<std::uint32_t>(kCount);
  for (const char c : name) {
    constexpr std::uint32_t kFnvPrime = 16777619;
    hash = (hash ^ static_cast<unsigned char>(text::ascii_lower(c))) * kFnvPrime;
  }
  return hash;
}

bool belongs_to_head(Tag tag) {
  return tag == k_title || tag == k_meta || tag == k_link || tag == k_script || tag == k_style ||
         tag == k_base || tag == k_noscript || tag == k_template;
}

bool is_cell(Tag tag) {
  return tag == k_td || tag == k_th || tag == k_caption;
}

bool is_table_part(Tag tag) {
  return is_cell(tag) || tag == k_table || tag == k_tr || tag == k_tbody || tag == k_thead ||
         tag == k_tfoot || tag == k_colgroup;
}

// Elements that nothing inside can close from within.
constexpr std::array kBoundaries = {k_table,  k_td,      k_th,       k_caption, k_button, k_object,
                                    k_applet, k_marquee, k_template, k_select,  k_svg,    k_math};

bool closes_paragraph(Tag tag) {
  return (traits_of(tag) & kClosesParagraph) != 0;
}

}  // namespace

PlainTreeBuilder::PlainTreeBuilder(const Limits& limits)
    // Below <html> and <body> at the least, and within what a Node can say.
    : max_depth_(std::clamp<std::uint32_t>(limits.max_depth, 3, 0xFFFF)) {}

void PlainTreeBuilder::build(const Skeleton& skeleton, Document& document) {
  skeleton_ = &skeleton;
  document_ = &document;
  document.nodes_.clear();
  document.merged_.clear();
  open_.clear();
  left_out_.clear();
  top_of_.fill(kNone);
  in_head_ = in_body_ = text_goes_on_ = false;
  push(add(k_html, Document::kImplied), k_html, key_of({}, k_html));
  const std::string_view text(skeleton.text.data(), skeleton.text.size());
  std::uint32_t tag = 0;
  std::uint32_t run = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (run < skeleton.runs_in_text.size() && skeleton.runs_in_text[run].offset == at) {
      add_text(run++);
      ++at;
    } else if (tag < skeleton.tags_in_text.size() && skeleton.tags_in_text[tag].offset == at) {
      const std::size_t close = text.find('>', at);
      const char* name = text.data() + at + 1;
      const char* name_end = markup::end_of_name(name, text.data() + close);
      start(tag++, {name, static_cast<std::size_t>(name_end - name)}, text[close - 1] == '/');
      at = close + 1;
    } else if (text.substr(at, 2) == "</") {
      const std::size_t close = text.find('>', at);
      end(text.substr(at + 2, close - at - 2));
      at = close + 1;
    } else {
      ++at;  // of a doctype, a separator, the brackets of CDATA
    }
  }
  enter_body();
  left_out_.clear();
  pop_to(0);
}

NodeId PlainTreeBuilder::add(Tag tag, std::uint32_t source) {
  const auto id = static_cast<NodeId>(document_->nodes_.size());
  const NodeId parent = open_.empty() ? kNoNode : open_.back().id;
  const bool svg = place_of(k_svg) != kNone;
  const bool math = place_of(k_math) != kNone;
  Namespace name_space = Namespace::kHtml;
  if (svg || tag == k_svg) name_space = Namespace::kSvg;
  if (math || tag == k_math) name_space = Namespace::kMathml;
  document_->nodes_.push_back(
      {parent, id + 1, source, 0, static_cast<std::uint16_t>(open_.size()), tag, name_space});
  text_goes_on_ = false;
  return id;
}

void PlainTreeBuilder::push(NodeId id, Tag tag, std::uint32_t key) {
  auto& top = top_of_[static_cast<std::size_t>(tag)];
  open_.push_back({id, top, key, tag});
  top = static_cast<std::uint32_t>(open_.size());
}

// Closes open_[place] and all above it.
void PlainTreeBuilder::pop_to(std::uint32_t place) {
  while (open_.size() > place) {
    const Open& top = open_.back();
    document_->nodes_[top.id].end = static_cast<NodeId>(document_->nodes_.size());
    top_of_[static_cast<std::size_t>(top.tag)] = top.same_below;
    open_.pop_back();
  }
  text_goes_on_ = false;
}

// Closes the innermost `tag` that is open above the place `above` (1-based; 0: anywhere).
void PlainTreeBuilder::close_one(Tag tag, std::uint32_t above) {
  if (place_of(tag) > above) pop_to(place_of(tag) - 1);
}

std::uint32_t PlainTreeBuilder::boundary() const {
  std::uint32_t place = kNone;
  for (const Tag tag : kBoundaries) place = std::max(place, place_of(tag));
  return place;
}

void PlainTreeBuilder::close_implied(Tag starting) {
  const std::uint32_t bound = boundary();
  const std::uint32_t table = place_of(k_table);
  if (closes_paragraph(starting)) close_one(k_p, bound);
  switch (starting) {
    case k_li:
      close_one(k_li, std::max({bound, place_of(k_ul), place_of(k_ol), place_of(k_menu), place_of(k_dir)}));
      break;
    case k_dd:
    case k_dt:
      close_one(k_dd, std::max(bound, place_of(k_dl)));
      close_one(k_dt, std::max(bound, place_of(k_dl)));
      break;
    case k_optgroup:
      close_one(k_option, bound);
      close_one(k_optgroup, bound);
      break;
    case k_option:
      close_one(k_option, bound);
      break;
    case k_rt:
    case k_rp:
      close_one(k_rt, std::max(bound, place_of(k_ruby)));
      close_one(k_rp, std::max(bound, place_of(k_ruby)));
      break;
    case k_tbody:
    case k_thead:
    case k_tfoot:
      for (const Tag tag : {k_caption, k_colgroup, k_tbody, k_thead, k_tfoot}) close_one(tag, table);
      break;
    case k_tr:
      for (const Tag tag : {k_caption, k_colgroup, k_tr}) close_one(tag, table);
      break;
    case k_td:
    case k_th:
      close_one(k_td, table);
      close_one(k_th, table);
      break;
    default:
      break;
  }
}

void PlainTreeBuilder::enter_body() {
  if (in_body_) return;
  pop_to(1);
  in_head_ = false;
  in_body_ = true;
  push(add(k_body, Document::kImplied), k_body, key_of({}, k_body));
}

void PlainTreeBuilder::start(std::uint32_t index, std::string_view name, bool self_closing) {
  // In the skeleton some names are others than in the source, which alone knows the true one.
  const Span span = skeleton_->tag_spans[index];
  const std::string_view source = document_->source().substr(span.begin + 1, span.end - span.begin - 1);
  const char* name_end = markup::end_of_name(source.data(), source.data() + source.size());
  const Tag tag = tag_for_name({source.data(), static_cast<std::size_t>(name_end - source.data())});
  if (tag == k_html || tag == k_body) {
    if (tag == k_body) enter_body();
    const Open& element = open_[tag == k_html ? 0 : 1];
    Node& node = document_->nodes_[element.id];
    if (node.source == Document::kImplied) {
      node.source = index;
    } else if (document_->merged_.size() < kMostMerged) {
      document_->merged_.push_back({element.id, index});
    }
    return;
  }
  if (tag == k_head || (!in_body_ && belongs_to_head(tag))) {
    if (in_body_ || (tag == k_head && in_head_)) return;
    if (!in_head_) {
      in_head_ = true;
      push(add(k_head, tag == k_head ? index : Document::kImplied), k_head, key_of({}, k_head));
    }
    if (tag == k_head) return;
  } else if (!in_body_ && open_.size() <= 2) {
    enter_body();
  }
  close_implied(tag);
  const bool foreign = place_of(k_svg) != kNone || place_of(k_math) != kNone;
  const bool leaf =
      (traits_of(tag) & kVoid) != 0 || (self_closing && (foreign || tag == k_svg || tag == k_math));
  const std::uint32_t key = key_of(name, tag);
  if (open_.size() >= max_depth_) {
    if (!leaf && (traits_of(tag) & kImplicitEnd) == 0) left_out_.push_back(key);
    return;
  }
  const NodeId id = add(tag, index);
  if (!leaf) push(id, tag, key);
}

void PlainTreeBuilder::end(std::string_view name) {
  const Tag tag = tag_for_name(name);
  const std::uint32_t key = key_of(name, tag);
  if (!left_out_.empty()) {
    // The end of what was left out is left out as well. Of a misnested one only the nearest are looked at.
    constexpr std::size_t kNearest = 16;
    const std::size_t lowest = left_out_.size() - std::min(left_out_.size(), kNearest);
    for (std::size_t i = left_out_.size(); i-- > lowest;) {
      if (left_out_[i] != key) continue;
      left_out_.resize(i);
      return;
    }
  }
  if (tag == k_html || tag == k_body) return;
  if (tag == k_head) {
    if (in_head_ && !in_body_) {
      pop_to(1);
    }
    return;
  }
  std::uint32_t place = place_of(tag);
  while (place != kNone && open_[place - 1].key != key) place = open_[place - 1].same_below;
  if (place == kNone) return;
  const std::uint32_t bound = is_table_part(tag) ? place_of(k_table) : boundary();
  if (place >= bound) pop_to(place - 1);
}

void PlainTreeBuilder::add_text(std::uint32_t run) {
  const std::uint32_t offset = skeleton_->runs_in_text[run].offset;
  const char run_class = skeleton_->text.data()[offset];
  if (run_class == kNulRun) return;
  if (!in_body_ && open_.size() <= 2 && (!in_head_ || open_.size() != 2 || run_class != kSpaceRun)) {
    if (run_class == kSpaceRun) return;
    enter_body();
  }
  if (text_goes_on_) {
    Node& node = document_->nodes_.back();
    if (node.source + node.extra == run) {
      ++node.extra;
      return;
    }
  }
  const NodeId id = add(kText, run);
  document_->nodes_[id].extra = 1;
  document_->nodes_[id].name_space = Namespace::kHtml;
  text_goes_on_ = true;
}

}  // namespace clean_article::html
