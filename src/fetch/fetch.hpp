// The door of the fetch floor: one URL to the bytes of its page. Knows libcurl; knows nothing of HTML.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "base/base.hpp"

namespace clean_article::fetch {

struct FetchOptions {
  std::size_t max_bytes = std::size_t{16} << 20;  // of the decoded body
  std::chrono::milliseconds connect_timeout{10'000};
  std::chrono::milliseconds total_timeout{30'000};
  long stalled_below_bytes_per_second = 100;
  std::chrono::seconds stalled_for{10};
  long max_redirects = 10;
  bool allow_private = false;  // private, loopback, link-local … addresses
  std::string user_agent;      // "" for the program's own
};

struct Fetched {
  std::string body;          // decompressed
  std::string url;           // after redirects
  std::string content_type;  // the header's value, "" when there was none
};

// Fetches one http or https URL. Blocks; safe to call from several threads at once.
Result<Fetched> fetch(const std::string& url, const FetchOptions& options);

}  // namespace clean_article::fetch
