#include "render/markdown_escape.hpp"

#include <algorithm>

#include "text/text.hpp"

namespace clean_article::render {

namespace {

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

// Where a character reference would begin in Markdown: "&amp;", "&#8217;".
bool begins_reference(std::string_view text) {
  constexpr std::size_t kLongest = 40;
  const std::size_t end = text.substr(0, kLongest).find(';');
  return end != std::string_view::npos && end > 1 &&
         std::all_of(text.begin() + 1, text.begin() + static_cast<std::ptrdiff_t>(end), [](char c) {
           return c == '#' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
         });
}

bool begins_heading(std::string_view text) {
  const std::size_t end = text.find_first_not_of('#');
  return end == std::string_view::npos || text[end] == ' ';
}

// A row of # at the end of a heading is taken for its closing.
bool ends_heading(std::string_view text, std::size_t i) {
  const std::size_t begin = text.find_last_not_of('#', i);
  return begin == std::string_view::npos || text[begin] == ' ';
}

bool is_number_of_item(std::string_view line) {
  constexpr std::size_t kMostDigits = 9;
  return !line.empty() && line.size() <= kMostDigits &&
         std::all_of(line.begin(), line.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

void LineSigns::add(std::string_view text) {
  tildes += static_cast<std::size_t>(std::count(text.begin(), text.end(), '~'));
  brackets_bind = brackets_bind || contains(text, "](") || contains(text, "]:") || contains(text, "[^");
}

bool is_ascii_punctuation(char32_t c) {
  return (c > 0x20 && c < 0x30) || (c > 0x39 && c < 0x41) || (c > 0x5A && c < 0x61) || (c > 0x7A && c < 0x7F);
}

bool means_something(std::string_view text, std::size_t i, const Place& place, const LineSigns& line) {
  const char c = text[i];
  const std::string_view rest = text.substr(i + 1);
  const char32_t before = place.before;
  const char32_t behind = place.behind;
  const bool at_line_start = place.line.empty();
  switch (c) {
    case '\\':
      return is_ascii_punctuation(behind) || rest.empty();
    case '`':
      return true;
    case '*':
      return !(before == U' ' && behind == U' ') || at_line_start;
    case '_':
      return !(text::is_word(before) && text::is_word(behind)) && !(before == U' ' && behind == U' ');
    case '[':
      return line.brackets_bind || place.in_link || rest.starts_with(" ]") || rest.starts_with("x]") ||
             rest.starts_with("X]");
    case ']':
      return place.in_link;
    case '<':
      return text::is_letter(behind) || behind == U'/' || behind == U'!' || behind == U'?';
    case '&':
      return begins_reference(text.substr(i));
    case '~':
      return line.tildes > 1;
    case '$':
      return line.formulas;
    case '|':
      return place.in_table || at_line_start;
    case '#':
      return at_line_start ? begins_heading(text.substr(i))
                           : rest.empty() && place.ends_line && ends_heading(text, i);
    case '>':
      return at_line_start;
    case '-':
    case '+':
      return at_line_start &&
             (behind == U' ' || rest.find_first_not_of("- ") == std::string_view::npos || c == '-');
    case '=':
    case ':':
      return at_line_start && text.find_first_not_of("=:-| ", i) == std::string_view::npos;
    case '.':
    case ')':
      return behind == U' ' && is_number_of_item(place.line);
    default:
      return false;
  }
}

std::string escaped_target(std::string_view target) {
  static constexpr char kHex[] = "0123456789ABCDEF";
  std::string out;
  for (std::size_t i = 0; i < target.size(); ++i) {
    const char c = target[i];
    if (std::string_view(" ()<>\\\"`|[]").find(c) != std::string_view::npos) {
      const auto byte = static_cast<unsigned char>(c);
      out += '%';
      out += kHex[byte >> 4];
      out += kHex[byte & 15];
    } else if (c == '&' && begins_reference(target.substr(i))) {
      out += "&amp;";
    } else {
      out += c;
    }
  }
  return out;
}

}  // namespace clean_article::render
