// Notes on how a link opens, "(opens in a new window)": where they stand at the end of a text. Owns how they
// are told; knows nothing of elements.
#pragma once

#include <cstddef>
#include <string_view>

namespace clean_article::extract {

// Where the note begins that ends the text of a link, with the bracket, comma or dash that leads to it and
// the space before; the text's size where none does, or where nothing would be left.
std::size_t begin_of_link_note(std::string_view link_text);

// Whether a text is a note and nothing else: "(external link)", ", opens new tab".
bool is_link_note(std::string_view text);

// The bytes of a note in brackets that begins a text, white space before it included; 0 where none does.
std::size_t leading_link_note(std::string_view text);

}  // namespace clean_article::extract
