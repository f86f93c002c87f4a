#include "html/xpath/index.hpp"

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

bool holds(std::string_view text, char c) {
  return !text.empty() && std::memchr(text.data(), c, text.size()) != nullptr;
}

}  // namespace

void XPathPage::Index::turn_to(const Document& page, std::uint64_t budget) {
  document_ = &page;
  budget_ = budget;
  source_is_normal_ = !holds(page.source(), '\r') && !holds(page.source(), '\0');
  removed_.clear();
  if (tags_listed_) {
    for (std::vector<NodeId>& nodes : by_tag_) nodes.clear();
    unknown_names_.clear();
    tags_listed_ = false;
  }
  runs_.clear();
  attributes_.clear();
  owned_.clear();
  columns_.clear();
  while (texts_.size() > 1) texts_.pop_back();
  cuts_.clear();
  made_texts_.clear();
  text_read_ = false;
  nodes_apart_ = bytes_apart_ = 0;
}

// Whether a value stands in the source as it is meant.
bool XPathPage::Index::is_plain(std::string_view raw) const {
  return !holds(raw, '&') && (source_is_normal_ || (!holds(raw, '\r') && !holds(raw, '\0')));
}

void XPathPage::Index::remove(XPathNode node) {
  if (node.is_root()) return;
  if (node.is_attribute()) {
    attributes(node.id())[node.attribute - 1].removed = true;
    return;
  }
  if (removed_.empty()) removed_.assign(document().nodes().size(), 0);
  const NodeId end = document()[node.id()].end;
  spend((end - node.id()) / kNodesPerUnit);
  std::fill(removed_.begin() + node.id(), removed_.begin() + end, std::uint8_t{1});
  if (!made_texts_.empty()) made_texts_.clear();
  if (text_read_) cut_text({text_begin_[node.id()], text_begin_[end]});
}

void XPathPage::Index::list_tags() {
  tags_listed_ = true;
  const auto nodes = document().nodes();
  spend(nodes.size() / kNodesPerUnit);
  for (NodeId id = 0; id < nodes.size(); ++id) {
    by_tag_[static_cast<std::size_t>(nodes[id].tag)].push_back(id);
    if (nodes[id].tag == Tag::kUnknown) unknown_names_.emplace(id, document().name(id));
  }
}

const std::vector<NodeId>& XPathPage::Index::of_tag(Tag tag) {
  if (!tags_listed_) list_tags();
  return by_tag_[static_cast<std::size_t>(tag)];
}

std::string_view XPathPage::Index::name(NodeId element) {
  const Tag tag = document()[element].tag;
  if (tag != Tag::kUnknown) return tag_name(tag);
  if (!tags_listed_) list_tags();
  return unknown_names_.at(element);
}

std::span<XPathPage::Index::Attribute> XPathPage::Index::attributes(NodeId element) {
  if (runs_.empty()) {
    runs_.resize(document().nodes().size());
    attributes_.reserve(document().nodes().size());
  }
  AttributeRun& run = runs_[element];
  if (run.count == kUnread) {
    run.begin = static_cast<std::uint32_t>(attributes_.size());
    if (document()[element].tag != Tag::kText) {
      document().visit_attributes(element, [&](const html::Attribute& attribute) {
        Attribute read{attribute.name, attribute.raw_value};
        if (std::any_of(read.name.begin(), read.name.end(), is_upper)) {
          std::string& lower = owned_.emplace_back(read.name);
          for (char& c : lower) c = text::ascii_lower(c);
          read.name = lower;
        }
        // The first of a name counts; decoding is the Document's business.
        if (!is_plain(read.value)) read.value = owned_.emplace_back(document().attribute_value(attribute));
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

std::span<const AttributeValue> XPathPage::Index::values(std::string_view name) {
  const auto [entry, is_new] = columns_.try_emplace(std::string(name));
  Column& column = entry->second;
  if (!is_new) return column.values;
  struct Entry {
    NodeId element;
    std::uint32_t value;
  };
  std::vector<Entry> entries;
  std::vector<std::uint32_t> counts;
  std::unordered_map<std::string_view, std::uint32_t> known;
  const auto nodes = document().nodes();
  spend(nodes.size() / kNodesPerUnit);
  for (NodeId id = 0; id < nodes.size(); ++id) {
    if (nodes[id].tag == Tag::kText) continue;
    const auto all = attributes(id);
    spend(all.size() / kNodesPerUnit);
    for (const Attribute& attribute : all) {
      if (attribute.name != name) continue;
      const auto next = static_cast<std::uint32_t>(counts.size());
      const auto [value, is_first] = known.try_emplace(attribute.value, next);
      if (is_first) {
        counts.push_back(0);
        column.values.push_back({attribute.value, {}});
      }
      ++counts[value->second];
      entries.push_back({id, value->second});
      break;
    }
  }
  // Those of one value side by side.
  column.elements.resize(entries.size());
  std::vector<NodeId*> at;
  NodeId* next = column.elements.data();
  for (std::size_t i = 0; i < counts.size(); ++i) {
    at.push_back(next);
    column.values[i].elements = {next, counts[i]};
    next += counts[i];
  }
  for (const Entry& found : entries) *at[found.value]++ = found.element;
  return column.values;
}

void XPathPage::Index::read_text() {
  const auto nodes = document().nodes();
  // Somebody may still look at an older text of this page, but not at one of the page before.
  if (text_read_ || texts_.empty()) texts_.emplace_back();
  text_read_ = true;
  std::string& text = texts_.back();
  text.clear();
  cuts_.clear();
  made_bytes_ = 0;
  text_begin_.resize(nodes.size() + 1);
  for (NodeId id = 0; id < nodes.size(); ++id) {
    text_begin_[id] = static_cast<std::uint32_t>(text.size());
    if (nodes[id].tag == Tag::kText && !is_removed(id)) document().append_text(id, text);
  }
  text_begin_[nodes.size()] = static_cast<std::uint32_t>(text.size());
  spend(nodes.size() / kNodesPerUnit + text.size() / kBytesPerUnit);
}

void XPathPage::Index::cut_text(TextRange range) {
  texts_.erase(texts_.begin(), std::prev(texts_.end()));
  if (range.begin == range.end) return;
  // Nodes nest: an earlier cut is inside of this one or apart from it.
  const auto first = std::lower_bound(cuts_.begin(), cuts_.end(), range.begin,
                                      [](const TextRange& cut, std::uint32_t at) { return cut.begin < at; });
  auto last = first;
  while (last != cuts_.end() && last->begin < range.end) ++last;
  cuts_.insert(cuts_.erase(first, last), range);
}

std::string_view XPathPage::Index::text_without_cuts(NodeId id, TextRange range) {
  const std::string_view all(texts_.back());
  auto cut = std::upper_bound(cuts_.begin(), cuts_.end(), range.begin,
                              [](std::uint32_t at, const TextRange& c) { return at < c.end; });
  if (cut == cuts_.end() || cut->begin >= range.end) return all.substr(range.begin, range.end - range.begin);
  const auto [entry, is_new] = made_texts_.try_emplace(id);
  std::string& made = entry->second;
  if (!is_new) return made;
  std::uint32_t at = range.begin;
  for (; cut != cuts_.end() && cut->begin < range.end; ++cut) {
    if (cut->begin > at) made.append(all.substr(at, cut->begin - at));
    at = std::max(at, cut->end);
  }
  if (at < range.end) made.append(all.substr(at, range.end - at));
  made_bytes_ += made.size();
  spend(1 + made.size() / kBytesPerUnit);
  return made;
}

// Whether a range of nodes may be read apart from the rest: all such ranges together are a part of the page,
// and so is their text, but for the last one's.
bool XPathPage::Index::is_few(NodeId begin, NodeId end) const {
  constexpr std::size_t kShare = 4;
  return !text_read_ && nodes_apart_ + (end - begin) <= document().nodes().size() / kShare &&
         bytes_apart_ <= document().source().size() / kShare;
}

std::string_view XPathPage::Index::text_of_few(NodeId begin, NodeId end) {
  const auto [entry, is_new] = made_texts_.try_emplace(begin);
  std::string& text = entry->second;
  if (!is_new) return text;
  for (NodeId id = begin; id < end; ++id)
    if (document()[id].tag == Tag::kText && !is_removed(id)) document().append_text(id, text);
  nodes_apart_ += end - begin;
  bytes_apart_ += text.size();
  spend(1 + (end - begin) / kNodesPerUnit + text.size() / kBytesPerUnit);
  return text;
}

std::string_view XPathPage::Index::string_value(XPathNode node) {
  if (node.is_attribute()) return attributes(node.id())[node.attribute - 1].value;
  const NodeId id = node.is_root() ? 0 : node.id();
  const NodeId end = node.is_root() ? static_cast<NodeId>(document().nodes().size()) : document()[id].end;
  if (is_few(id, end)) return text_of_few(id, end);
  // Once as much was put together as there is, reading all of it anew is cheaper.
  if (!text_read_ || made_bytes_ > texts_.back().size()) read_text();
  return text_without_cuts(id, {text_begin_[id], text_begin_[end]});
}

bool XPathPage::Index::is_blank(NodeId id) {
  const NodeId end = document()[id].end;
  NodeId at = id;
  bool found = false;
  for (; at < end && !found; ++at) {
    if (document()[at].tag != Tag::kText || is_removed(at)) continue;
    scratch_.clear();
    document().append_text(at, scratch_);
    spend(scratch_.size() / kBytesPerUnit);
    found = !std::all_of(scratch_.begin(), scratch_.end(), text::is_html_space);
  }
  spend(1 + (at - id) / kNodesPerUnit);
  return !found;
}

}  // namespace clean_article::html
