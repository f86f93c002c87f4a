// What the words of a class or id name tell of an element. Owns how the words of
// rules/words/class-names.txt and rules/words/unseen-classes.txt are found; knows nothing of elements.
#pragma once

#include <string_view>

#include "extract/blocks/categories.hpp"

namespace clean_article::extract {

// The categories that class or id names tell by the words in them: "article-body relatedPosts". White space
// parts them.
CategorySet class_name_categories(std::string_view names);

}  // namespace clean_article::extract
