// Where the cells of a data table stand once rows and columns that show nothing are left out. Owns that
// reckoning; knows no format.
#pragma once

#include <cstdint>
#include <vector>

#include "extract/extract.hpp"

namespace clean_article::render {

class TableGrid {
 public:
  // `shows(cell)` tells of a cell of the table whether anything in it is shown.
  template <typename Fn>
  TableGrid(const extract::Blocks& page, const extract::Table& table, Fn&& shows)
      : rows_before_(table.rows + 1), columns_before_(table.columns + 1) {
    for (std::uint32_t c = table.first_cell; c < table.end_cell; ++c) {
      const extract::Cell& cell = page.cells[c];
      if (shows(cell)) rows_before_[cell.row + 1] = columns_before_[cell.column + 1] = 1;
    }
    for (std::size_t i = 1; i < rows_before_.size(); ++i) rows_before_[i] += rows_before_[i - 1];
    for (std::size_t i = 1; i < columns_before_.size(); ++i) columns_before_[i] += columns_before_[i - 1];
  }

  // Among those that are shown, from 0.
  std::uint32_t row(const extract::Cell& cell) const { return rows_before_[cell.row]; }
  std::uint32_t column(const extract::Cell& cell) const { return columns_before_[cell.column]; }

  // How many of those that are shown a cell spans; 0 where it is in none.
  std::uint32_t rows(const extract::Cell& cell) const { return span(rows_before_, cell.row, cell.rows); }
  std::uint32_t columns(const extract::Cell& cell) const {
    return span(columns_before_, cell.column, cell.columns);
  }
  bool shows_row(const extract::Cell& cell) const { return span(rows_before_, cell.row, 1) != 0; }

 private:
  static std::uint32_t span(const std::vector<std::uint32_t>& before, std::size_t begin, std::size_t length) {
    const std::size_t end = begin + length < before.size() ? begin + length : before.size() - 1;
    return before[end] - before[begin];
  }

  std::vector<std::uint32_t> rows_before_;     // how many of the rows before a row are shown
  std::vector<std::uint32_t> columns_before_;  // and of the columns
};

}  // namespace clean_article::render
