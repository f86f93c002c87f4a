// The article in the data that scripts build a page from: Next.js and Nuxt state, preloaded stores, forum
// posts in attributes. Owns where such data lies and which of its texts is the article; knows nothing of when
// it is wanted.
#pragma once

#include <string>

#include "html/html.hpp"

namespace clean_article::extract {

// The text (maybe HTML) of the article in a page's embedded state, "" where there is none. Of the keys that
// publishing systems give to bodies the one with most prose wins, and its texts are joined in their order.
// Short texts are labels of the program as often as paragraphs: without `of_pieces` one of them must be long.
// Linear in the length of the scripts.
std::string embedded_article(const html::Document& document, bool of_pieces);

}  // namespace clean_article::extract
