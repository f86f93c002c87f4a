// Thai in windows-874 told by how its signs must stand. ICU's detector does not know that encoding.
#pragma once

#include <string_view>

namespace clean_article::text {

// Whether bytes read as windows-874 are plainly Thai: no byte that it does not have, and signs above and
// below on consonants, vowels that are written first before them, as good as everywhere.
bool reads_as_windows_874(std::string_view bytes);

}  // namespace clean_article::text
