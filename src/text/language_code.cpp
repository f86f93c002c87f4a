#include "text/language_code.hpp"

#include <unicode/uloc.h>

namespace clean_article::text {

std::string three_letter_language(std::string_view tag) {
  return uloc_getISO3Language(std::string(tag).c_str());
}

}  // namespace clean_article::text
