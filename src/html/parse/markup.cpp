// Recognising markup: see markup.hpp. The start of a page gives it away nearly always; a text that starts
// otherwise is markup only when real tags stand close enough together.
#include "html/parse/markup.hpp"

#include <algorithm>
#include <cstddef>

#include "html/tree/tag.hpp"
#include "text/text.hpp"

namespace clean_article::html {
namespace {

constexpr std::size_t kMostBytes = std::size_t{256} << 10;  // that are looked at
constexpr std::size_t kMostTagBytes = 4096;  // from '<' to '>': a tag with a long style or data URL

// Tags that shape a page stand in it at least this often on average, tags within lines (which prose and
// code mention, too) much more often.
constexpr std::size_t kBytesPerBlockTag = 2000;
constexpr std::size_t kBytesPerInlineTag = 300;
constexpr std::size_t kFewestBlockTags = 2;   // "put a <br> there" is no page
constexpr std::size_t kFewestInlineTags = 4;  // nor is "<b>this</b>"

bool is_block_tag(Tag tag) {
  switch (tag) {
    case Tag::k_p:
    case Tag::k_div:
    case Tag::k_br:
    case Tag::k_table:
    case Tag::k_tr:
    case Tag::k_td:
    case Tag::k_ul:
    case Tag::k_ol:
    case Tag::k_li:
    case Tag::k_dl:
    case Tag::k_dd:
    case Tag::k_h1:
    case Tag::k_h2:
    case Tag::k_h3:
    case Tag::k_h4:
    case Tag::k_article:
    case Tag::k_section:
    case Tag::k_main:
    case Tag::k_header:
    case Tag::k_footer:
    case Tag::k_nav:
    case Tag::k_aside:
    case Tag::k_blockquote:
    case Tag::k_figure:
    case Tag::k_html:
    case Tag::k_head:
    case Tag::k_body:
    case Tag::k_title:
    case Tag::k_script:
    case Tag::k_style:
    case Tag::k_center:
    case Tag::k_form:
      return true;
    default:
      return false;
  }
}

// A page that leaves <html> and <head> out begins with one of these, no text does.
bool begins_head(Tag tag) {
  return tag == Tag::k_meta || tag == Tag::k_link || tag == Tag::k_base;
}

constexpr bool is_name_start(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
constexpr bool is_name(char c) {
  return is_name_start(c) || (c >= '0' && c <= '9');
}

struct FoundTag {
  Tag tag = Tag::kUnknown;
  bool is_end = false;
  std::size_t bytes = 0;  // up to behind '>', 0 where there is no tag
};

// The tag at a '<'. What follows the name decides: "<a@b.c>", "<vector<int>>", "a <b && c> d" are none.
FoundTag tag_at(std::string_view text) {
  FoundTag found;
  std::size_t pos = 1;
  if (pos < text.size() && text[pos] == '/') {
    found.is_end = true;
    ++pos;
  }
  const std::size_t name = pos;
  if (pos >= text.size() || !is_name_start(text[pos])) return {};
  while (pos < text.size() && is_name(text[pos])) ++pos;
  found.tag = tag_for_name(text.substr(name, pos - name));
  while (pos < text.size() && text::is_html_space(text[pos])) ++pos;
  if (pos >= text.size()) return {};
  const bool attributes = text::is_html_space(text[pos - 1]) && !found.is_end && is_name_start(text[pos]);
  if (attributes) {
    const std::size_t close = text.substr(0, kMostTagBytes).find('>', pos);
    if (close == std::string_view::npos) return {};
    const std::string_view inside = text.substr(pos, close - pos);
    // "<i ranges over n>" has none of this, an attribute's name seldom comes alone.
    if (inside.find('=') == std::string_view::npos && inside.find(' ') != std::string_view::npos) return {};
    found.bytes = close + 1;
    return found;
  }
  if (text[pos] == '/' && pos + 1 < text.size()) ++pos;
  if (text[pos] != '>') return {};
  found.bytes = pos + 1;
  return found;
}

bool starts_with_ignoring_case(std::string_view text, std::string_view start) {
  return text::equal_ignoring_ascii_case(text.substr(0, start.size()), start);
}

// Behind white space, a BOM and comments.
std::string_view without_preamble(std::string_view text) {
  if (text.substr(0, 3) == "\xEF\xBB\xBF") text.remove_prefix(3);
  while (true) {
    while (!text.empty() && text::is_html_space(text.front())) text.remove_prefix(1);
    if (text.substr(0, 4) != "<!--") return text;
    const std::size_t end = text.find("-->");
    if (end == std::string_view::npos) return text;
    text.remove_prefix(end + 3);
  }
}

}  // namespace

bool looks_like_markup(std::string_view utf8) {
  const std::string_view text = without_preamble(utf8.substr(0, kMostBytes));
  if (text.empty() || text.find('<') == std::string_view::npos) return false;
  for (const std::string_view start : {"<!doctype", "<?xml", "<html", "<head", "<body", "<!--"}) {
    if (starts_with_ignoring_case(text, start)) return true;
  }
  if (text.front() == '<') {
    const FoundTag first = tag_at(text);
    if (first.bytes > 0 && (is_block_tag(first.tag) || begins_head(first.tag))) return true;
  }
  std::size_t block_tags = 0;
  std::size_t inline_tags = 0;
  std::size_t end_tags = 0;
  for (std::size_t pos = text.find('<'); pos != std::string_view::npos; pos = text.find('<', pos + 1)) {
    const FoundTag found = tag_at(text.substr(pos));
    if (found.bytes == 0 || found.tag == Tag::kUnknown) continue;
    (is_block_tag(found.tag) ? block_tags : inline_tags) += 1;
    end_tags += found.is_end;
    pos += found.bytes - 1;
  }
  if (block_tags >= kFewestBlockTags && text.size() / block_tags <= kBytesPerBlockTag) return true;
  // Code has opening brackets in plenty and closing tags hardly ever.
  const std::size_t tags = block_tags + inline_tags;
  return end_tags > 0 && (tags >= kFewestInlineTags || text.front() == '<') &&
         text.size() / tags <= kBytesPerInlineTag;
}

}  // namespace clean_article::html
