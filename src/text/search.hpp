// Looking for short texts in long ones.
#pragma once

#include <cstddef>
#include <string_view>

namespace clean_article::text {

// As std::string_view::find, some times as fast in long texts.
std::size_t find_in(std::string_view text, std::string_view part, std::size_t from);

}  // namespace clean_article::text
