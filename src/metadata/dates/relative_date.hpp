// Dates that count from the time of reading: "3 hours ago", "gestern, 14:30 Uhr", "il y a 2 jours". Owns
// their grammar; relative_words.hpp has the words.
#pragma once

#include <optional>
#include <string_view>

#include "metadata/dates/dates.hpp"

namespace clean_article::metadata {

// The first in a line of information: a day, with the time of day where the line tells one; `begin` and `end`
// are places in the line. Only where it stands alone between signs, the line's ends and words such as
// "posted": in a sentence ("The council met yesterday") it dates something else. What is told in weeks,
// months or years is rounded too much for a day and is not read. `lower_line` is in lower case; `language` is
// the page's BCP 47 tag or "": words of other languages are not read, but for English counts and, where it is
// unknown, counts of any. Hours count from the time of day of `fetched`, in its zone.
std::optional<FoundDate> relative_date(std::string_view lower_line, std::string_view language,
                                       const Date& fetched);

}  // namespace clean_article::metadata
