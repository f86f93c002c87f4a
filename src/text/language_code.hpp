// Names of languages in other codes. Owns nothing but the question to ICU.
#pragma once

#include <string>
#include <string_view>

namespace clean_article::text {

// The code of ISO 639-3 that a tag of BCP 47 begins with: "deu" for "de-AT"; "" where there is none.
std::string three_letter_language(std::string_view tag);

}  // namespace clean_article::text
