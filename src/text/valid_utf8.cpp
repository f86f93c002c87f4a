#include "text/valid_utf8.hpp"

#include <simdjson.h>

#include <limits>
#include <string_view>

#include "text/convert.hpp"

namespace clean_article::text {

std::string valid_utf8(std::string bytes) {
  if (simdjson::validate_utf8(bytes.data(), bytes.size())) return bytes;
  Converters converters;
  return std::string(
      *converters.convert(bytes, *find_encoding("utf-8"), std::numeric_limits<std::size_t>::max()));
}

}  // namespace clean_article::text
