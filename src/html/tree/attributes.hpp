// Reading the inside of one tag: where names and attributes end. Exact by the tokenizer states of the
// HTML standard; knows nothing of what a tag means.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "text/text.hpp"

namespace clean_article::html {

// A stretch of the source. Byte offsets into Document::source().
struct Span {
  std::uint32_t begin;
  std::uint32_t end;
};

// One attribute as the source has it.
struct Attribute {
  std::string_view name;       // any case
  std::string_view raw_value;  // references not decoded; empty when there is none

  // Whether it is called `word`, which is in small letters: a few machine words are compared.
  template <std::size_t kSize>
  bool is(const char (&word)[kSize]) const {
    constexpr std::size_t kBytes = kSize - 1;  // without the NUL
    static_assert(kBytes > 0 && kBytes <= 16);
    constexpr std::size_t kHead = kBytes < 8 ? kBytes : 8;
    if (name.size() != kBytes) return false;
    const auto same = [&](std::size_t at) {
      std::uint64_t mine = 0;
      std::uint64_t wanted = 0;
      std::memcpy(&mine, name.data() + at, kHead);
      std::memcpy(&wanted, word + at, kHead);
      const std::uint64_t letters = wanted & 0x4040'4040'4040'4040u;
      return (mine | letters >> 1) == wanted;  // a letter's case is one bit of it
    };
    return same(0) && (kBytes <= 8 || same(kBytes - kHead));
  }
};

namespace markup {

enum ByteClass : unsigned char {
  kSpaceByte = 1,
  kEndsTagName = 2,        // space / >
  kEndsAttributeName = 4,  // space / > =
  kEndsUnquoted = 8,       // space >
  kLetterByte = 16,
};

constexpr std::array<unsigned char, 256> make_classes() {
  std::array<unsigned char, 256> classes{};
  for (const char c : {' ', '\t', '\n', '\r', '\f'}) {
    classes[static_cast<unsigned char>(c)] = kSpaceByte | kEndsTagName | kEndsAttributeName | kEndsUnquoted;
  }
  classes['/'] = kEndsTagName | kEndsAttributeName;
  classes['>'] = kEndsTagName | kEndsAttributeName | kEndsUnquoted;
  classes['='] = kEndsAttributeName;
  for (unsigned c = 'a'; c <= 'z'; ++c) classes[c] = classes[c - 'a' + 'A'] = kLetterByte;
  return classes;
}

inline constexpr auto kClasses = make_classes();

constexpr bool is(char c, ByteClass wanted) {
  return (kClasses[static_cast<unsigned char>(c)] & wanted) != 0;
}

// Where the name that begins at `name` (a letter) ends.
inline const char* end_of_name(const char* name, const char* end) {
  while (name != end && !is(*name, kEndsTagName)) ++name;
  return name;
}

}  // namespace markup

// Goes through the attributes of one tag, from behind its name.
class AttributeCursor {
 public:
  // Bytes up to `readable` may be looked at, which are none of the tag's from `end` on.
  AttributeCursor(const char* behind_name, const char* end, const char* readable)
      : at_(behind_name), end_(end), readable_(readable) {}
  AttributeCursor(const char* behind_name, const char* end) : AttributeCursor(behind_name, end, end) {}

  // From a whole start tag, '<' first, of a source that ends at `readable`.
  static AttributeCursor of_start_tag(std::string_view tag, const char* readable) {
    const char* end = tag.data() + tag.size();
    return {tag.empty() ? end : markup::end_of_name(tag.data() + 1, end), end, readable};
  }

  // The next attribute, or false when the tag (or the source) ends. Inlined whole, as what it calls: the
  // cursor then is in registers, else in memory for each byte.
  [[gnu::always_inline]] bool next(Attribute& attribute) {
    if (!skip_to_name()) return false;
    const char* name = at_;
    at_ = find(name + 1, markup::kEndsAttributeName,
               [](const text::Bytes& c) { return (c <= ' ') | (c == '/') | (c == '=') | (c == '>'); });
    attribute.name = {name, static_cast<std::size_t>(at_ - name)};
    attribute.raw_value = {};
    while (at_ != end_ && markup::is(*at_, markup::kSpaceByte)) ++at_;
    if (at_ != end_ && *at_ == '=') {
      ++at_;
      read_value(attribute);
    }
    return true;
  }

  // After next() said false: whether the tag ended with '>', and with "/>".
  bool closed() const { return closed_; }
  bool self_closing() const { return self_closing_; }
  // Behind the '>'.
  const char* position() const { return at_; }

 private:
  [[gnu::always_inline]] bool skip_to_name() {
    bool slash = false;
    for (; at_ != end_; ++at_) {
      if (!markup::is(*at_, markup::kEndsTagName)) return true;
      if (*at_ == '>') {
        ++at_;
        closed_ = true;
        self_closing_ = slash;
        return false;
      }
      slash = *at_ == '/';
    }
    return false;
  }

  [[gnu::always_inline]] void read_value(Attribute& attribute) {
    while (at_ != end_ && markup::is(*at_, markup::kSpaceByte)) ++at_;
    if (at_ == end_ || *at_ == '>') return;
    const char* begin = at_;
    if (*at_ == '"' || *at_ == '\'') {
      ++begin;
      const void* quote = std::memchr(begin, *at_, static_cast<std::size_t>(end_ - begin));
      const char* stop = quote != nullptr ? static_cast<const char*>(quote) : end_;
      attribute.raw_value = {begin, static_cast<std::size_t>(stop - begin)};
      at_ = quote != nullptr ? stop + 1 : end_;
      return;
    }
    at_ = find(begin, markup::kEndsUnquoted, [](const text::Bytes& c) { return (c <= ' ') | (c == '>'); });
    attribute.raw_value = {begin, static_cast<std::size_t>(at_ - begin)};
  }

  // The first byte of a class, from `at` on; `may_be` marks all of the class and maybe others. Most are near:
  // the sixteen bytes there are looked at without a call.
  template <typename MayBe>
  [[gnu::always_inline]] const char* find(const char* at, markup::ByteClass wanted,
                                          const MayBe& may_be) const {
    if (readable_ - at >= static_cast<std::ptrdiff_t>(text::kSixteen)) {
      if (const std::uint32_t bits = text::bits_of(may_be(text::bytes_at(at))); bits != 0) {
        at += std::countr_zero(bits);
        if (at >= end_) return end_;
        if (markup::is(*at, wanted)) return at;
      }
    }
    for (;; ++at) {
      at += text::find_marked({at, static_cast<std::size_t>(end_ - at)}, readable_, may_be);
      if (at == end_ || markup::is(*at, wanted)) return at;
    }
  }

  const char* at_;
  const char* end_;
  const char* readable_;
  bool closed_ = false;
  bool self_closing_ = false;
};

}  // namespace clean_article::html
