// Lines of an article's head that no markup names: a title in plain text, the line under a title. Owns what
// such a line looks like; which value wins is the choosers' to say.
#pragma once

#include <string>

#include "extract/extract.hpp"
#include "metadata/dates/dates.hpp"
#include "metadata/readers/article_place.hpp"
#include "metadata/readers/candidates.hpp"

namespace clean_article::metadata {

// The line above the text that is its title, on a page without any heading: a text that was copied or saved
// without its markup. The number of blocks when there is none.
std::size_t find_title_line(const extract::Extraction& extraction, std::size_t first_kept);

// Tells the shown line under the title (dek, standfirst, summary) as a description that is less trusted than
// any declared one.
void read_standfirst(const html::Document& document, const extract::Extraction& extraction,
                     const ArticlePlace& place, Candidates& out);

}  // namespace clean_article::metadata
