// URLs as text again, and the short ways that most callers take. url_parser.cpp reads them.
#include "text/url.hpp"

#include "text/url_syntax.hpp"

namespace clean_article::text {

std::string Url::text() const {
  std::string out = scheme + ':';
  if (host) {
    out += "//";
    if (!username.empty() || !password.empty()) {
      out += username;
      if (!password.empty()) out.append(":").append(password);
      out += '@';
    }
    out += *host;
    if (port) out.append(":").append(std::to_string(*port));
  } else if (!has_opaque_path && path.starts_with("//")) {
    out += "/.";  // or the path would be read as a host
  }
  out += path;
  if (query) out.append("?").append(*query);
  if (fragment) out.append("#").append(*fragment);
  return out;
}

std::optional<UrlParts> split_url(std::string_view url) {
  auto parsed = parse_url(url, nullptr, Letters::kKept);
  if (!parsed || !parsed->is_web()) return std::nullopt;
  UrlParts parts{std::move(parsed->scheme), std::move(*parsed->host), std::move(parsed->path)};
  if (parsed->query) parts.path.append("?").append(*parsed->query);
  if (parsed->fragment) parts.path.append("#").append(*parsed->fragment);
  return parts;
}

bool looks_like_url(std::string_view word) {
  const std::size_t length = scheme_length(word);
  return length > 0 && word.substr(length).starts_with("://");
}

std::optional<std::string> resolve_url(std::string_view base, std::string_view reference) {
  const std::optional<Url> from = parse_url(base, nullptr, Letters::kKept);
  const std::optional<Url> to = parse_url(reference, from ? &*from : nullptr, Letters::kKept);
  return to ? std::optional(to->text()) : std::nullopt;
}

}  // namespace clean_article::text
