// How tables are kept whose columns are worked on for many rows at once. A tile is some rows in a row; in it
// the numbers of one column stand together.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <vector>

namespace clean_article::extract {

// As many as the scorer judges at once.
inline constexpr std::size_t kTileRows = 32;

using TileColumn = std::array<float, kTileRows>;

// A table of that many columns a row: tile by tile, in it column by column. The last tile may have rows that
// mean nothing.
class Tiles {
 public:
  explicit Tiles(std::size_t columns) : columns_(columns) {}

  // Makes room; the values are whatever was there before.
  void reset(std::size_t rows) { values_.resize((rows + kTileRows - 1) / kTileRows * columns_); }

  std::size_t columns() const { return columns_; }
  float& at(std::size_t row, std::size_t column) {
    return values_[row / kTileRows * columns_ + column][row % kTileRows];
  }
  const TileColumn* data() const { return values_.data(); }
  TileColumn* data() { return values_.data(); }

 private:
  std::size_t columns_;
  std::vector<TileColumn> values_;
};

}  // namespace clean_article::extract
