// Lists of words and phrases for checks of their own, in rules/lists/: sections of lines. Owns how such a
// file is read; knows nothing of what the lines are for.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace clean_article::site {

class WordList {
 public:
  // A line "[name]" begins a section; what begins with '#' is a comment. Lines are kept in small letters.
  explicit WordList(std::string_view content);

  // "" is the section before the first name. A section that is not there has no lines.
  std::span<const std::string> section(std::string_view name) const;

  // The built-in rules/lists/NAME.txt, empty where there is none.
  static WordList built_in(std::string_view name);

 private:
  struct Section {
    std::string name;
    std::vector<std::string> lines;
  };
  std::vector<Section> sections_;
};

}  // namespace clean_article::site
