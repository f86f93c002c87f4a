// The words of a URL's grammar, as the WHATWG standard has them: schemes, drive letters, segments of dots.
// Knows no URL as a whole.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace clean_article::text {

// A scheme that the standard knows: its URLs have hosts, and '\' is '/' in them.
struct SpecialScheme {
  std::string_view name;
  std::uint16_t port;  // 0: none
};

// nullptr where the standard does not know it.
const SpecialScheme* find_special_scheme(std::string_view scheme);

// The length of the scheme that a URL begins with, 0 for none.
std::size_t scheme_length(std::string_view url);

// "C:" or "C|", and nothing else.
bool is_drive_letter(std::string_view segment);
bool starts_with_drive_letter(std::string_view path);

// The number of dots that a segment of a path says, "%2e" being one: 1, 2, or 0 for anything else.
int dots_of(std::string_view segment);

// White space around a URL does not count, and tabs and newlines inside it are not there: `input` without
// them, or a view of `memory`.
std::string_view without_space(std::string_view input, std::string& memory);

}  // namespace clean_article::text
