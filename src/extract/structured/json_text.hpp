// Strings out of JSON that may be broken. Pages' structured data often is: a stray comma or a raw line break
// must not hide the one value that is wanted, so this looks for keys instead of parsing.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

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

// Calls fn(std::size_t k, std::string_view raw) for each string that is the value of keys[k] anywhere in
// `json`, or stands in an array of strings that is. `raw` is what stands between the quotes, escapes and all.
// Of one key in the order of the text, and of keys that differ as they come: the text is walked through once.
template <typename Fn>
void for_each_json_string(std::string_view json, std::span<const std::string_view> keys, Fn&& fn) {
  constexpr std::string_view kSpace = " \t\r\n";
  std::array<bool, 256> begins_key{};
  for (const std::string_view key : keys)
    begins_key[static_cast<unsigned char>(key.empty() ? '"' : key[0])] = true;
  std::vector<std::size_t> next(keys.size());  // of a key: where its last value ended
  for (std::size_t quote = json.find('"'); quote != std::string_view::npos;
       quote = json.find('"', quote + 1)) {
    const std::string_view behind = json.substr(quote + 1);
    if (behind.empty() || !begins_key[static_cast<unsigned char>(behind[0])]) continue;
    for (std::size_t k = 0; k < keys.size(); ++k) {
      const std::size_t size = keys[k].size();
      if (quote < next[k] || !behind.starts_with(keys[k]) || behind.substr(size, 1) != "\"") continue;
      std::size_t at = quote + 1 + size + 1;
      next[k] = at;
      std::size_t value = json.find_first_not_of(kSpace, at);
      if (value == std::string_view::npos || json[value] != ':') continue;
      value = json.find_first_not_of(kSpace, value + 1);
      const bool array = value != std::string_view::npos && json[value] == '[';
      if (array) value = json.find_first_not_of(kSpace, value + 1);
      while (value != std::string_view::npos && json[value] == '"') {
        const std::size_t end = json_string_end(json, value + 1);
        fn(k, json.substr(value + 1, end - value - 1));
        next[k] = end;
        if (!array || end == json.size()) break;
        value = json.find_first_not_of(kSpace, end + 1);
        if (value == std::string_view::npos || json[value] != ',') break;
        value = json.find_first_not_of(kSpace, value + 1);
      }
    }
  }
}

// The characters of a string literal: escapes decoded, broken ones left out.
std::string decode_json_string(std::string_view raw);

}  // namespace clean_article::extract
