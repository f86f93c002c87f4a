// The link by which an article goes on, where a rule says that there may be one but not where
// (autodetect_next_page). Owns the words for "next page" and what addresses of further pages look like.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "html/html.hpp"

namespace clean_article::site {

// The link as it stands on the page; nothing when none leads to a further page of the same article.
// `page_url` is the address of the page.
std::optional<std::string> find_next_page(const html::Document& page, std::string_view page_url);

// Whether `next` is the address of a page that goes on the one at `url`: of the same host, and alike but for
// the number of the page, which is 2 where `url` has none and else one more ("/story" and "/story/page/2",
// "/story?p=2" and "/story?p=3").
bool goes_on(std::string_view url, std::string_view next);

}  // namespace clean_article::site
