// Why a page is no page or holds no article, and what the limits cost one that is, in words. Decides nothing
// about blocks.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/base.hpp"
#include "extract/extract.hpp"
#include "html/html.hpp"

namespace clean_article {

// Whether decoded bytes without markup are no text either: images and archives are full of control
// characters.
bool looks_binary(std::string_view utf8);

// The error for bytes that are a file of another kind, told by what they begin with.
std::optional<Error> foreign(std::string_view bytes);

// Why a page of which nothing was kept holds no article.
std::string why_no_article(std::string_view utf8, const extract::Extraction& extraction);

// The error for a text that is less sure than `least`. `confidence` is the field, "" for a text that has none
// and is not refused.
std::optional<Error> unsure(const std::string& confidence, double least);

// What the bounds of one page have cost it. A page that just fills one is said to have met it, too.
std::vector<std::string> limits_met(const html::Document& document, const extract::Blocks& blocks,
                                    const Limits& limits);

}  // namespace clean_article
