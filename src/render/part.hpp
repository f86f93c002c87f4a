// A part of an article, as every format writes it: lists, quotes and tables open and close around paragraphs,
// headings and cells; each of these is a row of runs of text with marks (links, emphasis). Plain data: owns
// its strings, so that it outlives the page.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "html/html.hpp"

namespace clean_article::render {

enum class MarkKind : std::uint8_t { kLink, kStrong, kEmphasis, kCode, kStrike, kSub, kSup };

// An inline element around a run.
struct Mark {
  MarkKind kind;
  html::NodeId node;   // tells two links side by side apart
  std::string target;  // of a link, absolute where the page's address is known

  bool operator==(const Mark& other) const { return node == other.node && kind == other.kind; }
};

enum class RunKind : std::uint8_t {
  kText,
  kBreak,
  kImage,
  kNote,            // where the text leads to a footnote; no part of the text
  kFormula,         // TeX
  kDisplayFormula,  // on a line of its own
};

// Whether a run's text is read in the article's: of formulas, too.
constexpr bool is_formula(RunKind kind) {
  return kind == RunKind::kFormula || kind == RunKind::kDisplayFormula;
}

struct Run {
  RunKind kind;
  std::string text;         // of an image its description, of kNote the footnote's number
  std::string target;       // of an image its address
  std::vector<Mark> marks;  // outermost first
};

enum class PartKind : std::uint8_t {
  // They hold others: opened and closed.
  kQuote,
  kList,
  kItem,
  kNote,  // a footnote that is no item of a list
  kTable,
  kRow,
  // They hold runs.
  kParagraph,
  kHeading,
  kCode,
  kTerm,
  kDefinition,
  kCaption,
  kCell,
  kFigure,  // one image
};

enum class PartEvent : std::uint8_t { kOpen, kClose, kLeaf };

struct Part {
  PartEvent event;
  PartKind kind;
  std::uint8_t level = 0;     // of a heading
  bool ordered = false;       // of a list
  bool header = false;        // of a cell
  char task = '\0';           // of an item with a check box: 'x' or ' '
  std::uint32_t number = 0;   // of an item in an ordered list
  std::uint32_t note = 0;     // of a footnote its number, of their list that of the first
  std::uint32_t column = 0;   // of a cell: its place in the row, from 0
  std::uint32_t columns = 1;  // that it spans
  std::uint32_t rows = 1;     // that it spans
  std::string language{};     // of code
  std::vector<Run> runs{};    // of a leaf; of code one run with the text as it stands
};

}  // namespace clean_article::render
