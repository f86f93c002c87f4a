// Where a page is, as far as it tells itself: its canonical address, and what its links are relative to.
// Reads the page's head; fetches nothing.
#pragma once

#include <string>
#include <string_view>

#include "html/tree/document.hpp"

namespace clean_article::html {

// The address that a page gives itself, by its canonical link or og:url; "" when it gives none.
std::string declared_url(const Document& document);

// What links of a page are relative to: its <base>, else the address that it was given, else the one that it
// gives itself; "" where nothing is known.
std::string base_url(const Document& document, std::string_view given_url);

}  // namespace clean_article::html
