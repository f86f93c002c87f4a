// The page in an answer of HTTP that was saved as it was sent: its head read, its chunks joined, its
// compression undone. What writers of archives have undone already is left alone.
#pragma once

#include "records/record.hpp"

namespace clean_article::records {

Result<Page> open_http_answer(Record& record, std::size_t max_bytes);

// An error where a page is of a type that holds no text: "not HTML: image/png".
Status check_page_type(std::string_view content_type);

}  // namespace clean_article::records
