// Reading the inside of one tag: where names and attributes end. Exact by the tokenizer states of the
// HTML standard; knows nothing of what a tag means.
#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <string_view>

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
  AttributeCursor(const char* behind_name, const char* end) : at_(behind_name), end_(end) {}

  // From a whole start tag, '<' first.
  static AttributeCursor of_start_tag(std::string_view tag) {
    const char* end = tag.data() + tag.size();
    return {tag.empty() ? end : markup::end_of_name(tag.data() + 1, end), end};
  }

  // The next attribute, or false when the tag (or the source) ends.
  bool next(Attribute& attribute) {
    if (!skip_to_name()) return false;
    const char* name = at_;
    for (++at_; at_ != end_ && !markup::is(*at_, markup::kEndsAttributeName);) ++at_;
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
  bool skip_to_name() {
    bool slash = false;
    for (; at_ != end_; ++at_) {
      if (*at_ == '>') {
        ++at_;
        closed_ = true;
        self_closing_ = slash;
        return false;
      }
      if (*at_ != '/' && !markup::is(*at_, markup::kSpaceByte)) return true;
      slash = *at_ == '/';
    }
    return false;
  }

  void read_value(Attribute& attribute) {
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
    while (at_ != end_ && !markup::is(*at_, markup::kEndsUnquoted)) ++at_;
    attribute.raw_value = {begin, static_cast<std::size_t>(at_ - begin)};
  }

  const char* at_;
  const char* end_;
  bool closed_ = false;
  bool self_closing_ = false;
};

}  // namespace clean_article::html
