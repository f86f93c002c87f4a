#include "fetch/location.hpp"

#include <utility>

namespace clean_article::fetch {

std::optional<Location> Location::parse(const std::string& url) {
  auto parsed = text::parse_url(url, nullptr, text::Letters::kEncoded);
  return parsed ? std::optional(Location(*std::move(parsed))) : std::nullopt;
}

std::optional<Location> Location::follow(const std::string& reference) const {
  auto parsed = text::parse_url(reference, &url_, text::Letters::kEncoded);
  return parsed ? std::optional(Location(*std::move(parsed))) : std::nullopt;
}

std::string Location::host() const {
  return url_.host.value_or("");
}

std::string Location::text() const {
  return url_.text();
}

std::string Location::origin() const {
  return url_.scheme + "://" + host() + (url_.port ? ":" + std::to_string(*url_.port) : "");
}

std::string Location::path_with_query() const {
  return url_.path + (url_.query ? "?" + *url_.query : "");
}

std::string Location::text_without_credentials() const {
  text::Url bare = url_;
  bare.username.clear();
  bare.password.clear();
  return bare.text();
}

bool Location::is_trusted_as(const Location& other) const {
  if (url_.host != other.url_.host) return false;
  if (url_.scheme == other.url_.scheme) return url_.port == other.url_.port;
  return other.url_.scheme == "http" && url_.scheme == "https" && !url_.port && !other.url_.port;
}

}  // namespace clean_article::fetch
