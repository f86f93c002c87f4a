// The footnotes of a page: which small marks in its text lead to which notes, where it has a true list of
// them. Owns what counts as one; knows no format.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "render/render.hpp"

namespace clean_article::render {

// A mark in the text that leads to a note. Marks are no part of a block's text.
struct NoteReference {
  html::NodeId mark;
  std::uint32_t number;  // of the note, from 1
};

struct Notes {
  std::unordered_map<std::size_t, std::vector<NoteReference>> references;  // by block, in order
  std::vector<html::NodeId> definitions;  // of the notes 1, 2, …: an <li> or another element; ascending

  // The number of the first note from a node on and before another, 0 for none.
  std::uint32_t first_in(html::NodeId begin, html::NodeId end) const;
};

// Empty unless notes that are put behind the text and numbered by their references read the same as what the
// page shows: they are in the order in which the text leads to them first, each is led to, and nothing but
// them is shown from the first on.
Notes find_notes(const Source& source, const Style& style);

}  // namespace clean_article::render
