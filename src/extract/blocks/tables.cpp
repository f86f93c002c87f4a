#include "extract/blocks/tables.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <string_view>

#include "text/text.hpp"

namespace clean_article::extract {

namespace {

using html::Document;
using html::NodeId;
using html::Tag;

// A table of these is an attack.
constexpr std::uint32_t kMostColumns = kMostTableColumns;
constexpr std::uint32_t kMostSpanned = 50;  // columns that one cell spans

bool is_cell(Tag tag) {
  return tag == Tag::k_td || tag == Tag::k_th;
}

// What the elements of one table tell of it. After Readability's _markDataTables and what it follows,
// Firefox's IsProbablyLayoutTable: nested tables are layout, header cells and a caption are data. A table of
// one row or column without any such sign is layout to WebTables too (Cafarella et al. 2008).
struct TableSigns {
  bool says_layout = false;   // role=presentation, none; datatable=0
  bool says_data = false;     // role=table, grid; a summary
  bool has_headers = false;   // <th>, <thead>, <tfoot>, <caption>, <col>
  bool is_nested = false;     // holds tables or a form
  bool has_sections = false;  // holds headings or code
  std::uint32_t rows = 0;
  std::uint32_t cells = 0;
  std::uint32_t filled_cells = 0;
  std::uint32_t usual_width = 0;  // cells that most rows have
  std::uint32_t usual_rows = 0;   // and how many rows these are, with those that lack one cell
  std::uint32_t chars = 0;
  std::uint32_t most_chars = 0;  // of one cell
};

// Mean characters of a filled cell. 95 % of the cells of wcxb-dev's tables with header cells have at most
// 150; posts of forums and columns of pages have more, header cells or not.
constexpr std::uint32_t kLongCell = 120;
constexpr std::uint32_t kLongCellUnderHeaders = 400;
constexpr std::uint32_t kLongestCell = 600;  // one alone, in a table without headers
// Cells of a table without headers that may be a mere frame: a head and a foot over two columns, as forums
// put around a post.
constexpr std::uint32_t kFrame = 4;

bool is_data_table(const TableSigns& t) {
  if (t.says_layout || t.is_nested || t.filled_cells == 0) return false;
  const std::uint32_t mean = t.chars / t.filled_cells;
  if (t.says_data || t.has_headers) return t.cells > 1 && mean <= kLongCellUnderHeaders;
  const bool is_grid = t.usual_rows > 1 && t.usual_width > 1 && t.cells > kFrame && 2 * t.usual_rows > t.rows;
  return is_grid && !t.has_sections && mean <= kLongCell && t.most_chars <= kLongestCell;
}

// How many cells the rows of a table have.
class RowWidths {
 public:
  void add_cell() { ++width_; }
  void end_row() {
    if (width_ > 0) ++rows_[std::min(width_, kWidest)];
    width_ = 0;
  }
  void tell(TableSigns& signs) const {
    for (std::size_t w = 1; w <= kWidest; ++w) {
      const std::uint32_t rows = rows_[w] + rows_[w - 1];
      if (rows <= signs.usual_rows) continue;
      signs.usual_rows = rows;
      signs.usual_width = static_cast<std::uint32_t>(w);
    }
  }

 private:
  static constexpr std::size_t kWidest = 16;  // wider rows count as this
  std::array<std::uint32_t, kWidest + 1> rows_{};
  std::size_t width_ = 0;
};

class TableFinder {
 public:
  TableFinder(const Document& document, Blocks& page) : document_(document), page_(page) {}

  void run() {
    for (std::uint32_t e = 0; e < page_.elements.size(); ++e)
      if (page_.elements[e].tag == Tag::k_table && is_data_table(signs_of(e))) place_cells(e);
  }

 private:
  // Stops at a table inside: then all is told. So every element is looked at for one table only.
  TableSigns signs_of(std::uint32_t table) const {
    TableSigns signs;
    read_attributes(page_.elements[table].node, signs);
    RowWidths widths;
    for (std::uint32_t e = table + 1; e < page_.elements[table].end && !signs.is_nested; ++e) {
      const Element& element = page_.elements[e];
      switch (element.tag) {
        case Tag::k_table:
        case Tag::k_form:
          signs.is_nested = element.end_block > element.first_block;
          break;
        case Tag::k_tr:
          widths.end_row();
          ++signs.rows;
          break;
        case Tag::k_thead:
        case Tag::k_tfoot:
        case Tag::k_caption:
          signs.has_headers = signs.has_headers || element.end_block > element.first_block;
          break;
        case Tag::k_col:
        case Tag::k_colgroup:
          signs.has_headers = true;
          break;
        case Tag::k_th:
          signs.has_headers = signs.has_headers || element.end_block > element.first_block;
          [[fallthrough]];
        case Tag::k_td:
          widths.add_cell();
          count_cell(element, signs);
          break;
        case Tag::k_h1:
        case Tag::k_h2:
        case Tag::k_h3:
        case Tag::k_h4:
        case Tag::k_pre:
          signs.has_sections = true;
          break;
        default:
          break;
      }
    }
    widths.end_row();
    widths.tell(signs);
    return signs;
  }

  void count_cell(const Element& cell, TableSigns& signs) const {
    ++signs.cells;
    std::uint32_t chars = 0;
    for (std::uint32_t b = cell.first_block; b < cell.end_block; ++b) chars += page_.blocks[b].chars;
    signs.chars += chars;
    signs.most_chars = std::max(signs.most_chars, chars);
    signs.filled_cells += chars > 0 ? 1 : 0;
  }

  void read_attributes(NodeId table, TableSigns& signs) const {
    document_.visit_attributes(table, [&](const html::Attribute& attribute) {
      const auto is = [&](std::string_view name) {
        return text::equal_ignoring_ascii_case(attribute.name, name);
      };
      const auto says = [&](std::string_view value) {
        return text::equal_ignoring_ascii_case(attribute.raw_value, value);
      };
      if (is("role")) {
        signs.says_layout = signs.says_layout || says("presentation") || says("none");
        signs.says_data = signs.says_data || says("table") || says("grid") || says("treegrid");
      } else if (is("datatable")) {
        signs.says_layout = signs.says_layout || says("0");
      } else if (is("summary")) {
        signs.says_data = signs.says_data || !is_blank_summary(attribute.raw_value);
      }
    });
  }

  // Layout tables have empty summaries, as the guides to accessible pages ask.
  static bool is_blank_summary(std::string_view value) {
    return value.find_first_not_of(" \t\n") == std::string_view::npos;
  }

  // As HTML's "forming a table": a cell takes the next place of its row that no cell above spans.
  void place_cells(std::uint32_t table) {
    Table grid{};
    grid.element = table;
    grid.first_cell = static_cast<std::uint32_t>(page_.cells.size());
    const auto number = static_cast<std::uint32_t>(page_.tables.size());
    free_from_.clear();
    std::uint32_t column = 0;
    for (std::uint32_t e = table + 1; e < page_.elements[table].end; ++e) {
      const Element& element = page_.elements[e];
      if (element.tag == Tag::k_tr) {
        ++grid.rows;
        column = 0;
      }
      if (!is_cell(element.tag) || grid.rows == 0) continue;
      const std::uint32_t row = grid.rows - 1;
      while (column < free_from_.size() && free_from_[column] > row) ++column;
      Cell cell{};
      cell.element = e;
      cell.table = number;
      cell.row = row;
      cell.is_header = element.tag == Tag::k_th;
      read_spans(element.node, cell);
      cell.column = std::min(column, kMostColumns - 1);
      cell.columns = std::min(cell.columns, kMostColumns - cell.column);
      column = cell.column + cell.columns;
      if (free_from_.size() < column) free_from_.resize(column, 0);
      std::fill(free_from_.begin() + cell.column, free_from_.begin() + column, row + cell.rows);
      grid.columns = std::max(grid.columns, column);
      for (std::uint32_t b = element.first_block; b < element.end_block; ++b)
        page_.blocks[b].cell = static_cast<std::uint32_t>(page_.cells.size());
      page_.cells.push_back(cell);
    }
    grid.end_cell = static_cast<std::uint32_t>(page_.cells.size());
    page_.tables.push_back(grid);
  }

  void read_spans(NodeId node, Cell& cell) const {
    constexpr std::uint32_t kMostRows = 65'534;  // HTML's own bound of rowspan
    cell.columns = cell.rows = 1;
    document_.visit_attributes(node, [&](const html::Attribute& attribute) {
      const bool columns = text::equal_ignoring_ascii_case(attribute.name, "colspan");
      if (!columns && !text::equal_ignoring_ascii_case(attribute.name, "rowspan")) return;
      std::uint32_t span = 1;
      const std::string_view value = attribute.raw_value;
      if (std::from_chars(value.data(), value.data() + value.size(), span).ec != std::errc()) return;
      if (columns)
        cell.columns = std::clamp(span, std::uint32_t{1}, kMostSpanned);
      else  // 0 is the rest of the table's section
        cell.rows = span == 0 ? kMostRows : std::min(span, kMostRows);
    });
  }

  const Document& document_;
  Blocks& page_;
  std::vector<std::uint32_t> free_from_;  // by column: the first row that no cell above spans
};

}  // namespace

void find_tables(const Document& document, Blocks& page) {
  TableFinder(document, page).run();
}

}  // namespace clean_article::extract
