// Sixteen bytes of a text looked at in one step. Comparisons of `Bytes` mark each byte; marks are joined by
// | and &, and become bits.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace clean_article::text {

typedef unsigned char Bytes __attribute__((vector_size(16)));
inline constexpr std::size_t kSixteen = sizeof(Bytes);

// All sixteen must be readable.
inline Bytes bytes_at(const char* place) {
  Bytes bytes;
  std::memcpy(&bytes, place, sizeof bytes);
  return bytes;
}

// A bit for each byte that is marked, the lowest for the first.
template <typename Marks>
std::uint32_t bits_of(const Marks& marks) {
  static_assert(sizeof marks == kSixteen);
#if defined(__SSE2__)
  __m128i all;
  std::memcpy(&all, &marks, sizeof all);
  return static_cast<std::uint32_t>(_mm_movemask_epi8(all));
#else
  unsigned char each[kSixteen];
  std::memcpy(each, &marks, sizeof each);
  std::uint32_t bits = 0;
  for (std::size_t i = 0; i < kSixteen; ++i) bits |= (each[i] & 1u) << i;
  return bits;
#endif
}

// The first of them, NULs behind where there are fewer: pieces that overlap, for their sizes are constants.
inline Bytes first_bytes(std::string_view text) {
  if (text.size() >= kSixteen) return bytes_at(text.data());
  char bytes[kSixteen] = {};
  const auto copy = [&](auto piece) {
    const std::size_t last = text.size() - sizeof piece;
    std::memcpy(bytes, text.data(), sizeof piece);
    std::memcpy(&piece, text.data() + last, sizeof piece);
    std::memcpy(bytes + last, &piece, sizeof piece);
  };
  if (text.size() >= sizeof(std::uint64_t)) {
    copy(std::uint64_t{});
  } else if (text.size() >= sizeof(std::uint32_t)) {
    copy(std::uint32_t{});
  } else if (!text.empty()) {
    for (const std::size_t i : {std::size_t{0}, text.size() / 2, text.size() - 1}) bytes[i] = text[i];
  }
  return bytes_at(bytes);
}

// The first byte of a text that is marked by `marks`, which is given Bytes; the text's size where none is.
// Bytes up to `readable` may be looked at.
template <typename Marks>
std::size_t find_marked(std::string_view text, const char* readable, const Marks& marks) {
  for (std::size_t at = 0; at < text.size(); at += kSixteen) {
    const char* place = text.data() + at;
    const bool in_place = readable - place >= static_cast<std::ptrdiff_t>(kSixteen);
    const std::uint32_t bits = bits_of(marks(in_place ? bytes_at(place) : first_bytes(text.substr(at))));
    if (bits == 0) continue;
    const std::size_t found = at + static_cast<std::size_t>(std::countr_zero(bits));
    return found < text.size() ? found : text.size();
  }
  return text.size();
}
template <typename Marks>
std::size_t find_marked(std::string_view text, const Marks& marks) {
  return find_marked(text, text.data() + text.size(), marks);
}

}  // namespace clean_article::text
