#include "text/twice_encoded.hpp"

#include <simdjson.h>

#include <algorithm>
#include <cstdint>
#include <cstring>

#include "text/unicode.hpp"
#include "text/windows_1252.hpp"

namespace clean_article::text {
namespace {

// A page that shows what wrongly read characters look like has an example or two, and seldom nothing else
// beyond ASCII.
constexpr int kLeastCharacters = 3;

// The byte that was read as `c`, or -1.
int byte_read_as(char32_t c) {
  if (c <= 0xFF) return static_cast<int>(c);
  const auto* const found = std::find(kWindows1252.begin(), kWindows1252.end(), c);
  return found == kWindows1252.end() ? -1 : static_cast<int>(0x80 + (found - kWindows1252.begin()));
}

// Where the next byte beyond ASCII stands. Most pages are ASCII for the greater part, so eight bytes at a
// time.
std::size_t find_beyond_ascii(std::string_view text, std::size_t from) {
  constexpr std::uint64_t kHighBits = 0x8080808080808080;
  for (; from + sizeof(std::uint64_t) <= text.size(); from += sizeof(std::uint64_t)) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, text.data() + from, sizeof(eight));
    if ((eight & kHighBits) != 0) break;
  }
  while (from < text.size() && static_cast<unsigned char>(text[from]) < 0x80) ++from;
  return from;
}

// How many bytes of UTF-8 follow one that begins a character, or -1 for a byte that begins none beyond ASCII.
int bytes_behind(int lead) {
  return lead < 0xC2 || lead > 0xF4 ? -1 : lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
}

// Whether all that is beyond ASCII stands for such sequences. In French the first "é" says no.
bool looks_encoded_twice(std::string_view utf8) {
  int characters = 0;
  for (std::size_t pos = find_beyond_ascii(utf8, 0); pos < utf8.size(); pos = find_beyond_ascii(utf8, pos)) {
    int left = bytes_behind(byte_read_as(next_code_point(utf8, pos)));
    if (left < 0) return false;
    for (; left > 0; --left) {
      const int byte = pos < utf8.size() ? byte_read_as(next_code_point(utf8, pos)) : -1;
      if (byte < 0 || !is_continuation(static_cast<char>(byte))) return false;
    }
    ++characters;
  }
  return characters >= kLeastCharacters;
}

}  // namespace

bool undo_second_encoding(std::string_view utf8, std::string& once) {
  if (!looks_encoded_twice(utf8)) return false;
  once.clear();
  for (std::size_t pos = 0; pos < utf8.size();) {
    const std::size_t beyond = find_beyond_ascii(utf8, pos);
    once.append(utf8, pos, beyond - pos);
    pos = beyond;
    if (pos < utf8.size()) once += static_cast<char>(byte_read_as(next_code_point(utf8, pos)));
  }
  return simdjson::validate_utf8(once.data(), once.size());
}

}  // namespace clean_article::text
