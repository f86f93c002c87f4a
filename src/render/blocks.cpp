#include "render/blocks.hpp"

#include <cstdint>
#include <string>
#include <unordered_map>

namespace clean_article::render {

namespace {

const char* kind_name(extract::BlockKind kind) {
  switch (kind) {
    case extract::BlockKind::kParagraph:
      return "paragraph";
    case extract::BlockKind::kHeading:
      return "heading";
    case extract::BlockKind::kListItem:
      return "list item";
    case extract::BlockKind::kTerm:
      return "term";
    case extract::BlockKind::kDefinition:
      return "definition";
    case extract::BlockKind::kCell:
      return "cell";
    case extract::BlockKind::kCaption:
      return "caption";
    case extract::BlockKind::kCode:
      return "code";
  }
  return "";
}

// The ways to elements: "html/body[1]/div[2]/p[1]", names with their places among equals.
class Paths {
 public:
  explicit Paths(const html::Document& document) : document_(document), places_(document.nodes().size()) {
    std::unordered_map<std::uint64_t, std::uint32_t> counts;  // of a parent's children with one name
    for (html::NodeId id = 1; id < places_.size(); ++id) {
      constexpr std::uint64_t kTags = 256;
      places_[id] = ++counts[document[id].parent * kTags + static_cast<std::uint64_t>(document[id].tag)];
    }
  }

  // Of what is nested deeper than real pages are, only the innermost steps: "//div[1]/p[1]".
  std::string to(html::NodeId node) const {
    constexpr std::size_t kMostSteps = 64;
    std::vector<std::string> steps;
    for (; node != html::kNoNode && steps.size() < kMostSteps; node = document_[node].parent) {
      std::string& step = steps.emplace_back(document_.name(node));
      if (document_[node].parent != html::kNoNode)
        step.append("[").append(std::to_string(places_[node])).append("]");
    }
    std::string path = node == html::kNoNode ? "" : "/";
    for (std::size_t i = steps.size(); i-- > 0;) {
      if (!path.empty()) path += '/';
      path += steps[i];
    }
    return path;
  }

 private:
  const html::Document& document_;
  std::vector<std::uint32_t> places_;
};

}  // namespace

std::vector<ShownBlock> shown_blocks(const Source& source) {
  std::vector<ShownBlock> shown;
  const Paths paths(source.document);
  const extract::Blocks& page = *source.extraction.page;
  for (std::size_t i = 0; i < page.blocks.size(); ++i) {
    const extract::Verdict& verdict = (*source.extraction.verdicts)[i];
    if (!verdict.kept) continue;
    const extract::Block& block = page.blocks[i];
    ShownBlock& one = shown.emplace_back();
    one.kind = kind_name(block.kind);
    if (block.kind == extract::BlockKind::kHeading) one.level = block.level;
    one.text = page.text_of(block);
    one.offset = extract::place_of(source.document, page.pieces[block.first_piece]).begin;
    if (block.element != extract::kNone) one.path = paths.to(page.elements[block.element].node);
    one.score = static_cast<double>(verdict.score);
  }
  return shown;
}

}  // namespace clean_article::render
