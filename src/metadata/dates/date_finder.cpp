#include "metadata/dates/date_finder.hpp"

#include <algorithm>
#include <array>

#include "metadata/dates/calendars.hpp"
#include "metadata/dates/date_tokens.hpp"
#include "site/site.hpp"
#include "text/text.hpp"

namespace clean_article::metadata {

namespace {

constexpr int kFirstYear = 1990;  // what claims to be older than the web is the date of something else
constexpr std::size_t kMostDates = 200;
constexpr std::size_t kMostTextBytes = 200'000;

bool is_leap(int year) {
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

bool exists(const Date& date) {
  static constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (date.month < 1 || date.month > 12 || date.day < 1) return false;
  const bool leap_day = date.month == 2 && date.day == 29 && is_leap(date.year);
  return date.day <= kDays[static_cast<std::size_t>(date.month - 1)] || leap_day;
}

}  // namespace

bool plausible(const Date& date, const DateReading& reading) {
  return exists(date) && date.year >= kFirstYear &&
         (reading.latest_day == 0 || date.day_number() <= reading.latest_day);
}

namespace {

// Tries the ways of writing a date at each place of a text.
class Finder {
 public:
  Finder(std::string_view text, const DateReading& reading)
      : text_(text), reading_(reading), tokens_(tokens_of(text)) {
    is_thai_ = reading.language.starts_with("th") || text.find("\xE0\xB8") != std::string_view::npos;
  }

  std::vector<FoundDate> run() {
    std::vector<FoundDate> found;
    for (std::size_t at = 0; at < tokens_.size() && found.size() < kMostDates;) {
      Date date;
      const std::size_t end = date_at(at, date);
      if (end == 0) {
        ++at;
        continue;
      }
      const std::size_t begin = tokens_[at].begin;
      const std::size_t behind_time = time_at(end, date);
      found.push_back({date, begin, tokens_[behind_time - 1].end});
      at = behind_time;
    }
    return found;
  }

 private:
  bool number(std::size_t i, int least_digits, int most_digits) const {
    return i < tokens_.size() && tokens_[i].kind == TokenKind::kNumber && tokens_[i].digits >= least_digits &&
           tokens_[i].digits <= most_digits;
  }
  int value(std::size_t i) const { return static_cast<int>(tokens_[i].value); }
  bool sign(std::size_t i, char32_t c) const {
    return i < tokens_.size() && tokens_[i].kind == TokenKind::kSign &&
           tokens_[i].value == static_cast<std::int64_t>(c);
  }
  bool word(std::size_t i, std::initializer_list<std::string_view> words) const {
    if (i >= tokens_.size() || tokens_[i].kind != TokenKind::kWord) return false;
    const std::string_view own = word_of(i);
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view w) { return text::equal_ignoring_ascii_case(own, w); });
  }
  // One of the words of rules/words/date-joints.txt.
  bool joint(std::size_t i, std::string_view section) const {
    if (i >= tokens_.size() || tokens_[i].kind != TokenKind::kWord) return false;
    const std::string_view own = word_of(i);
    for (const site::Word& each : site::words_in_use().list(site::WordList::kDateJoints))
      if (each.section == section && text::equal_ignoring_ascii_case(own, each.text)) return true;
    return false;
  }
  std::string_view word_of(std::size_t i) const {
    return text_.substr(tokens_[i].begin, tokens_[i].end - tokens_[i].begin);
  }
  int month(std::size_t i) const {
    constexpr std::size_t kLongest = 40;  // bytes
    if (i >= tokens_.size() || tokens_[i].kind != TokenKind::kWord) return 0;
    const std::string_view own = word_of(i);
    return own.size() > kLongest ? 0 : month_of(own, reading_.language);
  }
  bool year(std::size_t i) const { return number(i, 4, 4); }
  bool take(Date& date, int y, int m, int d) const {
    date = Date{};
    if (is_thai_ && is_buddhist_year(y)) y = from_buddhist_year(y);
    date.year = y;
    date.month = m;
    date.day = d;
    return plausible(date, reading_);
  }

  // Each of these gives the token behind the date, 0 when there is none.
  std::size_t date_at(std::size_t i, Date& date) const {
    // Not inside a longer number: a price, a version, an identifier.
    if (i > 0 && !tokens_[i].space_before &&
        (tokens_[i - 1].kind == TokenKind::kNumber ||
         (i > 1 && tokens_[i - 2].kind == TokenKind::kNumber && (sign(i - 1, U'.') || sign(i - 1, U',')) &&
          tokens_[i].kind == TokenKind::kNumber)))
      return 0;
    for (const auto way : {&Finder::era_first, &Finder::solar_hijri, &Finder::thai_short, &Finder::year_first,
                           &Finder::year_and_name, &Finder::day_and_name, &Finder::name_and_day,
                           &Finder::figures_only, &Finder::compact})
      if (const std::size_t end = (this->*way)(i, date); end != 0) return end;
    return 0;
  }

  // Behind brackets that say the year in another calendar: "2021年（令和3年）4月1日".
  std::size_t skip_other_year(std::size_t i) const {
    constexpr std::size_t kMostInside = 5;  // tokens
    if (!sign(i, U'(') && !sign(i, U'（')) return i;
    for (std::size_t end = i + 1; end <= i + 1 + kMostInside; ++end)
      if (sign(end, U')') || sign(end, U'）')) return end + 1;
    return i;
  }

  // 令和3年4月1日, 平成元年12月1日, 民國110年4月1日; 2021年（令和3年）4月1日
  std::size_t era_first(std::size_t i, Date& date) const {
    const bool is_word = tokens_[i].kind == TokenKind::kWord;
    const Era* const era = is_word ? era_at(text_.substr(tokens_[i].begin)) : nullptr;
    std::size_t at = i + (era == nullptr ? 0 : 2);
    int y = 0;
    if (era != nullptr && number(at, 1, 3))
      y = era->year_before + value(at);
    else if (era != nullptr && word(at, {"元"}))
      y = era->year_before + 1;
    else if (era == nullptr && year(at) && word(at + 1, {"年"}) && skip_other_year(at + 2) > at + 2)
      y = value(at);
    if (y == 0 || !word(at + 1, {"年"})) return 0;
    at = skip_other_year(at + 2);
    if (!number(at, 1, 2) || !word(at + 1, {"月"}) || !number(at + 2, 1, 2)) return 0;
    if (!take(date, y, value(at), value(at + 2))) return 0;
    Date begin;
    if (era != nullptr)
      begin.year = era->begin.year, begin.month = era->begin.month, begin.day = era->begin.day;
    if (era != nullptr && date.day_number() < begin.day_number()) return 0;
    return at + (word(at + 3, {"日", "号"}) ? 4 : 3);
  }

  bool take_solar_hijri(Date& date, int y, int m, int d) const {
    const auto found = is_solar_hijri_year(y) ? from_solar_hijri({y, m, d}) : std::nullopt;
    return found && take(date, found->year, found->month, found->day);
  }

  // ۲۳ مهر ۱۴۰۰, ۲۳ مهر ماه ۱۴۰۰; on pages in Persian ۱۴۰۰/۰۷/۲۳, too
  std::size_t solar_hijri(std::size_t i, Date& date) const {
    if (number(i, 1, 2) && i + 1 < tokens_.size() && tokens_[i + 1].kind == TokenKind::kWord) {
      const int m = solar_hijri_month(word_of(i + 1));
      std::size_t y = i + 2;
      if (word(y, {"ماه"})) ++y;
      if (sign(y, U'،') || sign(y, U',')) ++y;
      return m != 0 && year(y) && take_solar_hijri(date, value(y), m, value(i)) ? y + 1 : 0;
    }
    if (!reading_.language.starts_with("fa") || !year(i) || !number(i + 2, 1, 2) || !number(i + 4, 1, 2))
      return 0;
    const bool same_sign = tokens_[i + 1].value == tokens_[i + 3].value &&
                           (sign(i + 1, U'/') || sign(i + 1, U'-') || sign(i + 1, U'.'));
    return same_sign && take_solar_hijri(date, value(i), value(i + 2), value(i + 4)) ? i + 5 : 0;
  }

  // 7 ม.ค. 2565, 7 ม.ค. 65; with พ.ศ. before the year
  std::size_t thai_short(std::size_t i, Date& date) const {
    if (!is_thai_ || !number(i, 1, 2) || i + 1 >= tokens_.size()) return 0;
    const std::size_t begin = tokens_[i + 1].begin;
    const ShortMonth name = thai_short_month(text_.substr(begin));
    if (name.month == 0) return 0;
    std::size_t y = i + 1;
    while (y < tokens_.size() && tokens_[y].begin < begin + name.size) ++y;
    y = skip_buddhist_era(y);
    constexpr int kCentury = 2500;  // of a year in two digits
    if (year(y) && take(date, value(y), name.month, value(i))) return y + 1;
    return number(y, 2, 2) && take(date, kCentury + value(y), name.month, value(i)) ? y + 1 : 0;
  }

  std::size_t skip_buddhist_era(std::size_t i) const {
    constexpr std::string_view kEra = "พ.ศ.";
    if (i >= tokens_.size() || !text_.substr(tokens_[i].begin).starts_with(kEra)) return i;
    const std::size_t end = tokens_[i].begin + kEra.size();
    while (i < tokens_.size() && tokens_[i].begin < end) ++i;
    return i;
  }

  // 2024-05-17, 2024/5/17, 2024. 5. 17., 2024年5月17日, 2024년 5월 17일
  std::size_t year_first(std::size_t i, Date& date) const {
    if (!year(i) || !number(i + 2, 1, 2) || !number(i + 4, 1, 2)) return 0;
    const bool same_sign = tokens_[i + 1].kind == TokenKind::kSign &&
                           tokens_[i + 1].value == tokens_[i + 3].value &&
                           (sign(i + 1, U'-') || sign(i + 1, U'/') || sign(i + 1, U'.') ||
                            sign(i + 1, U'–') || sign(i + 1, U'‑'));
    const bool cjk =
        (word(i + 1, {"年"}) && word(i + 3, {"月"})) || (word(i + 1, {"년"}) && word(i + 3, {"월"}));
    if ((!same_sign && !cjk) || !take(date, value(i), value(i + 2), value(i + 4))) return 0;
    return cjk && word(i + 5, {"日", "일", "号"}) ? i + 6 : i + 5;
  }

  // 2024. május 17., 2024 May 17, 2024/may/17
  std::size_t year_and_name(std::size_t i, Date& date) const {
    if (!year(i)) return 0;
    const auto joined = [&](std::size_t at) {
      return sign(at, U'.') || sign(at, U',') || sign(at, U'-') || sign(at, U'/');
    };
    const std::size_t name = i + (joined(i + 1) ? 2 : 1);
    const int m = month(name);
    if (m == 0) return 0;
    const std::size_t day =
        name + (sign(name + 1, U'.') || sign(name + 1, U'-') || sign(name + 1, U'/') ? 2 : 1);
    if (!number(day, 1, 2) || year(day + 1)) return 0;
    return take(date, value(i), m, value(day)) ? day + 1 : 0;
  }

  // The token behind what may stand between a day, a month's name and a year.
  std::size_t skip_between(std::size_t i) const {
    for (int steps = 0; steps < 3; ++steps) {
      const bool ordinal = i < tokens_.size() && !tokens_[i].space_before && joint(i, "ordinal");
      if (ordinal || sign(i, U'.') || sign(i, U',') || sign(i, U'-') || sign(i, U'/') || sign(i, U'º') ||
          sign(i, U'\'') || sign(i, U'’') || joint(i, "between"))
        ++i;
      else
        break;
    }
    return i;
  }

  // 17 May 2024, 17. Mai 2024, 17 de mayo de 2024, 17th of May, 2024, 17-May-24
  std::size_t day_and_name(std::size_t i, Date& date) const {
    if (!number(i, 1, 2)) return 0;
    const std::size_t name = skip_between(i + 1);
    const int m = month(name);
    if (m == 0) return 0;
    const std::size_t y = skip_buddhist_era(skip_between(name + 1));
    if (year(y) && take(date, value(y), m, value(i))) return y + 1;
    // The century may be left out where hyphens or an apostrophe bind the parts.
    if (number(y, 2, 2) && (sign(y - 1, U'-') || sign(y - 1, U'\'') || sign(y - 1, U'’')) &&
        take(date, 2000 + value(y), m, value(i)))
      return y + 1;
    return 0;
  }

  // May 17, 2024; Mai 17. 2024
  std::size_t name_and_day(std::size_t i, Date& date) const {
    if (tokens_[i].kind != TokenKind::kWord) return 0;
    std::size_t day = i + 1;
    if (sign(day, U'.') || sign(day, U'-')) ++day;
    if (!number(day, 1, 2)) return 0;
    const std::size_t y = skip_between(day + 1);
    if (!year(y)) return 0;
    const int m = month(i);
    return m != 0 && take(date, value(y), m, value(day)) ? y + 1 : 0;
  }

  bool month_comes_first() const {
    return reading_.language == "en-US" || reading_.language == "en-us" || reading_.language == "en" ||
           reading_.language.empty() || reading_.language == "en_US";
  }

  // 17.05.2024, 17/05/2024, 5/17/2024, 17-05-2024, 17.05.24
  std::size_t figures_only(std::size_t i, Date& date) const {
    if (!number(i, 1, 2) || !number(i + 2, 1, 2) || !(number(i + 4, 4, 4) || number(i + 4, 2, 2))) return 0;
    const bool same = tokens_[i + 1].kind == TokenKind::kSign && tokens_[i + 1].value == tokens_[i + 3].value;
    const bool dots = sign(i + 1, U'.');
    const bool slashes = sign(i + 1, U'/');
    if (!same || (!dots && !slashes && !sign(i + 1, U'-'))) return 0;
    const bool spaced = tokens_[i + 1].space_before || tokens_[i + 3].space_before;
    if (spaced) return 0;
    const bool brief = tokens_[i + 4].digits == 2;
    // Two digits: "17.05.24", and a following dot or figure makes it a version or an address.
    if (brief && ((!dots && !slashes) || (sign(i + 5, U'.') && number(i + 6, 1, 3)))) return 0;
    if (sign(i + 5, U'.') && number(i + 6, 1, 15) && !tokens_[i + 6].space_before) return 0;
    const int y = value(i + 4) + (brief ? 2000 : 0);
    const bool month_first = slashes && month_comes_first();
    if (month_first && take(date, y, value(i), value(i + 2))) return i + 5;
    if (take(date, y, value(i + 2), value(i))) return i + 5;
    if (!dots && !month_first && take(date, y, value(i), value(i + 2))) return i + 5;
    return 0;
  }

  // 20240517, 20240517T0930
  std::size_t compact(std::size_t i, Date& date) const {
    if (!number(i, 8, 8) && !number(i, 14, 14)) return 0;
    const std::int64_t day = tokens_[i].digits == 14 ? tokens_[i].value / 1'000'000 : tokens_[i].value;
    const int ymd = static_cast<int>(day);
    return take(date, ymd / 10'000, ymd / 100 % 100, ymd % 100) ? i + 1 : 0;
  }

  // Reads a time of day that follows: "T09:30:00+02:00", ", 9:30 am", "um 9:30 Uhr". Gives the token behind.
  std::size_t time_at(std::size_t i, Date& date) const {
    std::size_t hour = i;
    for (int steps = 0; steps < 4 && hour < tokens_.size() && tokens_[hour].kind != TokenKind::kNumber;
         ++steps) {
      // A word in between must be one that leads to a time, or "Updated 10:15" would be this date's.
      if (tokens_[hour].kind == TokenKind::kWord && !joint(hour, "time")) return i;
      if (sign(hour, U')') || sign(hour, U'(')) return i;
      ++hour;
    }
    if (!number(hour, 1, 2) || value(hour) > 23) return i;
    const bool colon = sign(hour + 1, U':') || word(hour + 1, {"h"});
    if (!colon || !number(hour + 2, 2, 2) || value(hour + 2) > 59) return i;
    date.hour = value(hour);
    date.minute = value(hour + 2);
    std::size_t end = hour + 3;
    if (sign(end, U':') && number(end + 1, 2, 2) && value(end + 1) < 60) {
      date.second = value(end + 1);
      end += 2;
      if ((sign(end, U'.') || sign(end, U',')) && number(end + 1, 1, 15) && !tokens_[end + 1].space_before)
        end += 2;
    }
    return zone_at(noon_at(end, date), date);
  }

  std::size_t noon_at(std::size_t i, Date& date) const {
    std::size_t end = i;
    bool after_noon = false;
    if (word(i, {"am", "pm"})) {
      after_noon = word(i, {"pm"});
      end = i + 1;
    } else if (word(i, {"a", "p"}) && sign(i + 1, U'.') && word(i + 2, {"m"})) {
      after_noon = word(i, {"p"});
      end = i + (sign(i + 3, U'.') ? 4 : 3);
    }
    if (end == i || date.hour > 12) return i;
    date.hour = date.hour % 12 + (after_noon ? 12 : 0);
    return end;
  }

  std::size_t zone_at(std::size_t i, Date& date) const {
    if (word(i, {"Z", "UTC", "GMT"})) {
      date.offset_minutes = 0;
      ++i;
      if (!sign(i, U'+') && !sign(i, U'-')) return i;
    }
    // "+02:00", "-0800", "+02"; a sign after a space is a dash.
    const bool minus = sign(i, U'-') || sign(i, U'−');
    if ((!sign(i, U'+') && !minus) || i + 1 >= tokens_.size() || tokens_[i + 1].space_before) return i;
    int minutes = -1;
    std::size_t end = i + 2;
    if (number(i + 1, 4, 4)) {
      minutes = value(i + 1) / 100 * 60 + value(i + 1) % 100;
    } else if (number(i + 1, 1, 2)) {
      minutes = value(i + 1) * 60;
      if (sign(i + 2, U':') && number(i + 3, 2, 2)) minutes += value(i + 3), end = i + 4;
    }
    constexpr int kWidestZoneMinutes = 14 * 60;
    if (minutes < 0 || minutes > kWidestZoneMinutes) return i;
    date.offset_minutes = minus ? -minutes : minutes;
    return end;
  }

  std::string_view text_;
  const DateReading& reading_;
  std::vector<Token> tokens_;
  bool is_thai_ = false;
};

// Whether a text can hold a figure in any script: ASCII digits, or the first bytes of others.
bool may_have_figures(std::string_view utf8) {
  return std::any_of(utf8.begin(), utf8.end(), [](char c) {
    return (c >= '0' && c <= '9') || c == '\xD9' || c == '\xDB' || c == '\xE0' || c == '\xEF';
  });
}

}  // namespace

std::vector<FoundDate> find_dates(std::string_view utf8, const DateReading& reading) {
  if (!may_have_figures(utf8)) return {};
  return Finder(utf8.substr(0, std::min(utf8.size(), kMostTextBytes)), reading).run();
}

}  // namespace clean_article::metadata
