// A URL that is fetched from, with what fetching asks of one. What is checked here is what libcurl connects
// to: it is given the URL in the one form that leaves nothing to interpret ("http://2130706433/" has the host
// 127.0.0.1 for both).
#pragma once

#include <optional>
#include <string>

#include "text/text.hpp"

namespace clean_article::fetch {

class Location {
 public:
  // Nothing when it is no URL. A URL of any scheme is one.
  static std::optional<Location> parse(const std::string& url);

  // Where a redirect leads: `reference` may be relative.
  std::optional<Location> follow(const std::string& reference) const;

  const std::string& scheme() const { return url_.scheme; }  // "https"
  std::string host() const;                                  // IPv6 in brackets; "" for "data:…"
  std::string text() const;
  std::string origin() const;           // "https://example.com:8443"
  std::string path_with_query() const;  // "/a?b"
  std::string text_without_credentials() const;

  // Whether secrets that were meant for `other` may be sent here: scheme, host and port are the same, or the
  // server only changed over to https.
  bool is_trusted_as(const Location& other) const;

 private:
  explicit Location(text::Url url) : url_(std::move(url)) {}

  text::Url url_;
};

}  // namespace clean_article::fetch
