#include "site/rules/next_page.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "site/rules/site_rules.hpp"
#include "site/words/words.hpp"
#include "text/text.hpp"

namespace clean_article::site {
namespace {

using html::NodeId;
using html::Tag;

// An article of more pages is a book, and a larger number is no page's but an article's own.
constexpr unsigned kMostPages = 200;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_letter(char c) {
  const char lower = text::ascii_lower(c);
  return lower >= 'a' && lower <= 'z';
}

bool says_next(std::string text) {
  // Arrows and white space around the words.
  constexpr std::array<std::string_view, 9> kAround = {" ", "\n", "\t", ">", "»", "›", "→", "\u00A0", "."};
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view mark : kAround) {
      if (text.starts_with(mark)) text.erase(0, mark.size()), again = true;
      if (text.ends_with(mark)) text.erase(text.size() - mark.size()), again = true;
    }
  }
  for (char& c : text) c = text::ascii_lower(c);
  return words_in_use().list(WordList::kNextPage).has(text);
}

// Path and query, without fragment and final slash.
std::string place_of(const text::UrlParts& parts) {
  std::string place = parts.path.substr(0, parts.path.find('#'));
  while (place.ends_with('/')) place.pop_back();
  return place;
}

// The only number in a part of an address that holds nothing else but words and signs around it: 0 for none
// at all, nothing when the part says more.
std::optional<unsigned> page_number(std::string_view part) {
  unsigned number = 0;
  for (std::size_t at = 0; at < part.size();) {
    const std::size_t begin = at;
    if (is_digit(part[at])) {
      if (number != 0) return std::nullopt;
      while (at < part.size() && is_digit(part[at])) ++at;
      const auto [end, error] = std::from_chars(part.data() + begin, part.data() + at, number);
      if (error != std::errc() || number == 0 || number > kMostPages) return std::nullopt;
    } else if (is_letter(part[at])) {
      while (at < part.size() && is_letter(part[at])) ++at;
      std::string word(part.substr(begin, at - begin));
      for (char& c : word) c = text::ascii_lower(c);
      if (!words_in_use().list(WordList::kPageAddresses).has(word)) return std::nullopt;
    } else if (std::string_view("/-_.,?&=").find(part[at++]) == std::string_view::npos) {
      return std::nullopt;
    }
  }
  return number;
}

}  // namespace

bool goes_on(std::string_view url, std::string_view next) {
  const auto from = text::split_url(url);
  const auto to = text::split_url(next);
  if (!from || !to || rule_host(from->host) != rule_host(to->host)) return false;
  const std::string a = place_of(*from);
  const std::string b = place_of(*to);
  const std::size_t shorter = std::min(a.size(), b.size());
  std::size_t same = 0;
  while (same < shorter && a[same] == b[same]) ++same;
  const auto splits_word = [&](const std::string& s) {
    return same > 0 && same < s.size() &&
           ((is_digit(s[same - 1]) && is_digit(s[same])) || (is_letter(s[same - 1]) && is_letter(s[same])));
  };
  while (splits_word(a) || splits_word(b)) --same;
  std::size_t tail = 0;
  const auto ends_alike = [&](std::size_t length) {
    return length <= shorter - same && a[a.size() - length] == b[b.size() - length];
  };
  while (ends_alike(tail + 1)) ++tail;
  const auto begins_inside = [&](const std::string& s) {
    const std::size_t at = s.size() - tail;
    return tail > 0 && at > same &&
           ((is_digit(s[at - 1]) && is_digit(s[at])) || (is_letter(s[at - 1]) && is_letter(s[at])));
  };
  while (begins_inside(a) || begins_inside(b)) --tail;

  const auto number = page_number(std::string_view(a).substr(same, a.size() - same - tail));
  const auto next_number = page_number(std::string_view(b).substr(same, b.size() - same - tail));
  if (!number || !next_number || *next_number == 0) return false;
  return *number == 0 ? *next_number == 2 : *next_number == *number + 1;
}

std::optional<std::string> find_next_page(const html::Document& page, std::string_view page_url) {
  const std::string own = page_url.empty() ? html::declared_url(page) : std::string(page_url);
  const std::string base = html::base_url(page, own);
  const auto nodes = page.nodes();
  std::optional<std::string> by_words;
  for (NodeId id = 1; id < nodes.size(); ++id) {
    if (nodes[id].tag != Tag::k_a && nodes[id].tag != Tag::k_link) continue;
    std::optional<std::string> link = page.attribute(id, "href");
    if (!link) continue;
    const auto rel = page.attribute(id, "rel");
    const bool is_marked = rel && text::equal_ignoring_ascii_case(*rel, "next");
    if (!is_marked && (by_words || nodes[id].tag == Tag::k_link)) continue;
    if (!is_marked) {
      constexpr std::size_t kMostBytes = 100;  // of text that says no more than "next page"
      std::string text;
      for (NodeId inner = id + 1; inner < nodes[id].end && text.size() <= kMostBytes; ++inner)
        if (nodes[inner].tag == Tag::kText) page.append_text(inner, text);
      if (text.size() > kMostBytes || !says_next(std::move(text))) continue;
    }
    const auto absolute = text::resolve_url(base, *link);
    if (!absolute || !goes_on(own, *absolute)) continue;
    if (is_marked) return link;
    by_words = link;
  }
  return by_words;
}

}  // namespace clean_article::site
