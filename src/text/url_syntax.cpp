#include "text/url_syntax.hpp"

#include <algorithm>
#include <array>

#include "text/unicode.hpp"

namespace clean_article::text {
namespace {

constexpr std::array<SpecialScheme, 6> kSpecialSchemes = {
    {{"http", 80}, {"https", 443}, {"file", 0}, {"ftp", 21}, {"ws", 80}, {"wss", 443}}};

constexpr bool is_letter(char c) {
  const char lower = ascii_lower(c);
  return lower >= 'a' && lower <= 'z';
}

constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

constexpr bool is_scheme_char(char c) {
  return is_letter(c) || is_digit(c) || c == '+' || c == '-' || c == '.';
}

}  // namespace

const SpecialScheme* find_special_scheme(std::string_view scheme) {
  const auto* const found = std::find_if(kSpecialSchemes.begin(), kSpecialSchemes.end(),
                                         [&](const SpecialScheme& s) { return s.name == scheme; });
  return found == kSpecialSchemes.end() ? nullptr : found;
}

std::size_t scheme_length(std::string_view url) {
  if (url.empty() || !is_letter(url.front())) return 0;
  const auto end =
      static_cast<std::size_t>(std::find_if_not(url.begin(), url.end(), is_scheme_char) - url.begin());
  return end < url.size() && url[end] == ':' ? end : 0;
}

bool is_drive_letter(std::string_view segment) {
  return segment.size() == 2 && is_letter(segment[0]) && (segment[1] == ':' || segment[1] == '|');
}

bool starts_with_drive_letter(std::string_view path) {
  return is_drive_letter(path.substr(0, 2)) &&
         (path.size() == 2 || std::string_view("/\\?#").find(path[2]) != std::string_view::npos);
}

int dots_of(std::string_view segment) {
  int dots = 0;
  while (!segment.empty() && dots < 3) {
    const bool is_encoded = equal_ignoring_ascii_case(segment.substr(0, 3), "%2e");
    if (!is_encoded && segment.front() != '.') return 0;
    segment.remove_prefix(is_encoded ? 3 : 1);
    ++dots;
  }
  return dots < 3 ? dots : 0;
}

std::string_view without_space(std::string_view input, std::string& memory) {
  while (!input.empty() && static_cast<unsigned char>(input.front()) <= ' ') input.remove_prefix(1);
  while (!input.empty() && static_cast<unsigned char>(input.back()) <= ' ') input.remove_suffix(1);
  if (input.find_first_of("\t\n\r") == std::string_view::npos) return input;
  memory = input;
  std::erase_if(memory, [](char c) { return c == '\t' || c == '\n' || c == '\r'; });
  return memory;
}

}  // namespace clean_article::text
