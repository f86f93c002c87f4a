// Addresses of links and images. Owns which are safe to write, and how, in any format.
#pragma once

#include <string>
#include <string_view>

namespace clean_article::render {

// `target` as the address of a link or an image: absolute where that can be, what a URI must not hold
// percent-encoded; letters of any language stay. "" for scripts, data, places inside the page and what is no
// address.
std::string safe_target(std::string_view base, std::string_view target);

}  // namespace clean_article::render
