// One request and its answer over libcurl: no redirects followed, nothing kept between two requests but the
// connection and the cookies that were set. Runs it alone, or is run among others by whoever has its handle.
#pragma once

#include <curl/curl.h>

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>

#include "base/base.hpp"
#include "fetch/fetched.hpp"
#include "fetch/libcurl.hpp"
#include "fetch/location.hpp"
#include "fetch/response.hpp"

namespace clean_article::fetch {

class Transfer {
 public:
  explicit Transfer(const FetchOptions& options) : options_(options) {}
  Transfer(const Transfer&) = delete;
  Transfer& operator=(const Transfer&) = delete;

  // The answer to a GET. `response` may have stopped the transfer itself: then this succeeds and
  // response.refusal() or response.redirect() tells why. The options' cookies and the headers that may be
  // secret are sent only `with_secrets`.
  Status get(const Location& location, const std::string& proxy, bool with_secrets, Response& response);

  // The same in parts: what is between them, a libcurl multi handle does. `response` must live until end().
  Status begin(const Location& location, const std::string& proxy, bool with_secrets, Response& response);
  Status end(CURLcode code);
  CURL* handle() const { return handle_.get(); }  // after begin()

  // Of the last transfer, where the options keep it: what was sent but for secrets, and to which address.
  const std::string& request() const { return exchange_->request; }
  std::string address() const;

  // Whether the last transfer failed by its connection and not by what it brought: another try may do better.
  bool has_broken() const { return has_broken_; }

  // The options' time counts anew.
  void reset_time() { spent_ = {}; }

 private:
  // What the callbacks need to know.
  struct Exchange {
    Response& response;
    Location location;
    bool refuses_private;
    bool has_proxy;
    std::string refused_address;
    std::string request;
  };
  struct FreeList {
    void operator()(curl_slist* list) const { libcurl().slist_free_all(list); }
  };
  using HeaderList = std::unique_ptr<curl_slist, FreeList>;

  static std::size_t on_header(char* bytes, std::size_t size, std::size_t count, void* user);
  static std::size_t on_body(char* bytes, std::size_t size, std::size_t count, void* user);
  static int on_debug(CURL*, curl_infotype type, char* bytes, std::size_t size, void* user);
  static curl_socket_t open_socket(void* user, curlsocktype purpose, curl_sockaddr* address);
  HeaderList header_list(bool with_secrets) const;

  struct Cleanup {
    void operator()(CURL* handle) const;
  };

  template <typename Value>
  void set(CURLoption option, Value value) {
    static_assert(!std::is_integral_v<Value> || std::is_same_v<Value, long>, "libcurl reads a long");
    libcurl().easy_setopt(handle_.get(), option, value);
  }
  void set_up_once();
  Error describe(CURLcode code) const;
  std::string describe_timeout() const;
  std::string describe_connection() const;
  std::chrono::milliseconds left() const;

  const FetchOptions& options_;
  std::chrono::steady_clock::duration spent_{};  // in transfers that have ended
  std::chrono::steady_clock::time_point begun_;
  bool is_on_ = false;
  bool has_broken_ = false;
  std::optional<Exchange> exchange_;
  HeaderList headers_;
  std::unique_ptr<CURL, Cleanup> handle_;  // the first to go: it points to the rest
};

}  // namespace clean_article::fetch
