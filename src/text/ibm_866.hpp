// Telling text in IBM866, the Cyrillic of DOS, which ICU's detector does not know.
#pragma once

#include <string_view>

namespace clean_article::text {

bool reads_as_ibm866(std::string_view bytes);

}  // namespace clean_article::text
