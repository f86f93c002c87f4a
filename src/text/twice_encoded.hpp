// Pages that were encoded as UTF-8 twice: a program took their UTF-8 for Latin 1 or windows-1252 and encoded
// each byte again, so that "’" became "â€™". Owns telling such a page and taking the second encoding back.
#pragma once

#include <string>
#include <string_view>

namespace clean_article::text {

// Whether every character beyond ASCII of some valid UTF-8 stands for a byte, and all these bytes together
// are UTF-8 again, with at least three characters beyond ASCII; then `once` is that UTF-8. A single "é" that
// was encoded once tells that the rest is meant as it stands. `once` is spoiled where the answer is no.
bool undo_second_encoding(std::string_view utf8, std::string& once);

}  // namespace clean_article::text
