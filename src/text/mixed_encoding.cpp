#include "text/mixed_encoding.hpp"

#include <simdjson.h>

#include <algorithm>
#include <cstddef>
#include <utility>

#include "text/unicode.hpp"
#include "text/windows_1252.hpp"

namespace clean_article::text {
namespace {

bool is_high(char c) {
  return static_cast<unsigned char>(c) >= 0x80;
}

bool is_ascii_letter(char c) {
  const char lower = ascii_lower(c);
  return lower >= 'a' && lower <= 'z';
}

// Whether an apostrophe stands at `at` between a letter and one beyond ASCII: "l'\u00EEle" with a curly mark.
bool joins_letters(std::string_view text, std::size_t at) {
  constexpr char kApostrophe = '\x92';
  constexpr unsigned char kFirstLetter = 0xC0;
  return text[at] == kApostrophe && at > 0 && is_ascii_letter(text[at - 1]) && at + 2 < text.size() &&
         static_cast<unsigned char>(text[at + 1]) >= kFirstLetter && !is_high(text[at + 2]);
}

// Whether text that is no UTF-8 is plainly windows-1252: every byte beyond ASCII stands alone, but for the
// apostrophe before a letter, and at least one of them where no damage to UTF-8 leaves one, which is behind a
// letter and, if it could begin a character of UTF-8, before a letter, too.
bool is_windows_1252(std::string_view text) {
  bool is_plain = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!is_high(text[i])) continue;
    const char before = i > 0 ? text[i - 1] : ' ';
    const char behind = i + 1 < text.size() ? text[i + 1] : ' ';
    if (windows_1252_character(text[i]) == 0) return false;
    if (is_high(before) && !joins_letters(text, i - 1)) return false;
    if (is_high(behind) && !joins_letters(text, i)) return false;
    const bool may_begin = static_cast<unsigned char>(text[i]) >= 0xC2;
    is_plain = is_plain || (is_ascii_letter(before) && (!may_begin || is_ascii_letter(behind)));
  }
  return is_plain;
}

}  // namespace

bool mend_windows_1252(std::string_view bytes, std::string& mended) {
  mended.clear();
  std::size_t copied = 0;  // so much of `bytes` is in `mended`: nothing, until something is mended
  for (std::size_t at = 0; at < bytes.size();) {
    // Text goes to the next tag, a tag to its end: both are looked at, since attributes hold text, too.
    const std::size_t end = std::min(bytes.find_first_of("<>", at + 1), bytes.size());
    const std::string_view part = bytes.substr(at, end - at);
    const std::size_t begin = std::exchange(at, end);
    if (simdjson::validate_utf8(part.data(), part.size()) || !is_windows_1252(part)) continue;
    mended += bytes.substr(copied, begin - copied);
    copied = end;
    for (const char c : part) {
      if (is_high(c))
        append_utf8(windows_1252_character(c), mended);
      else
        mended += c;
    }
  }
  if (copied == 0) return false;
  mended += bytes.substr(copied);
  return true;
}

bool is_belied_by_rows_of_letters(std::string_view bytes) {
  constexpr std::size_t kRow = 4;             // "éé" is a word's end, "ção" has two in a row
  constexpr std::size_t kFewestLetters = 40;  // in rows: a line or two of text
  std::size_t letters = 0;
  std::size_t in_rows = 0;
  for (std::size_t i = 0; i < bytes.size();) {
    std::size_t row_letters = 0;
    std::size_t end = i;
    // Rows begin above the no-break space; punctuation stands in them only where it is half of a character.
    for (; end < bytes.size() && static_cast<unsigned char>(bytes[end]) > 0xA0; ++end)
      row_letters += static_cast<unsigned char>(bytes[end]) >= 0xC0 ? 1 : 0;
    letters += row_letters;
    if (end - i >= kRow) in_rows += row_letters;
    i = std::max(end, i + 1);
  }
  return in_rows >= kFewestLetters && in_rows * 3 >= letters * 2;
}

}  // namespace clean_article::text
