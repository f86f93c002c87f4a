// Which characters of a line would mean something to Markdown where they stand, and therefore want a
// backslash. Knows no marks and no runs: markdown_line.cpp says what stands around a character.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace clean_article::render {

// What the texts of a whole line decide for each of its characters.
struct LineSigns {
  std::size_t tildes = 0;      // two may strike out what is between them
  bool brackets_bind = false;  // brackets that could make a link, its definition or a footnote
  bool formulas = false;       // a dollar of the text could be taken for the end of one

  void add(std::string_view text);
};

// What stands around a character.
struct Place {
  std::string_view line;  // as written so far
  char32_t before = U' ', behind = U' ';
  bool ends_line = false;  // no text follows that in which the character stands
  bool in_table = false;
  bool in_link = false;
};

// Whether the character text[i] would mean something.
bool means_something(std::string_view text, std::size_t i, const Place& place, const LineSigns& line);

bool is_ascii_punctuation(char32_t c);

// An address between the brackets of a link.
std::string escaped_target(std::string_view target);

}  // namespace clean_article::render
