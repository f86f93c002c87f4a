// One URL on its way to its page: over redirects and forwards, one request after the other. Owns what is
// checked before each and what follows from each answer. When requests are made, and which run side by side,
// is the business of whoever has it.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "fetch/fetched.hpp"
#include "fetch/location.hpp"
#include "fetch/response.hpp"
#include "fetch/transfer.hpp"

namespace clean_article::fetch {

class Visit {
 public:
  // Only after load_libcurl(). `options` must outlive it.
  static Result<std::unique_ptr<Visit>> create(const std::string& url, const FetchOptions& options);

  // Where the next request goes, or the one that is on.
  const Location& location() const { return location_; }

  // Why the next request is not made whatever the server says.
  std::optional<Error> refusal() const;

  // Makes the transfer ready for the next request. An error is what became of the visit.
  Status begin();
  CURL* handle() const { return transfer_.handle(); }  // null before the first begin()

  // When the request is done. Nothing where another one is to follow, to a location that may be new.
  std::optional<Result<Fetched>> end(CURLcode code);

  // Of the request that is done: the status, 0 where there was none, and whether another try may do better.
  int status() const { return response_ ? response_->status() : 0; }
  const std::string& retry_after() const { return response_->retry_after(); }
  bool may_be_tried_again() const;

  // For another try.
  void reset_time() { transfer_.reset_time(); }

  // An error in the words that it has when it is met on this way.
  Error failed(Error error) const;

 private:
  Visit(Location location, const FetchOptions& options)
      : options_(options), own_(location), location_(std::move(location)), transfer_(options) {}
  void keep_answer();
  std::optional<Error> go_to(const std::string& reference);

  const FetchOptions& options_;
  Location own_;  // that of the URL itself
  Location location_;
  long redirects_ = 0;
  std::string forwarded_;
  bool has_proxy_ = false;
  std::int64_t begun_us_ = 0;
  std::optional<Response> response_;
  Transfer transfer_;  // the first to go: it points to the response
};

}  // namespace clean_article::fetch
