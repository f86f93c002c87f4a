// Pages in UTF-8 that hold a paragraph in windows-1252, pasted in by a program that did not convert it. Owns
// telling such text and reading it.
#pragma once

#include <string>
#include <string_view>

namespace clean_article::text {

// Whether text between two tags is no UTF-8 but plainly windows-1252, while none of the rest is; then
// `mended` is the page with that text as UTF-8. What is merely damaged stays as it is: a character that was
// cut off, bytes that are both. `mended` is spoiled where the answer is no.
bool mend_windows_1252(std::string_view bytes, std::string& mended);

// Whether most letters of windows-1252 in a text stand four and more in a row, as no language that is written
// in it has them: then they are letters of another script.
bool is_belied_by_rows_of_letters(std::string_view bytes);

}  // namespace clean_article::text
