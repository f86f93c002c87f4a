#include "extract/blocks/page_styles.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "extract/blocks/selectors.hpp"
#include "text/text.hpp"

namespace clean_article::extract {

namespace {

using html::Document;
using html::NodeId;
using html::Tag;

// Of an element's own name, which is asked of every element.
std::uint64_t hash_of(Tag tag) {
  static const auto hashes = [] {
    std::array<std::uint64_t, static_cast<std::size_t>(Tag::kCount)> all{};
    for (std::size_t t = 0; t < all.size(); ++t)
      all[t] = hash_of_name(kOfTag, html::tag_name(static_cast<Tag>(t)));
    return all;
  }();
  return hashes[static_cast<std::size_t>(tag)];
}

bool is_in_noscript(const Document& document, NodeId id) {
  for (; id != html::kNoNode; id = document[id].parent)
    if (document[id].tag == Tag::k_noscript) return true;
  return false;
}

// The first <style> or <link> from `id` on.
NodeId find_sheet(std::span<const html::Node> nodes, NodeId id) {
  while (id < nodes.size() && nodes[id].tag != Tag::k_style && nodes[id].tag != Tag::k_link) ++id;
  return id;
}

bool is_style_link(const Document& document, NodeId link) {
  return document.written_tag(link).find("stylesheet") != std::string_view::npos;
}

// Whether a rule hides what it is for, alone or with another one: "left: -999em" needs a position.
bool may_hide(StyleFacts facts) {
  static const StyleFacts other = [] {
    StyleFacts said;
    said.add("position:absolute;overflow:hidden");
    return said;
  }();
  facts.add(other);
  return facts.concealment() != Concealment::kNone;
}

}  // namespace

void PageStyles::read(const Document& document) {
  background_ = kNoColour;
  has_links_ = hides_ = false;
  sheets_.clear();
  rules_.clear();
  said_.clear();
  filter_.reset();
  shown_names_.clear();
  paints_parts_.reset();
  std::size_t bytes = 0;
  const auto nodes = document.nodes();
  for (NodeId id = find_sheet(nodes, 0); id < nodes.size(); id = find_sheet(nodes, id + 1)) {
    if (nodes[id].tag == Tag::k_link) has_links_ = has_links_ || is_style_link(document, id);
    if (nodes[id].tag != Tag::k_style || nodes[id].name_space != html::Namespace::kHtml) continue;
    const NodeId css = id + 1;
    if (css == nodes[id].end || document.spans(css).empty() || is_in_noscript(document, id)) continue;
    if (media_of_attribute(document.attribute(id, "media").value_or("")) != MediaFor::kEveryScreen) continue;
    const html::Span place = document.spans(css).front().span;
    const std::size_t length = std::min<std::size_t>(place.end - place.begin, kMostStyleBytes - bytes);
    bytes += length;
    sheets_.push_back(document.source().substr(place.begin, length));
    for_each_css_rule(sheets_.back(), [&](std::string_view selectors, std::string_view said, MediaFor media) {
      take_rule(selectors, said, media);
    });
  }
  if (hides_) std::ranges::sort(rules_, {}, &Rule::hash);
}

void PageStyles::take_rule(std::string_view selectors, std::string_view declarations, MediaFor media) {
  std::optional<bool> says_anything;
  shown_names_.begin_rule(declarations);
  for_each_selector(selectors, [&](std::string_view selector) {
    if (media != MediaFor::kEveryScreen || !is_simple(selector)) return shown_names_.add(selector);
    if (!says_anything) says_anything = note_what_is_said(declarations);
    if (*says_anything) take_selector(selector);
  });
}

// At the end of said_, where it is anything.
bool PageStyles::note_what_is_said(std::string_view declarations) {
  if (declarations.find('{') != std::string_view::npos) return false;  // rules inside it: states of their own
  StyleFacts facts;
  facts.add(declarations);
  if (facts.says_anything()) said_.push_back(facts);
  return facts.says_anything();
}

// Of the rule whose declarations were noted last.
void PageStyles::take_selector(std::string_view selector) {
  constexpr std::uint32_t kOrders = 1 << 24;
  static_assert(kMostStyleRules < kOrders);
  const StyleFacts& facts = said_.back();
  if (selector == "body" || selector == "html") {
    if (facts.background() != kNoColour) background_ = facts.background();
    return;
  }
  std::size_t at = 0;
  const std::string_view tag_name = read_name(selector, at);
  const Tag tag = tag_name.empty() ? Tag::kUnknown : html::tag_for_name(tag_name);
  if ((!tag_name.empty() && tag == Tag::kUnknown) || rules_.size() >= kMostStyleRules) return;
  char kind = kOfTag;
  std::string_view name = html::tag_name(tag);
  Specificity specificity = Specificity::kTag;
  if (at < selector.size()) {
    kind = selector[at];
    name = selector.substr(at + 1);
    specificity = kind == kOfId      ? Specificity::kId
                  : tag_name.empty() ? Specificity::kClass
                                     : Specificity::kTagAndClass;
  }
  const std::uint64_t hash = hash_of_name(kind, name);
  const auto order = static_cast<std::uint32_t>(rules_.size());
  const auto said = static_cast<std::uint32_t>(said_.size() - 1);
  rules_.push_back({hash, kind, name, static_cast<std::uint32_t>(specificity) * kOrders + order, tag, said});
  // White text hides where the page is white; what a sheet that is not here paints is not known.
  if (!may_hide(facts) && (has_links_ || facts.colour() != kWhite)) return;
  hides_ = true;
  filter_.set(hash % filter_.size());
}

bool PageStyles::may_be_for(Tag tag, std::string_view classes, std::string_view id) const {
  bool any = filter_.test(hash_of(tag) % filter_.size());
  for_each_name(classes, id, [&](char kind, std::string_view name) {
    any = any || filter_.test(hash_of_name(kind, name) % filter_.size());
  });
  return any;
}

StyleFacts PageStyles::of(Tag tag, std::string_view classes, std::string_view id) const {
  StyleFacts all;
  if (!may_be_for(tag, classes, id)) return all;
  std::vector<const Rule*> matching;
  const auto collect = [&](char kind, std::string_view name) {
    const std::uint64_t hash = hash_of_name(kind, name);
    for (auto rule = std::ranges::lower_bound(rules_, hash, {}, &Rule::hash);
         rule != rules_.end() && rule->hash == hash; ++rule)
      if (rule->kind == kind && rule->name == name && (rule->tag == Tag::kUnknown || rule->tag == tag))
        matching.push_back(&*rule);
  };
  collect(kOfTag, html::tag_name(tag));
  for_each_name(classes, id, collect);
  std::ranges::sort(matching, {}, &Rule::rank);
  for (const Rule* rule : matching) all.add(said_[rule->said]);
  return all;
}

bool PageStyles::shows_in_some_state(std::string_view classes, std::string_view id) {
  bool shown = false;
  for_each_name(classes, id,
                [&](char kind, std::string_view name) { shown = shown || shown_names_.have(kind, name); });
  return shown;
}

bool PageStyles::paints_parts() {
  if (paints_parts_) return *paints_parts_;
  bool paints = false;
  for (const std::string_view sheet : sheets_)
    for_each_css_rule(sheet, [&](std::string_view selectors, std::string_view declarations, MediaFor) {
      if (paints || selectors == "body" || selectors == "html") return;
      StyleFacts facts;
      facts.add(declarations);
      paints = facts.has_background() && facts.background() != kWhite;
    });
  paints_parts_ = paints;
  return paints;
}

}  // namespace clean_article::extract
