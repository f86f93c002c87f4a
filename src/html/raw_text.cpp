// The raw text states of the tokenizer, as searches. Knows nothing of trees.
#include "html/raw_text.hpp"

#include <cstring>

#include "html/attributes.hpp"
#include "text/text.hpp"

namespace clean_article::html {
namespace {

const char* find_less_than(const char* at, const char* end) {
  const void* found = std::memchr(at, '<', static_cast<std::size_t>(end - at));
  return found != nullptr ? static_cast<const char*>(found) : end;
}

// Whether `name` stands at `at`, in any case, followed by what ends a tag name.
bool tag_name_at(const char* at, const char* end, std::string_view name) {
  if (static_cast<std::size_t>(end - at) <= name.size()) return false;
  for (std::size_t i = 0; i < name.size(); ++i) {
    if (text::ascii_lower(at[i]) != text::ascii_lower(name[i])) return false;
  }
  return markup::is(at[name.size()], markup::kEndsTagName);
}

bool end_tag_at(const char* less_than, const char* end, std::string_view name) {
  return end - less_than >= 2 && less_than[1] == '/' && tag_name_at(less_than + 2, end, name);
}

// Behind the next "-->", or `end`.
const char* behind_arrow(const char* at, const char* end) {
  constexpr std::string_view kArrow = "-->";
  const auto found = std::string_view(at, static_cast<std::size_t>(end - at)).find(kArrow);
  return found == std::string_view::npos ? end : at + found + kArrow.size();
}

}  // namespace

const char* end_of_raw_text(const char* at, const char* end, std::string_view name) {
  for (at = find_less_than(at, end); at != end; at = find_less_than(at + 1, end)) {
    if (end_tag_at(at, end, name)) return at;
  }
  return end;
}

const char* end_of_script(const char* at, const char* end) {
  constexpr std::string_view kScript = "script";
  constexpr std::string_view kCommentStart = "<!--";
  const char* unescaped_at = at;  // while at < this: escaped
  bool double_escaped = false;
  for (at = find_less_than(at, end); at != end; at = find_less_than(at + 1, end)) {
    if (at >= unescaped_at) {
      double_escaped = false;
      if (std::string_view(at, static_cast<std::size_t>(end - at)).starts_with(kCommentStart)) {
        unescaped_at = behind_arrow(at + 2, end);  // the dashes of "<!-->" end it as well
        continue;
      }
    }
    if (end_tag_at(at, end, kScript)) {
      if (!double_escaped) return at;
      double_escaped = false;
    } else if (at < unescaped_at && !double_escaped) {
      double_escaped = tag_name_at(at + 1, end, kScript);
    }
  }
  return end;
}

}  // namespace clean_article::html
