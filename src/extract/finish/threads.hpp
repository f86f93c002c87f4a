// Whether comments are what a page is about: forums, sites of questions, pages of comments. Owns how these
// are told from articles with comments below them. Knows no rule.
#pragma once

#include <cstddef>
#include <cstdint>

#include "extract/finish/context.hpp"

namespace clean_article::extract {

// Whether a page is a thread of posts, given that what readers wrote begins with a block. By its software,
// what it declares, its address, or what the element around the first post is called.
bool is_thread(const FinishContext& page, std::size_t first_comment);

// Whether a comment engine of articles drew an element or one around it.
bool is_drawn_by_engine(const FinishContext& page, std::uint32_t element);

}  // namespace clean_article::extract
