#include "extract/blocks/icons.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include "text/text.hpp"

namespace clean_article::extract {

namespace {

// What icons are drawn with. No digits, signs of arithmetic or emoji, which say something.
bool is_glyph(char32_t c) {
  constexpr std::u32string_view kMarks = U"\u00BB\u203A\u00AB\u2039\u2022\u00B6\u00B7#|";
  return (c >= 0xE000 && c <= 0xF8FF) || c >= 0xF0000 ||  // for private use
         (c >= 0x2190 && c <= 0x21FF) ||                  // arrows
         (c >= 0x25A0 && c <= 0x25FF) ||                  // boxes and triangles
         (c >= 0x27F0 && c <= 0x27FF) || (c >= 0x2900 && c <= 0x297F) || (c >= 0x2B00 && c <= 0x2B4F) ||
         kMarks.find(c) != std::u32string_view::npos;
}

bool is_drawn_with_glyphs(std::string_view text) {
  bool any = false;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = text::next_code_point(text, at);
    if (text::is_space(c)) continue;
    if (!is_glyph(c)) return false;
    any = true;
  }
  return any;
}

// One sign that is no part of a word and no number: a star, a tick, an envelope.
bool is_sign(std::string_view text) {
  std::size_t at = 0;
  const char32_t c = text.empty() ? U'a' : text::next_code_point(text, at);
  return at == text.size() && c >= 0x2600 && c <= 0x27BF;
}

// "arrow_forward": what fonts of icons draw as one.
bool is_ligature(std::string_view text) {
  constexpr std::size_t kLongest = 32;  // bytes
  const auto is_part = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; };
  return !text.empty() && text.size() <= kLongest && std::ranges::all_of(text, is_part);
}

}  // namespace

bool is_icon(const html::Document& document, html::NodeId element, bool named, bool aria_hidden) {
  constexpr html::NodeId kMostNodes = 4;
  if ((!named && !aria_hidden) || document[element].end - element > kMostNodes) return false;
  std::string text;
  for (html::NodeId id = element + 1; id < document[element].end; ++id)
    if (document[id].tag == html::Tag::kText) document.append_text(id, text);
  const std::string folded = text::fold_html_space(text);
  return is_drawn_with_glyphs(folded) || (named && aria_hidden && (is_ligature(folded) || is_sign(folded)));
}

}  // namespace clean_article::extract
