// Posts of social networks that an article shows: how they are told, and their prompts. Shared by the rules
// that keep the posts and drop the prompts.
#pragma once

#include <cstddef>

#include "extract/finish/context.hpp"

namespace clean_article::extract::rules {

// Whether an element is a quotation that the script of a network would turn into a post.
bool is_post(const Survey& survey, const Element& e);

// Whether a block of a post is none of its text: "View this post on Instagram", a button, a link to the
// music.
bool is_prompt(const FinishContext& page, std::size_t i);

}  // namespace clean_article::extract::rules
