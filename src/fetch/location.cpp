#include "fetch/location.hpp"

#include "fetch/libcurl.hpp"
#include "text/text.hpp"

namespace clean_article::fetch {
namespace {

// Other schemes are read too, so that refusing them can name them; spaces and letters beyond ASCII are
// escaped, because people paste URLs from the address bar.
constexpr unsigned kFlags = CURLU_NON_SUPPORT_SCHEME | CURLU_URLENCODE | CURLU_ALLOW_SPACE;

std::string part(CURLU* url, CURLUPart what) {
  char* value = nullptr;
  if (libcurl().url_get(url, what, &value, 0) != CURLUE_OK) return {};
  std::string copy(value);
  libcurl().free(value);
  return copy;
}

}  // namespace

void Location::Free::operator()(CURLU* url) const {
  libcurl().url_cleanup(url);
}

std::optional<Location> Location::parse(const std::string& url) {
  Location location(libcurl().url());
  if (libcurl().url_set(location.url_.get(), CURLUPART_URL, url.c_str(), kFlags) != CURLUE_OK)
    return std::nullopt;
  return location;
}

std::optional<Location> Location::follow(const std::string& reference) const {
  Location location(libcurl().url_dup(url_.get()));
  if (libcurl().url_set(location.url_.get(), CURLUPART_URL, reference.c_str(), kFlags) != CURLUE_OK) {
    return std::nullopt;
  }
  return location;
}

std::string Location::scheme() const {
  return text::to_lower(part(url_.get(), CURLUPART_SCHEME));
}

std::string Location::host() const {
  return text::to_lower(part(url_.get(), CURLUPART_HOST));
}

std::string Location::text() const {
  return part(url_.get(), CURLUPART_URL);
}

std::string Location::text_without_credentials() const {
  const std::unique_ptr<CURLU, Free> copy(libcurl().url_dup(url_.get()));
  libcurl().url_set(copy.get(), CURLUPART_USER, nullptr, 0);
  libcurl().url_set(copy.get(), CURLUPART_PASSWORD, nullptr, 0);
  return part(copy.get(), CURLUPART_URL);
}

}  // namespace clean_article::fetch
