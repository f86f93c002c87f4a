// One request and its answer over libcurl: no redirects followed, nothing kept between two requests but the
// connection and the cookies that were set. The only file that runs a transfer.
#pragma once

#include <curl/curl.h>

#include <chrono>
#include <memory>
#include <string>
#include <type_traits>

#include "base/base.hpp"
#include "fetch/fetch.hpp"
#include "fetch/libcurl.hpp"
#include "fetch/location.hpp"
#include "fetch/response.hpp"

namespace clean_article::fetch {

class Transfer {
 public:
  Transfer(const FetchOptions& options, std::chrono::steady_clock::time_point started);

  // The answer to a GET. `response` may have stopped the transfer itself: then this succeeds and
  // response.refusal() or response.redirect() tells why. The options' cookies and the headers that may be
  // secret are sent only `with_secrets`.
  Status get(const Location& location, const std::string& proxy, bool with_secrets, Response& response);

 private:
  struct Cleanup {
    void operator()(CURL* handle) const;
  };

  template <typename Value>
  void set(CURLoption option, Value value) {
    static_assert(!std::is_integral_v<Value> || std::is_same_v<Value, long>, "libcurl reads a long");
    libcurl().easy_setopt(handle_.get(), option, value);
  }
  void set_up_once();
  Error describe(CURLcode code, const Location& location, const std::string& refused_address) const;
  std::string describe_timeout() const;
  std::chrono::milliseconds left() const;

  const FetchOptions& options_;
  std::chrono::steady_clock::time_point started_;
  std::unique_ptr<CURL, Cleanup> handle_;
};

}  // namespace clean_article::fetch
