// Which of the addresses that a page gives for one picture is the picture: pages that load late put a
// placeholder into src, and offer several sizes. Owns where pages keep addresses; target.hpp says which are
// safe to write.
#pragma once

#include <string>
#include <string_view>

#include "html/html.hpp"

namespace clean_article::render {

// Whether an element is a picture with an address of its own: <img>, AMP's <amp-img>.
bool is_image(const html::Document& document, html::NodeId element);

// The best address, made absolute by `base`; "" where there is none but data and placeholders.
std::string image_address(const html::Document& document, html::NodeId image, std::string_view base);

// Whether an image stands in a <noscript> as a copy of the one right before, for readers without scripts.
bool is_copy_for_no_script(const html::Document& document, html::NodeId image, html::NodeId shown_before);

}  // namespace clean_article::render
