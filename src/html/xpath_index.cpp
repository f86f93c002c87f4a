#include "html/xpath_index.hpp"

#include <algorithm>
#include <cstring>

#include "text/text.hpp"

namespace clean_article::html {
namespace {

// Text is read much faster than nodes are visited.
constexpr std::uint64_t kBytesPerUnit = 32;
constexpr std::uint64_t kNodesPerUnit = 8;  // where a pass does next to nothing a node

bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}

// Whether a value stands in the source as it is meant.
bool is_plain(std::string_view raw) {
  return raw.find_first_of(std::string_view("&\r\0", 3)) == std::string_view::npos;
}

}  // namespace

void XPathPage::Index::remove(XPathNode node) {
  if (node.is_root()) return;
  if (node.is_attribute()) {
    attributes(node.id())[node.attribute - 1].removed = true;
    return;
  }
  if (removed_.empty()) removed_.assign(document.nodes().size(), 0);
  const NodeId end = document[node.id()].end;
  spend((end - node.id()) / kNodesPerUnit);
  std::fill(removed_.begin() + node.id(), removed_.begin() + end, std::uint8_t{1});
  text_read_ = false;
}

void XPathPage::Index::list_tags() {
  tags_listed_ = true;
  const auto nodes = document.nodes();
  spend(nodes.size() / kNodesPerUnit);
  for (NodeId id = 0; id < nodes.size(); ++id) {
    by_tag_[static_cast<std::size_t>(nodes[id].tag)].push_back(id);
    if (nodes[id].tag == Tag::kUnknown) unknown_names_.emplace(id, document.name(id));
  }
}

const std::vector<NodeId>& XPathPage::Index::of_tag(Tag tag) {
  if (!tags_listed_) list_tags();
  return by_tag_[static_cast<std::size_t>(tag)];
}

std::string_view XPathPage::Index::name(NodeId element) {
  const Tag tag = document[element].tag;
  if (tag != Tag::kUnknown) return tag_name(tag);
  if (!tags_listed_) list_tags();
  return unknown_names_.at(element);
}

std::span<XPathPage::Index::Attribute> XPathPage::Index::attributes(NodeId element) {
  if (runs_.empty()) runs_.resize(document.nodes().size());
  AttributeRun& run = runs_[element];
  if (run.count == kUnread) {
    run.begin = static_cast<std::uint32_t>(attributes_.size());
    if (document[element].tag != Tag::kText) {
      document.visit_attributes(element, [&](const html::Attribute& attribute) {
        Attribute read{attribute.name, attribute.raw_value};
        if (std::any_of(read.name.begin(), read.name.end(), is_upper)) {
          std::string& lower = owned_.emplace_back(read.name);
          for (char& c : lower) c = text::ascii_lower(c);
          read.name = lower;
        }
        // The first of a name counts; decoding is the Document's business.
        if (!is_plain(read.value)) read.value = owned_.emplace_back(document.attribute_value(attribute));
        attributes_.push_back(read);
      });
    }
    run.count = static_cast<std::uint32_t>(attributes_.size()) - run.begin;
    spend(run.count);
  }
  return {attributes_.data() + run.begin, run.count};
}

std::uint32_t XPathPage::Index::find_attribute(NodeId element, std::string_view name) {
  const auto all = attributes(element);
  spend(all.size() / kNodesPerUnit);
  for (std::uint32_t i = 0; i < all.size(); ++i) {
    if (all[i].name == name) return all[i].removed ? 0 : i + 1;
  }
  return 0;
}

void XPathPage::Index::read_text() {
  text_read_ = true;
  const auto nodes = document.nodes();
  text_.clear();
  text_begin_.resize(nodes.size() + 1);
  for (NodeId id = 0; id < nodes.size(); ++id) {
    text_begin_[id] = static_cast<std::uint32_t>(text_.size());
    if (nodes[id].tag == Tag::kText && !is_removed(id)) document.append_text(id, text_);
  }
  text_begin_[nodes.size()] = static_cast<std::uint32_t>(text_.size());
  spend(nodes.size() / kNodesPerUnit + text_.size() / kBytesPerUnit);
}

std::string_view XPathPage::Index::string_value(XPathNode node) {
  if (node.is_attribute()) return attributes(node.id())[node.attribute - 1].value;
  if (!text_read_) read_text();
  if (node.is_root()) return text_;
  const std::uint32_t begin = text_begin_[node.id()];
  return std::string_view(text_).substr(begin, text_begin_[document[node.id()].end] - begin);
}

}  // namespace clean_article::html
