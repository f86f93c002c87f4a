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

// What hexadecimal digits are worth, by the digit; a bit that no four of them have for all else.
constexpr std::uint32_t kNoDigit = 0x10000;
constexpr std::array<std::uint32_t, 256> kDigitValues = [] {
  std::array<std::uint32_t, 256> values{};
  values.fill(kNoDigit);
  constexpr std::string_view kLower = "0123456789abcdef";
  constexpr std::string_view kUpper = "0123456789ABCDEF";
  for (std::uint32_t i = 0; i < kLower.size(); ++i)
    values[static_cast<unsigned char>(kLower[i])] = values[static_cast<unsigned char>(kUpper[i])] = i;
  return values;
}();

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

// What strings mean is written in runs of this size, as most between two escapes are: up to a run more than
// is wanted is read and written.
constexpr std::size_t kRunBytes = 16;

// Where what a string means goes while it is read. What is escaped takes less than its escape: as many bytes
// as are read, and a run, are room enough.
class Written {
 public:
  explicit Written(char* to) : to_(to) {}

  void copy(const char* from, std::size_t bytes) {
    std::memcpy(to_, from, kRunBytes);
    for (std::size_t done = kRunBytes; done < bytes; done += kRunBytes)
      std::memcpy(to_ + done, from + done, kRunBytes);
    to_ += bytes;
  }
  void put(char c) { *to_++ = c; }
  void put_code_point(char32_t c) {
    const auto put_rest = [this, c](int shift) { put_byte(0x80 | (c >> shift & 0x3F)); };
    if (c < 0x80) {
      put_byte(c);
    } else if (c < 0x800) {
      put_byte(0xC0 | c >> 6);
      put_rest(0);
    } else if (c < 0x10000) {
      put_byte(0xE0 | c >> 12);
      put_rest(6);
      put_rest(0);
    } else {
      put_byte(0xF0 | c >> 18);
      put_rest(12);
      put_rest(6);
      put_rest(0);
    }
  }
  char* end() const { return to_; }

 private:
  void put_byte(char32_t byte) { put(static_cast<char>(byte)); }

  char* to_;
};

// For strings that are only checked.
class Unwritten {
 public:
  void copy(const char* /*from*/, std::size_t /*bytes*/) {}
  void put(char /*c*/) {}
  void put_code_point(char32_t /*c*/) {}
};

// The four digits at `at`.
std::optional<char32_t> code_unit(const char* at, const char* end) {
  constexpr std::ptrdiff_t kDigits = 4;
  if (end - at < kDigits) return std::nullopt;
  std::uint32_t unit = 0;
  std::uint32_t faults = 0;
  for (int i = 0; i < kDigits; ++i) {
    const std::uint32_t value = kDigitValues[static_cast<unsigned char>(at[i])];
    faults |= value & kNoDigit;
    unit = unit << 4 | value;
  }
  if (faults != 0) return std::nullopt;
  return unit;
}

// A "\\u00e9", or two for one code point, the '\\' at `at`. Gives where it ends, nullptr where it is none.
template <class Out>
const char* read_unicode_escape(const char* at, const char* end, Out& out) {
  constexpr std::ptrdiff_t kEscape = 6;
  const std::optional<char32_t> first = code_unit(at + 2, end);
  if (!first) return nullptr;
  at += kEscape;
  if (*first < 0xD800 || *first > 0xDFFF) {
    out.put_code_point(*first);
    return at;
  }
  if (*first <= 0xDBFF && end - at >= 2 && at[0] == '\\' && at[1] == 'u') {
    const std::optional<char32_t> second = code_unit(at + 2, end);
    if (!second) return nullptr;
    if (*second >= 0xDC00 && *second <= 0xDFFF) {
      out.put_code_point(0x10000 + ((*first - 0xD800) << 10 | (*second - 0xDC00)));
      return at + kEscape;
    }
  }
  out.put_code_point(0xFFFD);
  return at;
}

// As read_unicode_escape(), for all of them.
template <class Out>
const char* read_escape(const char* at, const char* end, Out& out) {
  if (end - at < 2) return nullptr;
  if (const char meant = escaped_as(at[1]); meant != 0) {
    out.put(meant);
    return at + 2;
  }
  return at[1] == 'u' ? read_unicode_escape(at, end, out) : nullptr;
}

// The string whose quotation mark is at `at`. Gives where it ends, nullptr where it is none.
template <class Out>
const char* read_string(const char* at, const char* end, Out& written) {
  if (at == end || *at != '"') return nullptr;
  ++at;
  Out out = written;  // of which the compiler knows that nothing else writes to it
  // Pages have an escape every 15 bytes: marks are found once for many of them.
  while (end - at >= static_cast<std::ptrdiff_t>(kBlockBytes + kRunBytes)) {
    const char* const block_end = at + kBlockBytes;
    for (std::uint64_t marks = marks_of(at); marks != 0;) {
      const int plain = std::countr_zero(marks);
      out.copy(at, static_cast<std::size_t>(plain));
      at += plain;
      if (*at != '\\') {
        written = out;
        return *at == '"' ? at + 1 : nullptr;
      }
      const char* const behind = read_escape(at, end, out);
      if (behind == nullptr) return nullptr;
      marks = marks >> plain >> (behind - at);
      at = behind;
    }
    if (at < block_end) out.copy(at, static_cast<std::size_t>(block_end - at));
    at = std::max(at, block_end);
  }
  while (at != end && *at != '"') {
    if (*at == '\\') {
      at = read_escape(at, end, out);
      if (at == nullptr) return nullptr;
    } else {
      if (static_cast<unsigned char>(*at) < 0x20) return nullptr;
      out.put(*at++);
    }
  }
  written = out;
  return at == end ? nullptr : at + 1;
}

// The next character that is not plain in a string.
const char* plain_end(const char* at, const char* end) {
  for (; end - at >= static_cast<std::ptrdiff_t>(kBlockBytes); at += kBlockBytes)
    if (const std::uint64_t marks = marks_of(at); marks != 0) return at + std::countr_zero(marks);
  while (at != end && *at != '"' && *at != '\\' && static_cast<unsigned char>(*at) >= 0x20) ++at;
  return at;
}

class Cursor {
 public:
  // Where nobody is wanted `is_wanted` is nullptr.
  Cursor(std::string_view text, const IsWanted* is_wanted, std::string& meaning)
      : at_(text.data()), end_(text.data() + text.size()), is_wanted_(is_wanted), meaning_(meaning) {}

  std::optional<std::vector<JsonMember>> object() {
    std::vector<JsonMember> members;
    skip_space();
    if (!read_object(0, &members)) return std::nullopt;
    skip_space();
    if (at_ != end_) return std::nullopt;
    meaning_.resize(meaning_bytes_);
    return members;
  }

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

  bool read_string() {
    Unwritten nothing;
    const char* const behind = records::read_string(at_, end_, nothing);
    if (behind != nullptr) at_ = behind;
    return behind != nullptr;
  }

  // There is room for the longest that may still come, once for all.
  bool read_wanted_string() {
    const std::size_t room = static_cast<std::size_t>(end_ - at_) + kRunBytes;
    if (meaning_.size() < room) meaning_.resize(room);
    Written meaning(meaning_.data());
    const char* const behind = records::read_string(at_, end_, meaning);
    if (behind == nullptr) return false;
    at_ = behind;
    meaning_bytes_ = static_cast<std::size_t>(meaning.end() - meaning_.data());
    return true;
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
      const bool is_wanted = members != nullptr && is_wanted_ != nullptr &&
                             (*is_wanted_)({name, static_cast<std::size_t>(name_end - name)}) &&
                             at_ != end_ && *at_ == '"';
      if (is_wanted ? !read_wanted_string() : !read_value(level)) return false;
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
  const IsWanted* is_wanted_;
  std::string& meaning_;
  std::size_t meaning_bytes_ = 0;
};

}  // namespace

std::optional<std::vector<JsonMember>> json_members(std::string_view text) {
  std::string nothing;
  return Cursor(text, nullptr, nothing).object();
}

std::optional<std::vector<JsonMember>> json_members(std::string_view text, const IsWanted& is_wanted,
                                                    std::string& meaning) {
  return Cursor(text, &is_wanted, meaning).object();
}

std::optional<std::string> json_string(std::string_view value) {
  std::string meaning(value.size() + kRunBytes, '\0');
  Written written(meaning.data());
  const char* const end = value.data() + value.size();
  if (read_string(value.data(), end, written) != end || value.empty()) return std::nullopt;
  meaning.resize(static_cast<std::size_t>(written.end() - meaning.data()));
  return meaning;
}

void append_json_string(std::string_view utf8, std::string& out) {
  out += '"';
  while (!utf8.empty()) {
    const char* const end = utf8.data() + utf8.size();
    const auto plain = static_cast<std::size_t>(plain_end(utf8.data(), end) - utf8.data());
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
