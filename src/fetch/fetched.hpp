// What is asked of a fetch, and what comes of it.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/base.hpp"

namespace clean_article::fetch {

struct Fetched {
  std::string body;          // decompressed
  std::string url;           // after redirects, without credentials
  std::string content_type;  // the header's value, "" when there was none
  std::string date;          // likewise: when the page was made, as its server says
  std::string forwarded;     // the address that FetchOptions::find_forward gave, made absolute; "" for none
};

// A request that was sent and what the server said, as they went over the wire.
struct Capture {
  std::string url;           // without credentials
  std::string address;       // of the server; "" behind a proxy
  std::string request;       // its head, without the lines that may be secret
  std::string head;          // of the answer, with the empty line
  std::string body;          // its codings still on it, its chunks joined
  bool is_whole = false;     // whether the body was read to its end
  std::int64_t time_us = 0;  // when it was sent, since 1970
};

struct FetchOptions {
  std::size_t max_bytes = kMostInputBytes;  // of the decoded body
  std::chrono::milliseconds connect_timeout{kMostConnectSeconds * 1000};
  std::chrono::milliseconds total_timeout{kMostFetchSeconds * 1000};
  long stalled_below_bytes_per_second = 100;
  std::chrono::seconds stalled_for{10};
  long max_redirects = kMostRedirects;
  bool allow_private = false;  // private, loopback, link-local … addresses
  std::string user_agent;      // "" for the program's own
  // Further headers, name and value; an empty value takes a header of the program's own away. But for a few
  // that hold no secret, such as Accept-Language, they go to the URL's own server only, never to another that
  // it redirects to.
  std::vector<std::pair<std::string, std::string>> headers;
  std::string cookies;               // "a=b; c=d", for the URL's own server only; "" for none
  std::optional<std::string> proxy;  // instead of the environment's; "" for none
  // Where a page itself says to go on, at once and not by HTTP: asked once, of the first page that comes.
  // What it answers is fetched as if the server had redirected there.
  std::function<std::optional<std::string>(const Fetched&)> find_forward;
  // Whether the answer may be of any type; of its body only `max_bytes` are read then.
  bool any_type = false;
  // Is given each request that was answered, also those that lead on or fail.
  std::function<void(Capture&&)> keep;
};

}  // namespace clean_article::fetch
