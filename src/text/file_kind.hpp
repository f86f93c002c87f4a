// What the first bytes of a file say that it is: a page, or something else that has a name. Looks at bytes,
// never at names.
#pragma once

#include <string_view>

namespace clean_article::text {

// Whether bytes begin as a page does: behind white space, comments and an XML declaration stands a
// doctype or a tag of HTML. Sees through a byte order mark and UTF-16.
bool looks_like_html(std::string_view first_bytes);

// The kind of a file that is no page and no text, with its article: "a WARC file", "a PDF file"; "" for all
// that may be one. Static storage.
std::string_view foreign_kind(std::string_view bytes);

// The same for files that pages are saved in, several or one with its pictures, and for nothing else.
std::string_view page_container(std::string_view bytes);

}  // namespace clean_article::text
