// A URL as libcurl reads it, so that what is checked here is what libcurl connects to: "http://2130706433/"
// has the host 127.0.0.1 for both.
#pragma once

#include <curl/curl.h>

#include <memory>
#include <optional>
#include <string>

namespace clean_article::fetch {

class Location {
 public:
  // Nothing when it is no URL. A URL of any scheme is one.
  static std::optional<Location> parse(const std::string& url);

  // Where a redirect leads: `reference` may be relative.
  std::optional<Location> follow(const std::string& reference) const;

  std::string scheme() const;  // "https"
  std::string host() const;    // lower case; an address in its usual form, IPv6 in brackets
  std::string text() const;
  std::string text_without_credentials() const;

 private:
  struct Free {
    void operator()(CURLU* url) const;
  };
  explicit Location(CURLU* url) : url_(url) {}

  std::unique_ptr<CURLU, Free> url_;
};

}  // namespace clean_article::fetch
