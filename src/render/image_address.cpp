#include "render/image_address.hpp"

#include <algorithm>
#include <charconv>
#include <vector>

#include "render/target.hpp"
#include "text/text.hpp"

namespace clean_article::render {

namespace {

using html::Document;
using html::NodeId;
using html::Tag;

// The widest picture that is of use on a page: originals of cameras are larger.
constexpr double kWidestOfUse = 2'600;  // pixels

struct Candidate {
  std::string_view address;
  double width;  // in pixels, or times a thousand the density
};

// "a.jpg 300w, b.jpg 900w": addresses may have commas in them, so only white space ends one.
std::vector<Candidate> candidates_of(std::string_view srcset) {
  constexpr double kPixelsOfDensity = 1'000;
  std::vector<Candidate> candidates;
  for (std::size_t at = 0; at < srcset.size();) {
    while (at < srcset.size() && (text::is_html_space(srcset[at]) || srcset[at] == ',')) ++at;
    std::size_t end = at;
    while (end < srcset.size() && !text::is_html_space(srcset[end])) ++end;
    std::string_view address = srcset.substr(at, end - at);
    const bool bare = address.ends_with(',');
    while (address.ends_with(',')) address.remove_suffix(1);
    std::string_view size;
    if (!bare) {
      const std::size_t comma = std::min(srcset.find(',', end), srcset.size());
      size = srcset.substr(end, comma - end);
      end = comma;
    }
    while (!size.empty() && text::is_html_space(size.front())) size.remove_prefix(1);
    double number = 1;
    const auto read = std::from_chars(size.data(), size.data() + size.size(), number);
    const bool width = read.ptr != size.data() + size.size() && *read.ptr == 'w';
    if (!address.empty()) candidates.push_back({address, width ? number : number * kPixelsOfDensity});
    at = end;
  }
  return candidates;
}

// A sign of its being loaded later.
bool is_placeholder(std::string_view address) {
  const std::string name = text::to_lower(address.substr(0, address.find_first_of("?#")));
  const std::string_view file = std::string_view(name).substr(name.find_last_of('/') + 1);
  for (const std::string_view part : {"placeholder", "spacer", "blank.", "transparent", "1x1", "pixel.",
                                      "loading.", "lazy.", "lazyload", "grey.gif", "gray.gif", "empty."})
    if (file.find(part) != std::string_view::npos) return true;
  return false;
}

std::string best_of(std::string_view srcset, std::string_view base) {
  std::vector<Candidate> candidates = candidates_of(srcset);
  // The widest of use first; of those that are wider the narrowest.
  std::stable_sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
    const bool a_fits = a.width <= kWidestOfUse;
    const bool b_fits = b.width <= kWidestOfUse;
    if (a_fits != b_fits) return a_fits;
    return a_fits ? a.width > b.width : a.width < b.width;
  });
  for (const Candidate& candidate : candidates)
    if (std::string target = safe_target(base, candidate.address); !target.empty() && !is_placeholder(target))
      return target;
  return "";
}

std::string from_sources(const Document& document, NodeId picture, std::string_view base) {
  std::string any;
  for (NodeId id = picture + 1; id < document[picture].end; ++id) {
    if (document[id].tag != Tag::k_source) continue;
    for (const std::string_view name : {"data-srcset", "srcset"}) {
      std::string target = best_of(document.attribute(id, name).value_or(""), base);
      if (any.empty()) any = std::move(target);
    }
  }
  return any;
}

}  // namespace

bool is_image(const Document& document, NodeId element) {
  const Tag tag = document[element].tag;
  if (tag == Tag::k_img) return true;
  return tag == Tag::kUnknown &&
         document.source().substr(document.start_tag(element).begin).starts_with("<amp-img");
}

std::string image_address(const Document& document, NodeId image, std::string_view base) {
  const auto value = [&](std::string_view name) { return document.attribute(image, name).value_or(""); };
  for (const std::string_view name : {"data-srcset", "data-lazy-srcset", "srcset"})
    if (std::string target = best_of(value(name), base); !target.empty()) return target;
  for (const std::string_view name : {"data-src", "data-original", "data-lazy-src", "data-full-src",
                                      "data-hi-res-src", "data-orig-file", "data-image", "data-url", "src"}) {
    std::string target = safe_target(base, value(name));
    if (!target.empty() && !is_placeholder(target)) return target;
  }
  const NodeId parent = document[image].parent;
  if (parent != html::kNoNode && document[parent].tag == Tag::k_picture)
    return from_sources(document, parent, base);
  return "";
}

bool is_copy_for_no_script(const Document& document, NodeId image, NodeId shown_before) {
  if (shown_before == html::kNoNode) return false;
  NodeId around = document[image].parent;
  constexpr int kNear = 4;  // elements: a figure or a link around the copy
  for (int steps = 0; around != html::kNoNode && document[around].tag != Tag::k_noscript; ++steps) {
    if (steps == kNear) return false;
    around = document[around].parent;
  }
  if (around == html::kNoNode || shown_before > around) return false;
  for (NodeId id = shown_before + 1; id < around; ++id) {
    if (document[id].tag != Tag::kText) continue;
    std::string text;
    document.append_text(id, text);
    if (!text::fold_html_space(text).empty()) return false;
  }
  return true;
}

}  // namespace clean_article::render
