// Flattens Gumbo's tree without recursion, and finds the source of each node through its place in the
// skeleton.
#include "html/parse/tree_builder.hpp"

#include <algorithm>
#include <array>
#include <bit>
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

// The index in `sorted` of what stands at `offset`, which most often is the one after `latest`; or of the
// next behind it.
template <typename Placed>
std::uint32_t find_near(const std::vector<Placed>& sorted, std::uint32_t latest, std::uint32_t offset) {
  if (latest + 1 < sorted.size() && sorted[latest + 1].offset == offset) return latest + 1;
  const auto found = std::lower_bound(sorted.begin(), sorted.end(), offset,
                                      [](const Placed& a, std::uint32_t b) { return a.offset < b; });
  return static_cast<std::uint32_t>(found - sorted.begin());
}

// Joins the spans of one text that touch. The texts of one node stand in a row: runs between them were joined
// to the last or left out of the tree, so that their places are free.
class SpanJoiner {
 public:
  explicit SpanJoiner(std::vector<TextSpan>& spans) : spans_(spans) {}

  void add(std::uint32_t run) {
    if (count_ == 0) {
      first_ = run;
      count_ = 1;
      return;
    }
    const TextSpan added = spans_[run];
    TextSpan& last = spans_[first_ + count_ - 1];
    if (last.span.end == added.span.begin && last.kind == added.kind) {
      last.span.end = added.span.end;
    } else {
      spans_[first_ + count_++] = added;
    }
  }
  void clear() { count_ = 0; }
  std::uint32_t first() const { return first_; }
  std::uint32_t count() const { return count_; }

 private:
  std::vector<TextSpan>& spans_;
  std::uint32_t first_ = 0;
  std::uint32_t count_ = 0;
};

}  // namespace

bool TreeBuilder::build(const GumboOutput& output, std::uint32_t max_depth, Skeleton& skeleton,
                        Document& document) {
  skeleton_ = &skeleton;
  document_ = &document;
  max_depth_ = max_depth;
  latest_tag_ = latest_run_ = 0xFFFF'FFFF;
  behind_latest_subtree_ = subtrees_placed_ = 0;
  foldable_ = Folding::kAll;
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
  if (subtrees_placed_ != skeleton.subtrees.size() || (skeleton.has_frameset && subtrees_placed_ != 0))
    foldable_ = Folding::kNothing;
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
  // Where tree construction moves what it meets, subtrees may have been moved too. What it opens again
  // because it was never closed moves nothing: a subtree's tags would have done the same as its character
  // did.
  const bool opened_again = (node.parse_flags & GUMBO_INSERTION_RECONSTRUCTED_FORMATTING_ELEMENT) != 0;
  if (start_tag < behind_latest_subtree_ && !opened_again) foldable_ = Folding::kNothing;
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
  const auto& tags = skeleton_->tags_in_text;
  const std::uint32_t found = find_near(tags, latest_tag_, offset);
  if (found == tags.size() || tags[found].offset != offset) return Document::kImplied;
  latest_tag_ = found;
  return tags[found].tag;
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
  const auto& runs = skeleton_->runs_in_text;
  const char* skeleton = skeleton_->text.data();
  const auto offset = static_cast<std::uint32_t>(node.v.text.original_text.data - skeleton);
  std::uint32_t place = find_near(runs, latest_run_, offset);
  SpanJoiner spans(document_->spans_);
  for (const char* at = node.v.text.text; *at != '\0' && place < runs.size(); ++at, ++place) {
    char wanted = *at;
    if (std::strncmp(at, kReplacement.data(), kReplacement.size()) == 0) {
      wanted = kNulRun;
      at += kReplacement.size() - 1;
    }
    while (place < runs.size() && skeleton[runs[place].offset] != wanted) ++place;
    if (place == runs.size()) break;
    latest_run_ = place;
    const std::uint32_t run = runs[place].run;
    if (wanted == kSubtreeRun) {
      add_spans(spans.first(), spans.count(), parent, depth);
      spans.clear();
      add_subtree(skeleton_->subtrees[run], parent, depth);
      continue;
    }
    const TextSpan& span = document_->spans_[run];
    if (span.kind == TextKind::kRawText && span.span.begin >= kCdataStartSize) {
      mark(span.span.begin - kCdataStartSize, true);
    }
    spans.add(run);
  }
  add_spans(spans.first(), spans.count(), parent, depth);
}

void TreeBuilder::add_spans(std::uint32_t first, std::uint32_t count, NodeId parent, std::uint16_t depth) {
  if (count == 0) return;
  const auto id = static_cast<NodeId>(document_->nodes_.size());
  document_->nodes_.push_back({parent, id + 1, first, count, depth, Tag::kText, Namespace::kHtml});
}

void TreeBuilder::add_subtree(const Subtree& subtree, NodeId parent, std::uint16_t depth) {
  const bool is_inline = subtree.holder == Document::kImplied;
  if (subtree.first_tag < behind_latest_subtree_ || !may_stand_in(parent, subtree)) {
    foldable_ = std::min(foldable_, is_inline ? Folding::kNothing : Folding::kInline);
  }
  behind_latest_subtree_ = subtree.end_tag;
  ++subtrees_placed_;
  const Node* nodes = skeleton_->nodes.data();
  const std::uint32_t moved = static_cast<std::uint32_t>(document_->nodes_.size()) - subtree.first;
  const std::uint16_t top = nodes[subtree.first].depth;
  std::uint32_t deepest = 0;
  for (NodeId id = subtree.first; id != subtree.end; ++id) {
    Node node = nodes[id];
    node.parent = node.depth == top ? parent : node.parent + moved;
    node.end += moved;
    node.depth = static_cast<std::uint16_t>(node.depth - top + depth);
    if (node.tag != Tag::kText) {
      deepest = std::max<std::uint32_t>(deepest, node.depth);
    } else if (node.extra > 1) {
      SpanJoiner spans(document_->spans_);
      for (std::uint32_t run = node.source; run != node.source + node.extra; ++run) spans.add(run);
      node.extra = spans.count();
    }
    document_->nodes_.push_back(node);
  }
  if (deepest > max_depth_) foldable_ = Folding::kNothing;
}

// Elsewhere a start tag does something that a character does not.
bool TreeBuilder::may_stand_in(NodeId parent, const Subtree& subtree) const {
  constexpr std::uint32_t kMostAlike = 2;  // with a third, tree construction forgets one ("Noah's Ark")
  using enum Tag;
  const Node& node = document_->nodes_[parent];
  const std::uint32_t traits = traits_of(node.tag);
  if (node.name_space != Namespace::kHtml || (traits & kRaw) != 0) return false;
  if (subtree.holder != Document::kImplied) {
    if (node.source != subtree.holder) return false;
  } else if ((traits & kTablePart) != 0 && node.tag != k_td && node.tag != k_th && node.tag != k_caption) {
    return false;
  }
  for (const Tag tag : {k_html, k_head, k_select, k_option, k_optgroup, k_frameset, k_template, k_noscript}) {
    if (node.tag == tag && (tag != k_noscript || document_->nodes_[node.parent].tag == k_head)) return false;
  }
  if (subtree.formatting == 0 && !subtree.has_button) return true;
  std::array<std::uint8_t, 32> alike{};
  for (NodeId id = parent; id != kNoNode; id = document_->nodes_[id].parent) {
    const Tag tag = document_->nodes_[id].tag;
    if (tag == k_button && subtree.has_button) return false;
    const std::uint32_t bit = formatting_bit(tag) & subtree.formatting;
    if (bit == 0) continue;
    if (tag == k_a || ++alike[static_cast<unsigned>(std::countr_zero(bit))] > kMostAlike) return false;
  }
  return true;
}

}  // namespace clean_article::html
