// Where a page sends its readers on by itself, without HTTP.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "html/tree/document.hpp"

namespace clean_article::html {

// The address in the value of a refresh, "5; url='/next'", as it is written; nothing where it only loads the
// same page again, or does so later than a reader would wait.
std::optional<std::string> refresh_target(std::string_view content);

// The target of a page's <meta http-equiv=refresh>. One inside <noscript> counts only where the page shows
// next to nothing else: such pages send on whoever has no scripts, and others only tell him so.
std::optional<std::string> find_refresh(const Document& document);

}  // namespace clean_article::html
