// Redirects are followed here and not by libcurl, so that each step is held to the same rules and a refusal
// can say what it refused.
#include "fetch/visit.hpp"

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <utility>

#include "fetch/address.hpp"
#include "fetch/proxy.hpp"
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

// Statuses by which a server says that it may be different soon.
constexpr int kPassing[] = {429, 502, 503, 504};

}  // namespace

Result<std::unique_ptr<Visit>> Visit::create(const std::string& url, const FetchOptions& options) {
  std::optional<Location> location = Location::parse(url);
  if (!location) return Error{ErrorKind::kFetch, "not a URL"};
  if (!is_fetched(location->scheme()))
    return Error{ErrorKind::kFetch, "only http and https are fetched, not " + location->scheme()};
  return std::unique_ptr<Visit>(new Visit(*std::move(location), options));
}

Error Visit::failed(Error error) const {
  if (!forwarded_.empty()) error.message = "forwards to " + forwarded_ + ": " + error.message;
  return error;
}

std::optional<Error> Visit::refusal() const {
  auto error = refuse_private_host(location_, options_);
  return error ? std::optional(failed(*std::move(error))) : std::nullopt;
}

Status Visit::begin() {
  if (auto error = refusal()) return *std::move(error);
  response_.emplace(ResponseRules{options_.max_bytes, options_.any_type, static_cast<bool>(options_.keep)});
  const std::string* const given = options_.proxy ? &*options_.proxy : nullptr;
  const std::string proxy = proxy_for(location_.scheme(), location_.host(), given, std::getenv);
  has_proxy_ = !proxy.empty();
  begun_us_ = std::chrono::duration_cast<std::chrono::microseconds>(
                  std::chrono::system_clock::now().time_since_epoch())
                  .count();
  const Status begun = transfer_.begin(location_, proxy, location_.is_trusted_as(own_), *response_);
  return begun.ok() ? begun : Status(failed(begun.error()));
}

void Visit::keep_answer() {
  Answer& answer = response_->answer();
  if (!options_.keep || answer.head.empty()) return;
  options_.keep({location_.text_without_credentials(), has_proxy_ ? "" : transfer_.address(),
                 transfer_.request(), std::move(answer.head), std::move(answer.body), answer.is_whole,
                 begun_us_});
}

bool Visit::may_be_tried_again() const {
  return transfer_.has_broken() ||
         std::find(std::begin(kPassing), std::end(kPassing), response_->status()) != std::end(kPassing);
}

std::optional<Error> Visit::go_to(const std::string& reference) {
  if (redirects_++ == options_.max_redirects)
    return failed({ErrorKind::kFetch, "more than " + std::to_string(options_.max_redirects) + " redirects"});
  std::optional<Location> next = location_.follow(reference);
  if (!next) return failed({ErrorKind::kFetch, "redirected to what is no URL"});
  location_ = *std::move(next);
  if (!is_fetched(location_.scheme()))
    return failed(
        {ErrorKind::kFetch, "redirected to another scheme than http and https: " + location_.scheme()});
  return std::nullopt;
}

std::optional<Result<Fetched>> Visit::end(CURLcode code) {
  const Status status = transfer_.end(code);
  keep_answer();
  if (!status.ok()) return failed(status.error());
  if (response_->refusal()) return failed(*response_->refusal());
  std::optional<std::string> next = response_->redirect();
  if (!next) {
    Fetched fetched{std::move(response_->body()), location_.text_without_credentials(),
                    response_->content_type(), response_->date(), forwarded_};
    if (options_.find_forward && forwarded_.empty()) next = options_.find_forward(fetched);
    if (!next) return fetched;
    const std::optional<Location> goal = location_.follow(*next);
    if (!goal) return fetched;
    forwarded_ = goal->text_without_credentials();
  }
  if (auto error = go_to(*next)) return *std::move(error);
  return std::nullopt;
}

}  // namespace clean_article::fetch
