// Searching stretches of bytes given by two pointers. Private to this floor.
#pragma once

#include <cstring>
#include <string_view>

namespace clean_article::html {

// The next `wanted`, or `end`.
inline const char* find(const char* at, const char* end, char wanted) {
  const void* found = std::memchr(at, wanted, static_cast<std::size_t>(end - at));
  return found != nullptr ? static_cast<const char*>(found) : end;
}

// Behind the next `wanted`, or `end`.
inline const char* behind(const char* at, const char* end, char wanted) {
  const char* found = find(at, end, wanted);
  return found != end ? found + 1 : end;
}

inline std::string_view between(const char* begin, const char* end) {
  return {begin, static_cast<std::size_t>(end - begin)};
}

}  // namespace clean_article::html
