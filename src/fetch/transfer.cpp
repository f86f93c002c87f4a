#include "fetch/transfer.hpp"

#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <new>

#include "fetch/address.hpp"
#include "fetch/libcurl.hpp"
#include "text/text.hpp"

namespace clean_article::fetch {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

// What the callbacks need to know of the transfer they serve.
struct Exchange {
  Response& response;
  bool refuses_private;
  std::string refused_address;
};

std::size_t on_header(char* bytes, std::size_t size, std::size_t count, void* user) {
  auto* exchange = static_cast<Exchange*>(user);
  return exchange->response.on_header_line({bytes, size * count}) ? size * count : 0;
}

std::size_t on_body(char* bytes, std::size_t size, std::size_t count, void* user) {
  auto* exchange = static_cast<Exchange*>(user);
  return exchange->response.on_body({bytes, size * count}) ? size * count : CURL_WRITEFUNC_ERROR;
}

// The address is the one that is about to be connected to, whatever names and redirects led there: a name
// that resolves to something else a second time cannot slip through.
curl_socket_t open_socket(void* user, curlsocktype, curl_sockaddr* address) {
  auto* exchange = static_cast<Exchange*>(user);
  if (exchange->refuses_private && !is_public_address(address->addr)) {
    exchange->refused_address = address_text(address->addr);
    return CURL_SOCKET_BAD;
  }
  return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

// libcurl's clock and ours may disagree a little on whether the time is over.
constexpr milliseconds kClockSlack{50};

std::string duration_in_words(milliseconds duration) {
  if (duration.count() % 1000 == 0) return std::to_string(duration.count() / 1000) + " s";
  return std::to_string(duration.count()) + " ms";
}

struct FreeList {
  void operator()(curl_slist* list) const { libcurl().slist_free_all(list); }
};
using HeaderList = std::unique_ptr<curl_slist, FreeList>;

// Headers that say how a page is wanted and nothing about who wants it. All others may be secrets.
bool may_go_anywhere(std::string_view name) {
  constexpr std::string_view kNames[] = {"accept", "accept-language", "cache-control", "dnt", "user-agent"};
  return std::any_of(std::begin(kNames), std::end(kNames),
                     [&](std::string_view known) { return text::equal_ignoring_ascii_case(name, known); });
}

HeaderList header_list(const std::vector<std::pair<std::string, std::string>>& headers, bool with_secrets) {
  HeaderList list;
  for (const auto& [name, value] : headers) {
    if (!with_secrets && !may_go_anywhere(name)) continue;
    const std::string line = name + ':' + (value.empty() ? "" : ' ' + value);
    curl_slist* const longer = libcurl().slist_append(list.get(), line.c_str());
    if (longer == nullptr) throw std::bad_alloc();
    static_cast<void>(list.release());  // it is part of the longer one
    list.reset(longer);
  }
  return list;
}

}  // namespace

void Transfer::Cleanup::operator()(CURL* handle) const {
  libcurl().easy_cleanup(handle);
}

Transfer::Transfer(const FetchOptions& options, steady_clock::time_point started)
    : options_(options), started_(started) {
  handle_.reset(libcurl().easy_init());
  if (!handle_) throw std::bad_alloc();
  set_up_once();
}

void Transfer::set_up_once() {
  const std::string user_agent =
      options_.user_agent.empty() ? "clean-article/" CLEAN_ARTICLE_VERSION : options_.user_agent;
  set(CURLOPT_PROTOCOLS_STR, "http,https");
  set(CURLOPT_FOLLOWLOCATION, 0L);
  set(CURLOPT_NOSIGNAL, 1L);  // signals are the program's; threads share them
  set(CURLOPT_SSL_VERIFYPEER, 1L);
  set(CURLOPT_SSL_VERIFYHOST, 2L);
  set(CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
  set(CURLOPT_USERAGENT, user_agent.c_str());
  set(CURLOPT_ACCEPT_ENCODING, "");  // all that libcurl knows; it asks, the codings floor undoes
  set(CURLOPT_HTTP_CONTENT_DECODING, 0L);
  set(CURLOPT_COOKIEFILE, "");  // cookies are kept, in memory and by the rules of their sites
  set(CURLOPT_PATH_AS_IS, 1L);
  set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
  set(CURLOPT_NOPROXY, "");  // decided by proxy.cpp
  set(CURLOPT_LOW_SPEED_LIMIT, options_.stalled_below_bytes_per_second);
  set(CURLOPT_LOW_SPEED_TIME, static_cast<long>(options_.stalled_for.count()));
  set(CURLOPT_OPENSOCKETFUNCTION, open_socket);
  set(CURLOPT_HEADERFUNCTION, on_header);
  set(CURLOPT_WRITEFUNCTION, on_body);
}

milliseconds Transfer::left() const {
  const auto spent = std::chrono::duration_cast<milliseconds>(steady_clock::now() - started_);
  return std::max(options_.total_timeout - spent, milliseconds(0));
}

Status Transfer::get(const Location& location, const std::string& proxy, bool with_secrets,
                     Response& response) {
  const milliseconds left_now = left();
  if (left_now.count() == 0) return Error{ErrorKind::kFetch, describe_timeout()};

  Exchange exchange{response, !options_.allow_private && proxy.empty(), {}};
  set(CURLOPT_URL, location.text().c_str());
  set(CURLOPT_PROXY, proxy.c_str());  // "": none, not even the environment's
  set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(options_.connect_timeout.count()));
  set(CURLOPT_TIMEOUT_MS, static_cast<long>(left_now.count()));
  set(CURLOPT_OPENSOCKETDATA, &exchange);
  set(CURLOPT_HEADERDATA, &exchange);
  set(CURLOPT_WRITEDATA, &exchange);
  set(CURLOPT_COOKIE, with_secrets && !options_.cookies.empty() ? options_.cookies.c_str() : nullptr);
  const HeaderList headers = header_list(options_.headers, with_secrets);
  set(CURLOPT_HTTPHEADER, headers.get());
  const CURLcode code = libcurl().easy_perform(handle_.get());
  set(CURLOPT_HTTPHEADER, nullptr);

  if (response.refusal() || response.redirect()) return Done{};
  if (code != CURLE_OK) return describe(code, location, exchange.refused_address);
  response.on_end();
  return Done{};
}

std::string Transfer::describe_timeout() const {
  if (left() <= kClockSlack) return "timed out after " + duration_in_words(options_.total_timeout);
  curl_off_t connected_us = 0;
  libcurl().easy_getinfo(handle_.get(), CURLINFO_PRETRANSFER_TIME_T, &connected_us);
  if (connected_us == 0) return "no connection after " + duration_in_words(options_.connect_timeout);
  return "stalled: under " + std::to_string(options_.stalled_below_bytes_per_second) + " bytes/s for " +
         duration_in_words(options_.stalled_for);
}

Error Transfer::describe(CURLcode code, const Location& location, const std::string& refused_address) const {
  const auto fetch_error = [](std::string message) { return Error{ErrorKind::kFetch, std::move(message)}; };
  switch (code) {
    case CURLE_COULDNT_RESOLVE_HOST:
      return fetch_error("no such host: " + location.host());
    case CURLE_COULDNT_RESOLVE_PROXY:
      return fetch_error("no such host: the proxy");
    case CURLE_COULDNT_CONNECT:
      if (!refused_address.empty()) return fetch_error(private_address_refused(refused_address));
      return fetch_error("could not connect to " + location.host());
    case CURLE_OPERATION_TIMEDOUT:
      return fetch_error(describe_timeout());
    case CURLE_PARTIAL_FILE:
      return fetch_error("the connection closed before the page was complete");
    case CURLE_RECV_ERROR:
      return fetch_error("the connection broke before the page was complete");
    case CURLE_GOT_NOTHING:
      return fetch_error("the server closed the connection without an answer");
    case CURLE_UNSUPPORTED_PROTOCOL:
    case CURLE_WEIRD_SERVER_REPLY:
      return fetch_error("the server's answer is not HTTP");
    case CURLE_OUT_OF_MEMORY:  // how libcurl says that a line outgrew its buffer
      return fetch_error("a line of the server's answer is longer than " +
                         size_in_words(kMostHeaderLineBytes) + ", or there is too little memory");
    case CURLE_PEER_FAILED_VERIFICATION:
      return fetch_error("the certificate of " + location.host() + " is not trusted");
    case CURLE_SSL_CACERT_BADFILE:
      return fetch_error("no certificates here to check https with (Debian's package: ca-certificates)");
    case CURLE_SSL_CONNECT_ERROR:
      return fetch_error("no TLS connection to " + location.host());
    default:
      return fetch_error(libcurl().easy_strerror(code));
  }
}

}  // namespace clean_article::fetch
