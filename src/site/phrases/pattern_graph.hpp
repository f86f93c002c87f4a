// An expression as a graph: what may be read from where. Knows the part of RE2's syntax that phrase lists are
// written in, and says where an expression has more.
#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace clean_article::site {

using ByteSet = std::bitset<256>;

struct PatternGraph {
  enum class Kind : std::uint8_t {
    kBytes,  // one byte of `bytes` is read, then `next`
    kFork,   // `next` or `other`, and nothing is read
    kPlace,  // `next` where `place` holds: '^', '$', 'b' or 'B'
    kEnd,    // all is read
  };
  using Number = std::uint32_t;
  static constexpr Number kNone = ~Number{0};
  struct Node {
    Kind kind;
    char place = '\0';
    Number next = kNone, other = kNone;
    ByteSet bytes{};
  };

  std::vector<Node> nodes;
  Number start = kNone;
  // Those that read what ".*" does, where every way from nodes of higher numbers to the end leads past it.
  // Who stands there need not look at those: what they go on to match matches from here, too.
  std::vector<Number> passages;
};

// The graph of `pattern`, which is sound RE2 syntax; none where that has what is not known here. What it says
// holds for texts of UTF-8 without line breaks.
std::optional<PatternGraph> pattern_graph(std::string_view pattern);

// ASCII alone, as RE2 has it.
constexpr bool is_word_byte(unsigned char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

}  // namespace clean_article::site
