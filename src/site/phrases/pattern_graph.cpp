// Reading an expression into a graph: see pattern_graph.hpp. A sequence is put together from its end, so that
// each part knows what follows it; a part that recurs is read as often as it may stand there.
#include "site/phrases/pattern_graph.hpp"

#include <algorithm>
#include <limits>
#include <string>
#include <utility>

#include "text/text.hpp"

namespace clean_article::site {
namespace {

constexpr std::size_t kAnyNumber = std::numeric_limits<std::size_t>::max();
constexpr std::size_t kMostNodes = 20'000;
constexpr char32_t kFirstBeyondAscii = 0x80;
constexpr char32_t kLastCharacter = 0x10'FFFF;

struct CharacterRange {
  char32_t first, last;
};
using Characters = std::vector<CharacterRange>;

// All that `listed` has not.
Characters others(Characters listed) {
  std::sort(listed.begin(), listed.end(),
            [](const CharacterRange& a, const CharacterRange& b) { return a.first < b.first; });
  Characters rest;
  char32_t from = 0;
  for (const CharacterRange& range : listed) {
    if (range.first > from) rest.push_back({from, range.first - 1});
    from = std::max<char32_t>(from, range.last + 1);
  }
  if (from <= kLastCharacter) rest.push_back({from, kLastCharacter});
  return rest;
}

bool is_class_letter(char c) {
  return c == 'w' || c == 'W' || c == 'd' || c == 'D' || c == 's' || c == 'S';
}

Characters letter_class(char letter) {
  switch (letter) {
    case 'w':
      return {{'a', 'z'}, {'A', 'Z'}, {'0', '9'}, {'_', '_'}};
    case 'd':
      return {{'0', '9'}};
    case 's':
      return {{' ', ' '}, {'\t', '\n'}, {'\f', '\r'}};
    default:
      return others(letter_class(text::ascii_lower(letter)));
  }
}

class GraphReader {
 public:
  using Graph = PatternGraph;
  using Number = PatternGraph::Number;

  explicit GraphReader(std::string_view pattern) : pattern_(pattern) {}

  std::optional<PatternGraph> read() {
    const Number end = add({.kind = Graph::Kind::kEnd});
    std::size_t at = 0;
    graph_.start = alternatives(at, end);
    if (failed_ || at != pattern_.size()) return std::nullopt;
    if (has_choice_) graph_.passages.clear();
    return std::move(graph_);
  }

 private:
  struct Part {
    std::size_t begin;
    std::size_t least = 1;
    std::size_t most = 1;
  };

  Number fail() {
    failed_ = true;
    return Graph::kNone;
  }
  Number add(const Graph::Node& node) {
    if (graph_.nodes.size() == kMostNodes) return fail();
    graph_.nodes.push_back(node);
    return static_cast<Number>(graph_.nodes.size() - 1);
  }
  Number add_fork(Number next, Number other) {
    return add({.kind = Graph::Kind::kFork, .next = next, .other = other});
  }
  Number add_bytes(const ByteSet& bytes, Number next) {
    return add({.kind = Graph::Kind::kBytes, .next = next, .bytes = bytes});
  }
  Number add_range(unsigned char first, unsigned char last, Number next) {
    ByteSet bytes;
    for (std::size_t byte = first; byte <= last; ++byte) bytes.set(byte);
    return add_bytes(bytes, next);
  }

  bool ends_sequence(std::size_t at) const {
    return at >= pattern_.size() || pattern_[at] == '|' || pattern_[at] == ')';
  }

  // From `at` up to ')' or the end, where it leaves `at`.
  Number alternatives(std::size_t& at, Number next) {
    Number all = sequence(at, next);
    while (at < pattern_.size() && pattern_[at] == '|') {
      has_choice_ |= depth_ == 0;
      ++at;
      all = add_fork(all, sequence(at, next));
    }
    return all;
  }

  Number sequence(std::size_t& at, Number next) {
    std::vector<Part> parts;
    while (!failed_ && !ends_sequence(at)) {
      Part part{at};
      at = part_end(at);
      const std::size_t behind = at;
      take_quantifier(at, part);
      if (at != behind && is_place(part.begin)) fail();
      if (at < pattern_.size() && is_quantifier(pattern_[at])) fail();
      parts.push_back(part);
    }
    for (std::size_t i = parts.size(); i-- > 0 && !failed_;) next = repeated(parts[i], next);
    return next;
  }

  static bool is_quantifier(char c) { return c == '?' || c == '*' || c == '+' || c == '{'; }
  bool is_place(std::size_t at) const {
    const char c = pattern_[at];
    return c == '^' || c == '$' || (c == '\\' && (pattern_[at + 1] == 'b' || pattern_[at + 1] == 'B'));
  }

  // Behind the part at `at`, without its quantifier.
  std::size_t part_end(std::size_t at) {
    const char c = pattern_[at];
    if (c == '(') return group_end(at);
    if (c == '[') return class_end(at);
    if (c != '\\') return character_end(at);
    if (at + 1 == pattern_.size()) return fail(), at + 1;
    const char escaped = pattern_[at + 1];
    if (is_word_byte(static_cast<unsigned char>(escaped)) && !is_class_letter(escaped) && !is_place(at))
      fail();
    return at + 2;
  }
  std::size_t character_end(std::size_t at) const {
    ++at;
    while (at < pattern_.size() && text::is_continuation(pattern_[at])) ++at;
    return at;
  }
  std::size_t group_end(std::size_t at) {
    std::size_t depth = 0;
    while (at < pattern_.size() && !failed_) {
      if (pattern_[at] == '(') ++depth;
      if (pattern_[at] == ')' && --depth == 0) return at + 1;
      at = pattern_[at] == '[' ? class_end(at) : at + (pattern_[at] == '\\' ? 2 : 1);
    }
    return fail(), pattern_.size();
  }
  std::size_t class_end(std::size_t open) {
    std::size_t at = open + 1;
    if (at < pattern_.size() && pattern_[at] == '^') ++at;
    for (const std::size_t first = at; at < pattern_.size(); ++at) {
      if (pattern_[at] == ']' && at > first) return at + 1;
      if (pattern_.substr(at, 2) == "[:") break;
      if (pattern_[at] != '\\') continue;
      if (++at == pattern_.size()) break;
      if (is_word_byte(static_cast<unsigned char>(pattern_[at])) && !is_class_letter(pattern_[at])) break;
    }
    return fail(), pattern_.size();
  }

  void take_quantifier(std::size_t& at, Part& part) {
    if (at >= pattern_.size() || !is_quantifier(pattern_[at])) return;
    const char c = pattern_[at++];
    if (c == '{') {
      take_counts(at, part);
    } else {
      part.least = c == '+' ? 1 : 0;
      part.most = c == '?' ? 1 : kAnyNumber;
    }
    // "as few as can be" changes which match is found, not whether there is one.
    if (at < pattern_.size() && pattern_[at] == '?') ++at;
  }
  // "2}", "2,}" or "2,4}".
  void take_counts(std::size_t& at, Part& part) {
    const auto take_number = [&](std::size_t& number) {
      const std::size_t begin = at;
      for (number = 0; at < pattern_.size() && pattern_[at] >= '0' && pattern_[at] <= '9'; ++at)
        number = std::min(number * 10 + static_cast<std::size_t>(pattern_[at] - '0'), kMostNodes);
      return at > begin;
    };
    if (!take_number(part.least)) fail();
    part.most = part.least;
    if (pattern_.substr(at, 1) == "," && (++at, !take_number(part.most))) part.most = kAnyNumber;
    if (pattern_.substr(at, 1) != "}") fail();
    ++at;
  }

  Number repeated(const Part& part, Number next) {
    if (part.most == kAnyNumber) {
      const ByteSet bytes = bytes_of_any(part.begin);
      if (bytes.any() && (bytes & ~looped_at(next)).none()) return at_least(part, next);
      const auto known = std::ranges::find(loops_, std::pair(bytes, next), &Loop::key);
      if (bytes.any() && known != loops_.end()) return at_least(part, known->fork);
      const Number fork = add_fork(Graph::kNone, next);
      const Number again = bytes.any() ? add_bytes(bytes, fork) : one(part.begin, fork);
      if (failed_) return fork;
      graph_.nodes[fork].next = again;
      if (bytes.any()) loops_.push_back({{bytes, next}, fork});
      if (bytes.all() && depth_ == 0) graph_.passages.push_back(again);
      next = fork;
    } else {
      const Number behind = next;
      for (std::size_t i = part.least; i < part.most && !failed_; ++i)
        next = add_fork(one(part.begin, next), behind);
    }
    return at_least(part, next);
  }
  Number at_least(const Part& part, Number next) {
    for (std::size_t i = 0; i < part.least && !failed_; ++i) next = one(part.begin, next);
    return next;
  }

  // The bytes of any number of characters of a class, where they are the same in any order: texts are sound
  // UTF-8. None where they are not.
  ByteSet bytes_of_any(std::size_t at) {
    if (pattern_[at] != '.' && pattern_[at] != '[') return {};
    ByteSet bytes;
    for (const CharacterRange& range : pattern_[at] == '.' ? others({}) : listed_in_class(at)) {
      for (char32_t c = range.first; c <= range.last && c < kFirstBeyondAscii; ++c) bytes.set(c);
      if (range.last < kFirstBeyondAscii) continue;
      if (range.first > kFirstBeyondAscii || range.last != kLastCharacter) return {};
      for (std::size_t byte = kFirstBeyondAscii; byte < bytes.size(); ++byte) bytes.set(byte);
    }
    return bytes;
  }
  // What is read any number of times at a node, before anything else is.
  ByteSet looped_at(Number fork) const {
    if (failed_ || graph_.nodes[fork].kind != Graph::Kind::kFork) return {};
    const Number again = graph_.nodes[fork].next;
    if (again == Graph::kNone) return {};
    const Graph::Node& node = graph_.nodes[again];
    return node.kind == Graph::Kind::kBytes && node.next == fork ? node.bytes : ByteSet{};
  }

  Number one(std::size_t at, Number next) {
    const char c = pattern_[at];
    if (c == '(') {
      const bool is_plain = pattern_.substr(at, 3) == "(?:";
      if (!is_plain && pattern_.substr(at, 2) == "(?") return fail();
      at += is_plain ? 3 : 1;
      ++depth_;
      const Number inside = alternatives(at, next);
      --depth_;
      return inside;
    }
    if (is_place(at))
      return add({.kind = Graph::Kind::kPlace, .place = c == '\\' ? pattern_[at + 1] : c, .next = next});
    if (c == '.') return character_of(others({}), next);
    if (c == '[') return character_of(listed_in_class(at), next);
    if (c == '\\' && is_class_letter(pattern_[at + 1]))
      return character_of(letter_class(pattern_[at + 1]), next);
    if (c == '\\') ++at;
    for (std::size_t i = character_end(at); i-- > at;) {
      const auto byte = static_cast<unsigned char>(pattern_[i]);
      next = add_range(byte, byte, next);
    }
    return next;
  }

  Characters listed_in_class(std::size_t open) {
    const std::size_t close = class_end(open) - 1;
    std::size_t at = open + 1;
    const bool is_negative = pattern_[at] == '^';
    if (is_negative) ++at;
    const auto take = [&] {
      if (pattern_[at] == '\\') ++at;
      return text::next_code_point(pattern_, at);
    };
    Characters listed;
    while (at < close) {
      if (pattern_[at] == '\\' && is_class_letter(pattern_[at + 1])) {
        const Characters letters = letter_class(pattern_[at + 1]);
        listed.insert(listed.end(), letters.begin(), letters.end());
        at += 2;
        continue;
      }
      const char32_t first = take();
      const bool is_range = at + 1 < close && pattern_[at] == '-';
      if (is_range) ++at;
      listed.push_back({first, is_range ? take() : first});
    }
    return is_negative ? others(std::move(listed)) : listed;
  }

  Number character_of(const Characters& characters, Number next) {
    ByteSet ascii;
    Number all = Graph::kNone;
    const auto or_else = [&](Number way) { all = all == Graph::kNone ? way : add_fork(all, way); };
    for (const CharacterRange& range : characters) {
      for (char32_t c = range.first; c <= range.last && c < kFirstBeyondAscii; ++c) ascii.set(c);
      if (range.last < kFirstBeyondAscii) continue;
      const char32_t first = std::max(range.first, kFirstBeyondAscii);
      or_else(first == kFirstBeyondAscii && range.last == kLastCharacter ? any_beyond_ascii(next)
                                                                         : encoded(first, range.last, next));
    }
    if (ascii.any()) or_else(add_bytes(ascii, next));
    return all == Graph::kNone ? fail() : all;
  }

  // Texts are sound UTF-8, so there is no need to count the bytes of a character.
  Number any_beyond_ascii(Number next) {
    const Number behind = add_fork(Graph::kNone, next);
    const Number more = add_range(0x80, 0xBF, behind);
    if (!failed_) graph_.nodes[behind].next = more;
    return add_range(0xC0, 0xFF, behind);
  }

  // A range is cut until it is all that bytes of some ranges can spell.
  Number encoded(char32_t first, char32_t last, Number next) {
    const auto cut_at = [&](char32_t end) {
      const Number low = encoded(first, end, next);
      return add_fork(low, encoded(end + 1, last, next));
    };
    for (const char32_t longest : {char32_t{0x7FF}, char32_t{0xFFFF}})
      if (first <= longest && longest < last) return cut_at(longest);
    for (const char32_t low : {char32_t{0x3F}, char32_t{0xFFF}, char32_t{0x3'FFFF}}) {
      if ((first & ~low) == (last & ~low)) break;
      if ((first & low) != 0) return cut_at(first | low);
      if ((last & low) != low) return cut_at((last & ~low) - 1);
    }
    std::string from;
    std::string to;
    text::append_utf8(first, from);
    text::append_utf8(last, to);
    for (std::size_t i = from.size(); i-- > 0;)
      next = add_range(static_cast<unsigned char>(from[i]), static_cast<unsigned char>(to[i]), next);
    return next;
  }

  std::string_view pattern_;
  PatternGraph graph_;
  struct Loop {
    std::pair<ByteSet, Number> key;  // what is read any number of times, and what follows
    Number fork;
  };
  std::vector<Loop> loops_;  // so that what is the same in several alternatives is one
  std::size_t depth_ = 0;    // of groups
  bool has_choice_ = false;  // outside of them
  bool failed_ = false;
};

}  // namespace

std::optional<PatternGraph> pattern_graph(std::string_view pattern) {
  return GraphReader(pattern).read();
}

}  // namespace clean_article::site
