#include "metadata/readers/person_names.hpp"

#include <algorithm>

#include "metadata/dates/dates.hpp"
#include "metadata/readers/candidates.hpp"
#include "site/site.hpp"
#include "text/text.hpp"

namespace clean_article::metadata {

namespace {

using text::equal_ignoring_ascii_case;

std::string_view trimmed(std::string_view s) {
  constexpr std::string_view kEdge = " \t\n.,:;|-/*\"'()[]<>&";
  const auto cut_front = [&] {
    for (const std::string_view sign :
         {"–", "—", "·", "•", "“", "”", "’", "‘", "©", "→", "»", "«", "：", "、", "，"})
      if (s.starts_with(sign)) return s.remove_prefix(sign.size()), true;
    if (!s.empty() && static_cast<unsigned char>(s.front()) < 0x80 &&
        kEdge.find(s.front()) != std::string_view::npos)
      return s.remove_prefix(1), true;
    return false;
  };
  const auto cut_back = [&] {
    for (const std::string_view sign :
         {"–", "—", "·", "•", "“", "”", "’", "‘", "→", "»", "«", "：", "、", "，"})
      if (s.ends_with(sign)) return s.remove_suffix(sign.size()), true;
    if (!s.empty() && s.back() != '.' && static_cast<unsigned char>(s.back()) < 0x80 &&
        kEdge.find(s.back()) != std::string_view::npos)
      return s.remove_suffix(1), true;
    return false;
  };
  while (cut_front()) {
  }
  while (cut_back()) {
  }
  return s;
}

// "Brenda Goodman." but "Donald J. Trump Jr.": a full stop stays behind an abbreviation.
std::string_view without_full_stop(std::string_view s) {
  if (!s.ends_with('.')) return s;
  const std::size_t space = s.find_last_of(' ', s.size() - 1);
  const std::size_t last_word = s.size() - (space == std::string_view::npos ? 0 : space + 1);
  constexpr std::size_t kLongestAbbreviation = 4;
  if (last_word > kLongestAbbreviation) s.remove_suffix(1);
  return s;
}

// Cuts the lead off the front: as a whole word, or before a colon.
bool cut_lead(std::string_view& s) {
  const std::string lower = text::to_lower(s);
  if (lower.size() != s.size()) return false;  // lengths differ in a few scripts, whose leads are not listed
  for (const site::Word& word : site::words_in_use().list(site::WordList::kBylineLeads)) {
    const std::string_view lead = word.text;
    if (!lower.starts_with(lead)) continue;
    const std::string_view rest = s.substr(lead.size());
    const bool cjk = static_cast<unsigned char>(lead.front()) >= 0xE3;
    if (!rest.empty() && rest.front() != ' ' && rest.front() != ':' && !rest.starts_with("：") && !cjk)
      continue;
    // "Di Maria", "Von Trapp": these begin names too, so they must be written small or with a colon.
    const bool may_be_name = lead == "di" || lead == "de" || lead == "von" || lead == "door" ||
                             lead == "av" || lead == "da" || lead == "text" || lead == "follow" ||
                             lead == "contributors";
    if (may_be_name && s.front() >= 'A' && s.front() <= 'Z' && lead != "von" && lead != "door" &&
        lead != "text" && lead != "follow" && !rest.starts_with(':'))
      continue;
    s = trimmed(rest);
    return true;
  }
  return false;
}

bool has_digit(std::string_view s) {
  return std::any_of(s.begin(), s.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::size_t count_words(std::string_view s) {
  std::size_t words = 0;
  bool inside = false;
  for (const char c : s) {
    if (c != ' ' && !inside) ++words;
    inside = c != ' ';
  }
  return words;
}

bool is_role(std::string_view part) {
  const auto roles = site::words_in_use().list(site::WordList::kAuthorRoles);
  const auto others = site::words_in_use().list(site::WordList::kBylineNotNames);
  const std::string lower = text::to_lower(part);
  for (std::size_t at = 0; at < lower.size();) {
    const std::size_t end = std::min(lower.find_first_of(" .,/:()", at), lower.size());
    const std::string_view word = std::string_view(lower).substr(at, end - at);
    if (roles.has(word) || others.has(word)) return true;
    at = end + 1;
  }
  return false;
}

// "MD", "DABOM", "Ph.D.": a word of capitals behind a name.
bool is_degree(std::string_view part) {
  constexpr std::size_t kLongest = 7;  // bytes
  return part.size() <= kLongest && std::all_of(part.begin(), part.end(), [](char c) {
           return (c >= 'A' && c <= 'Z') || c == '.' || c == '-';
         });
}

bool names_nobody(std::string_view name) {
  const std::string lower = text::to_lower(name);
  return site::words_in_use().list(site::WordList::kNobody).has(lower);
}

bool has_letter(std::string_view s) {
  for (std::size_t at = 0; at < s.size();)
    if (text::is_letter(text::next_code_point(s, at))) return true;
  return false;
}

// A part that may be a name by its look.
bool may_be_name(std::string_view part) {
  constexpr std::size_t kMostWords = 8;
  constexpr std::size_t kMostBytes = 100;
  constexpr std::ptrdiff_t kDotsOfAKey = 3;  // "page.head.extra.author", a template's word left in
  return !part.empty() && part.size() <= kMostBytes && count_words(part) <= kMostWords && has_letter(part) &&
         part.find("http") == std::string_view::npos && part.find("www.") == std::string_view::npos &&
         part.find('@') == std::string_view::npos && part.find('{') == std::string_view::npos &&
         part.find('<') == std::string_view::npos && std::count(part.begin(), part.end(), '.') < kDotsOfAKey;
}

// "Paramita (Guha) Ghosh": brackets that a word follows belong to the name. Gives the next that do not.
std::size_t behind_nickname(std::string_view s, std::size_t open) {
  while (open != std::string_view::npos) {
    const std::size_t close = s.find(") ", open);
    if (close == std::string_view::npos) break;
    std::size_t word = close + 2;
    const bool letter = word < s.size() && text::is_upper(text::next_code_point(s, word));
    if (!letter || s.substr(open, close - open).find('@') != std::string_view::npos) break;
    open = s.find(" (", close);
  }
  return open;
}

// Where the names end, which never is at the front.
std::size_t end_of_names(std::string_view s) {
  const std::string lower = text::to_lower(s);
  std::size_t end = s.size();
  if (lower.size() != s.size()) return end;
  for (const site::Word& word : site::words_in_use().list(site::WordList::kBylineEnds)) {
    const std::string_view sign = word.text;
    std::size_t at = lower.find(sign, 2);
    if (sign == " (") at = behind_nickname(s, at);
    if (at != std::string::npos) end = std::min(end, at);
  }
  if (const auto dates = find_dates(s, {}); !dates.empty()) end = std::min(end, dates.front().begin);
  // A figure begins a date or a count, save in a nickname: "jdoe42".
  for (std::size_t at = 1; at < end; ++at)
    if (s[at] >= '0' && s[at] <= '9' && s[at - 1] == ' ') end = std::min(end, at);
  const bool is_day =
      end < s.size() && has_digit(s.substr(end, 1)) && month_of(trimmed(s.substr(0, end)), "") != 0;
  return is_day ? 0 : end;
}

// "17 May 2024 · Jane Doe": what stands apart behind a date at the front.
std::string_view behind_date(std::string_view s) {
  const auto dates = find_dates(s, {});
  if (dates.empty() || dates.front().begin > 0) return s;
  const std::string_view rest = s.substr(dates.front().end);
  for (const std::string_view sign : {" · ", " • ", " | ", " – ", " — ", " - "})
    if (rest.starts_with(sign)) return rest.substr(sign.size());
  for (const site::Word& middle : site::words_in_use().list(site::WordList::kBylineMiddles))
    if (rest.starts_with(middle.text)) return rest.substr(middle.text.size());
  return s;
}

// Parts at commas, semicolons and the words for "and".
std::vector<std::string_view> parts_of(std::string_view s) {
  std::vector<std::string_view> parts;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < s.size();) {
    std::size_t sign = 0;
    if (s[at] == ',' || s[at] == ';' || s[at] == '&' || s[at] == '\n' || s[at] == '|') sign = 1;
    for (const std::string_view wide : {"、", "，", "；"})
      if (s.substr(at).starts_with(wide)) sign = wide.size();
    if (sign == 0 && s[at] == ' ') {
      const std::string_view rest = s.substr(at);
      for (const site::Word& joint : site::words_in_use().list(site::WordList::kBylineJoints))
        if (rest.size() > joint.text.size() &&
            equal_ignoring_ascii_case(rest.substr(0, joint.text.size()), joint.text))
          sign = joint.text.size();
    }
    if (sign == 0) {
      ++at;
      continue;
    }
    parts.push_back(s.substr(begin, at - begin));
    at += sign;
    begin = at;
  }
  parts.push_back(s.substr(begin));
  return parts;
}

// Names in capitals throughout are written that way by the page's design, not by their bearers.
std::string in_mixed_case(std::string_view name) {
  bool has_lower = false;
  for (std::size_t at = 0; at < name.size();) {
    const char32_t c = text::next_code_point(name, at);
    if (text::is_letter(c) && !text::is_upper(c)) has_lower = true;
  }
  if (has_lower || count_words(name) < 2) return std::string(name);
  std::string out;
  bool first = true;
  for (std::size_t at = 0; at < name.size();) {
    const char32_t c = text::next_code_point(name, at);
    text::append_utf8(first ? c : text::to_lower(c), out);
    first = !text::is_letter(c) && c != U'\'' && c != U'’';
  }
  return out;
}

}  // namespace

std::vector<std::string> authors_in(std::string_view byline) {
  constexpr std::size_t kMostAuthors = 50;
  std::vector<std::string> authors;
  const std::string line = folded(byline);
  std::string_view s = trimmed(line);
  while (cut_lead(s)) {
  }
  s = trimmed(behind_date(s));
  s = trimmed(s.substr(0, end_of_names(s)));
  if (s.size() > 1'000 || s.empty()) return authors;
  bool role_goes_on = false;  // "Head of Marketing and Sales": the next part may be of the role, too
  for (std::string_view part : parts_of(s)) {
    part = trimmed(part);
    cut_lead(part);
    part = without_full_stop(trimmed(part.substr(0, end_of_names(part))));
    if (!may_be_name(part) || names_nobody(part)) continue;
    const std::string_view before = s.substr(0, static_cast<std::size_t>(part.data() - s.data()));
    const bool of_role = role_goes_on && (before.ends_with("and ") || before.ends_with("& "));
    const bool role = is_role(part) && (!authors.empty() || count_words(part) > 3);
    role_goes_on = role && part.find(" of ") != std::string_view::npos;
    if (role || of_role) continue;
    if (is_degree(part) && !authors.empty()) continue;
    std::string name = in_mixed_case(part);
    if (has_digit(name) && (count_words(name) > 3 || is_role(part))) continue;
    if (std::find(authors.begin(), authors.end(), name) == authors.end()) authors.push_back(std::move(name));
    if (authors.size() >= kMostAuthors) break;
  }
  return authors;
}

bool is_full_name(std::string_view name) {
  constexpr std::size_t kFewestWords = 2;
  constexpr std::size_t kMostWords = 5;
  std::size_t words = 0;
  std::size_t capitals = 0;
  for (std::size_t at = 0; at < name.size();) {
    const std::size_t end = std::min(name.find(' ', at), name.size());
    std::size_t letter = at;
    ++words;
    if (end > at && text::is_upper(text::next_code_point(name, letter))) ++capitals;
    at = end + 1;
  }
  const bool begins_so = !name.empty() && [&] {
    std::size_t at = 0;
    return text::is_upper(text::next_code_point(name, at));
  }();
  return begins_so && !has_digit(name) && words >= kFewestWords && words <= kMostWords &&
         capitals >= kFewestWords;
}

bool names_organisation(std::string_view name) {
  const site::WordRange known = site::words_in_use().list(site::WordList::kOrganisationWords);
  const site::WordRange ends = site::words_in_use().list(site::WordList::kOrganisationEnds);
  const std::string words = bare(name);
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t end = std::min(words.find(' ', at), words.size());
    const std::string_view word = std::string_view(words).substr(at, end - at);
    if (known.has(word)) return true;
    at = end + 1;
  }
  return std::any_of(ends.begin(), ends.end(), [&](const site::Word& end) {
    return words.size() > end.text.size() && words.ends_with(end.text);
  });
}

std::string bare(std::string_view utf8) {
  std::string out;
  bool gap = false;
  for (std::size_t at = 0; at < utf8.size();) {
    const char32_t c = text::next_code_point(utf8, at);
    if (!text::is_word(c)) {
      gap = c != U'\'' && c != U'’' ? true : gap;
      continue;
    }
    if (gap && !out.empty()) out += ' ';
    gap = false;
    text::append_utf8(text::to_lower(c), out);
  }
  return out;
}

}  // namespace clean_article::metadata
