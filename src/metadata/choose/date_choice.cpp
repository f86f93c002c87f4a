#include "metadata/choose/date_choice.hpp"

#include <re2/re2.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <utility>
#include <vector>

#include "text/text.hpp"

namespace clean_article::metadata {

namespace {

Field first_date(const Candidates& candidates, Item item, const DateReading& reading) {
  for (const Candidate* c : candidates.of(item))
    if (const auto date = parse_date(c->value, reading)) return take(*c, date->iso());
  return {};
}

// Days since some day long ago.
int days_of(const Date& date) {
  using namespace std::chrono;
  const sys_days days =
      year(date.year) / month(static_cast<unsigned>(date.month)) / day(static_cast<unsigned>(date.day));
  return static_cast<int>(days.time_since_epoch().count());
}

bool is_next_day(const Date& later, const Date& earlier) {
  return days_of(later) == days_of(earlier) + 1;
}

int minutes_of(const Date& date) {
  return (days_of(date) * 24 + date.hour) * 60 + date.minute;
}

// Whether two times differ as those of one moment in two zones do.
bool is_same_moment(const Date& a, const Date& b) {
  constexpr int kStepMinutes = 30;
  constexpr int kFarthestMinutes = 14 * 60;
  const int apart = std::abs(minutes_of(a) - minutes_of(b));
  return apart % kStepMinutes == 0 && apart <= kFarthestMinutes;
}

class DateChoice {
 public:
  DateChoice(Candidates& candidates, const DateClues& clues, VisibleDates& visible)
      : candidates_(candidates), clues_(clues), reading_(clues.reading), visible_(visible) {}

  ChosenDates run() {
    if (const auto date = date_in_url(clues_.url, reading_))
      candidates_.add(Item::kDate, Trust::kSecondary, date->iso(), "address");
    if (choose_known_date()) return chosen_;
    visible_.read_far();
    if (choose_known_date()) return chosen_;
    add_date_from_description();
    if (!chosen_.date) add_date_from_scripts();
    return chosen_;
  }

 private:
  bool choose_known_date() {
    chosen_.modified = first_date(candidates_, Item::kModified, reading_);
    const auto found = candidates_.of(Item::kDate);
    for (const Candidate* c : found) {
      const auto date = parse_date(c->value, reading_);
      if (!date) continue;
      if (c->trust == Trust::kGuess && chosen_.modified) break;
      chosen_.date = take(*c, date->iso());
      if (may_be_later(*c) && use_shown_date(*date)) return true;
      if (date->offset_minutes.value_or(0) == 0) use_local_day(*date, found);
      return true;
    }
    if (chosen_.modified) chosen_.date = chosen_.modified;
    return static_cast<bool>(chosen_.date);
  }

  // What publishing systems declare may be when a page was last moved or issued again. In threads, what is
  // shown may be when somebody joined.
  static bool may_be_later(const Candidate& c) {
    return c.trust > Trust::kVisible && c.trust != Trust::kRule &&
           c.source.find("Forum") == std::string::npos;
  }

  // The one date that readers are shown below the title, where it is older than the declared one.
  bool use_shown_date(const Date& declared) {
    const auto shown = candidates_.of(Item::kShownDate);
    if (shown.empty()) return false;
    const auto date = parse_date(shown.front()->value, reading_);
    const bool only_one = std::all_of(shown.begin(), shown.end(), [&](const Candidate* c) {
      return c->value.substr(0, 10) == shown.front()->value.substr(0, 10);
    });
    if (!date || !only_one || days_of(*date) + 1 >= days_of(declared)) return false;
    chosen_.date = take(*shown.front(), date->iso());
    return true;
  }

  // A date given in universal time falls on the day before or after where the page is read. Another place of
  // the page tells the day there.
  void use_local_day(const Date& chosen, const std::vector<const Candidate*>& found) {
    constexpr int kLatestDayBefore = 9;    // o'clock: west of there is ocean, all but Hawaii
    constexpr int kEarliestDayAfter = 11;  // New Zealand
    if (chosen.hour < 0) return;
    std::vector<std::pair<const Candidate*, Date>> others;
    for (const Candidate* c : found) {
      const auto other = parse_date(c->value, reading_);
      if (!other || c->trust == Trust::kGuess) continue;
      const bool has_zone = other->offset_minutes.value_or(0) != 0;
      if (has_zone && minutes_of(*other) - *other->offset_minutes == minutes_of(chosen)) {
        chosen_.date = take(*c, other->iso());  // the very moment, as it is called there
        return;
      }
      const bool tells_day = has_zone || other->hour < 0;
      if (tells_day && other->day_number() == chosen.day_number()) return;
      others.emplace_back(c, *other);
    }
    for (const auto& [c, other] : others) {
      // What readers are shown is the day for them, whatever hour is declared.
      const bool shown = c->trust == Trust::kVisible;
      const bool day_before = is_next_day(chosen, other) && (shown || chosen.hour < kLatestDayBefore);
      const bool day_after = is_next_day(other, chosen) && (shown || chosen.hour >= kEarliestDayAfter);
      if (!day_before && !day_after) continue;
      const bool tells_day = other.offset_minutes.value_or(0) != 0 || other.hour < 0;
      if (!tells_day && !(shown && !chosen.offset_minutes && is_same_moment(other, chosen))) continue;
      chosen_.date = take(*c, other.iso());
      return;
    }
  }

  // "ORSO MARSICANO … (Notizia del 14 Gennaio 2020)": what is said of the page for search engines.
  void add_date_from_description() {
    for (const Item item : {Item::kDescription, Item::kTitle})
      for (const Candidate* c : candidates_.of(item))
        if (const auto dates = find_dates(c->value, reading_); dates.size() == 1) {
          chosen_.date = take(*c, dates.front().date.iso());
          return;
        }
  }

  // Where nothing else tells a date, the data that scripts build the page from may.
  void add_date_from_scripts() {
    static const RE2 kKey(
        R"re((?:date_?p|P|p|first_?p)ublish(?:ed)?_?(?:[Aa]t|[Dd]ate|[Tt]ime|[Oo]n)?(?:\\?["']|&quot;)\s*:\s*(?:\\?["']|&quot;)?([0-9][0-9T:.+Z/ -]{7,32}))re",
        RE2::Latin1);
    constexpr std::string_view kSign = "ublish";
    constexpr std::size_t kMostTries = 500;
    constexpr std::size_t kLongestKey = 100;  // bytes, its value included
    const std::string_view source = clues_.source;
    std::size_t at = text::find_in(source, kSign, 0);
    for (std::size_t tries = 0; at != std::string_view::npos && tries < kMostTries; ++tries) {
      const std::string_view near = source.substr(at - std::min<std::size_t>(at, 1), kLongestKey);
      std::string value;
      if (RE2::PartialMatch(re2::StringPiece(near.data(), near.size()), kKey, &value)) {
        if (const auto date = parse_date(value, reading_)) {
          chosen_.date = {date->iso(), "script"};
          return;
        }
      }
      at = text::find_in(source, kSign, at + kSign.size());
    }
  }

  Candidates& candidates_;
  const DateClues& clues_;
  const DateReading& reading_;
  VisibleDates& visible_;
  ChosenDates chosen_;
};

}  // namespace

ChosenDates choose_dates(Candidates& candidates, const DateClues& clues, VisibleDates& visible) {
  return DateChoice(candidates, clues, visible).run();
}

}  // namespace clean_article::metadata
