// Many strings looked for in one pass over a text, after Aho and Corasick. Knows strings and what was put
// behind them, not what that stands for.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string_view>
#include <vector>

namespace clean_article::site {

// What stands behind a key: an expression, and how many words it allows.
struct KeyOwner {
  std::uint32_t number;
  std::uint32_t max_words;
};

// Views of a KeyAutomatonBuilder's tables, or of tables that are compiled in. A state is the longest
// beginning of a key that the text read so far ends with. By most bytes it goes on as the first state does,
// of no key: for the others it has cells, which lie in the gaps between those of other states.
struct KeyAutomaton {
  struct Cell {
    std::uint32_t state;
    std::uint32_t next;
  };
  std::span<const std::uint32_t> first_next;   // byte → state
  std::span<const std::uint32_t> state_cells;  // state → what its bytes are counted from
  std::span<const Cell> cells;
  // The owners of the keys that a text ends with in a state, from first_owners[state - first_found] on.
  // States before `first_found` have none.
  std::uint32_t first_found = 0;
  std::span<const std::uint32_t> first_owners;
  std::span<const KeyOwner> owners;
  std::uint32_t of_all = 0;  // as many of `owners`, the first, have the empty key, which is in every text

  // Calls fn(owner) for each owner of a key that the text has, and each time that it has it.
  template <typename Fn>
  void for_each_in(std::string_view text, const Fn& fn) const {
    for (const KeyOwner& owner : owners.first(of_all)) fn(owner);
    std::uint32_t at = 0;
    for (const char c : text) {
      const auto byte = static_cast<unsigned char>(c);
      const Cell cell = cells[state_cells[at] + byte];
      at = cell.state == at ? cell.next : first_next[byte];
      if (at < first_found) continue;
      for (std::uint32_t i = first_owners[at - first_found]; i < first_owners[at - first_found + 1]; ++i)
        fn(owners[i]);
    }
  }
};

class KeyAutomatonBuilder {
 public:
  void add(std::string_view key, KeyOwner owner);

  // Once, after the last add(). The views are valid while the builder lives and does not move.
  KeyAutomaton finish();

 private:
  struct Node {
    std::map<unsigned char, std::uint32_t> next;
    std::vector<KeyOwner> owners;
  };
  void complete();

  std::vector<Node> nodes_ = std::vector<Node>(1);

  std::vector<std::uint32_t> first_next_, state_cells_, first_owners_;
  std::vector<KeyAutomaton::Cell> cells_;
  std::vector<KeyOwner> owners_;
};

}  // namespace clean_article::site
