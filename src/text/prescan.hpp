// What a page says of its own encoding: the prescan of the WHATWG HTML standard for <meta> tags and XML
// declarations, and the charset of a Content-Type. Believing it or not is decode.cpp's business.
#pragma once

#include <string_view>

#include "text/encodings.hpp"

namespace clean_article::text {

// How far the standard looks ahead of parsing.
inline constexpr std::size_t kPrescanBytes = 1024;

// The encoding that the first <meta> naming a known one declares, else the XML declaration's, else
// nullptr. Looks at all of `bytes`. UTF-16 becomes UTF-8 and x-user-defined windows-1252: bytes that could
// be read as ASCII so far cannot be those.
const Encoding* prescan(std::string_view bytes);

// The encoding of a Content-Type value such as "text/html; charset=utf-8", or nullptr.
const Encoding* encoding_of_content_type(std::string_view value);

}  // namespace clean_article::text
