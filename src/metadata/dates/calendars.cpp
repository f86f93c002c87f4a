#include "metadata/dates/calendars.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <vector>

#include "site/site.hpp"

namespace clean_article::metadata {

namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year_month_day;

struct NamedMonth {
  std::string_view name;
  int month;
};

// rules/words/calendar-months.txt, by its sections.
struct CalendarMonths {
  explicit CalendarMonths(const site::Words& words) {
    constexpr int kMonths = 12;
    std::string_view section;
    int month = 0;
    for (const site::Word& word : words.list(site::WordList::kCalendarMonths)) {
      month = word.section == section ? month + 1 : 1;
      section = word.section;
      if (month > kMonths) continue;
      for (std::string_view rest = word.text; !rest.empty();) {
        const std::size_t slash = std::min(rest.find('/'), rest.size());
        const NamedMonth named{rest.substr(0, slash), month};
        if (section == "solar-hijri") solar_hijri.push_back(named);
        if (section == "th-short") thai_short.push_back(named);
        rest.remove_prefix(std::min(slash + 1, rest.size()));
      }
    }
  }

  std::vector<NamedMonth> solar_hijri;
  std::vector<NamedMonth> thai_short;
};

const CalendarMonths& calendar_months() {
  return site::words_in_use().made<CalendarMonths>();
}

// Of Japan, and the years of the Republic of China as Taiwan counts them.
constexpr auto kEras = std::to_array<Era>({
    {"令和", 2018, {2019, 5, 1}},
    {"平成", 1988, {1989, 1, 8}},
    {"昭和", 1925, {1926, 12, 25}},
    {"大正", 1911, {1912, 7, 30}},
    {"民國", 1911, {1912, 1, 1}},
    {"民国", 1911, {1912, 1, 1}},
});

// The leap years up to and with the year before `year`, counted from some year.
constexpr int leap_years_before(int year) {
  return (8 * year + 21) / 33;
}

constexpr bool is_leap_solar_hijri(int year) {
  return leap_years_before(year + 1) > leap_years_before(year);
}

// Six months of 31 days, five of 30, and Esfand of 29 or 30.
constexpr int days_of_solar_hijri(int year, int month) {
  if (month <= 6) return 31;
  return month < 12 || is_leap_solar_hijri(year) ? 30 : 29;
}

}  // namespace

std::optional<CalendarDay> from_solar_hijri(const CalendarDay& day) {
  if (day.month < 1 || day.month > 12 || day.day < 1 || day.day > days_of_solar_hijri(day.year, day.month))
    return std::nullopt;
  // 1 Farvardin 1400 was 21 March 2021.
  constexpr int kKnownYear = 1400;
  constexpr sys_days kKnownDay = std::chrono::year(2021) / 3 / 21;
  int passed = 365 * (day.year - kKnownYear) + leap_years_before(day.year) - leap_years_before(kKnownYear);
  for (int month = 1; month < day.month; ++month) passed += days_of_solar_hijri(day.year, month);
  const year_month_day found(kKnownDay + days(passed + day.day - 1));
  return CalendarDay{static_cast<int>(found.year()), static_cast<int>(static_cast<unsigned>(found.month())),
                     static_cast<int>(static_cast<unsigned>(found.day()))};
}

int solar_hijri_month(std::string_view word) {
  constexpr std::string_view kMonth = "ماه";
  constexpr std::string_view kJoiner = "\u200C";  // that binds the word for "month" to its name
  if (word.ends_with(kMonth)) word.remove_suffix(kMonth.size());
  if (word.ends_with(kJoiner)) word.remove_suffix(kJoiner.size());
  for (const NamedMonth& known : calendar_months().solar_hijri)
    if (word == known.name) return known.month;
  return 0;
}

const Era* era_at(std::string_view text) {
  const auto found =
      std::find_if(kEras.begin(), kEras.end(), [&](const Era& era) { return text.starts_with(era.name); });
  return found == kEras.end() ? nullptr : &*found;
}

ShortMonth thai_short_month(std::string_view text) {
  for (const NamedMonth& known : calendar_months().thai_short)
    if (text.starts_with(known.name)) return {known.month, known.name.size()};
  return {0, 0};
}

}  // namespace clean_article::metadata
