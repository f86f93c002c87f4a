// The line that goes out for a record: the fields that came with it, what became of it, the article.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/base.hpp"
#include "records/record.hpp"

namespace clean_article::records {

// One line of JSON with its line feed. `fields` are those of the record; `article` is an object of JSON with
// the text and what else is known of it, "" where there is an error. A field of the article whose name the
// record has already is called "article_NAME"; "text", "status" and "error" are always ours.
std::string line_of(std::string_view fields, std::string_view article, const std::optional<Error>& error,
                    const LineNames& names);

// What programs call a kind of error: "no_article".
std::string_view error_code(ErrorKind kind);

}  // namespace clean_article::records
