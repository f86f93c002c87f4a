// Flattens Gumbo's tree without recursion, and finds the source of each node through its place in the
// skeleton.
#include "html/parse/tree_builder.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>

#include "html/parse/tag_traits.hpp"

namespace clean_article::html {
namespace {

std::array<Tag, GUMBO_TAG_LAST + 1> make_tags() {
  std::array<Tag, GUMBO_TAG_LAST + 1> tags{};
  for (unsigned i = 0; i < GUMBO_TAG_UNKNOWN; ++i) {
    tags[i] = tag_for_name(gumbo_normalized_tagname(static_cast<GumboTag>(i)));
  }
  return tags;
}

const GumboVector* children_of(const GumboNode& node) {
  return node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE ? &node.v.element.children
                                                                             : nullptr;
}

// The index of `wanted` in `sorted`, which most often is the one after `latest`; or of the next greater.
std::uint32_t find_near(const std::vector<std::uint32_t>& sorted, std::uint32_t latest,
                        std::uint32_t wanted) {
  if (latest + 1 < sorted.size() && sorted[latest + 1] == wanted) return latest + 1;
  return static_cast<std::uint32_t>(std::lower_bound(sorted.begin(), sorted.end(), wanted) - sorted.begin());
}

}  // namespace

bool TreeBuilder::build(const GumboOutput& output, std::uint32_t max_depth, Skeleton& skeleton,
                        Document& document) {
  skeleton_ = &skeleton;
  document_ = &document;
  max_depth_ = max_depth;
  latest_tag_ = latest_run_ = 0xFFFF'FFFF;
  latest_leaf_tag_ = leaves_placed_ = 0;
  leaves_are_right_ = true;
  document.nodes_.clear();
  document.merged_.clear();
  open_.clear();
  add_element(*output.root, kNoNode, 0);
  open_.push_back({output.root, 0, 0});
  while (!open_.empty()) {
    Frame& frame = open_.back();
    const GumboVector& children = *children_of(*frame.node);
    if (frame.next_child == children.length) {
      document.nodes_[frame.id].end = static_cast<NodeId>(document.nodes_.size());
      open_.pop_back();
      continue;
    }
    const auto& child = *static_cast<const GumboNode*>(children.data[frame.next_child++]);
    if (child.type == GUMBO_NODE_COMMENT) continue;
    const auto depth = static_cast<std::uint16_t>(open_.size());
    if (children_of(child) == nullptr) {
      add_text(child, frame.id, depth);
      continue;
    }
    if (open_.size() > max_depth) return false;
    const auto id = static_cast<NodeId>(document.nodes_.size());
    add_element(child, frame.id, depth);
    if (child.v.element.children.length != 0) open_.push_back({&child, 0, id});
  }
  const bool all_placed = leaves_placed_ == skeleton.leaves.size();
  if (!all_placed || (skeleton.has_frameset && leaves_placed_ != 0)) leaves_are_right_ = false;
  return true;
}

void TreeBuilder::add_element(const GumboNode& node, NodeId parent, std::uint16_t depth) {
  static const auto tags = make_tags();
  const GumboElement& element = node.v.element;
  const auto id = static_cast<NodeId>(document_->nodes_.size());
  const std::uint32_t start_tag = start_tag_of(element);
  Tag tag = tags[element.tag];
  if (element.tag == GUMBO_TAG_UNKNOWN && start_tag != Document::kImplied) {
    const Span span = skeleton_->tag_spans[start_tag];
    const std::string_view source = document_->source().substr(span.begin + 1, span.end - span.begin - 1);
    const char* name_end = markup::end_of_name(source.data(), source.data() + source.size());
    tag = tag_for_name({source.data(), static_cast<std::size_t>(name_end - source.data())});
  }
  const auto name_space = static_cast<Namespace>(element.tag_namespace);
  document_->nodes_.push_back({parent, id + 1, start_tag, 0, depth, tag, name_space});
  // Where tree construction moves what it meets, leaves may have been moved too. What it opens again because
  // it was never closed moves nothing: a leaf's tag would have done the same as the leaf's character did.
  const bool opened_again = (node.parse_flags & GUMBO_INSERTION_RECONSTRUCTED_FORMATTING_ELEMENT) != 0;
  if (start_tag < latest_leaf_tag_ && !opened_again) leaves_are_right_ = false;
  if (name_space != Namespace::kHtml) return;
  if ((traits_of(tag) & (kRaw | kEatsNewline)) != 0 && start_tag != Document::kImplied) {
    mark(skeleton_->tag_spans[start_tag].begin, false);
  }
  if (tag == Tag::k_html || tag == Tag::k_body) note_merged(element, id);
}

std::uint32_t TreeBuilder::start_tag_of(const GumboElement& element) {
  const char* begin = skeleton_->text.data();
  const char* tag = element.original_tag.data;
  if (tag < begin || tag >= begin + skeleton_->text.size()) return Document::kImplied;
  const auto offset = static_cast<std::uint32_t>(tag - begin);
  const std::uint32_t found = find_near(skeleton_->tag_offsets, latest_tag_, offset);
  if (found == skeleton_->tag_offsets.size() || skeleton_->tag_offsets[found] != offset)
    return Document::kImplied;
  return latest_tag_ = found;
}

// The made-up attributes of <html> and <body> are the numbers of their tags.
void TreeBuilder::note_merged(const GumboElement& element, NodeId id) {
  constexpr int kBase = 36;
  for (unsigned i = 0; i < element.attributes.length; ++i) {
    const auto& attribute = *static_cast<const GumboAttribute*>(element.attributes.data[i]);
    std::uint32_t tag = 0;
    const char* name = attribute.name + 1;
    std::from_chars(name, name + std::strlen(name), tag, kBase);
    if (tag < skeleton_->tag_spans.size()) document_->merged_.push_back({id, tag});
  }
}

void TreeBuilder::mark(std::uint32_t position, bool is_cdata) {
  auto& guesses = skeleton_->guesses;
  const auto found =
      std::lower_bound(guesses.begin(), guesses.end(), position,
                       [](const Guess& guess, std::uint32_t wanted) { return guess.position < wanted; });
  if (found != guesses.end() && found->position == position && found->is_cdata == is_cdata)
    found->seen = true;
}

void TreeBuilder::add_text(const GumboNode& node, NodeId parent, std::uint16_t depth) {
  constexpr std::string_view kReplacement = "\xEF\xBF\xBD";  // what a NUL run becomes where it stays
  const auto& offsets = skeleton_->run_offsets;
  auto& spans = document_->spans_;
  const char* skeleton = skeleton_->text.data();
  const auto offset = static_cast<std::uint32_t>(node.v.text.original_text.data - skeleton);
  std::uint32_t run = find_near(offsets, latest_run_, offset);
  std::uint32_t first = 0;
  std::uint32_t count = 0;
  for (const char* at = node.v.text.text; *at != '\0' && run < offsets.size(); ++at, ++run) {
    char wanted = *at;
    if (std::strncmp(at, kReplacement.data(), kReplacement.size()) == 0) {
      wanted = kNulRun;
      at += kReplacement.size() - 1;
    }
    while (run < offsets.size() && skeleton[offsets[run]] != wanted) ++run;
    if (run == offsets.size()) break;
    latest_run_ = run;
    const TextSpan span = spans[run];
    if (span.kind == TextKind::kRawText && span.span.begin >= kCdataStartSize) {
      mark(span.span.begin - kCdataStartSize, true);
    }
    if (wanted == kLeafRun) {
      add_spans(first, count, parent, depth);
      count = 0;
      add_leaf(run, parent, depth);
      continue;
    }
    if (count == 0) {
      first = run;
      count = 1;
      continue;
    }
    TextSpan& last = spans[first + count - 1];
    if (last.span.end == span.span.begin && last.kind == span.kind) {
      last.span.end = span.span.end;
      continue;
    }
    // Spans of one node stand in a row: runs between them were joined to the last or left out of the
    // tree, so their places are free.
    spans[first + count] = span;
    ++count;
  }
  add_spans(first, count, parent, depth);
}

void TreeBuilder::add_spans(std::uint32_t first, std::uint32_t count, NodeId parent, std::uint16_t depth) {
  if (count == 0) return;
  const auto id = static_cast<NodeId>(document_->nodes_.size());
  document_->nodes_.push_back({parent, id + 1, first, count, depth, Tag::kText, Namespace::kHtml});
}

void TreeBuilder::add_leaf(std::uint32_t run, NodeId parent, std::uint16_t depth) {
  const auto& leaves = skeleton_->leaves;
  const auto leaf = std::lower_bound(leaves.begin(), leaves.end(), run,
                                     [](const Leaf& a, std::uint32_t b) { return a.run < b; });
  const Span span = skeleton_->tag_spans[leaf->tag];
  const std::string_view source = document_->source().substr(span.begin + 1, span.end - span.begin - 1);
  const char* name_end = markup::end_of_name(source.data(), source.data() + source.size());
  const Tag tag = tag_for_name({source.data(), static_cast<std::size_t>(name_end - source.data())});
  if (leaf->tag < latest_leaf_tag_ || depth > max_depth_ || !leaf_may_stand_in(parent, tag))
    leaves_are_right_ = false;
  latest_leaf_tag_ = leaf->tag;
  latest_tag_ = leaf->tag;
  ++leaves_placed_;
  const auto id = static_cast<NodeId>(document_->nodes_.size());
  const Span content = document_->spans_[run].span;
  const bool empty = content.begin == content.end;
  document_->nodes_.push_back({parent, id + (empty ? 1 : 2), leaf->tag, 0, depth, tag, Namespace::kHtml});
  if (!empty) add_spans(run, 1, id, static_cast<std::uint16_t>(depth + 1));
}

// Elsewhere a start tag does something that a character does not.
bool TreeBuilder::leaf_may_stand_in(NodeId parent, Tag leaf) const {
  constexpr std::uint32_t kMostAlike = 2;  // with a third, tree construction forgets one ("Noah's Ark")
  using enum Tag;
  const Node& node = document_->nodes_[parent];
  const std::uint32_t traits = traits_of(node.tag);
  if (node.name_space != Namespace::kHtml || (traits & kRaw) != 0) return false;
  if ((traits & kTablePart) != 0 && node.tag != k_td && node.tag != k_th && node.tag != k_caption)
    return false;
  for (const Tag tag : {k_html, k_head, k_select, k_option, k_optgroup, k_frameset, k_template, k_noscript}) {
    if (node.tag == tag && (tag != k_noscript || document_->nodes_[node.parent].tag == k_head)) return false;
  }
  if ((traits_of(leaf) & kFormatting) == 0) return true;
  std::uint32_t alike = 0;
  for (NodeId id = parent; id != kNoNode; id = document_->nodes_[id].parent) {
    alike += document_->nodes_[id].tag == leaf;
  }
  return leaf == k_a ? alike == 0 : alike <= kMostAlike;
}

}  // namespace clean_article::html
