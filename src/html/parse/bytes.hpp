// Searching stretches of bytes given by two pointers. Private to this floor.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "text/text.hpp"

namespace clean_article::html {

// The next `wanted`, or `end`.
inline const char* find(const char* at, const char* end, char wanted) {
  const void* found = std::memchr(at, wanted, static_cast<std::size_t>(end - at));
  return found != nullptr ? static_cast<const char*>(found) : end;
}

// The same where it mostly stands within a few bytes: these are looked at here, which takes less than a call.
inline const char* find_near(const char* at, const char* end, char wanted) {
  if (end - at < static_cast<std::ptrdiff_t>(text::kSixteen)) return find(at, end, wanted);
  const std::uint32_t bits = text::bits_of(text::bytes_at(at) == static_cast<unsigned char>(wanted));
  return bits != 0 ? at + std::countr_zero(bits) : find(at + text::kSixteen, end, wanted);
}

// Behind the next `wanted`, or `end`.
inline const char* behind(const char* at, const char* end, char wanted) {
  const char* found = find(at, end, wanted);
  return found != end ? found + 1 : end;
}

inline std::string_view between(const char* begin, const char* end) {
  return {begin, static_cast<std::size_t>(end - begin)};
}

}  // namespace clean_article::html
