// What the words before a date make of it. Owns those words; knows nothing of where a date stands.
#pragma once

#include <string_view>

namespace clean_article::metadata {

// Whether the text before a date says that something was changed then ("Last updated"), and not that it was
// published.
bool says_change(std::string_view before);

// Whether they make it the date of the first publication, which others of the page are not.
bool says_first(std::string_view before);

// Whether they make it a day in somebody's life: when a member joined a forum.
bool says_membership(std::string_view before);

}  // namespace clean_article::metadata
