// What each element does to the flow of text, by its name alone. Owns the table; knows nothing of blocks.
#pragma once

#include <cstdint>

#include "html/html.hpp"

namespace clean_article::extract {

enum class Role : std::uint8_t {
  kInline,
  kBlock,    // begins and ends a block
  kSkipped,  // its text is not the page's text
  kBreak,
  kImage,
};

Role role_of(html::Tag tag);

}  // namespace clean_article::extract
