#include "render/target.hpp"

#include <algorithm>

#include "text/text.hpp"

namespace clean_article::render {

namespace {

bool is_one_of(char c, std::string_view signs) {
  return signs.find(c) != std::string_view::npos;
}

bool is_plain(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & '\x80') != 0;
}

bool is_hex(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

// Where path, query or fragment begin, behind a host that may have brackets of its own.
std::size_t end_of_authority(std::string_view link) {
  const std::size_t slashes = link.find("//");
  const std::size_t scheme = link.find_first_of(":/?#");
  const bool has_authority = slashes == 0 || (slashes != std::string_view::npos && slashes == scheme + 1);
  return has_authority ? std::min(link.find_first_of("/?#", slashes + 2), link.size()) : 0;
}

// Signs of RFC 3986 stay; others, and those at a place that is not theirs, are encoded.
std::string encoded(std::string_view link) {
  constexpr std::string_view kSigns = "-._~:/?@!$&'()*+,;=";
  constexpr std::string_view kHex = "0123456789ABCDEF";
  const std::size_t host_end = end_of_authority(link);
  std::string out(link.substr(0, host_end));
  bool fragment = false;
  for (std::size_t i = host_end; i < link.size(); ++i) {
    const char c = link[i];
    const bool escape = c == '%' && i + 2 < link.size() && is_hex(link[i + 1]) && is_hex(link[i + 2]);
    const bool begins_fragment = c == '#' && !fragment;
    fragment = fragment || begins_fragment;
    if (is_plain(c) || is_one_of(c, kSigns) || escape || begins_fragment) {
      out += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      out += '%';
      out += kHex[byte >> 4];
      out += kHex[byte & 15];
    }
  }
  return out;
}

// A sentence that somebody pasted where an address belongs begins with http://, too.
bool is_host(std::string_view host) {
  return std::all_of(host.begin(), host.end(),
                     [](char c) { return is_plain(c) || is_one_of(c, "-._~%[]:"); });
}

// A link whose page is unknown, as it stands.
std::string relative_target(std::string_view target) {
  std::string link(target);
  std::erase_if(link, [](char c) { return (c >= 0 && c < ' ') || c == '\x7F'; });
  while (link.ends_with(' ')) link.pop_back();
  // A colon before any slash ends a scheme: what is no URL with one is none without.
  const std::size_t end = link.find_first_of(":/?#");
  return end != std::string::npos && link[end] == ':' ? "" : encoded(link);
}

}  // namespace

std::string safe_target(std::string_view base, std::string_view target) {
  while (!target.empty() && static_cast<unsigned char>(target.front()) <= ' ') target.remove_prefix(1);
  if (target.empty() || target.front() == '#') return "";
  const auto from = text::parse_url(base, nullptr, text::Letters::kKept);
  const auto url = text::parse_url(target, from ? &*from : nullptr, text::Letters::kKept);
  if (!url) return from ? "" : relative_target(target);
  const bool is_shown = url->scheme == "mailto" || (url->is_web() && is_host(*url->host));
  return is_shown ? encoded(url->text()) : "";
}

}  // namespace clean_article::render
