// Data tables: which <table> holds rows of facts and which only lays a page out, and where each cell of a
// data table stands. Owns both questions; knows nothing of scores and of how tables are written.
#pragma once

#include "extract/blocks/blocks.hpp"

namespace clean_article::extract {

// Fills the tables and cells of a page whose blocks and elements are there, and Block::cell.
void find_tables(const html::Document& document, Blocks& page);

}  // namespace clean_article::extract
