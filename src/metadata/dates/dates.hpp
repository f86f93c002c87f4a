// Dates in text: recognising them in the many ways that pages write them, and writing them as ISO 8601. Owns
// the formats and the names of months; knows nothing of where on a page a date counts.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace clean_article::metadata {

struct Date {
  int year = 0, month = 0, day = 0;
  int hour = -1, minute = 0, second = 0;  // hour -1: no time of day is known
  std::optional<int> offset_minutes;      // east of UTC, where the zone is known

  // "2024-05-17", "2024-05-17T09:30:00", "2024-05-17T09:30:00+02:00", "…Z".
  std::string iso() const;

  // Equal days compare equal whatever the time.
  std::int32_t day_number() const { return (year * 16 + month) * 32 + day; }
};

// What helps where a date can be read in two ways.
struct DateReading {
  std::string_view language;      // BCP 47 of the page, "" when unknown: 3/4/2024 is March in "en-US"
  int latest_day = 0;             // Date::day_number() of the last plausible day
  std::optional<Date> fetched{};  // what "yesterday" counts from, where that is known
};

struct FoundDate {
  Date date;
  std::size_t begin, end;  // bytes of the text
};

// The dates in a text, in order; at most a few hundred. Only days that exist, between 1990 and the latest
// plausible one.
std::vector<FoundDate> find_dates(std::string_view utf8, const DateReading& reading);

// The first date of a short value such as an attribute: also "20240517" and Unix time in seconds or
// milliseconds.
std::optional<Date> parse_date(std::string_view value, const DateReading& reading);

// The date in the path of an address: "/2024/05/17/", "/2024-05-17-title", "/20240517/".
std::optional<Date> date_in_url(std::string_view url, const DateReading& reading);

// The month that a word names in any of the languages known, 0 for none. Abbreviations count.
int month_of(std::string_view word, std::string_view language);

}  // namespace clean_article::metadata
