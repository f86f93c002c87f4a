// Records of a WET file, as Common Crawl writes them: the text of a page as a WARC record `conversion`.
#pragma once

#include <string>
#include <string_view>

namespace clean_article::records {

// What a WET file begins with.
std::string wet_head(std::string_view software);

// The record of a page. `fields` are the members of JSON that came with it (url, record_id, date), `article`
// is the object of JSON with its text, language and address; `name` and `date` stand for what neither has.
std::string wet_record(std::string_view fields, std::string_view article, const std::string& name,
                       const std::string& date);

}  // namespace clean_article::records
