#include "extract/blocks/text_images.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>

#include "extract/blocks/class_tokens.hpp"
#include "text/text.hpp"

namespace clean_article::extract {

namespace {

constexpr std::size_t kLongestSign = 12;  // code points: families and flags are put together of ten
constexpr std::size_t kLongestCode = 32;  // bytes of ":woman_shrugging:"

bool is_emoji(char32_t c) {
  return (c >= 0x1F000 && c < 0x1FB00) || (c >= 0x2190 && c < 0x2C00) || c == 0x3030 || c == 0x303D;
}
// What stands with emoji: joiners, variation selectors, tags of flags, the digits of keycaps.
bool joins_emoji(char32_t c) {
  return c == 0x200D || c == 0xFE0F || c == 0xFE0E || (c >= 0xE0020 && c < 0xE0080) ||
         (c >= '0' && c <= '9') || c == '#' || c == '*';
}

bool holds_only_emoji(std::string_view alt) {
  bool any = false;
  std::size_t signs = 0;
  for (std::size_t at = 0; at < alt.size(); ++signs) {
    const char32_t c = text::next_code_point(alt, at);
    any = any || is_emoji(c);
    if (!is_emoji(c) && !joins_emoji(c)) return false;
  }
  return any && signs <= kLongestSign;
}

// The emoji of ":1f44c:", which some forums name by its code; other alternative texts as they are.
std::string without_code(const std::string& alt) {
  constexpr std::size_t kShortest = 6;  // bytes
  constexpr int kHex = 16;
  if (alt.size() < kShortest || alt.front() != ':' || alt.back() != ':') return alt;
  std::string signs;
  for (std::size_t at = 1; at < alt.size();) {
    std::uint32_t code = 0;
    const auto read = std::from_chars(alt.data() + at, alt.data() + alt.size(), code, kHex);
    const auto end = static_cast<std::size_t>(read.ptr - alt.data());
    if (read.ec != std::errc() || (alt[end] != '-' && alt[end] != ':') ||
        !(is_emoji(code) || joins_emoji(code)))
      return alt;
    text::append_utf8(code, signs);
    at = end + 1;
  }
  return signs;
}

// The words in addresses of images that draw formulas, parted before the letter that all have and few others.
struct DrawingWord {
  std::string_view before_x, from_x;
};
constexpr DrawingWord kDrawingWords[] = {
    {"late", "x"}, {"mathte", "x"}, {"equation?te", "x="}, {"cht=t", "x&"}};

bool draws_formula(std::string_view address) {
  for (std::size_t x = address.find('x'); x != std::string_view::npos; x = address.find('x', x + 1)) {
    if (x == 0 || (address[x - 1] != 'e' && address[x - 1] != 't')) continue;
    if (std::ranges::any_of(kDrawingWords, [&](const DrawingWord& word) {
          return address.substr(0, x).ends_with(word.before_x) && address.substr(x).starts_with(word.from_x);
        }))
      return true;
  }
  return false;
}

}  // namespace

bool may_be_text(const html::Document& document, html::NodeId image) {
  const auto holds_any = [](std::string_view text, auto... parts) {
    return ((text.find(parts) != std::string_view::npos) || ...);
  };
  bool alt = false;
  bool sign = false;
  document.visit_attributes(image, [&](const html::Attribute& attribute) {
    const std::string_view value = attribute.raw_value;
    constexpr char kFirstOfThree = '\xE2';  // bytes: where the signs of emoji begin in UTF-8
    if (attribute.is("alt")) {
      alt = !value.empty();
      sign = sign ||
             (alt && (static_cast<unsigned char>(value[0]) >= static_cast<unsigned char>(kFirstOfThree) ||
                      value[0] == '&'));
    } else if (attribute.is("class")) {
      sign = sign || holds_any(value, "emoji", "smil", "emoti", "tex", "math", "ql-img");
    } else if (attribute.is("src")) {
      sign = sign || draws_formula(value);
    } else if (attribute.is("eeimg")) {
      sign = true;
    }
  });
  return alt && sign;
}

std::string text_of_image(const html::Document& document, html::NodeId image) {
  std::string alt = document.attribute(image, "alt").value_or("");
  if (alt.empty() || alt.size() > kLongestSign * 4) return "";
  if (holds_only_emoji(alt)) return alt;
  const ClassTokens classes(document, image);
  const bool drawn = classes.any([](std::string_view token) {
    for (const std::string_view name : {"emoji", "smiley", "smilies", "smilie", "emoticon", "twemoji"})
      if (token == name || token == std::string("wp-") + std::string(name)) return true;
    return token == "bbc_emoticon";
  });
  // ":)" and ":smile:", but no name such as "Smile" and no title of a picture.
  const bool letter = text::is_word(text::first_code_point(alt));
  const bool sign = alt.size() <= kLongestCode && alt.find(' ') == std::string::npos && !letter;
  return drawn && sign ? without_code(alt) : "";
}

}  // namespace clean_article::extract
