// Names by their capitals: see names.hpp.
#include "site/phrases/capitals.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "text/text.hpp"

namespace clean_article::site {
namespace {

// Sorted by bytes: looked up by halving.
constexpr std::array<std::string_view, 65> kJoining = {
    "a",   "af",  "al",  "am",  "an",  "and",   "at",   "av",  "bei", "bin",  "by",  "d",  "da",
    "dal", "das", "de",  "dei", "del", "della", "der",  "des", "di",  "do",   "dos", "du", "e",
    "ed",  "el",  "em",  "en",  "et",  "for",   "from", "för", "für", "i",    "ibn", "im", "in",
    "la",  "le",  "och", "of",  "og",  "oraz",  "par",  "per", "por", "pour", "s",   "te", "ten",
    "ter", "the", "und", "van", "vom", "von",   "y",    "z",   "zu",  "zum",  "zur", "ο",  "и",
};

bool is_joining(std::string_view word) {
  return std::binary_search(kJoining.begin(), kJoining.end(), word);
}

}  // namespace

bool only_names_behind(std::string_view block_text, std::size_t words) {
  std::size_t seen = 0;
  bool any_name = false;
  std::size_t pos = 0;
  while (pos < block_text.size()) {
    std::size_t begin = pos;
    char32_t first = text::next_code_point(block_text, pos);
    if (!text::is_word(first)) continue;
    std::size_t end = pos;
    while (pos < block_text.size()) {
      end = pos;
      if (!text::is_word(text::next_code_point(block_text, pos))) break;
      end = pos;
    }
    if (seen++ < words || text::is_digit(first)) continue;
    const bool capital = text::to_lower(first) != first;
    const bool has_no_case = !capital && !text::is_upper(first) && text::is_letter(first) &&
                             (text::is_cjk(first) || (first >= 0x590 && first < 0x1000));
    if (capital || has_no_case) {
      any_name = true;
    } else if (!is_joining(block_text.substr(begin, end - begin))) {
      return false;
    }
  }
  return any_name;
}

}  // namespace clean_article::site
