// Telling a page's source from plain text. Looks at characters only; builds nothing.
#pragma once

#include <string_view>

namespace clean_article::html {

// Whether the text is HTML (a page, a fragment, XHTML or other XML) rather than plain text that happens to
// hold angle brackets: addresses in them, code, prose that names a tag. Reads at most the first 256 KiB.
bool looks_like_markup(std::string_view utf8);

}  // namespace clean_article::html
