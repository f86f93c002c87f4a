// URLs by the WHATWG standard (url.spec.whatwg.org), as browsers read them: the one meaning that a URL has in
// the whole program, in links as in requests.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "text/percent.hpp"

namespace clean_article::text {

// A URL in its parts, each as the serialised URL has it.
struct Url {
  std::string scheme;  // lower case, without ':'
  std::string username;
  std::string password;
  std::optional<std::string> host;    // ASCII, IPv6 in brackets; "" for "file:///x", nothing for "mailto:x"
  std::optional<std::uint16_t> port;  // nothing where it is the scheme's own
  std::string path;
  bool has_opaque_path = false;         // "mailto:x": nothing can be relative to it
  std::optional<std::string> query;     // without its '?'
  std::optional<std::string> fragment;  // without its '#'

  std::string text() const;
  bool is_web() const { return scheme == "http" || scheme == "https"; }
};

// `input` as a URL; without a base only what has a scheme is one.
std::optional<Url> parse_url(std::string_view input, const Url* base, Letters letters);

struct UrlParts {
  std::string scheme;
  std::string host;  // as in Url
  std::string path;  // from '/' on, query and fragment included
};

// The parts of an absolute http or https URL, or nothing.
std::optional<UrlParts> split_url(std::string_view url);

// Whether a command-line word is meant as a URL: "scheme://…", for any scheme.
bool looks_like_url(std::string_view word);

// `reference` made absolute against `base`, letters of any language as they are; nothing when that is no URL.
std::optional<std::string> resolve_url(std::string_view base, std::string_view reference);

}  // namespace clean_article::text
