// Where raw text ends: <title>, <style>, <script> with its escaped states. Private to this floor.
#pragma once

#include <string_view>

namespace clean_article::html {

// The '<' of the end tag that closes the raw text which begins at `at`, or `end` when there is none.
// `name` is the element's name in any case.
const char* end_of_raw_text(const char* at, const char* end, std::string_view name);

// The same by the rules of script data, in which "<!-- <script>" hides the next end tag.
const char* end_of_script(const char* at, const char* end);

}  // namespace clean_article::html
