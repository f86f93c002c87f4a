// Character references of HTML ("&amp;", "&#8217;"), decoded as the WHATWG standard says.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace clean_article::text {

enum class ReferenceContext { kText, kAttribute };

// Appends `raw` to `out` with its references decoded. Everything else is copied as it is.
void append_decoding_references(std::string_view raw, ReferenceContext context, std::string& out);

// One reference: `at_ampersand` starts with '&'. Appends what it stands for and returns the bytes it
// takes, or returns 0 and appends nothing when it is no reference (the '&' then is a plain character).
std::size_t decode_reference(std::string_view at_ampersand, ReferenceContext context, std::string& out);

}  // namespace clean_article::text
