// The part of the rule on biographies that knows sentences alone.
#pragma once

#include <cstddef>
#include <string_view>

namespace clean_article::extract::rules {

// How a text names somebody and what he or she does: the end of the name, at least two words from the start,
// or 0 where it does not begin so.
std::size_t named_person(std::string_view text);

}  // namespace clean_article::extract::rules
