// The table that --explain prints. Owns its columns; knows no page.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cleaner/cleaner.hpp"

namespace clean_article::cli {

// One line, safe to print: no tab, line feed or escape sequence of a page's or file's gets to the terminal.
// Cut behind so many characters.
std::string one_line(std::string_view utf8, std::size_t most_chars);

// One line a block, in the order given:
//   keep 0.97  paragraph   scorer: long, many commas                The council voted on …
//   drop 0.02  list item   phrase: share bar (phrases/share.txt:12)  Share on Facebook
// The verdict stands first and the text last. Long reasons and texts are cut unless they are wanted `whole`.
std::string explain_table(const std::vector<ExplainedBlock>& blocks, bool whole);

// One line a field of the metadata that has a value: name, value, and where it comes from.
//   field  date          2024-05-17                        JSON-LD NewsArticle.datePublished
std::string explain_fields(const metadata::Metadata& metadata, bool whole);

}  // namespace clean_article::cli
