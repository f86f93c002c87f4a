// A URL to its page: redirects are followed here and not by libcurl, so that each step is held to the same
// rules and a refusal can say what it refused.
#include "fetch/fetch.hpp"

#include <cstdlib>
#include <optional>
#include <utility>

#include "fetch/address.hpp"
#include "fetch/libcurl.hpp"
#include "fetch/location.hpp"
#include "fetch/proxy.hpp"
#include "fetch/response.hpp"
#include "fetch/transfer.hpp"
#include "text/text.hpp"

namespace clean_article::fetch {
namespace {

bool is_fetched(const std::string& scheme) {
  return scheme == "http" || scheme == "https";
}

bool is_localhost(std::string_view host) {
  return text::equal_ignoring_ascii_case(host, "localhost") || host.ends_with(".localhost");
}

// What can be told from the URL alone. Behind a proxy this is all that can be told; without one the socket
// is checked as well.
std::optional<Error> refuse_private_host(const Location& location, const FetchOptions& options) {
  const std::string host = location.host();
  if (options.allow_private || (is_public_address(host).value_or(true) && !is_localhost(host))) {
    return std::nullopt;
  }
  return Error{ErrorKind::kFetch, private_address_refused(host)};
}

}  // namespace

Result<Fetched> fetch(const std::string& url, const FetchOptions& options) {
  if (const Status loaded = load_libcurl(); !loaded.ok()) return loaded.error();
  std::optional<Location> location = Location::parse(url);
  if (!location) return Error{ErrorKind::kFetch, "not a URL"};
  if (!is_fetched(location->scheme())) {
    return Error{ErrorKind::kFetch, "only http and https are fetched, not " + location->scheme()};
  }

  const std::string own_scheme = location->scheme();
  const std::string own_host = location->host();
  Transfer transfer(options, std::chrono::steady_clock::now());
  for (long redirects = 0;; ++redirects) {
    if (auto error = refuse_private_host(*location, options)) return *std::move(error);
    Response response(options.max_bytes);
    const std::string proxy = proxy_for(location->scheme(), location->host(), std::getenv);
    const bool is_own = location->host() == own_host && location->scheme() == own_scheme;
    const Status status = transfer.get(*location, proxy, is_own, response);
    if (!status.ok()) return status.error();
    if (response.refusal()) return *response.refusal();
    if (!response.redirect()) {
      return Fetched{std::move(response.body()), location->text_without_credentials(),
                     response.content_type(), response.date()};
    }

    if (redirects == options.max_redirects) {
      return Error{ErrorKind::kFetch, "more than " + std::to_string(options.max_redirects) + " redirects"};
    }
    location = location->follow(*response.redirect());
    if (!location) return Error{ErrorKind::kFetch, "redirected to what is no URL"};
    if (!is_fetched(location->scheme())) {
      return Error{ErrorKind::kFetch,
                   "redirected to another scheme than http and https: " + location->scheme()};
    }
  }
}

}  // namespace clean_article::fetch
