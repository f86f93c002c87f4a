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

  const Location own = *location;
  const std::string* const proxy_given = options.proxy ? &*options.proxy : nullptr;
  std::string forwarded;
  const auto failed = [&](Error error) {
    if (!forwarded.empty()) error.message = "forwards to " + forwarded + ": " + error.message;
    return error;
  };
  Transfer transfer(options, std::chrono::steady_clock::now());
  for (long redirects = 0;; ++redirects) {
    if (auto error = refuse_private_host(*location, options)) return failed(*std::move(error));
    Response response(options.max_bytes);
    const std::string proxy = proxy_for(location->scheme(), location->host(), proxy_given, std::getenv);
    const Status status = transfer.get(*location, proxy, location->is_trusted_as(own), response);
    if (!status.ok()) return failed(status.error());
    if (response.refusal()) return failed(*response.refusal());
    std::optional<std::string> next = response.redirect();
    if (!next) {
      Fetched fetched{std::move(response.body()), location->text_without_credentials(),
                      response.content_type(), response.date(), forwarded};
      if (options.find_forward && forwarded.empty()) next = options.find_forward(fetched);
      if (!next) return fetched;
      const std::optional<Location> goal = location->follow(*next);
      if (!goal) return fetched;
      forwarded = goal->text_without_credentials();
    }

    if (redirects == options.max_redirects) {
      return failed({ErrorKind::kFetch, "more than " + std::to_string(options.max_redirects) + " redirects"});
    }
    location = location->follow(*next);
    if (!location) return failed({ErrorKind::kFetch, "redirected to what is no URL"});
    if (!is_fetched(location->scheme())) {
      return failed(
          {ErrorKind::kFetch, "redirected to another scheme than http and https: " + location->scheme()});
    }
  }
}

}  // namespace clean_article::fetch
