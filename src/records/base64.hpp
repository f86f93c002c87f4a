// Base64 by RFC 4648, also with the alphabet of addresses, broken into lines, and without its padding.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace clean_article::records {

// Nothing where a character is none of it.
std::optional<std::string> decode_base64(std::string_view text);

}  // namespace clean_article::records
