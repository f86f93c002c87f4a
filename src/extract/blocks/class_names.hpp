// What the words of a class or id name tell of an element. Owns how the words of
// rules/words/class-names.txt and rules/words/unseen-classes.txt are found; knows nothing of elements.
#pragma once

#include <string_view>

#include "extract/blocks/categories.hpp"

namespace clean_article::extract {

// The categories that one class or id name tells by the words in it: "article-body", "relatedPosts".
CategorySet class_name_categories(std::string_view name);

}  // namespace clean_article::extract
