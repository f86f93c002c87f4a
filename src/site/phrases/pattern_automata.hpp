// Expressions as finite automata, in flat tables: a text is matched at one step a byte, with nothing to
// prepare. Making one takes milliseconds, so it is done for the lists that come with the program, when that
// is built.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string_view>
#include <vector>

namespace clean_article::site {

// Views of a PatternAutomataBuilder's tables, or of tables that are compiled in.
struct PatternAutomata {
  // Most bytes lead from a state to one and the same: the others have cells. The cells of several states lie
  // in one another's gaps.
  struct State {
    std::uint16_t cells;  // that of the first kind of bytes, counted from the automaton's first
    std::uint16_t otherwise;
  };
  struct Cell {
    std::uint16_t owner;  // the state that it belongs to
    std::uint16_t next;
  };
  struct Automaton {
    std::uint32_t kinds;   // into `kinds`: of each byte its kind
    std::uint32_t states;  // its first, from which states are counted
    std::uint32_t cells;
    std::uint16_t start;
    std::uint16_t first_accepting;  // the states from it on match where the text ends; 0 for no automaton
  };
  static constexpr std::uint16_t kNever = 0;   // the state of texts that cannot match
  static constexpr std::uint16_t kAlways = 1;  // that of texts that match however they go on

  std::span<const Automaton> automata;
  std::span<const std::uint8_t> kinds;
  std::span<const State> states;
  std::span<const Cell> cells;

  bool has(std::uint32_t number) const { return automata[number].first_accepting != 0; }

  // Whether an expression that has an automaton matches the whole text, which is UTF-8 without line breaks.
  bool matches(std::uint32_t number, std::string_view text) const {
    const Automaton& automaton = automata[number];
    const std::uint8_t* const kind_of = kinds.data() + automaton.kinds;
    const State* const state = states.data() + automaton.states;
    const Cell* const first_cell = cells.data() + automaton.cells;
    std::uint32_t at = automaton.start;
    for (const char c : text) {
      const Cell cell = first_cell[state[at].cells + kind_of[static_cast<unsigned char>(c)]];
      at = cell.owner == at ? cell.next : state[at].otherwise;
      if (at <= kAlways) return at == kAlways;
    }
    return at >= automaton.first_accepting || at == kAlways;
  }
};

class PatternAutomataBuilder {
 public:
  // The next expression. It gets no automaton where its graph is not known or the automaton would be large.
  void add(std::string_view pattern);
  void add_none() { automata_.push_back({}); }

  // The views are valid until the next add() and while the builder lives and does not move.
  PatternAutomata view() const { return {automata_, kinds_, states_, cells_}; }

 private:
  std::vector<PatternAutomata::Automaton> automata_;
  std::vector<std::uint8_t> kinds_;
  std::vector<PatternAutomata::State> states_;
  std::vector<PatternAutomata::Cell> cells_;
  std::map<std::vector<std::uint8_t>, std::uint32_t> known_kinds_;
};

}  // namespace clean_article::site
