#include "html/xpath/strings.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <unordered_map>

#include "text/text.hpp"

namespace clean_article::html::xpath {
namespace {

// White space of XML: no form feed, no no-break space.
constexpr bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

std::string_view trimmed(std::string_view s) {
  while (!s.empty() && is_space(s.front())) s.remove_prefix(1);
  while (!s.empty() && is_space(s.back())) s.remove_suffix(1);
  return s;
}

}  // namespace

double to_number(std::string_view string) {
  constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
  std::string_view s = trimmed(string);
  const std::string_view digits = s.starts_with('-') ? s.substr(1) : s;
  if (digits.empty() || digits.find_first_not_of("0123456789.") != std::string_view::npos || digits == ".") {
    return kNone;
  }
  double number = 0;
  const auto [end, error] = std::from_chars(s.data(), s.data() + s.size(), number, std::chars_format::fixed);
  return error == std::errc() && end == s.data() + s.size() ? number : kNone;
}

std::string to_string(double number) {
  if (std::isnan(number)) return "NaN";
  if (std::isinf(number)) return number > 0 ? "Infinity" : "-Infinity";
  if (number == 0) return "0";
  std::array<char, 400> buffer{};
  const auto [end, error] =
      std::to_chars(buffer.data(), buffer.data() + buffer.size(), number, std::chars_format::fixed);
  return error == std::errc() ? std::string(buffer.data(), end) : "NaN";
}

double round_half_up(double number) {
  return std::isfinite(number) ? std::floor(number + 0.5) : number;
}

std::string_view substring(std::string_view string, double first, double length) {
  const double begin = round_half_up(first);
  const double end = begin + round_half_up(length);  // NaN where either is: then nothing compares
  std::size_t from = string.size();
  std::size_t to = string.size();
  double place = 0;
  for (std::size_t pos = 0; pos < string.size(); ++pos) {
    if (text::is_continuation(string[pos])) continue;
    ++place;
    const bool inside = place >= begin && place < end;
    if (inside && from == string.size()) from = pos;
    if (!inside && from != string.size()) {
      to = pos;
      break;
    }
  }
  return string.substr(from, to - from);
}

std::string normalize_space(std::string_view string) {
  return text::fold_space(string, is_space);
}

std::string translate(std::string_view string, std::string_view from, std::string_view to) {
  constexpr char32_t kDrop = 0xFFFF'FFFF;
  std::unordered_map<char32_t, char32_t> table;
  std::size_t to_pos = 0;
  for (std::size_t pos = 0; pos < from.size();) {
    const char32_t c = text::next_code_point(from, pos);
    const char32_t into = to_pos < to.size() ? text::next_code_point(to, to_pos) : kDrop;
    table.emplace(c, into);  // the first of several counts
  }
  std::string out;
  for (std::size_t pos = 0; pos < string.size();) {
    const std::size_t begin = pos;
    const char32_t c = text::next_code_point(string, pos);
    const auto entry = table.find(c);
    if (entry == table.end()) {
      out += string.substr(begin, pos - begin);
    } else if (entry->second != kDrop) {
      text::append_utf8(entry->second, out);
    }
  }
  return out;
}

bool has_token(std::string_view words, std::string_view word, bool only_spaces) {
  const auto separates = [&](char c) { return only_spaces ? c == ' ' : is_space(c); };
  for (std::size_t at = words.find(word); at != std::string_view::npos; at = words.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if ((at == 0 || separates(words[at - 1])) && (end == words.size() || separates(words[end]))) return true;
  }
  return false;
}

}  // namespace clean_article::html::xpath
