// Strings out of JSON that may be broken. Pages' structured data often is: a stray comma or a raw line break
// must not hide the one value that is wanted, so this looks for keys instead of parsing.
#pragma once

#include <string>
#include <string_view>

namespace clean_article::extract {

// The end of the string literal whose first character (behind the quote) is at `begin`: the closing quote, or
// the end of the text.
inline std::size_t json_string_end(std::string_view json, std::size_t begin) {
  for (std::size_t at = begin; (at = json.find('"', at)) != std::string_view::npos; ++at) {
    // Behind an odd number of backslashes it is a part of the text.
    std::size_t first = at;
    while (first > begin && json[first - 1] == '\\') --first;
    if ((at - first) % 2 == 0) return at;
  }
  return json.size();
}

// Calls fn(std::string_view raw) for each string that is the value of `key` anywhere in `json`, or stands in
// an array of strings that is. `raw` is what stands between the quotes, escapes and all.
template <typename Fn>
void for_each_json_string(std::string_view json, std::string_view key, Fn&& fn) {
  constexpr std::string_view kSpace = " \t\r\n";
  const std::string quoted = '"' + std::string(key) + '"';
  for (std::size_t at = json.find(quoted); at != std::string_view::npos; at = json.find(quoted, at)) {
    at += quoted.size();
    std::size_t value = json.find_first_not_of(kSpace, at);
    if (value == std::string_view::npos || json[value] != ':') continue;
    value = json.find_first_not_of(kSpace, value + 1);
    const bool array = value != std::string_view::npos && json[value] == '[';
    if (array) value = json.find_first_not_of(kSpace, value + 1);
    while (value != std::string_view::npos && json[value] == '"') {
      const std::size_t end = json_string_end(json, value + 1);
      fn(json.substr(value + 1, end - value - 1));
      at = end;
      if (!array || end == json.size()) break;
      value = json.find_first_not_of(kSpace, end + 1);
      if (value == std::string_view::npos || json[value] != ',') break;
      value = json.find_first_not_of(kSpace, value + 1);
    }
  }
}

// The characters of a string literal: escapes decoded, broken ones left out.
std::string decode_json_string(std::string_view raw);

}  // namespace clean_article::extract
