// The door of the fetch floor: one URL to the bytes of its page. Knows libcurl; knows nothing of HTML.
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
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
};

// Fetches one http or https URL. Blocks; safe to call from several threads at once.
//
// Errors are kFetch, kTooLarge or kNotHtml. A page that arrives only in part is an error, where HTTP or its
// compression can tell (a plain body that simply ends with its connection is taken as whole). Content types
// other than HTML, XML and plain text are refused before the body is read; what is sent as some file or
// without a type must look like a page. Cookies live as long as one call, each for the sites that it is for.
// No credentials are looked up, certificates always verified.
//
// Proxies of the environment (http_proxy, https_proxy, all_proxy, no_proxy) are used. They, and one that is
// given, are the user's own choice and may stand at a private address; since they resolve names themselves,
// behind one only private addresses that are written in a URL can be refused.
Result<Fetched> fetch(const std::string& url, const FetchOptions& options);

}  // namespace clean_article::fetch
