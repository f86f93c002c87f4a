// A quick hash of bytes, for tables that live in memory. Not the same on every machine.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace clean_article::text {

// Eight bytes at once.
inline std::uint64_t hash_bytes(std::string_view bytes) {
  constexpr std::size_t kWord = sizeof(std::uint64_t);
  constexpr std::uint64_t kSpread = 0x9E37'79B9'7F4A'7C15u;
  std::uint64_t hash = bytes.size() * kSpread;
  const auto add = [&](std::uint64_t word) {
    hash = (hash ^ word) * kSpread;
    hash ^= hash >> 32;
  };
  const auto word_at = [&](std::size_t at) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes.data() + at, kWord);
    return word;
  };
  if (bytes.size() >= kWord) {
    for (std::size_t at = 0; at + kWord < bytes.size(); at += kWord) add(word_at(at));
    add(word_at(bytes.size() - kWord));  // some are read twice
  } else {
    std::uint64_t word = 0;
    for (const char byte : bytes) word = word << 8 | static_cast<unsigned char>(byte);
    add(word);
  }
  return hash * kSpread;
}

}  // namespace clean_article::text
