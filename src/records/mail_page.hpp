// The page in a mail, or in a page saved as one (MHTML): the part of HTML, its transfer encoding undone. Owns
// the parts of RFC 2045 and 2046 as far as that takes.
#pragma once

#include <string_view>

#include "records/record.hpp"

namespace clean_article::records {

// Whether a file begins as a mail.
bool is_mail(std::string_view bytes);

// The first part of HTML, or else of plain text; kNotHtml where there is neither. Its type names the charset,
// its address is where it was saved from.
Result<Page> open_mail(std::string_view bytes);

}  // namespace clean_article::records
