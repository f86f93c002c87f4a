#include "records/json.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstring>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "text/text.hpp"

namespace clean_article::records {
namespace {

// Deeper than any data that people keep; each level is a call.
constexpr int kMostLevels = kMostJsonLevels;

constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// What stands for a character behind a backslash, by that character; 0 for what may not stand there, and for
// 'u', behind which more does.
constexpr std::array<char, 256> kEscaped = [] {
  std::array<char, 256> escaped{};
  constexpr std::string_view kLetters = "\"\\/bfnrt";
  constexpr std::string_view kMeanings = "\"\\/\b\f\n\r\t";
  for (std::size_t i = 0; i < kLetters.size(); ++i)
    escaped[static_cast<unsigned char>(kLetters[i])] = kMeanings[i];
  return escaped;
}();

constexpr char escaped_as(char letter) {
  return kEscaped[static_cast<unsigned char>(letter)];
}

// Which of kBlockBytes bytes are no plain characters in a string: '"', '\\' and control characters. The first
// is the lowest bit.
constexpr std::size_t kBlockBytes = 64;
std::uint64_t marks_of(const char* bytes) {
  std::uint64_t marks = 0;
#ifdef __SSE2__
  constexpr std::size_t kWordBytes = 16;
  const __m128i last_control = _mm_set1_epi8(0x1F);
  for (std::size_t at = 0; at < kBlockBytes; at += kWordBytes) {
    const __m128i word = _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes + at));
    const __m128i quotes = _mm_cmpeq_epi8(word, _mm_set1_epi8('"'));
    const __m128i strokes = _mm_cmpeq_epi8(word, _mm_set1_epi8('\\'));
    const __m128i controls = _mm_cmpeq_epi8(_mm_min_epu8(word, last_control), word);
    const int ends = _mm_movemask_epi8(_mm_or_si128(_mm_or_si128(quotes, strokes), controls));
    marks |= static_cast<std::uint64_t>(static_cast<unsigned>(ends)) << at;
  }
#else
  for (std::size_t at = 0; at < kBlockBytes; ++at) {
    const bool is_mark =
        bytes[at] == '"' || bytes[at] == '\\' || static_cast<unsigned char>(bytes[at]) < 0x20;
    marks |= static_cast<std::uint64_t>(is_mark) << at;
  }
#endif
  return marks;
}

// Those from `place` on, which is within the block.
constexpr std::uint64_t marks_from(std::uint64_t marks, std::ptrdiff_t place) {
  return marks >> place << place;
}

class Cursor {
 public:
  explicit Cursor(std::string_view text) : at_(text.data()), end_(text.data() + text.size()) {}

  std::optional<std::vector<JsonMember>> object() {
    std::vector<JsonMember> members;
    skip_space();
    if (!read_object(0, &members)) return std::nullopt;
    skip_space();
    if (at_ != end_) return std::nullopt;
    return members;
  }

  // To the next character that is not plain in a string.
  void skip_plain() {
    for (; has_block(); at_ += kBlockBytes) {
      const std::uint64_t marks = marks_of(at_);
      at_ += marks == 0 ? 0 : std::countr_zero(marks);
      if (marks != 0) return;
    }
    while (at_ != end_ && *at_ != '"' && *at_ != '\\' && static_cast<unsigned char>(*at_) >= 0x20) ++at_;
  }
  const char* at() const { return at_; }

 private:
  void skip_space() {
    while (at_ != end_ && (*at_ == ' ' || *at_ == '\t' || *at_ == '\r' || *at_ == '\n')) ++at_;
  }
  bool take(char c) {
    if (at_ == end_ || *at_ != c) return false;
    ++at_;
    return true;
  }
  bool take(std::string_view word) {
    if (!std::string_view(at_, static_cast<std::size_t>(end_ - at_)).starts_with(word)) return false;
    at_ += word.size();
    return true;
  }

  bool has_block() const { return end_ - at_ >= static_cast<std::ptrdiff_t>(kBlockBytes); }

  // Behind a '\\'.
  bool read_escape() {
    if (at_ == end_) return false;
    const char escaped = *at_++;
    if (escaped != 'u') return escaped_as(escaped) != 0;
    for (int i = 0; i < 4; ++i, ++at_)
      if (at_ == end_ ||
          !(is_digit(*at_) || (text::ascii_lower(*at_) >= 'a' && text::ascii_lower(*at_) <= 'f')))
        return false;
    return true;
  }

  bool read_string() {
    if (!take('"')) return false;
    // Pages have an escape every 15 bytes: marks are found once for many of them.
    while (has_block()) {
      const char* const block = at_;
      for (std::uint64_t marks = marks_of(block); marks != 0;) {
        at_ = block + std::countr_zero(marks);
        if (take('"')) return true;
        if (!take('\\') || !read_escape()) return false;
        marks = at_ - block < static_cast<std::ptrdiff_t>(kBlockBytes) ? marks_from(marks, at_ - block) : 0;
      }
      at_ = std::max(at_, block + kBlockBytes);
    }
    while (true) {
      skip_plain();
      if (take('"')) return true;
      if (!take('\\') || !read_escape()) return false;
    }
  }

  bool read_digits() {
    if (at_ == end_ || !is_digit(*at_)) return false;
    while (at_ != end_ && is_digit(*at_)) ++at_;
    return true;
  }

  bool read_number() {
    take('-');
    if (!take('0') && !read_digits()) return false;
    if (take('.') && !read_digits()) return false;
    if (!take('e') && !take('E')) return true;
    if (!take('+')) take('-');
    return read_digits();
  }

  bool read_value(int level) {
    if (at_ == end_) return false;
    switch (*at_) {
      case '"':
        return read_string();
      case '{':
        return read_object(level + 1, nullptr);
      case '[':
        return read_array(level + 1);
      case 't':
        return take("true");
      case 'f':
        return take("false");
      case 'n':
        return take("null");
      default:
        return read_number();
    }
  }

  bool read_array(int level) {
    if (level > kMostLevels || !take('[')) return false;
    skip_space();
    if (take(']')) return true;
    while (true) {
      skip_space();
      if (!read_value(level)) return false;
      skip_space();
      if (take(']')) return true;
      if (!take(',')) return false;
    }
  }

  bool read_object(int level, std::vector<JsonMember>* members) {
    if (level > kMostLevels || !take('{')) return false;
    skip_space();
    if (take('}')) return true;
    while (true) {
      skip_space();
      const char* const name = at_;
      if (!read_string()) return false;
      const char* const name_end = at_;
      skip_space();
      if (!take(':')) return false;
      skip_space();
      const char* const value = at_;
      if (!read_value(level)) return false;
      if (members != nullptr)
        members->push_back({{name, static_cast<std::size_t>(name_end - name)},
                            {value, static_cast<std::size_t>(at_ - value)}});
      skip_space();
      if (take('}')) return true;
      if (!take(',')) return false;
    }
  }

  const char* at_;
  const char* end_;
};

// Four hexadecimal digits, known to be there.
char32_t code_unit(const char* digits) {
  char32_t unit = 0;
  for (int i = 0; i < 4; ++i) {
    const char c = digits[i];
    const int value = is_digit(c) ? c - '0' : text::ascii_lower(c) - 'a' + 10;
    unit = unit << 4 | static_cast<char32_t>(value);
  }
  return unit;
}

// What stands behind "\\u" at `from`, which is moved behind it.
char32_t escaped_code_point(const char*& from, const char* end) {
  constexpr std::ptrdiff_t kDigits = 4;
  const char32_t first = code_unit(from);
  from += kDigits;
  if (first < 0xD800 || first > 0xDFFF) return first;
  if (first > 0xDBFF || end - from < kDigits + 2 || from[0] != '\\' || from[1] != 'u') return 0xFFFD;
  const char32_t second = code_unit(from + 2);
  if (second < 0xDC00 || second > 0xDFFF) return 0xFFFD;
  from += kDigits + 2;
  return 0x10000 + ((first - 0xD800) << 10 | (second - 0xDC00));
}

char* write_utf8(char32_t c, char* to) {
  const auto put = [&to](char32_t byte) { *to++ = static_cast<char>(byte); };
  const auto put_rest = [&put, c](int shift) { put(0x80 | (c >> shift & 0x3F)); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | c >> 6);
    put_rest(0);
  } else if (c < 0x10000) {
    put(0xE0 | c >> 12);
    put_rest(6);
    put_rest(0);
  } else {
    put(0xF0 | c >> 18);
    put_rest(12);
    put_rest(6);
    put_rest(0);
  }
  return to;
}

// The escape or the plain character at `from`, which is moved behind it, or to the end where it is cut short.
void undo_one(const char*& from, const char* end, char*& to) {
  constexpr std::ptrdiff_t kCodeUnit = 6;  // "\\u00e9"
  if (*from != '\\') {
    *to++ = *from++;
  } else if (from[1] != 'u') {
    *to++ = escaped_as(from[1]);
    from += 2;
  } else if (end - from >= kCodeUnit) {
    from += 2;
    to = write_utf8(escaped_code_point(from, end), to);
  } else {
    from = end;
  }
}

}  // namespace

std::optional<std::vector<JsonMember>> json_members(std::string_view text) {
  return Cursor(text).object();
}

std::optional<std::string> json_string(std::string_view value) {
  if (value.size() < 2 || value.front() != '"') return std::nullopt;
  constexpr std::ptrdiff_t kBlock = kBlockBytes;
  constexpr std::ptrdiff_t kRun = 16;  // as most runs between two escapes, which are copied so
  const char* from = value.data() + 1;
  const char* const end = value.data() + value.size() - 1;
  // What is escaped takes less than its escape: there is always room, also for a run more than is wanted.
  std::string out(value.size() + kRun, '\0');
  char* to = out.data();
  while (end - from >= kBlock + kRun) {
    const char* const block = from;
    for (std::uint64_t marks = marks_of(block); marks != 0 && from - block < kBlock;) {
      const std::ptrdiff_t plain = block + std::countr_zero(marks) - from;
      std::memcpy(to, from, kRun);
      if (plain > kRun) std::memcpy(to + kRun, from + kRun, static_cast<std::size_t>(plain - kRun));
      from += plain;
      to += plain;
      undo_one(from, end, to);
      marks = from - block < kBlock ? marks_from(marks, from - block) : 0;
    }
    const std::ptrdiff_t rest = std::max(block + kBlock - from, std::ptrdiff_t{0});
    std::memcpy(to, from, static_cast<std::size_t>(rest));
    from += rest;
    to += rest;
  }
  while (from < end) undo_one(from, end, to);
  out.resize(static_cast<std::size_t>(to - out.data()));
  return out;
}

void append_json_string(std::string_view utf8, std::string& out) {
  out += '"';
  while (!utf8.empty()) {
    Cursor cursor(utf8);
    cursor.skip_plain();
    const auto plain = static_cast<std::size_t>(cursor.at() - utf8.data());
    out.append(utf8.substr(0, plain));
    utf8.remove_prefix(plain);
    if (utf8.empty()) break;
    const char c = utf8.front();
    utf8.remove_prefix(1);
    if (c == '"' || c == '\\') {
      out.append({'\\', c});
    } else {
      std::array<char, 8> escape{};
      std::snprintf(escape.data(), escape.size(), "\\u%04x", static_cast<unsigned>(c));
      out += escape.data();
    }
  }
  out += '"';
}

void append_member(std::string_view quoted_name, std::string_view value, std::string& out) {
  if (!out.empty() && out.back() != '{') out += ',';
  out.append(quoted_name).append(":").append(value);
}

void append_string_member(std::string_view name, std::string_view utf8, std::string& out) {
  if (!out.empty() && out.back() != '{') out += ',';
  append_json_string(name, out);
  out += ':';
  append_json_string(utf8, out);
}

}  // namespace clean_article::records
