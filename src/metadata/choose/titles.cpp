// Titles without their site's name: the other half of names.hpp.
#include <algorithm>
#include <array>

#include "metadata/readers/person_names.hpp"
#include "text/text.hpp"

namespace clean_article::metadata {

namespace {

// What stands between a title and a site's name, most telling first.
constexpr auto kJoints =
    std::to_array<std::string_view>({" | ", " ｜ ", "｜", " :: ", " » ", " « ", " › ", " · ", " • ", " ‹ ",
                                     " — ", " – ", " - ", " ~ ", " / ", "_", ": ", " < ", "|"});

struct Part {
  std::size_t begin, end;
};

std::vector<Part> parts_of(std::string_view title, std::string_view joint) {
  std::vector<Part> parts;
  std::size_t begin = 0;
  for (std::size_t at = title.find(joint); at != std::string_view::npos; at = title.find(joint, begin)) {
    parts.push_back({begin, at});
    begin = at + joint.size();
  }
  parts.push_back({begin, title.size()});
  return parts;
}

std::string without_spaces(std::string s) {
  std::erase(s, ' ');
  return s;
}

// Whether a part of a title is the name of the site, spelled in any way.
bool is_site(std::string_view part, const std::vector<std::string>& site_names) {
  const std::string own = without_spaces(bare(part));
  if (own.empty()) return true;
  constexpr std::size_t kShortestInside = 4;  // letters; shorter ones are found inside anything
  for (const std::string& site : site_names) {
    const std::string name = without_spaces(bare(site));
    if (name.empty()) continue;
    if (own == name) return true;
    if (name.size() >= kShortestInside && own.find(name) != std::string::npos &&
        own.size() <= 2 * name.size() + 8)
      return true;
    if (own.size() >= kShortestInside && name.starts_with(own)) return true;
  }
  return false;
}

// "searching [Zotero Documentation]", as wikis and archives name themselves behind a title.
std::string_view without_bracketed_site(std::string_view title, const std::vector<std::string>& site_names) {
  if (!title.ends_with(']')) return title;
  const std::size_t open = title.rfind('[');
  if (open == std::string_view::npos || open == 0) return title;
  const std::string_view name = title.substr(open + 1, title.size() - open - 2);
  const bool figures = std::any_of(name.begin(), name.end(), [](char c) { return c >= '0' && c <= '9'; });
  const bool may_be_remark = figures || name.find(' ') == std::string_view::npos;  // "[2024]", "[Video]"
  if (may_be_remark && !is_site(name, site_names)) return title;
  return text::trimmed(title.substr(0, open));
}

bool begins_with_joint(std::string_view text) {
  return std::any_of(kJoints.begin(), kJoints.end(),
                     [&](std::string_view joint) { return text.starts_with(joint); });
}

bool ends_with_joint(std::string_view text) {
  return std::any_of(kJoints.begin(), kJoints.end(),
                     [&](std::string_view joint) { return text.ends_with(joint); });
}

// "Print: The bridge - The Daily Loaf" around "The bridge".
bool stands_between_joints(std::string_view title, std::string_view heading) {
  const std::size_t at = bare(heading).empty() ? std::string_view::npos : title.find(heading);
  if (at == std::string_view::npos) return false;
  const std::string_view before = title.substr(0, at);
  const std::string_view behind = title.substr(at + heading.size());
  return (before.empty() || ends_with_joint(before)) && (behind.empty() || begins_with_joint(behind));
}

std::vector<std::string> words_of(std::string_view text) {
  const std::string folded_text = bare(text);
  std::vector<std::string> words;
  for (std::size_t at = 0; at < folded_text.size();) {
    const std::size_t end = std::min(folded_text.find(' ', at), folded_text.size());
    words.push_back(folded_text.substr(at, end - at));
    at = end + 1;
  }
  std::sort(words.begin(), words.end());
  return words;
}

struct WordCounts {
  double both, shorter, longer;
};

WordCounts compare_words(std::string_view a, std::string_view b) {
  const std::vector<std::string> of_a = words_of(a);
  const std::vector<std::string> of_b = words_of(b);
  std::vector<std::string> both;
  std::set_intersection(of_a.begin(), of_a.end(), of_b.begin(), of_b.end(), std::back_inserter(both));
  return {static_cast<double>(both.size()), static_cast<double>(std::min(of_a.size(), of_b.size())),
          static_cast<double>(std::max(of_a.size(), of_b.size()))};
}

}  // namespace

bool is_site_name(std::string_view text, const std::vector<std::string>& site_names) {
  const std::string own = without_spaces(bare(text));
  return std::any_of(site_names.begin(), site_names.end(),
                     [&](const std::string& site) { return own == without_spaces(bare(site)); });
}

double shared_words(std::string_view a, std::string_view b) {
  const auto [both, shorter, longer] = compare_words(a, b);
  return shorter == 0 ? 0 : both / shorter;
}

double alike_words(std::string_view a, std::string_view b) {
  const auto [both, shorter, longer] = compare_words(a, b);
  return longer == 0 ? 0 : both / longer;
}

std::string words_of_address(std::string_view url) {
  constexpr std::size_t kFewestWords = 2;
  const auto parts = text::split_url(url);
  if (!parts) return {};
  std::string_view path = parts->path;
  path = path.substr(0, path.find_first_of("?#"));
  while (path.ends_with('/')) path.remove_suffix(1);
  std::string_view name = path.substr(std::min(path.rfind('/') + 1, path.size()));
  name = name.substr(0, name.rfind('.'));
  std::string spaced(name);
  std::replace(spaced.begin(), spaced.end(), '_', ' ');
  std::string words = bare(spaced);
  const auto has_letter = [](std::string_view s) {
    return std::any_of(s.begin(), s.end(), [](char c) { return c < '0' || c > '9'; });
  };
  std::size_t count = 0;
  for (const std::string& word : words_of(words)) count += has_letter(word) ? 1 : 0;
  return count >= kFewestWords ? words : std::string();
}

std::vector<std::string> title_parts(std::string_view title) {
  constexpr std::size_t kMostParts = 6;
  std::vector<std::string> result;
  for (const std::string_view joint : kJoints) {
    if (joint == ": " || joint == "_") continue;  // inside titles and names
    const std::vector<Part> parts = parts_of(title, joint);
    if (parts.size() < 2 || parts.size() > kMostParts) continue;
    for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
      result.emplace_back(text::trimmed(title.substr(0, parts[i].end)));
      result.emplace_back(text::trimmed(title.substr(parts[i + 1].begin)));
    }
  }
  return result;
}

std::string without_site_name(std::string_view title, const std::vector<std::string>& site_names,
                              const std::vector<std::string>& headings) {
  title = text::trimmed(title);
  const std::string whole = bare(title);
  for (const std::string& heading : headings)
    if (bare(heading) == whole) return std::string(title);
  // Where the page shows a part of the title as its heading, that part is the title, as the title spells it.
  for (const std::string_view joint : kJoints) {
    const std::vector<Part> parts = parts_of(title, joint);
    for (std::size_t first = 0; first < parts.size(); ++first)
      for (std::size_t last = parts.size(); last-- > first;) {
        const std::string_view span = title.substr(parts[first].begin, parts[last].end - parts[first].begin);
        if (span.size() == title.size()) continue;
        const std::string own = bare(span);
        if (is_site_name(span, site_names)) continue;  // in the heading of every page
        for (const std::string& heading : headings)
          if (!own.empty() && own == bare(heading)) return std::string(text::trimmed(span));
      }
    constexpr std::size_t kMostParts = 12;
    if (parts.size() > kMostParts) break;
  }
  for (const std::string& heading : headings)
    if (!is_site_name(heading, site_names) && stands_between_joints(title, heading)) return heading;
  for (const std::string_view joint : kJoints) {
    while (true) {
      const std::size_t last = title.rfind(joint);
      if (last == std::string_view::npos || last == 0) break;
      const std::string_view behind = title.substr(last + joint.size());
      const std::size_t first = title.find(joint);
      const std::string_view before = title.substr(0, first);
      if (is_site(behind, site_names) && !is_site(title.substr(0, last), site_names)) {
        title = text::trimmed(title.substr(0, last));
        // FluxBB names the board between the topic and itself.
        if (joint == " / " || joint == " :: ") title = text::trimmed(title.substr(0, title.rfind(joint)));
      } else if (is_site(before, site_names) && !is_site(title.substr(first + joint.size()), site_names)) {
        title = text::trimmed(title.substr(first + joint.size()));
      } else {
        break;
      }
    }
  }
  constexpr std::string_view kTopic = "View topic - ";  // of phpBB
  if (title.starts_with(kTopic) && title.size() > kTopic.size()) title.remove_prefix(kTopic.size());
  return std::string(without_bracketed_site(title, site_names));
}

bool is_name_of_host(std::string_view text, const std::vector<std::string>& host_names) {
  return !bare(text).empty() && is_site(text, host_names);
}

std::string outer_part(std::string_view page_title, std::string_view article_title) {
  constexpr std::size_t kLongestBytes = 60;
  constexpr std::ptrdiff_t kMostBlanks = 5;
  const std::string_view title = text::trimmed(page_title);
  const std::size_t at = article_title.empty() ? std::string_view::npos : title.find(article_title);
  if (at == std::string_view::npos || title.size() == article_title.size()) return "";
  const std::string_view behind = title.substr(at + article_title.size());
  const std::string_view before = title.substr(0, at);
  // Behind the title stands the rest of it at times: "White roads: salt in the valley · The Notebook".
  std::size_t last = 0;
  for (const std::string_view joint : kJoints)
    if (const std::size_t found = behind.rfind(joint); joint != ": " && found != std::string_view::npos)
      last = std::max(last, found + joint.size());
  std::string_view part = behind.substr(last);
  if (last == 0) part = {};
  for (const std::string_view joint : kJoints)
    if (behind.empty() && part.empty() && before.ends_with(joint))
      part = before.substr(0, before.find(joint));
  part = text::trimmed(part);
  const bool is_name = part.size() <= kLongestBytes &&
                       std::count(part.begin(), part.end(), ' ') <= kMostBlanks && !bare(part).empty();
  return is_name ? std::string(part) : "";
}

}  // namespace clean_article::metadata
