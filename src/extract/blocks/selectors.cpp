#include "extract/blocks/selectors.hpp"

#include <array>
#include <bit>
#include <cstring>

namespace clean_article::extract {

namespace {

template <typename Number>
std::uint64_t bytes_at(const char* at) {
  Number bytes;
  std::memcpy(&bytes, at, sizeof bytes);
  return bytes;
}

constexpr auto kNameChars = [] {
  std::array<bool, 256> t{};
  for (std::size_t c = 0; c < t.size(); ++c)
    t[c] = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_' || c >= 0x80;
  return t;
}();

bool is_name_char(char c) {
  return kNameChars[static_cast<unsigned char>(c)];
}

}  // namespace

std::uint64_t hash_of_name(char kind, std::string_view name) {
  std::uint64_t begin = 0;
  std::uint64_t end = 0;
  if (name.size() >= 8) {
    begin = bytes_at<std::uint64_t>(name.data());
    end = bytes_at<std::uint64_t>(name.data() + name.size() - 8);
  } else if (name.size() >= 4) {
    begin = bytes_at<std::uint32_t>(name.data());
    end = bytes_at<std::uint32_t>(name.data() + name.size() - 4);
  } else {
    for (const char c : name) begin = begin << 8 | static_cast<unsigned char>(c);
  }
  const std::uint64_t mixed = begin * 0x9E37'79B9'7F4A'7C15u ^ end * 0xC2B2'AE3D'27D4'EB4Fu;
  return (mixed ^ mixed >> 29 ^ name.size() << 8 ^ static_cast<std::uint64_t>(kind)) * 0xFF51'AFD7'ED55'8CCDu;
}

std::string_view read_name(std::string_view selector, std::size_t& at) {
  const std::size_t begin = at;
  while (at < selector.size() && is_name_char(selector[at])) ++at;
  return {selector.data() + begin, at - begin};
}

std::string_view read_escaped_name(std::string_view selector, std::size_t& at, std::string& undone) {
  const std::string_view name = read_name(selector, at);
  if (at == selector.size() || selector[at] != '\\') return name;
  undone = name;
  while (at + 1 < selector.size() && selector[at] == '\\') {
    undone += selector[at + 1];
    at += 2;
    undone += read_name(selector, at);
  }
  return undone;
}

bool is_simple(std::string_view selector) {
  std::size_t at = 0;
  read_name(selector, at);
  if (at < selector.size() && (selector[at] == kOfClass || selector[at] == kOfId)) read_name(selector, ++at);
  return at == selector.size();
}

bool is_for_pointer(std::string_view selector) {
  for (std::size_t at = 0; (at = selector.find(':', at)) != std::string_view::npos;) {
    const std::string_view state = selector.substr(++at);
    if (state.starts_with("hover") || state.starts_with("focus") || state.starts_with("active")) return true;
  }
  return false;
}

std::size_t begin_of_own_part(std::string_view selector) {
  for (std::size_t end = selector.size(); end > 0;) {
    const std::size_t begin = end - std::min(end, text::kSixteen);
    const text::Bytes c = text::first_bytes({selector.data() + begin, end - begin});
    const std::uint32_t combinators = text::bits_of((c == ' ') | (c == '>') | (c == '+') | (c == '~'));
    if (combinators != 0) return begin + static_cast<std::size_t>(std::bit_width(combinators));
    end = begin;
  }
  return 0;
}

}  // namespace clean_article::extract
