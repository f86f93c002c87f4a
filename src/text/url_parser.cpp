// The parser of the WHATWG URL standard, section 4.4. Its states are functions here: each takes its part off
// the front of what is left and calls the one that follows.
#include <algorithm>
#include <charconv>

#include "text/unicode.hpp"
#include "text/url.hpp"
#include "text/url_host.hpp"
#include "text/url_syntax.hpp"

namespace clean_article::text {
namespace {

class UrlParser {
 public:
  UrlParser(std::string_view input, const Url* base, Letters letters)
      : rest_(input), base_(base), letters_(letters) {}

  bool parse() {
    if (const std::size_t length = scheme_length(rest_); length > 0) {
      url_.scheme = lower_ascii(rest_.substr(0, length));
      rest_.remove_prefix(length + 1);
      return parse_behind_scheme();
    }
    if (base_ == nullptr) return false;
    if (base_->has_opaque_path) {
      if (!rest_.starts_with('#')) return false;
      url_ = *base_;
      return parse_query_and_fragment();
    }
    url_.scheme = base_->scheme;
    special_ = find_special_scheme(url_.scheme);
    return is_file() ? parse_file() : parse_relative();
  }

  Url& url() { return url_; }

 private:
  bool is_special() const { return special_ != nullptr; }
  bool is_file() const { return url_.scheme == "file"; }
  bool is_slash(char c) const { return c == '/' || (c == '\\' && is_special()); }
  bool at_slash() const { return !rest_.empty() && is_slash(rest_.front()); }

  bool parse_behind_scheme() {
    special_ = find_special_scheme(url_.scheme);
    if (is_file()) {
      if (base_ != nullptr && base_->scheme != url_.scheme) base_ = nullptr;
      return parse_file();
    }
    if (is_special()) {
      // "http:page.html" is relative on a page of the same scheme.
      if (base_ != nullptr && base_->scheme == url_.scheme && !rest_.starts_with("//"))
        return parse_relative();
      return parse_authority_behind_slashes();
    }
    if (rest_.starts_with("//")) {
      rest_.remove_prefix(2);
      return parse_authority();
    }
    return rest_.starts_with('/') ? parse_path() : parse_opaque_path();
  }

  bool parse_relative() {
    if (at_slash()) {
      rest_.remove_prefix(1);
      if (at_slash()) return parse_authority_behind_slashes();
      copy_authority();
      return parse_path();
    }
    copy_authority();
    url_.path = base_->path;
    return parse_from_base_path();
  }

  // What stands behind a path that was taken from the base: its last segment is replaced, or the query is.
  bool parse_from_base_path() {
    if (!rest_.empty() && rest_.front() != '?' && rest_.front() != '#') {
      if (is_file() && starts_with_drive_letter(rest_))
        url_.path.clear();
      else
        shorten_path();
      return parse_path();
    }
    url_.query = base_->query;
    return parse_query_and_fragment();
  }

  void copy_authority() {
    url_.username = base_->username;
    url_.password = base_->password;
    url_.host = base_->host;
    url_.port = base_->port;
  }

  // Browsers take any number of slashes, where the scheme is one that they know.
  bool parse_authority_behind_slashes() {
    if (!is_special()) rest_.remove_prefix(1);
    while (is_special() && at_slash()) rest_.remove_prefix(1);
    return parse_authority();
  }

  bool parse_authority() {
    const std::string_view authority = take_until(is_special() ? "/\\?#" : "/?#");
    const std::size_t at = authority.rfind('@');
    if (at != std::string_view::npos) {
      const std::string_view credentials = authority.substr(0, at);
      const std::size_t colon = std::min(credentials.find(':'), credentials.size());
      encode(credentials.substr(0, colon), PercentSet::kUserinfo, Letters::kEncoded, url_.username);
      if (colon < credentials.size())
        encode(credentials.substr(colon + 1), PercentSet::kUserinfo, Letters::kEncoded, url_.password);
    }
    const std::string_view place = authority.substr(at + 1);  // npos + 1 is 0
    const std::size_t bracket = place.find(']');
    const bool has_brackets = place.starts_with('[') && bracket != std::string_view::npos;
    const std::size_t colon = place.find(':', has_brackets ? bracket : 0);
    const std::string_view host = place.substr(0, colon);
    if (host.empty() && (is_special() || at != std::string_view::npos || colon != std::string_view::npos))
      return false;
    if (host.empty()) {
      url_.host = "";
    } else if (!(url_.host = parse_host(host, is_special()))) {
      return false;
    }
    if (colon != std::string_view::npos && !read_port(place.substr(colon + 1))) return false;
    return parse_path();
  }

  bool read_port(std::string_view digits) {
    if (digits.empty()) return true;
    std::uint16_t port = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), port);
    if (error != std::errc() || end != digits.data() + digits.size()) return false;
    if (!is_special() || port != special_->port) url_.port = port;
    return true;
  }

  bool parse_file() {
    url_.host = "";
    if (at_slash()) {
      rest_.remove_prefix(1);
      if (at_slash()) {
        rest_.remove_prefix(1);
        return parse_file_host();
      }
      if (base_ != nullptr) {
        url_.host = base_->host;
        const std::string_view drive = std::string_view(base_->path).substr(0, 3);
        const bool is_whole = base_->path.size() <= 3 || base_->path[3] == '/';
        if (!starts_with_drive_letter(rest_) && is_whole && drive.ends_with(':') &&
            is_drive_letter(drive.substr(1)))
          url_.path = drive;
      }
      return parse_segments();
    }
    if (base_ == nullptr) return parse_path();
    url_.host = base_->host;
    url_.path = base_->path;
    return parse_from_base_path();
  }

  bool parse_file_host() {
    const std::string_view all = rest_;
    const std::string_view host = take_until("/\\?#");
    if (is_drive_letter(host)) {
      rest_ = all;
      return parse_segments();
    }
    if (!host.empty()) {
      url_.host = parse_host(host, true);
      if (!url_.host) return false;
      if (*url_.host == "localhost") url_.host = "";
    }
    return parse_path();
  }

  bool parse_path() {
    if (at_slash()) {
      rest_.remove_prefix(1);
    } else if (!is_special() && (rest_.empty() || rest_.front() == '?' || rest_.front() == '#')) {
      return parse_query_and_fragment();
    }
    return parse_segments();
  }

  // The segments of a path, the first slash taken off already.
  bool parse_segments() {
    for (bool is_last = false; !is_last;) {
      const std::string_view segment = take_until(is_special() ? "/\\?#" : "/?#");
      is_last = !at_slash();
      if (!is_last) rest_.remove_prefix(1);
      const int dots = dots_of(segment);
      if (dots == 2) shorten_path();
      if (dots > 0) {
        if (is_last) url_.path += '/';
        continue;
      }
      const bool is_drive = is_file() && url_.path.empty() && is_drive_letter(segment);
      url_.path += '/';
      encode(segment, PercentSet::kPath, letters_, url_.path);
      if (is_drive) url_.path.back() = ':';
    }
    return parse_query_and_fragment();
  }

  void shorten_path() {
    std::string& path = url_.path;
    if (is_file() && path.size() == 3 && path.back() == ':' && is_drive_letter(path.substr(1))) return;
    if (!path.empty()) path.erase(path.rfind('/'));
  }

  bool parse_opaque_path() {
    url_.has_opaque_path = true;
    const std::string_view path = take_until("?#");
    const bool ends_in_space = path.ends_with(' ');  // which must not end the URL
    encode(ends_in_space ? path.substr(0, path.size() - 1) : path, PercentSet::kControls, letters_,
           url_.path);
    if (ends_in_space) url_.path += "%20";
    return parse_query_and_fragment();
  }

  bool parse_query_and_fragment() {
    if (rest_.starts_with('?')) {
      rest_.remove_prefix(1);
      url_.query = "";
      encode(take_until("#"), is_special() ? PercentSet::kSpecialQuery : PercentSet::kQuery, letters_,
             *url_.query);
    }
    url_.fragment.reset();
    if (rest_.starts_with('#')) {
      url_.fragment = "";
      encode(rest_.substr(1), PercentSet::kFragment, letters_, *url_.fragment);
    }
    return true;
  }

  std::string_view take_until(std::string_view ends) {
    const std::string_view taken = rest_.substr(0, rest_.find_first_of(ends));
    rest_.remove_prefix(taken.size());
    return taken;
  }

  static void encode(std::string_view bytes, PercentSet set, Letters letters, std::string& out) {
    append_percent_encoded(bytes, set, letters, out);
  }

  std::string_view rest_;  // what is not read yet
  const Url* base_;
  Letters letters_;
  const SpecialScheme* special_ = nullptr;
  Url url_;
};

}  // namespace

std::optional<Url> parse_url(std::string_view input, const Url* base, Letters letters) {
  std::string memory;
  UrlParser parser(without_space(input, memory), base, letters);
  if (!parser.parse()) return std::nullopt;
  return std::move(parser.url());
}

}  // namespace clean_article::text
