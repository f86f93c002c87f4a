// URLs by RFC 3986, with two habits of browsers: white space around a link does not count, and a tab or
// newline inside it is not there.
#include "text/url.hpp"

#include <algorithm>

#include "text/unicode.hpp"

namespace clean_article::text {
namespace {

// The five components; `has_…` tells an empty one from a missing one.
struct Components {
  std::string_view scheme;
  std::string_view authority;
  std::string_view path;
  std::string_view query;     // with its '?'
  std::string_view fragment;  // with its '#'
  bool has_authority = false;
};

constexpr bool is_scheme_char(char c) {
  const char lower = ascii_lower(c);
  return (lower >= 'a' && lower <= 'z') || (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
}

// "http" of "http:…", or "" when it starts with no scheme.
std::string_view scheme_of(std::string_view url) {
  const std::size_t colon = url.find(':');
  if (colon == std::string_view::npos || colon == 0) return {};
  const std::string_view scheme = url.substr(0, colon);
  const char first = ascii_lower(scheme.front());
  if (first < 'a' || first > 'z') return {};
  return std::all_of(scheme.begin(), scheme.end(), is_scheme_char) ? scheme : std::string_view();
}

// Cuts off and returns the part of `rest` before the first of `ends`.
std::string_view take_until(std::string_view& rest, std::string_view ends) {
  const std::string_view taken = rest.substr(0, rest.find_first_of(ends));
  rest.remove_prefix(taken.size());
  return taken;
}

Components components_of(std::string_view url) {
  Components parts;
  parts.scheme = scheme_of(url);
  if (!parts.scheme.empty()) url.remove_prefix(parts.scheme.size() + 1);
  if (url.starts_with("//")) {
    parts.has_authority = true;
    url.remove_prefix(2);
    parts.authority = take_until(url, "/?#");
  }
  parts.path = take_until(url, "?#");
  parts.query = take_until(url, "#");
  parts.fragment = url;
  return parts;
}

std::string as_browsers_read(std::string_view link) {
  while (!link.empty() && static_cast<unsigned char>(link.front()) <= ' ') link.remove_prefix(1);
  while (!link.empty() && static_cast<unsigned char>(link.back()) <= ' ') link.remove_suffix(1);
  std::string out(link);
  std::erase_if(out, [](char c) { return c == '\t' || c == '\n' || c == '\r'; });
  return out;
}

std::string lower_ascii(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = ascii_lower(c);
  return out;
}

// RFC 3986, 5.2.4.
std::string without_dot_segments(std::string_view path) {
  std::string out;
  while (!path.empty()) {
    if (path.starts_with("../")) {
      path.remove_prefix(3);
    } else if (path.starts_with("./") || path.starts_with("/./")) {
      path.remove_prefix(2);
    } else if (path == "/.") {
      path = "/";
    } else if (path.starts_with("/../") || path == "/..") {
      path = path.size() == 3 ? "/" : path.substr(3);
      out.erase(out.rfind('/') == std::string::npos ? 0 : out.rfind('/'));
    } else if (path == "." || path == "..") {
      path = {};
    } else {
      const std::size_t end = std::min(path.find('/', 1), path.size());
      out += path.substr(0, end);
      path.remove_prefix(end);
    }
  }
  return out;
}

// RFC 3986, 5.2.3.
std::string merged_path(const Components& base, std::string_view path) {
  if (base.has_authority && base.path.empty()) return "/" + std::string(path);
  const std::size_t slash = base.path.rfind('/');
  std::string out(slash == std::string_view::npos ? std::string_view() : base.path.substr(0, slash + 1));
  return out += path;
}

std::string_view host_of(std::string_view authority) {
  const std::size_t at = authority.rfind('@');
  if (at != std::string_view::npos) authority.remove_prefix(at + 1);
  if (authority.starts_with('[')) return authority.substr(0, authority.find(']') + 1);
  return authority.substr(0, authority.rfind(':'));
}

}  // namespace

std::optional<UrlParts> split_url(std::string_view url) {
  const std::string read = as_browsers_read(url);
  const Components parts = components_of(read);
  std::string scheme = lower_ascii(parts.scheme);
  const std::string_view host = host_of(parts.authority);
  if ((scheme != "http" && scheme != "https") || host.empty()) return std::nullopt;
  std::string path(parts.path);
  if (path.empty()) path = "/";
  path.append(parts.query).append(parts.fragment);
  return UrlParts{std::move(scheme), lower_ascii(host), std::move(path)};
}

bool looks_like_url(std::string_view word) {
  const std::string_view scheme = scheme_of(word);
  return !scheme.empty() && word.substr(scheme.size()).starts_with("://");
}

std::optional<std::string> resolve_url(std::string_view base, std::string_view reference) {
  const std::string base_read = as_browsers_read(base);
  const std::string reference_read = as_browsers_read(reference);
  const Components from = components_of(base_read);
  const Components to = components_of(reference_read);

  if (!to.scheme.empty() && !to.has_authority) return reference_read;  // "mailto:…" has no path to tidy
  const bool is_absolute = !to.scheme.empty();
  // A relative reference needs a base with a hierarchy: "mailto:…" and "example.org/a" have none.
  if (!is_absolute && (from.scheme.empty() || !from.has_authority)) return std::nullopt;

  std::string path;
  std::string_view query = to.query;
  if (is_absolute || to.has_authority || to.path.starts_with('/')) {
    path = without_dot_segments(to.path);
  } else if (to.path.empty()) {
    path = from.path;
    if (query.empty()) query = from.query;
  } else {
    path = without_dot_segments(merged_path(from, to.path));
  }
  std::string out(is_absolute ? to.scheme : from.scheme);
  out += "://";
  out += is_absolute || to.has_authority ? to.authority : from.authority;
  return out.append(path).append(query).append(to.fragment);
}

}  // namespace clean_article::text
