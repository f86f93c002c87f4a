// The user's own defaults: a file of options, read before the command line's words are given their meaning.
// Owns where it lies and its form; knows no option.
#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "base/base.hpp"

namespace clean_article::cli {

// An option of the file, as a word of a command line: "--jobs=4".
struct ConfigWord {
  std::string word;
  std::string name;   // "jobs"
  std::string place;  // "FILE:LINE", for messages
};

// The path of the file: CLEAN_ARTICLE_CONFIG, else clean-article/config below XDG_CONFIG_HOME or ~/.config;
// "" where there is none. `environment` gives a variable, nullptr where it is not set.
std::string config_path(const std::function<const char*(const char*)>& environment);

// Its options: "name = value" or "name" in each line; "#" begins a comment line.
std::vector<ConfigWord> config_words(const std::string& text, const std::string& path);

}  // namespace clean_article::cli
