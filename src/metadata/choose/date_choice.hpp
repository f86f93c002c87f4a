// When a page was published and last changed: chosen among all that it declares and shows. Owns the order in
// which sources are believed, and what the zones of times do to the day; knows nothing of where on a page
// dates stand.
#pragma once

#include <string_view>

#include "metadata/dates/dates.hpp"
#include "metadata/fields/fields.hpp"
#include "metadata/readers/candidates.hpp"
#include "metadata/readers/visible_dates.hpp"

namespace clean_article::metadata {

struct DateClues {
  const DateReading& reading;
  std::string_view url;     // of the page, "" when unknown
  std::string_view source;  // of the page: scripts may tell what nothing else does
};

struct ChosenDates {
  Field date;
  Field modified;
};

// A page that tells only when it was changed was published then, for all that readers can know. Has the whole
// page looked through, by `visible`, only where nothing else tells. Adds what the address tells to
// `candidates`.
ChosenDates choose_dates(Candidates& candidates, const DateClues& clues, VisibleDates& visible);

}  // namespace clean_article::metadata
