// Decodes character references by the tokenizer rules of the HTML standard. Knows nothing of tags.
#include "text/references.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

#include "text/reference_table.hpp"

namespace clean_article::text {
namespace {

constexpr std::size_t kLongestName = 31;     // CounterClockwiseContourIntegral
constexpr std::size_t kLongestBareName = 6;  // "Aacute" and its like, valid without a semicolon

constexpr bool is_ascii_alphanumeric(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

// The value of a digit in the given base, or `base` when it is none.
constexpr std::uint32_t digit_value(char c, std::uint32_t base) {
  std::uint32_t value = base;
  if (c >= '0' && c <= '9') {
    value = static_cast<std::uint32_t>(c - '0');
  } else if (c >= 'a' && c <= 'f') {
    value = static_cast<std::uint32_t>(c - 'a') + 10;
  } else if (c >= 'A' && c <= 'F') {
    value = static_cast<std::uint32_t>(c - 'A') + 10;
  }
  return std::min(value, base);
}

// What the C1 controls mean in a numeric reference: the characters windows-1252 has at these places.
constexpr std::array<char16_t, 32> kC1Meaning = {
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

std::uint32_t character_for_number(std::uint32_t number) {
  constexpr std::uint32_t kReplacement = 0xFFFD;
  if (number == 0 || number > 0x10FFFF || (number >= 0xD800 && number <= 0xDFFF)) return kReplacement;
  if (number >= 0x80 && number <= 0x9F) return kC1Meaning[number - 0x80];
  return number;
}

void append_character(std::uint32_t c, std::string& out) {
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0 | c >> 6);
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0 | c >> 12);
    out += static_cast<char>(0x80 | (c >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else {
    out += static_cast<char>(0xF0 | c >> 18);
    out += static_cast<char>(0x80 | (c >> 12 & 0x3F));
    out += static_cast<char>(0x80 | (c >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  }
}

std::size_t decode_numeric(std::string_view raw, std::string& out) {
  std::size_t pos = 2;  // behind "&#"
  std::uint32_t base = 10;
  if (pos < raw.size() && (raw[pos] == 'x' || raw[pos] == 'X')) {
    base = 16;
    ++pos;
  }
  const std::size_t digits = pos;
  std::uint32_t number = 0;
  for (; pos < raw.size(); ++pos) {
    const std::uint32_t digit = digit_value(raw[pos], base);
    if (digit == base) break;
    // Numbers beyond Unicode all mean the same: stop growing before they overflow.
    if (number <= 0x10FFFF) number = number * base + digit;
  }
  if (pos == digits) return 0;
  if (pos < raw.size() && raw[pos] == ';') ++pos;
  append_character(character_for_number(number), out);
  return pos;
}

std::string_view name_of(const NamedReference& reference) {
  return {kReferenceNames + reference.name_offset, reference.name_size};
}

// Where the names that begin with each byte are in the table, so that a search looks at one letter only.
struct Letters {
  std::array<std::uint16_t, 129> begin{};
  Letters() {
    std::size_t at = 0;
    for (std::size_t c = 0; c < begin.size(); ++c) {
      while (at < kNamedReferenceCount && static_cast<unsigned char>(name_of(kNamedReferences[at])[0]) < c)
        ++at;
      begin[c] = static_cast<std::uint16_t>(at);
    }
  }
};

const NamedReference* find(std::string_view name) {
  static const Letters letters;
  const auto letter = static_cast<unsigned char>(name[0]);
  const NamedReference* first = kNamedReferences + letters.begin[letter];
  const NamedReference* last = kNamedReferences + letters.begin[letter + 1U];
  const NamedReference* found = std::lower_bound(
      first, last, name,
      [](const NamedReference& reference, std::string_view wanted) { return name_of(reference) < wanted; });
  return found != last && name_of(*found) == name ? found : nullptr;
}

void append_value(const NamedReference& reference, std::string& out) {
  out.append(kReferenceValues + reference.value_offset, reference.value_size);
}

std::size_t decode_named(std::string_view raw, ReferenceContext context, std::string& out) {
  std::size_t size = 0;
  while (1 + size < raw.size() && size <= kLongestName && is_ascii_alphanumeric(raw[1 + size])) ++size;
  if (size == 0) return 0;
  const std::string_view word = raw.substr(1, size);
  if (1 + size < raw.size() && raw[1 + size] == ';' && size <= kLongestName) {
    if (const NamedReference* whole = find(word)) {
      append_value(*whole, out);
      return size + 2;
    }
  }
  for (std::size_t length = std::min(size, kLongestBareName); length > 0; --length) {
    const NamedReference* bare = find(word.substr(0, length));
    if (bare == nullptr || !bare->bare) continue;
    if (context == ReferenceContext::kAttribute && 1 + length < raw.size()) {
      const char next = raw[1 + length];
      if (next == '=' || is_ascii_alphanumeric(next)) return 0;
    }
    append_value(*bare, out);
    return 1 + length;
  }
  return 0;
}

}  // namespace

std::size_t decode_reference(std::string_view at_ampersand, ReferenceContext context, std::string& out) {
  if (at_ampersand.size() < 2) return 0;
  if (at_ampersand[1] == '#') return decode_numeric(at_ampersand, out);
  return decode_named(at_ampersand, context, out);
}

void append_decoding_references(std::string_view raw, ReferenceContext context, std::string& out) {
  std::size_t pos = 0;
  while (pos < raw.size()) {
    const void* found = std::memchr(raw.data() + pos, '&', raw.size() - pos);
    if (found == nullptr) break;
    const auto ampersand = static_cast<std::size_t>(static_cast<const char*>(found) - raw.data());
    out.append(raw, pos, ampersand - pos);
    const std::size_t taken = decode_reference(raw.substr(ampersand), context, out);
    if (taken == 0) out += '&';
    pos = ampersand + std::max<std::size_t>(taken, 1);
  }
  out.append(raw, pos, raw.size() - pos);
}

}  // namespace clean_article::text
