// The names of the phrase classes: see phrase_class.hpp.
#include "site/phrases/phrase_class.hpp"

#include <array>

namespace clean_article::site {
namespace {

constexpr std::array<std::string_view, kPhraseClasses> kNames = {
    "share",      "icon-alt",   "newsletter", "read-more",       "related",     "advertisement",
    "cookie",     "copyright",  "comments",   "byline",          "credit",      "prompt",
    "author-box", "navigation", "reviews",    "product-reviews", "other-goods", "sources",
};

}  // namespace

std::string_view phrase_class_name(PhraseClass c) {
  return kNames[static_cast<std::size_t>(c)];
}

}  // namespace clean_article::site
