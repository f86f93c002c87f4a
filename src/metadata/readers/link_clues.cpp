#include "metadata/readers/link_clues.hpp"

#include <algorithm>
#include <array>

#include "text/text.hpp"

namespace clean_article::metadata {

namespace {

// "/author/jane-doe", "?author=7".
constexpr auto kAuthorPaths = std::to_array<std::string_view>(
    {"/author/", "/authors/", "/autor/", "/autoren/", "/auteur/", "/autores/", "/contributor/",
     "/contributors/", "/writers/", "/journalist/", "?author=", "_author="});

bool begins_author_path(std::string_view text) {
  if (text.size() < 3) return false;
  switch (text[1]) {  // most paths end here
    case 'a':
      if (text[2] != 'u') return false;
      break;
    case 'c':
    case 'j':
      if (text[2] != 'o') return false;
      break;
    case 'w':
      if (text[2] != 'r') return false;
      break;
    default:
      return false;
  }
  return std::any_of(kAuthorPaths.begin(), kAuthorPaths.end(), [&](std::string_view path) {
    return text.size() > path.size() && text.starts_with(path);
  });
}

}  // namespace

bool leads_to_author(std::string_view href) {
  for (std::size_t at = href.find_first_of("/?_"); at != std::string_view::npos;
       at = href.find_first_of("/?_", at + 1))
    if (begins_author_path(href.substr(at))) return true;
  return false;
}

bool may_tell(std::string_view tag) {
  static constexpr std::array<bool, 256> kBeginnings = [] {
    std::array<bool, 256> beginnings{};
    for (const char c : {'r', 'R', '/', '?', '_'}) beginnings[static_cast<unsigned char>(c)] = true;
    return beginnings;
  }();
  for (std::size_t at = 0; at < tag.size(); ++at) {
    if (!kBeginnings[static_cast<unsigned char>(tag[at])]) continue;
    const std::string_view rest = tag.substr(at);
    if (text::ascii_lower(rest.front()) != 'r') {
      if (begins_author_path(rest)) return true;
    } else if (rest.size() > 3 && text::equal_ignoring_ascii_case(rest.substr(0, 3), "rel") &&
               (rest[3] == '=' || text::is_html_space(rest[3]))) {
      return true;
    }
  }
  return false;
}

}  // namespace clean_article::metadata
