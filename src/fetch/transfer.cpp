#include "fetch/transfer.hpp"

#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <new>
#include <system_error>

#include "fetch/address.hpp"
#include "fetch/libcurl.hpp"
#include "text/text.hpp"

namespace clean_article::fetch {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

// libcurl's clock and ours may disagree a little on whether the time is over.
constexpr milliseconds kClockSlack{50};

std::string duration_in_words(milliseconds duration) {
  if (duration.count() % 1000 == 0) return std::to_string(duration.count() / 1000) + " s";
  return std::to_string(duration.count()) + " ms";
}

// Headers that say how a page is wanted and nothing about who wants it. All others may be secrets.
bool may_go_anywhere(std::string_view name) {
  constexpr std::string_view kNames[] = {"accept", "accept-language", "cache-control", "dnt", "user-agent"};
  return std::any_of(std::begin(kNames), std::end(kNames),
                     [&](std::string_view known) { return text::equal_ignoring_ascii_case(name, known); });
}

// A request's head without the lines that may be secret.
std::string without_secrets(std::string_view head) {
  std::string kept;
  bool is_first = true;
  while (!head.empty()) {
    const std::size_t end = std::min(head.find('\n'), head.size() - 1) + 1;
    const std::string_view line = head.substr(0, end);
    head.remove_prefix(end);
    const std::string_view name = line.substr(0, line.find(':'));
    const bool is_harmless = is_first || line == "\r\n" || may_go_anywhere(name) ||
                             text::equal_ignoring_ascii_case(name, "host") ||
                             text::equal_ignoring_ascii_case(name, "accept-encoding");
    if (is_harmless) kept += line;
    is_first = false;
  }
  return kept;
}

bool is_broken_connection(CURLcode code) {
  constexpr CURLcode kCodes[] = {CURLE_COULDNT_CONNECT, CURLE_PARTIAL_FILE, CURLE_RECV_ERROR,
                                 CURLE_SEND_ERROR,      CURLE_GOT_NOTHING,  CURLE_HTTP2,
                                 CURLE_HTTP2_STREAM};
  return std::find(std::begin(kCodes), std::end(kCodes), code) != std::end(kCodes);
}

}  // namespace

std::size_t Transfer::on_header(char* bytes, std::size_t size, std::size_t count, void* user) {
  auto* exchange = static_cast<Exchange*>(user);
  return exchange->response.on_header_line({bytes, size * count}) ? size * count : 0;
}

std::size_t Transfer::on_body(char* bytes, std::size_t size, std::size_t count, void* user) {
  auto* exchange = static_cast<Exchange*>(user);
  return exchange->response.on_body({bytes, size * count}) ? size * count : CURL_WRITEFUNC_ERROR;
}

// What goes out. Of several heads, as one to a proxy comes first, the last is that to the server.
int Transfer::on_debug(CURL*, curl_infotype type, char* bytes, std::size_t size, void* user) {
  if (type == CURLINFO_HEADER_OUT) static_cast<Exchange*>(user)->request = without_secrets({bytes, size});
  return 0;
}

std::string Transfer::address() const {
  const char* text = nullptr;
  libcurl().easy_getinfo(handle_.get(), CURLINFO_PRIMARY_IP, &text);
  return text == nullptr ? "" : text;
}

// The address is the one that is about to be connected to, whatever names and redirects led there: a name
// that resolves to something else a second time cannot slip through.
curl_socket_t Transfer::open_socket(void* user, curlsocktype, curl_sockaddr* address) {
  auto* exchange = static_cast<Exchange*>(user);
  if (exchange->refuses_private && !is_public_address(address->addr)) {
    exchange->refused_address = address_text(address->addr);
    return CURL_SOCKET_BAD;
  }
  return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

Transfer::HeaderList Transfer::header_list(bool with_secrets) const {
  HeaderList list;
  for (const auto& [name, value] : options_.headers) {
    if (!with_secrets && !may_go_anywhere(name)) continue;
    const std::string line = name + ':' + (value.empty() ? "" : ' ' + value);
    curl_slist* const longer = libcurl().slist_append(list.get(), line.c_str());
    if (longer == nullptr) throw std::bad_alloc();
    static_cast<void>(list.release());  // it is part of the longer one
    list.reset(longer);
  }
  return list;
}

void Transfer::Cleanup::operator()(CURL* handle) const {
  libcurl().easy_cleanup(handle);
}

void Transfer::set_up_once() {
  if (handle_) return;
  handle_.reset(libcurl().easy_init());
  if (!handle_) throw std::bad_alloc();
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
  if (!options_.keep) return;
  set(CURLOPT_VERBOSE, 1L);  // on_debug, that is
  set(CURLOPT_DEBUGFUNCTION, on_debug);
}

milliseconds Transfer::left() const {
  const auto now = is_on_ ? steady_clock::now() - begun_ : steady_clock::duration{};
  const auto spent = std::chrono::duration_cast<milliseconds>(spent_ + now);
  return std::max(options_.total_timeout - spent, milliseconds(0));
}

Status Transfer::begin(const Location& location, const std::string& proxy, bool with_secrets,
                       Response& response) {
  has_broken_ = false;
  set_up_once();
  const milliseconds left_now = left();
  if (left_now.count() == 0) return Error{ErrorKind::kFetch, describe_timeout()};

  exchange_.emplace(
      Exchange{response, location, !options_.allow_private && proxy.empty(), !proxy.empty(), {}, {}});
  headers_ = header_list(with_secrets);
  set(CURLOPT_URL, location.text().c_str());
  set(CURLOPT_PROXY, proxy.c_str());  // "": none, not even the environment's
  set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(options_.connect_timeout.count()));
  set(CURLOPT_TIMEOUT_MS, static_cast<long>(left_now.count()));
  set(CURLOPT_OPENSOCKETDATA, &*exchange_);
  set(CURLOPT_HEADERDATA, &*exchange_);
  set(CURLOPT_WRITEDATA, &*exchange_);
  set(CURLOPT_DEBUGDATA, &*exchange_);
  set(CURLOPT_COOKIE, with_secrets && !options_.cookies.empty() ? options_.cookies.c_str() : nullptr);
  set(CURLOPT_HTTPHEADER, headers_.get());
  begun_ = steady_clock::now();
  is_on_ = true;
  return Done{};
}

Status Transfer::end(CURLcode code) {
  Response& response = exchange_->response;
  std::optional<Error> error;
  if (!response.has_stopped()) {
    if (code == CURLE_OK)
      response.on_end();
    else
      error = describe(code);
    has_broken_ = is_broken_connection(code) && exchange_->refused_address.empty();
  }
  spent_ += steady_clock::now() - begun_;
  is_on_ = false;
  set(CURLOPT_HTTPHEADER, nullptr);
  headers_.reset();
  return error ? Status(*error) : Status(Done{});
}

Status Transfer::get(const Location& location, const std::string& proxy, bool with_secrets,
                     Response& response) {
  if (Status begun = begin(location, proxy, with_secrets, response); !begun.ok()) return begun;
  return end(libcurl().easy_perform(handle_.get()));
}

std::string Transfer::describe_timeout() const {
  if (left() <= kClockSlack) return "timed out after " + duration_in_words(options_.total_timeout);
  curl_off_t connected_us = 0;
  libcurl().easy_getinfo(handle_.get(), CURLINFO_PRETRANSFER_TIME_T, &connected_us);
  if (connected_us == 0) return "no connection after " + duration_in_words(options_.connect_timeout);
  return "stalled: under " + std::to_string(options_.stalled_below_bytes_per_second) + " bytes/s for " +
         duration_in_words(options_.stalled_for);
}

std::string Transfer::describe_connection() const {
  std::string message = "could not connect to " +
                        (exchange_->has_proxy ? std::string("the proxy") : exchange_->location.host());
  long number = 0;
  libcurl().easy_getinfo(handle_.get(), CURLINFO_OS_ERRNO, &number);
  if (number != 0) message += ": " + std::generic_category().message(static_cast<int>(number));
  return message;
}

Error Transfer::describe(CURLcode code) const {
  const Location& location = exchange_->location;
  const std::string& refused_address = exchange_->refused_address;
  const auto fetch_error = [](std::string message) { return Error{ErrorKind::kFetch, std::move(message)}; };
  switch (code) {
    case CURLE_COULDNT_RESOLVE_HOST:
      return fetch_error("no such host: " + location.host());
    case CURLE_COULDNT_RESOLVE_PROXY:
      return fetch_error("no such host: the proxy");
    case CURLE_COULDNT_CONNECT:
      if (!refused_address.empty()) return fetch_error(private_address_refused(refused_address));
      return fetch_error(describe_connection());
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
