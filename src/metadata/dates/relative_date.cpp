#include "metadata/dates/relative_date.hpp"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <string>

#include "metadata/words/relative_words.hpp"
#include "site/site.hpp"
#include "text/text.hpp"

namespace clean_article::metadata {

namespace {

constexpr std::int64_t kMinute = 60;  // seconds
constexpr std::int64_t kHour = 60 * kMinute;
constexpr std::int64_t kDay = 24 * kHour;

// A count of more is no sensible way to tell a date; it is a number of something else.
constexpr std::size_t kMostDigits = 3;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Calls fn(spelling) for each of a list until one gives something else than 0.
template <typename Fn>
std::size_t first_spelling(std::string_view list, Fn&& fn) {
  while (!list.empty()) {
    const std::size_t end = std::min(list.find('|'), list.size());
    if (const std::size_t found = fn(list.substr(0, end)); found != 0) return found;
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return 0;
}

// Reads a line from places in it. Each reader gives the place behind what it read, 0 for nothing.
class Line {
 public:
  explicit Line(std::string_view line) : line_(line) {}

  // One of the spellings, as a whole word where its script parts words.
  std::size_t word(std::size_t at, std::string_view spellings) const {
    return first_spelling(spellings, [&](std::string_view one) -> std::size_t {
      const std::size_t end = at + one.size();
      if (at > line_.size() || !line_.substr(at).starts_with(one)) return 0;
      const char32_t last = text::last_code_point(one);
      const char32_t behind = text::first_code_point(line_.substr(end));
      const bool whole = text::is_cjk(last) || last == U'\'' || last == U'’' || !text::is_letter(behind);
      return whole ? end : 0;
    });
  }

  std::size_t skip_spaces(std::size_t at) const {
    while (at < line_.size()) {
      std::size_t next = at;
      if (!text::is_space(text::next_code_point(line_, next))) break;
      at = next;
    }
    return at;
  }

  // A number in figures, or what stands for one.
  std::size_t count(std::size_t at, std::string_view one, std::int64_t& value) const {
    std::size_t end = at;
    value = 0;
    while (end < line_.size() && is_digit(line_[end])) value = value * 10 + (line_[end++] - '0');
    if (end > at) return end - at <= kMostDigits && (at == 0 || !is_digit(line_[at - 1])) ? end : 0;
    value = 1;
    if (one == "-") return at;
    // "se" of "sejam": glued to its unit.
    if (one == "se") return line_.substr(at).starts_with(one) ? at + one.size() : 0;
    return word(at, one);
  }

  // "3 hours", in seconds.
  std::size_t span(std::size_t at, const RelativeWords& words, std::int64_t& seconds) const {
    std::int64_t value = 0;
    const std::size_t counted = count(at, words.one, value);
    if (counted == 0 && words.one != "-") return 0;
    const std::size_t unit = skip_spaces(counted);
    const auto read = [&](std::string_view names, std::int64_t length) {
      std::size_t end = word(unit, names);
      if (end != 0) seconds = value * length;
      if (end != 0 && end < line_.size() && line_[end] == '.') ++end;  // "Std."
      return end;
    };
    if (const std::size_t end = read(words.minutes, kMinute); end != 0) return end;
    if (const std::size_t end = read(words.hours, kHour); end != 0) return end;
    return read(words.days, kDay);
  }

  // "vor 3 Stunden", "3 hours ago"
  std::size_t ago(std::size_t at, const RelativeWords& words, std::int64_t& seconds) const {
    if (!words.before.empty()) {
      const std::size_t lead = word(at, words.before);
      return lead == 0 ? 0 : span(skip_rough(skip_spaces(lead)), words, seconds);
    }
    const std::size_t end = span(at, words, seconds);
    if (end == 0 || words.behind.empty()) return end;
    return word(skip_spaces(end), words.behind);
  }

  // Whether the line could give way to a date here, and go on there.
  bool parts_before(std::size_t at) const {
    std::string_view before = line_.substr(0, at);
    while (!before.empty() && text::is_space(text::last_code_point(before)))
      before = text::without_last(before);
    if (before.empty() || is_sign(text::last_code_point(before))) return true;
    const auto leads = site::words_in_use().list(site::WordList::kRelativeLeads);
    return std::any_of(leads.begin(), leads.end(), [&](const site::Word& lead) {
      return before.ends_with(lead.text) &&
             !text::is_letter(text::last_code_point(before.substr(0, before.size() - lead.text.size())));
    });
  }
  bool parts_behind(std::size_t at) const {
    const std::size_t next = skip_spaces(at);
    if (next == line_.size() || is_sign(text::first_code_point(line_.substr(next)))) return true;
    if (is_digit(line_[next])) return true;
    const auto tails = site::words_in_use().list(site::WordList::kRelativeTails);
    return std::any_of(tails.begin(), tails.end(),
                       [&](const site::Word& tail) { return word(next, tail.text) != 0; });
  }

 private:
  static bool is_sign(char32_t c) { return !text::is_word(c) && c != U'\'' && c != U'’' && c != U'"'; }

  std::size_t skip_rough(std::size_t at) const {
    for (const site::Word& each : site::words_in_use().list(site::WordList::kDateJoints)) {
      const std::size_t end = each.section == "rough" ? word(at, each.text) : 0;
      if (end != 0) return skip_spaces(end);
    }
    return at;
  }

  std::string_view line_;
};

// The day so many seconds before, in the zone of `date`.
Date back_from(const Date& date, std::int64_t seconds) {
  using namespace std::chrono;
  const sys_days day_of_date =
      year(date.year) / month(static_cast<unsigned>(date.month)) / day(static_cast<unsigned>(date.day));
  // Where the hour is not known, noon.
  constexpr int kNoon = 12;
  const sys_seconds then = day_of_date + hours(date.hour < 0 ? kNoon : date.hour) + minutes(date.minute) -
                           std::chrono::seconds(seconds);
  const year_month_day found{floor<days>(then)};
  Date out;
  out.year = static_cast<int>(found.year());
  out.month = static_cast<int>(static_cast<unsigned>(found.month()));
  out.day = static_cast<int>(static_cast<unsigned>(found.day()));
  return out;
}

// How far a row of words is read on a page of some language.
enum class Reading : std::uint8_t { kNot, kCounts, kAll };

Reading reading_of(const RelativeWords& words, std::string_view language) {
  const std::string code(language.substr(0, language.find_first_of("-_")));
  if (code.empty()) return words.languages == "en" ? Reading::kAll : Reading::kCounts;
  const std::string all = ' ' + std::string(words.languages) + ' ';
  if (all.find(' ' + code + ' ') != std::string::npos) return Reading::kAll;
  return words.languages == "en" ? Reading::kCounts : Reading::kNot;
}

// A time of day behind a day is read as behind any date: "yesterday at 14:30".
FoundDate with_time(const FoundDate& day, std::string_view lower_line) {
  const std::string iso = day.date.iso();
  const auto found = find_dates(iso + std::string(lower_line.substr(day.end)), {});
  if (found.empty() || found.front().begin != 0 || found.front().end <= iso.size()) return day;
  return {found.front().date, day.begin, day.end + found.front().end - iso.size()};
}

std::optional<FoundDate> relative_at(const Line& line, std::size_t begin, std::string_view lower_line,
                                     std::string_view language, const Date& fetched) {
  for (const RelativeWords& words : site::words_in_use().made<RelativeRows>().all) {
    const Reading reading = reading_of(words, language);
    if (reading == Reading::kNot) continue;
    if (reading == Reading::kAll) {
      std::int64_t days = 0;
      for (const std::string_view names : {words.today, words.yesterday, words.day_before}) {
        const std::size_t end = line.word(begin, names);
        if (end != 0 && line.parts_behind(end))
          return with_time({back_from(fetched, days * kDay), begin, end}, lower_line);
        ++days;
      }
    }
    std::int64_t seconds = 0;
    const std::size_t end = line.ago(begin, words, seconds);
    if (end != 0 && line.parts_behind(end)) return FoundDate{back_from(fetched, seconds), begin, end};
  }
  return std::nullopt;
}

}  // namespace

std::optional<FoundDate> relative_date(std::string_view lower_line, std::string_view language,
                                       const Date& fetched) {
  constexpr std::size_t kLongestLine = 160;  // bytes; longer ones are sentences
  if (lower_line.size() > kLongestLine) return std::nullopt;
  const Line line(lower_line);
  bool inside_word = false;
  for (std::size_t at = 0; at < lower_line.size();) {
    const std::size_t begin = at;
    const char32_t c = text::next_code_point(lower_line, at);
    const bool starts = text::is_cjk(c) || (text::is_word(c) && !inside_word);
    inside_word = text::is_word(c) && !text::is_cjk(c);
    if (!starts || !line.parts_before(begin)) continue;
    if (const auto found = relative_at(line, begin, lower_line, language, fetched)) return found;
  }
  return std::nullopt;
}

}  // namespace clean_article::metadata
