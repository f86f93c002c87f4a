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

// How many of the first kWordBytes are a run of plain characters in a string: up to '"', '\\' or a control
// character.
#ifdef __SSE2__
constexpr std::size_t kWordBytes = 16;
std::size_t plain_bytes(const char* bytes) {
  const __m128i word = _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes));
  const __m128i last_control = _mm_set1_epi8(0x1F);
  const __m128i quotes = _mm_cmpeq_epi8(word, _mm_set1_epi8('"'));
  const __m128i strokes = _mm_cmpeq_epi8(word, _mm_set1_epi8('\\'));
  const __m128i controls = _mm_cmpeq_epi8(_mm_min_epu8(word, last_control), word);
  const int ends = _mm_movemask_epi8(_mm_or_si128(_mm_or_si128(quotes, strokes), controls));
  return static_cast<std::size_t>(std::countr_zero(static_cast<unsigned>(ends) | 1U << kWordBytes));
}
#else
// The usual tricks with carries, which are exact up to the first that is found.
constexpr std::size_t kWordBytes = 8;
std::size_t plain_bytes(const char* bytes) {
  constexpr std::uint64_t kOnes = 0x0101010101010101;
  constexpr std::uint64_t kHighs = 0x8080808080808080;
  std::uint64_t word = 0;
  std::memcpy(&word, bytes, sizeof word);
  if constexpr (std::endian::native == std::endian::big) word = __builtin_bswap64(word);
  const auto zeros = [](std::uint64_t w) { return (w - kOnes) & ~w; };
  const std::uint64_t below_space = (word - kOnes * 0x20) & ~word;
  const std::uint64_t ends =
      (zeros(word ^ (kOnes * '"')) | zeros(word ^ (kOnes * '\\')) | below_space) & kHighs;
  return static_cast<std::size_t>(std::countr_zero(ends)) / 8;  // 64 where there is none
}
#endif

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

  // Behind the opening mark: to the next character that is not plain.
  void skip_plain() {
    while (end_ - at_ >= static_cast<std::ptrdiff_t>(kWordBytes)) {
      const std::size_t plain = plain_bytes(at_);
      at_ += plain;
      if (plain < kWordBytes) return;
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

  bool read_string() {
    if (!take('"')) return false;
    while (true) {
      skip_plain();
      if (at_ == end_) return false;
      if (take('"')) return true;
      if (!take('\\') || at_ == end_) return false;
      const char escaped = *at_++;
      if (escaped == 'u') {
        for (int i = 0; i < 4; ++i, ++at_)
          if (at_ == end_ ||
              !(is_digit(*at_) || (text::ascii_lower(*at_) >= 'a' && text::ascii_lower(*at_) <= 'f')))
            return false;
      } else if (std::string_view("\"\\/bfnrt").find(escaped) == std::string_view::npos) {
        return false;
      }
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
char32_t code_unit(std::string_view digits) {
  char32_t unit = 0;
  for (const char c : digits) {
    const int value = is_digit(c) ? c - '0' : text::ascii_lower(c) - 'a' + 10;
    unit = unit << 4 | static_cast<char32_t>(value);
  }
  return unit;
}

// What stands behind "\u" in the rest of a string, which is moved behind it.
char32_t escaped_code_point(std::string_view& rest) {
  constexpr std::size_t kDigits = 4;
  const char32_t first = code_unit(rest.substr(0, kDigits));
  rest.remove_prefix(kDigits);
  if (first < 0xD800 || first > 0xDFFF) return first;
  if (first > 0xDBFF || !rest.starts_with("\\u")) return 0xFFFD;
  const char32_t second = code_unit(rest.substr(2, kDigits));
  if (second < 0xDC00 || second > 0xDFFF) return 0xFFFD;
  rest.remove_prefix(2 + kDigits);
  return 0x10000 + ((first - 0xD800) << 10 | (second - 0xDC00));
}

}  // namespace

std::optional<std::vector<JsonMember>> json_members(std::string_view text) {
  return Cursor(text).object();
}

std::optional<std::string> json_string(std::string_view value) {
  if (value.size() < 2 || value.front() != '"') return std::nullopt;
  std::string_view rest = value.substr(1, value.size() - 2);
  // What is escaped takes less than its escape: there is always room, also for a word more than is wanted.
  std::string out(rest.size() + kWordBytes, '\0');
  char* to = out.data();
  while (!rest.empty()) {
    std::size_t plain = kWordBytes;
    while (rest.size() >= kWordBytes && plain == kWordBytes) {
      std::memcpy(to, rest.data(), kWordBytes);
      plain = plain_bytes(rest.data());
      to += plain;
      rest.remove_prefix(plain);
    }
    while (!rest.empty() && rest.front() != '\\') {
      *to++ = rest.front();
      rest.remove_prefix(1);
      if (rest.size() >= kWordBytes) break;
    }
    if (rest.empty() || rest.front() != '\\') continue;
    if (rest.size() < 2) break;
    const char escaped = rest[1];
    rest.remove_prefix(2);
    constexpr std::string_view kLetters = "bfnrt";
    const std::size_t letter = kLetters.find(escaped);
    if (escaped == 'u') {
      std::string bytes;
      text::append_utf8(escaped_code_point(rest), bytes);
      to = std::copy(bytes.begin(), bytes.end(), to);
    } else {
      *to++ = letter == std::string_view::npos ? escaped : "\b\f\n\r\t"[letter];
    }
  }
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
