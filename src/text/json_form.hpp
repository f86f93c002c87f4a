// Whether a file holds JSON, told by its first bytes. Reads none of it.
#pragma once

#include <string_view>

namespace clean_article::text {

// What bytes that begin as JSON does are.
enum class JsonForm {
  kNone,
  kLines,     // a whole object in the first line, as far as that is in sight
  kDocument,  // one value over several lines, or an array
};
JsonForm json_form(std::string_view first_bytes);

}  // namespace clean_article::text
