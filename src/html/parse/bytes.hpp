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

// Copies a short text, in pieces that overlap, and gives the place behind it.
inline char* copy_short(std::string_view from, char* to) {
  const auto copy = [&](auto piece) {
    const std::size_t last = from.size() - sizeof piece;
    std::memcpy(&piece, from.data(), sizeof piece);
    std::memcpy(to, &piece, sizeof piece);
    std::memcpy(&piece, from.data() + last, sizeof piece);
    std::memcpy(to + last, &piece, sizeof piece);
  };
  if (from.size() > 2 * sizeof(std::uint64_t)) {
    std::memcpy(to, from.data(), from.size());
  } else if (from.size() >= sizeof(std::uint64_t)) {
    copy(std::uint64_t{});
  } else if (from.size() >= sizeof(std::uint32_t)) {
    copy(std::uint32_t{});
  } else if (!from.empty()) {
    for (const std::size_t i : {std::size_t{0}, from.size() / 2, from.size() - 1}) to[i] = from[i];
  }
  return to + from.size();
}

inline std::string_view between(const char* begin, const char* end) {
  return {begin, static_cast<std::size_t>(end - begin)};
}

}  // namespace clean_article::html
