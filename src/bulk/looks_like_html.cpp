// The guess from the first bytes of a file whether it is a page.
#include <algorithm>
#include <array>

#include "bulk/walk.hpp"
#include "text/text.hpp"

namespace clean_article::bulk {
namespace {

bool begins_with(std::string_view bytes, std::string_view word) {
  return bytes.size() >= word.size() && text::equal_ignoring_ascii_case(bytes.substr(0, word.size()), word);
}

// Takes what stands between `bytes` and the end of `end`; false when that end is not in sight.
bool skip_past(std::string_view& bytes, std::string_view end) {
  const auto at = bytes.find(end);
  if (at == std::string_view::npos) return false;
  bytes.remove_prefix(at + end.size());
  return true;
}

}  // namespace

bool looks_like_html(std::string_view first_bytes) {
  // Elements that pages begin with. Not <svg>, <rss>, <feed>: those are files of another kind.
  static constexpr std::array<std::string_view, 16> kFirstTags = {
      "html", "head", "body", "title", "meta", "link",  "script", "style",
      "base", "div",  "p",    "h1",    "main", "table", "center", "article"};

  // UTF-16 is ASCII with NULs between: without them the marks show.
  std::string plain(first_bytes);
  std::erase(plain, '\0');
  std::string_view rest = plain;
  for (const std::string_view mark : {"\xEF\xBB\xBF", "\xFE\xFF", "\xFF\xFE"}) {
    if (rest.starts_with(mark)) rest.remove_prefix(mark.size());
  }

  bool commented = false;
  while (true) {
    while (!rest.empty() && text::is_html_space(rest.front())) rest.remove_prefix(1);
    if (rest.starts_with("<!--")) {
      commented = true;
      if (!skip_past(rest, "-->")) return true;  // a long licence or a banner before the page
    } else if (begins_with(rest, "<?xml")) {
      if (!skip_past(rest, ">")) return false;
    } else {
      break;
    }
  }
  if (rest.empty()) return commented;
  if (begins_with(rest, "<!doctype")) {
    rest.remove_prefix(9);
    while (!rest.empty() && text::is_html_space(rest.front())) rest.remove_prefix(1);
    return begins_with(rest, "html");
  }
  if (rest.front() != '<') return false;
  rest.remove_prefix(1);
  return std::any_of(kFirstTags.begin(), kFirstTags.end(), [&](std::string_view tag) {
    if (!begins_with(rest, tag)) return false;
    const std::string_view behind = rest.substr(tag.size());
    return behind.empty() || behind.front() == '>' || behind.front() == '/' ||
           text::is_html_space(behind.front());
  });
}

}  // namespace clean_article::bulk
