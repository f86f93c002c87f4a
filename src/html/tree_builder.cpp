// Flattens Gumbo's tree without recursion, and finds the source of each node through its place in the
// skeleton.
#include "html/tree_builder.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>

#include "html/tag_traits.hpp"

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
  latest_tag_ = latest_run_ = 0xFFFF'FFFF;
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
  if (count == 0) return;
  const auto id = static_cast<NodeId>(document_->nodes_.size());
  document_->nodes_.push_back({parent, id + 1, first, count, depth, Tag::kText, Namespace::kHtml});
}

}  // namespace clean_article::html
