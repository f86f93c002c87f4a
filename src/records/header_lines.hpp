// Lines of "Name: value", as HTTP, WARC and mails have them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace clean_article::records {

struct HeaderLine {
  std::string_view name;
  std::string value;  // folded lines joined, white space around it gone
};

// Lines without a colon are passed over.
std::vector<HeaderLine> read_header_lines(std::string_view head);

// Of the first line of that name in any case, "" where there is none.
std::string_view header_value(const std::vector<HeaderLine>& lines, std::string_view name);

// Bytes of a head and of the empty line behind it; npos where that is not in sight. `head_bytes` are those
// before the empty line.
std::size_t find_head_end(std::string_view bytes, std::size_t& head_bytes);

// The value of a parameter, without quotation marks: "utf-8" for "charset" of "text/html; charset=utf-8".
std::string header_parameter(std::string_view value, std::string_view name);

// "text/html" of "text/html; charset=utf-8", in lower case.
std::string media_type(std::string_view content_type);

}  // namespace clean_article::records
