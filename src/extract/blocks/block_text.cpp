#include "extract/blocks/block_text.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>

#include "text/text.hpp"

namespace clean_article::extract {

namespace {

enum class Shown : std::uint8_t { kCharacter, kSpace, kNothing, kJoiner };

struct Seen {
  Shown shown;
  std::uint8_t bytes;
};

constexpr std::string_view kBlackFlag = "\xF0\x9F\x8F\xB4";  // tags after it name a region: Scotland's flag
constexpr std::string_view kPlane14 = "\xF3\xA0";

bool is_tag(std::string_view s, std::size_t at) {
  return s.substr(at, 3) == "\xF3\xA0\x80" || s.substr(at, 3) == "\xF3\xA0\x81";
}

// Tag characters, which belong to flags or spell what nobody sees, and selectors of variants, which belong to
// the character before them or carry bytes that nobody sees.
Seen look_at_plane_14(std::string_view s, std::size_t at) {
  constexpr std::uint8_t kBytes = 4;
  constexpr std::size_t kMostTags = 8;  // of a flag
  std::size_t begin = at;
  if (is_tag(s, at)) {
    for (std::size_t i = 0; i < kMostTags && begin >= kBytes && is_tag(s, begin); ++i) begin -= kBytes;
    return {s.substr(begin, kBytes) == kBlackFlag ? Shown::kCharacter : Shown::kNothing, kBytes};
  }
  const auto lead_before = [&](std::size_t bytes) {
    return at >= bytes ? static_cast<unsigned char>(s[at - bytes]) : 0u;
  };
  const bool is_behind_another = at >= kBytes && s.substr(at - kBytes, 2) == kPlane14;
  const bool is_behind_ideograph = lead_before(3) >= 0xE3 || lead_before(4) >= 0xF0;
  return {is_behind_ideograph && !is_behind_another ? Shown::kCharacter : Shown::kNothing, kBytes};
}

// The same as look_at(), of a character beyond ASCII.
Seen look_beyond_ascii(std::string_view s, std::size_t at) {
  const auto byte = [&](std::size_t i) {
    return at + i < s.size() ? static_cast<unsigned char>(s[at + i]) : 0u;
  };
  const unsigned lead = byte(0);
  if (lead < 0xE0) {
    if (lead == 0xC2) {
      if (byte(1) == 0xA0) return {Shown::kSpace, 2};                      // no-break space
      if (byte(1) < 0xA0 || byte(1) == 0xAD) return {Shown::kNothing, 2};  // C1 controls, soft hyphen
    }
    return {Shown::kCharacter, 2};
  }
  if (lead >= 0xF0) return s.substr(at, 2) == kPlane14 ? look_at_plane_14(s, at) : Seen{Shown::kCharacter, 4};
  if (lead == 0xE2 && byte(1) == 0x80) {
    const unsigned last = byte(2);
    if (last <= 0x8A || last == 0xAF || last == 0xA8 || last == 0xA9) return {Shown::kSpace, 3};
    if (last == 0x8B) return {Shown::kNothing, 3};                 // zero-width space
    if (last == 0x8C || last == 0x8D) return {Shown::kJoiner, 3};  // of letters (Persian), of emoji
  }
  if (lead == 0xE2 && byte(1) == 0x81) {
    if (byte(2) == 0x9F) return {Shown::kSpace, 3};                       // mathematical space
    if (byte(2) >= 0xA0 && byte(2) <= 0xA4) return {Shown::kNothing, 3};  // word joiner, invisible operators
  }
  if (lead == 0xE3 && byte(1) == 0x80 && byte(2) == 0x80) return {Shown::kSpace, 3};    // ideographic space
  if (lead == 0xEF && byte(1) == 0xBB && byte(2) == 0xBF) return {Shown::kNothing, 3};  // byte order mark
  return {Shown::kCharacter, 3};
}

// What the character at `at` looks like on the page, and its length. `s` is valid UTF-8.
inline Seen look_at(std::string_view s, std::size_t at) {
  const auto c = static_cast<unsigned char>(s[at]);
  if (c >= 0x80) return look_beyond_ascii(s, at);
  if (c > 0x20 && c != 0x7F) return {Shown::kCharacter, 1};
  const bool space = c == ' ' || (c >= '\t' && c <= '\r');
  return {space ? Shown::kSpace : Shown::kNothing, 1};
}

// Whether a character is of a script that writes no spaces between words: ideographs, kana and their signs.
// Hangul has spaces.
bool has_no_spaces(char32_t c) {
  return (c >= 0x2E80 && c < 0x3130) || (c >= 0x31A0 && c < 0xA4D0) || (c >= 0xF900 && c < 0xFB00) ||
         (c >= 0xFE30 && c < 0xFE50) || (c >= 0xFF00 && c < 0xFFA0) || (c >= 0x20000 && c < 0x32000);
}

// Marks that such scripts share with those that write spaces: curly quotes, dots, dashes.
bool is_shared_mark(char32_t c) {
  return (c >= 0x2014 && c <= 0x2015) || (c >= 0x2018 && c <= 0x201F) || (c >= 0x2025 && c <= 0x2026);
}

// Whether a line break of the source between two characters is a space.
bool parts_words(char32_t before, char32_t behind) {
  if (has_no_spaces(before)) return !has_no_spaces(behind) && !is_shared_mark(behind);
  return !is_shared_mark(before) || !has_no_spaces(behind);
}

bool is_beyond_ascii(char c) {
  return static_cast<unsigned char>(c) >= 0x80;
}

// Whether a run of joiners that begins at `at` ends before a character beyond ASCII.
bool joins_what_follows(std::string_view s, std::size_t at) {
  while (at < s.size()) {
    const Seen seen = look_at(s, at);
    if (seen.shown != Shown::kJoiner) return seen.shown == Shown::kCharacter && is_beyond_ascii(s[at]);
    at += seen.bytes;
  }
  return false;
}

bool is_visible_ascii(char c) {
  return c > ' ' && c != '\x7F';
}

// The end of the run that begins at `at` of visible ASCII characters and of single spaces between two of
// them, which all stand as they are: most of most texts. Written as one: a page has thousands of words.
std::size_t end_of_plain_run(std::string_view s, std::size_t at) {
  constexpr std::uint32_t kAll = 0xFFFF;
  for (; at < s.size(); at += text::kSixteen) {
    const text::Bytes here = text::first_bytes(s.substr(at));
    const std::size_t next = at + text::kSixteen;
    const std::uint32_t visible = text::bits_of(here - '!' <= '~' - '!');
    const std::uint32_t after = visible >> 1 | (next < s.size() && is_visible_ascii(s[next]) ? 0x8000u : 0u);
    const std::uint32_t plain = visible | (text::bits_of(here == ' ') & after);
    if (plain != kAll) return at + static_cast<std::size_t>(std::countr_one(plain));
  }
  return s.size();
}

// The end of the run that begins at `at` of white space and control characters of ASCII.
std::size_t end_of_blank_run(std::string_view s, std::size_t at) {
  return at + text::find_marked(s.substr(at), [](const text::Bytes& c) { return c > ' '; });
}

}  // namespace

std::uint32_t BlockText::settle(std::string_view text) {
  const bool wrapped = pending_ == Pending::kWrap;
  pending_ = Pending::kNothing;
  if (at_line_start()) return 0;
  if (wrapped && !parts_words(text::last_code_point(out_), text::first_code_point(text))) return 0;
  out_ += ' ';
  return 1;
}

void BlockText::leave_space(std::string_view run, bool is_blank) {
  if (pending_ == Pending::kKept) return;
  for (const char c : run) {
    if (c == '\n' && !is_blank) {
      pending_ = Pending::kWrap;  // whatever white space is beside it
      return;
    }
    if (c == ' ' || (c >= '\t' && c <= '\r'))
      pending_ = is_blank ? Pending::kKept : std::max(pending_, Pending::kSpace);
  }
}

std::uint32_t BlockText::append_folded(std::string_view utf8, bool is_blank) {
  std::uint32_t chars = 0;
  for (std::size_t at = 0; at < utf8.size();) {
    if (is_visible_ascii(utf8[at])) {
      const std::size_t end = end_of_plain_run(utf8, at);
      if (pending_ != Pending::kNothing) chars += settle(utf8.substr(at));
      out_.append(utf8, at, end - at);
      chars += static_cast<std::uint32_t>(end - at);
      at = end;
      continue;
    }
    if (static_cast<unsigned char>(utf8[at]) <= ' ') {
      const std::size_t end = end_of_blank_run(utf8, at);
      leave_space(utf8.substr(at, end - at), is_blank);
      at = end;
      continue;
    }
    const std::size_t begin = at;
    Seen step = look_at(utf8, at);
    const bool joins = step.shown == Shown::kJoiner && pending_ == Pending::kNothing && !at_line_start() &&
                       (is_beyond_ascii(out_.back()) || joins_what_follows(utf8, at));
    at += step.bytes;
    if (step.shown == Shown::kCharacter || joins) {
      if (pending_ != Pending::kNothing) chars += settle(utf8.substr(begin));
      ++chars;
      for (; at < utf8.size() && is_beyond_ascii(utf8[at]); at += step.bytes, ++chars)
        if (step = look_beyond_ascii(utf8, at); step.shown != Shown::kCharacter) break;
      out_.append(utf8, begin, at - begin);
    } else if (step.shown == Shown::kSpace) {
      pending_ = Pending::kKept;
    }
  }
  return chars;
}

std::uint32_t BlockText::append_verbatim(std::string_view utf8) {
  std::uint32_t chars = 0;
  for (std::size_t at = 0; at < utf8.size();) {
    const Seen step = look_at(utf8, at);
    const char c = utf8[at];
    if (c == '\n') {
      out_ += c;
    } else if (c == '\t' || step.shown == Shown::kCharacter || step.shown == Shown::kJoiner) {
      out_.append(utf8, at, step.bytes);
      ++chars;
    } else if (step.shown == Shown::kSpace && c != '\r') {
      out_ += ' ';
      ++chars;
    }
    at += step.bytes;
  }
  return chars;
}

void BlockText::break_line() {
  pending_ = Pending::kNothing;
  if (out_.size() > begin_) out_ += '\n';
}

bool BlockText::finish() {
  const auto ends_in_joiner = [&] {
    return out_.size() >= begin_ + 3 && look_at(out_, out_.size() - 3).shown == Shown::kJoiner;
  };
  while (out_.size() > begin_) {
    if (out_.back() == ' ' || out_.back() == '\n' || out_.back() == '\t')
      out_.pop_back();
    else if (ends_in_joiner())
      out_.resize(out_.size() - 3);
    else
      break;
  }
  return out_.size() > begin_;
}

bool holds_tag_characters(std::string_view utf8) {
  constexpr unsigned char kLead = 0xF3;
  if (text::find_marked(utf8, [](const text::Bytes& c) { return c == kLead; }) == utf8.size()) return false;
  for (std::size_t at = utf8.find(kPlane14); at != std::string_view::npos; at = utf8.find(kPlane14, at + 1))
    if (is_tag(utf8, at) && look_at_plane_14(utf8, at).shown == Shown::kNothing) return true;
  return false;
}

std::string read_tag_characters(std::string_view utf8) {
  std::string spelled;
  for (std::size_t at = 0; at + 4 <= utf8.size(); ++at) {
    if (!is_tag(utf8, at)) continue;
    const auto last = static_cast<unsigned char>(utf8[at + 3]);
    const unsigned c = (static_cast<unsigned char>(utf8[at + 2]) & 1u) * 0x40 + (last & 0x3Fu);
    if (c >= ' ' && c < 0x7F) spelled += static_cast<char>(c);
  }
  return spelled;
}

bool is_blank(std::string_view utf8) {
  for (std::size_t at = 0; at < utf8.size();) {
    if (static_cast<unsigned char>(utf8[at]) <= ' ') {
      at = end_of_blank_run(utf8, at);
      continue;
    }
    const Seen step = look_at(utf8, at);
    if (step.shown == Shown::kCharacter) return false;
    at += step.bytes;
  }
  return true;
}

}  // namespace clean_article::extract
