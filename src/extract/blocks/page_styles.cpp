#include "extract/blocks/page_styles.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <string>

#include "extract/blocks/style_sheets.hpp"
#include "text/text.hpp"

namespace clean_article::extract {

namespace {

using html::Document;
using html::NodeId;
using html::Tag;

constexpr char kOfClass = '.';
constexpr char kOfId = '#';
constexpr char kOfTag = 't';

template <typename Number>
std::uint64_t bytes_at(const char* at) {
  Number bytes;
  std::memcpy(&bytes, at, sizeof bytes);
  return bytes;
}

// Of the ends of a name: cheap, for it is asked of every class of a page. Who finds one compares the names.
std::uint64_t hash_of(char kind, std::string_view name) {
  std::uint64_t begin = 0;
  std::uint64_t end = 0;
  if (name.size() >= 8) {
    begin = bytes_at<std::uint64_t>(name.data());
    end = bytes_at<std::uint64_t>(name.data() + name.size() - 8);
  } else if (name.size() >= 4) {
    begin = bytes_at<std::uint32_t>(name.data());
    end = bytes_at<std::uint32_t>(name.data() + name.size() - 4);
  } else {
    for (const char c : name) begin = begin << 8 | static_cast<unsigned char>(c);
  }
  const std::uint64_t mixed = begin * 0x9E37'79B9'7F4A'7C15u ^ end * 0xC2B2'AE3D'27D4'EB4Fu;
  return (mixed ^ mixed >> 29 ^ name.size() << 8 ^ static_cast<std::uint64_t>(kind)) * 0xFF51'AFD7'ED55'8CCDu;
}

// The same of an element's own name, which is asked of every element.
std::uint64_t hash_of(Tag tag) {
  static const auto hashes = [] {
    std::array<std::uint64_t, static_cast<std::size_t>(Tag::kCount)> all{};
    for (std::size_t t = 0; t < all.size(); ++t)
      all[t] = hash_of(kOfTag, html::tag_name(static_cast<Tag>(t)));
    return all;
  }();
  return hashes[static_cast<std::size_t>(tag)];
}

constexpr auto kNameChars = [] {
  std::array<bool, 256> t{};
  for (std::size_t c = 0; c < t.size(); ++c)
    t[c] = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_' || c >= 0x80;
  return t;
}();

bool is_name_char(char c) {
  return kNameChars[static_cast<unsigned char>(c)];
}

bool is_combinator(char c) {
  return c == ' ' || c == '>' || c == '+' || c == '~';
}

// The name at `at`; moves `at` behind it.
std::string_view read_name(std::string_view selector, std::size_t& at) {
  const std::size_t begin = at;
  while (at < selector.size() && is_name_char(selector[at])) ++at;
  return selector.substr(begin, at - begin);
}

// The same with escapes undone: "md\\:block".
std::string read_escaped_name(std::string_view selector, std::size_t& at) {
  std::string name;
  for (; at < selector.size(); ++at) {
    if (selector[at] == '\\' && at + 1 < selector.size())
      name += selector[++at];
    else if (is_name_char(selector[at]))
      name += selector[at];
    else
      break;
  }
  return name;
}

// The names of an element, each with fn(kind, name).
template <typename Fn>
void for_each_name(std::string_view classes, std::string_view id, Fn&& fn) {
  while (!classes.empty()) {
    std::size_t end = text::find_marked(classes, [](const text::Bytes& c) { return c <= ' '; });
    while (end < classes.size() && !text::is_html_space(classes[end])) ++end;
    if (end > 0) fn(kOfClass, classes.substr(0, end));
    classes.remove_prefix(std::min(end + 1, classes.size()));
  }
  if (!id.empty()) fn(kOfId, id);
}

bool is_for_pointer(std::string_view selector) {
  for (std::size_t at = 0; (at = selector.find(':', at)) != std::string_view::npos;) {
    const std::string_view state = selector.substr(++at);
    if (state.starts_with("hover") || state.starts_with("focus") || state.starts_with("active")) return true;
  }
  return false;
}

bool is_in_noscript(const Document& document, NodeId id) {
  for (; id != html::kNoNode; id = document[id].parent)
    if (document[id].tag == Tag::k_noscript) return true;
  return false;
}

bool is_style_link(const Document& document, NodeId link) {
  const html::Span tag = document.start_tag(link);
  return document.source().substr(tag.begin, tag.end - tag.begin).find("stylesheet") !=
         std::string_view::npos;
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

bool is_simple(std::string_view selector) {
  std::size_t at = 0;
  read_name(selector, at);
  if (at < selector.size() && (selector[at] == kOfClass || selector[at] == kOfId)) read_name(selector, ++at);
  return at == selector.size();
}

}  // namespace

void PageStyles::read(const Document& document) {
  background_ = kNoColour;
  has_links_ = hides_ = false;
  sheets_.clear();
  rules_.clear();
  filter_.reset();
  shown_names_.reset();
  paints_parts_.reset();
  std::size_t bytes = 0;
  const auto nodes = document.nodes();
  for (NodeId id = 0; id < nodes.size(); ++id) {
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
      if (media == MediaFor::kEveryScreen) take_rule(selectors, said);
    });
  }
  if (hides_) std::ranges::sort(rules_, {}, &Rule::hash);
}

void PageStyles::take_rule(std::string_view selectors, std::string_view declarations) {
  StyleFacts facts;
  bool read = false;
  while (!selectors.empty()) {
    const std::size_t end = std::min(selectors.find(','), selectors.size());
    const std::string_view selector = trimmed_css(selectors.substr(0, end));
    selectors.remove_prefix(std::min(end + 1, selectors.size()));
    if (selector.empty() || !is_simple(selector)) continue;
    if (!read) {
      if (declarations.find('{') != std::string_view::npos) return;  // rules inside it: states of their own
      facts.add(declarations);
      read = true;
      if (!facts.says_anything()) return;
    }
    take_selector(selector, declarations, facts);
  }
}

void PageStyles::take_selector(std::string_view selector, std::string_view declarations,
                               const StyleFacts& facts) {
  constexpr std::uint32_t kOrders = 1 << 24;
  static_assert(kMostStyleRules < kOrders);
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
  const std::uint64_t hash = hash_of(kind, name);
  const auto order = static_cast<std::uint32_t>(rules_.size());
  rules_.push_back(
      {hash, kind, name, static_cast<std::uint32_t>(specificity) * kOrders + order, tag, declarations});
  // White text hides where the page is white; what a sheet that is not here paints is not known.
  if (!may_hide(facts) && (has_links_ || facts.colour() != kWhite)) return;
  hides_ = true;
  filter_.set(hash % filter_.size());
}

bool PageStyles::may_be_for(Tag tag, std::string_view classes, std::string_view id) const {
  bool any = filter_.test(hash_of(tag) % filter_.size());
  for_each_name(classes, id, [&](char kind, std::string_view name) {
    any = any || filter_.test(hash_of(kind, name) % filter_.size());
  });
  return any;
}

StyleFacts PageStyles::of(Tag tag, std::string_view classes, std::string_view id) const {
  StyleFacts all;
  if (!may_be_for(tag, classes, id)) return all;
  std::vector<const Rule*> matching;
  const auto collect = [&](char kind, std::string_view name) {
    const std::uint64_t hash = hash_of(kind, name);
    for (auto rule = std::ranges::lower_bound(rules_, hash, {}, &Rule::hash);
         rule != rules_.end() && rule->hash == hash; ++rule)
      if (rule->kind == kind && rule->name == name && (rule->tag == Tag::kUnknown || rule->tag == tag))
        matching.push_back(&*rule);
  };
  collect(kOfTag, html::tag_name(tag));
  for_each_name(classes, id, collect);
  std::ranges::sort(matching, {}, &Rule::rank);
  for (const Rule* rule : matching) {
    StyleFacts facts;
    facts.add(rule->declarations);
    all.add(facts);
  }
  return all;
}

bool PageStyles::shows_in_some_state(std::string_view classes, std::string_view id) {
  if (classes.empty() && id.empty()) return false;
  if (!shown_names_) find_shown_names();
  bool shown = false;
  for_each_name(classes, id, [&](char kind, std::string_view name) {
    shown = shown || (!shown_names_->empty() && shown_names_->contains(kind + std::string(name)));
  });
  return shown;
}

void PageStyles::find_shown_names() {
  shown_names_.emplace();
  const auto take = [&](std::string_view selectors, std::string_view declarations, MediaFor media) {
    std::optional<bool> shows;
    while (!selectors.empty()) {
      const std::size_t end = std::min(selectors.find(','), selectors.size());
      const std::string_view selector = trimmed_css(selectors.substr(0, end));
      selectors.remove_prefix(std::min(end + 1, selectors.size()));
      // Of the element itself are the names behind the last combinator. Most selectors have none there.
      std::size_t begin = selector.size();
      while (begin > 0 && !is_combinator(selector[begin - 1])) --begin;
      const std::string_view own = selector.substr(begin);
      if (std::ranges::none_of(own, [](char c) { return c == kOfClass || c == kOfId; })) continue;
      if ((media == MediaFor::kEveryScreen && is_simple(selector)) || is_for_pointer(selector)) continue;
      if (!shows) {
        StyleFacts facts;
        facts.add(declarations);
        shows = facts.shows();
      }
      if (!*shows) return;
      for (std::size_t at = 0; at < own.size();) {
        const char kind = own[at++];
        if (kind == kOfClass || kind == kOfId) shown_names_->insert(kind + read_escaped_name(own, at));
      }
    }
  };
  for (const std::string_view sheet : sheets_) for_each_css_rule(sheet, take);
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
