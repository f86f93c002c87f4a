// The encodings of the WHATWG Encoding Standard: their names, their labels, and which converter reads
// each. Owns that table only; deciding which one a page uses is decode.cpp's.
#pragma once

#include <span>
#include <string_view>

namespace clean_article::text {

enum class EncodingFamily {
  kUtf8,
  kUtf16,
  kSingleByte,
  kMultiByte,
  kEscapes,      // ISO-2022-JP: seven bits, so that any of it looks like ASCII
  kReplacement,  // known names that the standard refuses to decode
};

struct Encoding {
  std::string_view name;  // as the standard spells it
  EncodingFamily family;
  const char* icu_name;     // nullptr where ICU has no converter: then `upper_half` holds it
  std::string_view labels;  // lower case, separated by spaces
};

// All of them; the first is UTF-8.
std::span<const Encoding> encodings();

// The encoding with that label, or nullptr. White space around it and its case do not matter.
const Encoding* find_encoding(std::string_view label);

// The 128 characters of bytes 0x80 to 0xFF, for single-byte encodings without an ICU converter.
// x-user-defined and ISO-8859-16 are those.
std::span<const char16_t, 128> upper_half(const Encoding& encoding);

}  // namespace clean_article::text
