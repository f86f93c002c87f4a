// Bytes of one known encoding to UTF-8, by ICU or by our own loops. Owns the open converters; chooses
// nothing.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/encodings.hpp"

struct UConverter;

namespace clean_article::text {

// How much of some bytes reads as UTF-8.
struct Utf8Survey {
  std::size_t well_formed = 0;  // sequences of two to four bytes
  std::size_t malformed = 0;    // a character cut off by the end of the bytes is not counted
};
Utf8Survey survey_utf8(std::string_view bytes);

class Converters {
 public:
  // The text as UTF-8, every malformed sequence as U+FFFD; nothing when it takes more than `max_bytes`.
  // Valid until the next call.
  std::optional<std::string_view> convert(std::string_view bytes, const Encoding& encoding,
                                          std::size_t max_bytes);

 private:
  struct Close {
    void operator()(UConverter* converter) const;
  };
  using Converter = std::unique_ptr<UConverter, Close>;

  static Converter open(const char* icu_name);
  std::optional<std::string_view> convert_utf8(std::string_view bytes, std::size_t max_bytes);
  std::optional<std::string_view> convert_by_table(std::string_view bytes,
                                                   std::span<const char16_t, 128> upper_half,
                                                   std::size_t max_bytes);
  std::optional<std::string_view> convert_by_icu(std::string_view bytes, const Encoding& encoding,
                                                 std::size_t max_bytes);

  std::vector<Converter> by_encoding_;  // in the order of encodings(), opened when first needed
  Converter to_utf8_;
  std::string buffer_;  // longer than the answer: it only grows, so that it is not cleared for each page
};

}  // namespace clean_article::text
