#include "html/tree/page_address.hpp"

#include <optional>

#include "text/text.hpp"

namespace clean_article::html {
namespace {

// The page's own <base>: the first that has an address counts.
std::optional<std::string> base_link(const Document& document) {
  const auto nodes = document.nodes();
  for (NodeId id = 1; id < nodes.size() && nodes[id].tag != Tag::k_body; ++id) {
    if (nodes[id].tag != Tag::k_base) continue;
    if (auto link = document.attribute(id, "href")) return link;
  }
  return std::nullopt;
}

}  // namespace

std::string declared_url(const Document& document) {
  const auto nodes = document.nodes();
  for (NodeId id = 1; id < nodes.size() && nodes[id].tag != Tag::k_body; ++id) {
    std::optional<std::string> url;
    if (nodes[id].tag == Tag::k_link) {
      const auto rel = document.attribute(id, "rel");
      if (rel && text::equal_ignoring_ascii_case(*rel, "canonical")) url = document.attribute(id, "href");
    } else if (nodes[id].tag == Tag::k_meta) {
      if (document.attribute(id, "property") == "og:url") url = document.attribute(id, "content");
    }
    if (url && text::split_url(*url)) return *url;
  }
  return "";
}

std::string base_url(const Document& document, std::string_view given_url) {
  std::string own = given_url.empty() ? declared_url(document) : std::string(given_url);
  if (own.size() > kMostBaseBytes) own.clear();
  const std::optional<std::string> link = base_link(document);
  if (!link || link->size() > kMostBaseBytes) return own;
  const auto base = text::resolve_url(own, *link);
  return base && text::split_url(*base) ? *base : own;
}

}  // namespace clean_article::html
