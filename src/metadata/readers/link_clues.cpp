#include "metadata/readers/link_clues.hpp"

#include <algorithm>
#include <array>
#include <bitset>
#include <vector>

#include "site/site.hpp"
#include "text/text.hpp"

namespace clean_article::metadata {

namespace {

constexpr std::size_t kPair = 1;  // the pair of letters that most paths are told by, behind the sign

std::size_t pair_at(std::string_view text) {
  return std::size_t{static_cast<unsigned char>(text[kPair])} << 8 |
         static_cast<unsigned char>(text[kPair + 1]);
}

// "/author/jane-doe", "?author=7".
struct AuthorPaths {
  explicit AuthorPaths(const site::Words& words) {
    for (const site::Word& path : words.list(site::WordList::kAuthorPaths)) {
      if (path.text.size() < kPair + 2) continue;
      all.push_back(path.text);
      pairs.set(pair_at(path.text));
    }
  }

  bool begins(std::string_view text) const {
    if (text.size() < kPair + 2 || !pairs[pair_at(text)]) return false;
    return std::ranges::any_of(
        all, [&](std::string_view path) { return text.size() > path.size() && text.starts_with(path); });
  }

  std::vector<std::string_view> all;
  std::bitset<std::size_t{1} << 16> pairs;
};

const AuthorPaths& author_paths() {
  return site::words_in_use().made<AuthorPaths>();
}

}  // namespace

bool leads_to_author(std::string_view href) {
  const AuthorPaths& paths = author_paths();
  for (std::size_t at = href.find_first_of("/?_"); at != std::string_view::npos;
       at = href.find_first_of("/?_", at + 1))
    if (paths.begins(href.substr(at))) return true;
  return false;
}

bool may_tell(std::string_view tag) {
  static constexpr std::array<bool, 256> kBeginnings = [] {
    std::array<bool, 256> beginnings{};
    for (const char c : {'r', 'R', '/', '?', '_'}) beginnings[static_cast<unsigned char>(c)] = true;
    return beginnings;
  }();
  const AuthorPaths& paths = author_paths();
  for (std::size_t at = 0; at < tag.size(); ++at) {
    if (!kBeginnings[static_cast<unsigned char>(tag[at])]) continue;
    const std::string_view rest = tag.substr(at);
    if (text::ascii_lower(rest.front()) != 'r') {
      if (paths.begins(rest)) return true;
    } else if (rest.size() > 3 && text::equal_ignoring_ascii_case(rest.substr(0, 3), "rel") &&
               (rest[3] == '=' || text::is_html_space(rest[3]))) {
      return true;
    }
  }
  return false;
}

}  // namespace clean_article::metadata
