// Texts of a wanted length for the thresholds of rules.
#pragma once

#include <string>

namespace clean_article::extract {

// A text of so many words: "word0 word1 …", without an end of a sentence.
inline std::string words(int count, const std::string& word = "word") {
  std::string text;
  for (int i = 0; i < count; ++i) text += (i == 0 ? "" : " ") + word + std::to_string(i);
  return text;
}

inline std::string p(const std::string& text) {
  return "<p>" + text + "</p>";
}

// In so many elements that say nothing.
inline std::string nested(const std::string& html, int levels) {
  std::string out = html;
  for (int i = 0; i < levels; ++i) out = "<div>" + out + "</div>";
  return out;
}

inline std::string repeated(const std::string& html, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += html;
  return out;
}

inline const std::string kProse =
    "<p>The tent has room for two and stands after five minutes, with the poles that come with it.</p>";

}  // namespace clean_article::extract
