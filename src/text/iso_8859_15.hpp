// Telling ISO-8859-15 from windows-1252, which differs in eight signs that only a reader could tell: where
// one has fractions and accents without a letter, the other has the letters of "cœur" and "š", and the euro.
#pragma once

#include <string_view>

namespace clean_article::text {

// Of a whole page that is in one of the two.
bool reads_as_iso_8859_15(std::string_view bytes);

}  // namespace clean_article::text
