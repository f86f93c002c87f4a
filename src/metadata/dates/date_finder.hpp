// What the readers of dates share: which days there are, and which of them a page may name.
#pragma once

#include "metadata/dates/dates.hpp"

namespace clean_article::metadata {

// Whether there is such a day, neither older than the web nor later than the reading allows.
bool plausible(const Date& date, const DateReading& reading);

}  // namespace clean_article::metadata
