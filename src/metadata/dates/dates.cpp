#include "metadata/dates/dates.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <ctime>

#include "metadata/dates/date_finder.hpp"

namespace clean_article::metadata {

namespace {

std::optional<Date> from_unix_time(std::string_view digits, const DateReading& reading) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  const auto seconds = static_cast<std::time_t>(digits.size() == 13 ? number / 1000 : number);
  std::tm parts{};
  if (::gmtime_r(&seconds, &parts) == nullptr) return std::nullopt;
  Date date;
  date.year = parts.tm_year + 1900;
  date.month = parts.tm_mon + 1;
  date.day = parts.tm_mday;
  date.hour = parts.tm_hour;
  date.minute = parts.tm_min;
  date.second = parts.tm_sec;
  date.offset_minutes = 0;
  if (!plausible(date, reading)) return std::nullopt;
  return date;
}

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

std::string Date::iso() const {
  std::array<char, 48> out{};
  int used = std::snprintf(out.data(), out.size(), "%04d-%02d-%02d", year, month, day);
  std::string text(out.data(), static_cast<std::size_t>(used));
  if (hour < 0) return text;
  used = std::snprintf(out.data(), out.size(), "T%02d:%02d:%02d", hour, minute, second);
  text.append(out.data(), static_cast<std::size_t>(used));
  if (!offset_minutes) return text;
  if (*offset_minutes == 0) return text += 'Z';
  const int minutes = *offset_minutes < 0 ? -*offset_minutes : *offset_minutes;
  used = std::snprintf(out.data(), out.size(), "%c%02d:%02d", *offset_minutes < 0 ? '-' : '+', minutes / 60,
                       minutes % 60);
  return text.append(out.data(), static_cast<std::size_t>(used));
}

std::optional<Date> parse_date(std::string_view value, const DateReading& reading) {
  while (!value.empty() && value.front() == ' ') value.remove_prefix(1);
  while (!value.empty() && value.back() == ' ') value.remove_suffix(1);
  if (all_digits(value) && (value.size() == 10 || value.size() == 13)) return from_unix_time(value, reading);
  const std::vector<FoundDate> found = find_dates(value, reading);
  if (found.empty()) return std::nullopt;
  return found.front().date;
}

std::optional<Date> date_in_url(std::string_view url, const DateReading& reading) {
  if (const std::size_t scheme = url.find("://"); scheme != std::string_view::npos)
    url.remove_prefix(scheme + 3);
  url = url.substr(0, url.find_first_of("?#"));
  const std::size_t slash = url.find('/');
  if (slash == std::string_view::npos) return std::nullopt;
  for (const FoundDate& found : find_dates(url.substr(slash), reading)) {
    // Figures without a century are as often numbers of something, and those of an archive tell when it
    // copied.
    const std::string_view text = url.substr(slash + found.begin, found.end - found.begin);
    if (text.find(std::to_string(found.date.year)) == std::string_view::npos) continue;
    if (url.substr(0, slash + found.begin).ends_with("/web/")) continue;
    return found.date;
  }
  return std::nullopt;
}

}  // namespace clean_article::metadata
