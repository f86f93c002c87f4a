#include "extract/blocks/link_notes.hpp"

#include <algorithm>
#include <array>
#include <bitset>
#include <cstdint>
#include <string>
#include <unordered_set>

#include "site/site.hpp"
#include "text/text.hpp"

namespace clean_article::extract {

namespace {

constexpr std::size_t kLongest = 120;  // bytes of a note

struct Notes {
  explicit Notes(const site::Words& words) {
    for (const site::Word& word : words.list(site::WordList::kLinkNotes)) {
      if (word.text.size() < 2) continue;
      if (word.section == "openings") {
        openings.emplace(word.text);
        begins.set(static_cast<unsigned char>(word.text.front()));
      }
      all.emplace(word.text);
      ends.set(end_of(word.text));
      longest = std::max(longest, word.text.size());
    }
  }

  std::unordered_set<std::string> openings;
  std::unordered_set<std::string> all;
  std::bitset<256> begins;   // the first bytes of openings
  std::bitset<65'536> ends;  // the last two bytes of each: most texts are told by them
  std::size_t longest = 0;

  static std::size_t end_of(std::string_view text) {
    const auto byte = [&](std::size_t from_end) {
      return static_cast<std::size_t>(
          static_cast<unsigned char>(text::ascii_lower(text[text.size() - from_end])));
    };
    return byte(1) << 8 | byte(2);
  }
};

const Notes& notes() {
  return site::words_in_use().made<Notes>();
}

bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\t';
}

std::string_view trimmed(std::string_view s) {
  while (!s.empty() && is_space(s.front())) s.remove_prefix(1);
  while (!s.empty() && is_space(s.back())) s.remove_suffix(1);
  return s;
}

// As the list has it.
std::string folded(std::string_view text) {
  std::string lower = text::to_lower(text);
  for (std::size_t at = lower.find("\u2019"); at != std::string::npos; at = lower.find("\u2019", at))
    lower[at] = '\'', lower.erase(at + 1, std::string_view("\u2019").size() - 1);
  return lower;
}

bool may_end_a_note(std::string_view text) {
  return text.size() >= 2 && notes().ends.test(Notes::end_of(text));
}

// In lower case characters beyond ASCII may begin with another byte.
bool may_begin_a_note(char c) {
  return static_cast<unsigned char>(c) >= 0x80 ||
         notes().begins.test(static_cast<unsigned char>(text::ascii_lower(c)));
}

struct Brackets {
  std::string_view open, close;
};
constexpr Brackets kBrackets[] = {{"(", ")"}, {"[", "]"}, {"\uFF08", "\uFF09"}, {"\uFF3B", "\uFF3D"}};

// The brackets that close at the end of a text that is not empty; none where they are empty.
Brackets closed_at_end(std::string_view text) {
  for (const Brackets& pair : kBrackets)
    if (text.back() == pair.close.back() && text.ends_with(pair.close)) return pair;
  return {};
}

bool holds_note(std::string_view inside) {
  const std::string_view text = trimmed(inside);
  return text.size() <= kLongest && may_end_a_note(text) && notes().all.contains(folded(text));
}

// What stands between a bracket at `open` and the one that ends the text.
std::string_view inside_of(std::string_view text, std::size_t open, const Brackets& pair) {
  text.remove_suffix(pair.close.size());
  return text.substr(open + pair.open.size());
}

std::size_t begin_in_brackets(std::string_view text, const Brackets& pair) {
  const std::size_t open = text.rfind(pair.open);
  if (open == std::string_view::npos || !holds_note(inside_of(text, open, pair))) return text.size();
  return open;
}

// Of a note that stands behind a comma or a dash, or that no sentence ends in.
std::size_t begin_without_brackets(std::string_view text) {
  if (!may_end_a_note(text)) return text.size();
  const std::size_t from = text.size() - std::min(text.size(), kLongest);
  for (std::size_t at = from; at < text.size(); ++at) {
    // A word begins here. Languages without spaces have notes in brackets.
    if (at == 0 || !is_space(text[at - 1])) continue;
    if (may_begin_a_note(text[at]) && notes().openings.contains(folded(text.substr(at)))) return at;
  }
  return text.size();
}

}  // namespace

std::size_t begin_of_link_note(std::string_view link_text) {
  if (link_text.size() < 2) return link_text.size();
  const Brackets pair = closed_at_end(link_text);
  std::size_t begin =
      pair.open.empty() ? begin_without_brackets(link_text) : begin_in_brackets(link_text, pair);
  if (begin == link_text.size()) return begin;
  const auto leads = [&] {
    const std::string_view left = link_text.substr(0, begin);
    if (left.empty()) return std::size_t{0};
    if (is_space(left.back()) || left.back() == ',' || left.back() == '-' || left.back() == ';')
      return std::size_t{1};
    return left.ends_with("–") || left.ends_with("—") ? std::size_t{3} : std::size_t{0};
  };
  for (std::size_t bytes = leads(); bytes > 0; bytes = leads()) begin -= bytes;
  return begin > 0 ? begin : link_text.size();
}

bool is_link_note(std::string_view text) {
  text = trimmed(text);
  if (text.size() < 2 || text.size() > kLongest) return false;
  if (text.front() == ',' || text.front() == '-') text = trimmed(text.substr(1));
  if (text.size() < 2) return false;
  const Brackets pair = closed_at_end(text);
  if (!pair.open.empty() && text.starts_with(pair.open)) return holds_note(inside_of(text, 0, pair));
  return may_end_a_note(text) && may_begin_a_note(text[0]) && notes().openings.contains(folded(text));
}

std::size_t leading_link_note(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size() && is_space(text[at])) ++at;
  for (const Brackets& pair : kBrackets) {
    if (!text.substr(at).starts_with(pair.open)) continue;
    const std::size_t end = text.substr(0, at + kLongest).find(pair.close, at);
    if (end == std::string_view::npos) return 0;
    const std::size_t behind = end + pair.close.size();
    return holds_note(inside_of(text.substr(0, behind), at, pair)) ? behind : 0;
  }
  return 0;
}

}  // namespace clean_article::extract
