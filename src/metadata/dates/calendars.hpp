// Dates of calendars besides the Gregorian one, as pages in Persian, Thai, Japanese and Chinese write them.
// Owns the arithmetic and the names; knows nothing of how a date stands in a text.
#pragma once

#include <optional>
#include <string_view>

namespace clean_article::metadata {

struct CalendarDay {
  int year, month, day;

  bool operator==(const CalendarDay&) const = default;
};

// The Gregorian day of one of the Solar Hijri calendar; nothing where there is no such day. Right for the
// years 1178 to 1633, in which its leap years follow a cycle of 33 years.
std::optional<CalendarDay> from_solar_hijri(const CalendarDay& day);

// The month that a word names in Iran or Afghanistan, with "ماه" behind it, too; 0 for none.
int solar_hijri_month(std::string_view word);

// Whether a year of four digits can be one of that calendar, and no other year that a page is of.
constexpr bool is_solar_hijri_year(int year) {
  return year >= 1300 && year < 1500;
}

// A year counted from the Buddha's death, as Thailand writes it, and what it is elsewhere.
constexpr bool is_buddhist_year(int year) {
  return year >= 2500 && year < 2700;
}
constexpr int from_buddhist_year(int year) {
  return year - 543;
}

// An era that years are counted in: 令和, 民國.
struct Era {
  std::string_view name;
  int year_before;    // of its first
  CalendarDay begin;  // its first day
};

// The era that a text begins with, nullptr when there is none.
const Era* era_at(std::string_view text);

// The month that a Thai abbreviation stands for, "ม.ค.", and its length in bytes; {0, 0} for none.
struct ShortMonth {
  int month;
  std::size_t size;
};
ShortMonth thai_short_month(std::string_view text);

}  // namespace clean_article::metadata
