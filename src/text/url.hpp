// The little of URLs that a cleaner needs: the parts of one, and a link resolved against its page.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace clean_article::text {

struct UrlParts {
  std::string scheme;  // lower case, without ':'
  std::string host;    // lower case, without port or credentials; an IPv6 address keeps its brackets
  std::string path;    // from '/' on, query and fragment included
};

// The parts of an absolute http or https URL, or nothing.
std::optional<UrlParts> split_url(std::string_view url);

// Whether a command-line word is meant as a URL: "scheme://…", for any scheme.
bool looks_like_url(std::string_view word);

// `reference` made absolute against `base` (RFC 3986); nothing when there is no sensible answer.
std::optional<std::string> resolve_url(std::string_view base, std::string_view reference);

}  // namespace clean_article::text
