// Making automata: see pattern_automata.hpp. The sets of nodes that a text may lead to in the graph become
// states; states that no text tells apart become one.
#include "site/phrases/pattern_automata.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <numeric>
#include <optional>
#include <tuple>
#include <type_traits>
#include <utility>

#include "site/phrases/pattern_graph.hpp"

namespace clean_article::site {
namespace {

using Graph = PatternGraph;
using Number = PatternGraph::Number;
using State = std::uint32_t;

constexpr std::size_t kMostStates = 4'000;  // before like ones are joined
constexpr std::size_t kMostCells = 40'000;
constexpr std::uint16_t kNobody = 0xFFFF;

// Every state's next one, by the kind of byte that is read.
struct Table {
  std::array<std::uint8_t, 256> kind_of{};
  std::size_t kinds = 1;
  std::vector<State> next;  // state × kinds + kind
  std::vector<bool> accepts;

  std::size_t states() const { return accepts.size(); }
  std::span<const State> row(State state) const { return std::span(next).subspan(state * kinds, kinds); }
};

// Tells bytes of one kind apart that a set tells apart.
void split_kinds(const ByteSet& set, Table& table) {
  std::map<std::pair<std::uint8_t, bool>, std::uint8_t> fresh;
  for (std::size_t byte = 0; byte < set.size(); ++byte) {
    const auto number = static_cast<std::uint8_t>(fresh.size());
    table.kind_of[byte] = fresh.emplace(std::pair(table.kind_of[byte], set[byte]), number).first->second;
  }
  table.kinds = fresh.size();
}

class TableMaker {
 public:
  explicit TableMaker(const PatternGraph& graph) : graph_(graph), seen_(graph.nodes.size(), 0) {}

  // None where there are too many states.
  std::optional<Table> make() {
    for (const Graph::Node& node : graph_.nodes) {
      if (node.kind == Graph::Kind::kBytes) split_kinds(node.bytes, table_);
      if (node.kind == Graph::Kind::kPlace) split_kinds(word_bytes(), table_);
    }
    std::vector<std::uint8_t> byte_of(table_.kinds);
    for (std::size_t byte = 0; byte < table_.kind_of.size(); ++byte)
      byte_of[table_.kind_of[byte]] = static_cast<std::uint8_t>(byte);
    number_of(reached({graph_.start}, nullptr), Before::kNothing);
    for (State state = 0; state < places_.size(); ++state) {
      if (places_.size() > kMostStates) return std::nullopt;
      const Place from = places_[state];
      const auto at_end =
          reached(from.nodes, [&](char place) { return holds(place, from.before, true, false); });
      table_.accepts.push_back(std::any_of(at_end.begin(), at_end.end(), [&](Number node) {
        return graph_.nodes[node].kind == Graph::Kind::kEnd;
      }));
      for (std::size_t kind = 0; kind < table_.kinds; ++kind) read(from, byte_of[kind]);
    }
    return std::move(table_);
  }

 private:
  enum class Before : std::uint8_t { kNothing, kWord, kOther };
  struct Place {
    std::vector<Number> nodes;
    Before before;  // what was read last, where that matters
    friend bool operator<(const Place& a, const Place& b) {
      return std::tie(a.before, a.nodes) < std::tie(b.before, b.nodes);
    }
  };

  static ByteSet word_bytes() {
    ByteSet bytes;
    for (std::size_t byte = 0; byte < bytes.size(); ++byte)
      bytes.set(byte, is_word_byte(static_cast<unsigned char>(byte)));
    return bytes;
  }

  static bool holds(char place, Before before, bool ends, bool word_behind) {
    if (place == '^') return before == Before::kNothing;
    if (place == '$') return ends;
    return ((before == Before::kWord) != word_behind) == (place == 'b');
  }

  // The nodes that read something, or are the end, behind some nodes; without `holds` also places.
  template <typename Holds>
  std::vector<Number> reached(std::vector<Number> open, const Holds& holds_at) {
    std::vector<Number> found;
    ++stamp_;
    while (!open.empty()) {
      const Number number = open.back();
      open.pop_back();
      if (std::exchange(seen_[number], stamp_) == stamp_) continue;
      const Graph::Node& node = graph_.nodes[number];
      if (node.kind == Graph::Kind::kFork) {
        open.push_back(node.next);
        open.push_back(node.other);
        continue;
      }
      if constexpr (!std::is_null_pointer_v<Holds>) {
        if (node.kind == Graph::Kind::kPlace) {
          if (holds_at(node.place)) open.push_back(node.next);
          continue;
        }
      }
      found.push_back(number);
    }
    std::sort(found.begin(), found.end());
    const auto passage = std::ranges::find_first_of(found, graph_.passages);
    if (passage != found.end()) found.erase(passage + 1, found.end());
    return found;
  }

  void read(const Place& from, std::uint8_t byte) {
    const auto ready =
        reached(from.nodes, [&](char place) { return holds(place, from.before, false, is_word_byte(byte)); });
    std::vector<Number> behind;
    for (const Number number : ready) {
      const Graph::Node& node = graph_.nodes[number];
      if (node.kind == Graph::Kind::kBytes && node.bytes[byte]) behind.push_back(node.next);
    }
    table_.next.push_back(
        number_of(reached(std::move(behind), nullptr), is_word_byte(byte) ? Before::kWord : Before::kOther));
  }

  State number_of(std::vector<Number> nodes, Before before) {
    const bool matters = std::any_of(nodes.begin(), nodes.end(), [&](Number node) {
      return graph_.nodes[node].kind == Graph::Kind::kPlace;
    });
    Place place{std::move(nodes), matters ? before : Before::kOther};
    const auto [known, is_new] = numbers_.emplace(place, static_cast<State>(places_.size()));
    if (is_new) places_.push_back(std::move(place));
    return known->second;
  }

  const PatternGraph& graph_;
  std::vector<std::uint32_t> seen_;
  std::uint32_t stamp_ = 0;
  std::map<Place, State> numbers_;
  std::vector<Place> places_;
  Table table_;
};

// Joins states that accept the same texts: those that are told apart only by what they lead to stay one until
// that is told apart.
Table joined(const Table& table) {
  const std::size_t n = table.states();
  std::vector<State> group(n);
  for (State state = 0; state < n; ++state) group[state] = table.accepts[state] ? 1 : 0;
  std::vector<State> order(n);
  std::iota(order.begin(), order.end(), 0u);
  for (std::size_t groups = 0;;) {
    const auto compare = [&](State a, State b) {
      if (group[a] != group[b]) return group[a] < group[b] ? -1 : 1;
      const auto of_a = table.row(a);
      const auto of_b = table.row(b);
      for (std::size_t kind = 0; kind < table.kinds; ++kind)
        if (group[of_a[kind]] != group[of_b[kind]]) return group[of_a[kind]] < group[of_b[kind]] ? -1 : 1;
      return 0;
    };
    std::sort(order.begin(), order.end(), [&](State a, State b) { return compare(a, b) < 0; });
    std::vector<State> finer(n);
    State number = 0;
    for (std::size_t i = 0; i < n; ++i)
      finer[order[i]] = i > 0 && compare(order[i - 1], order[i]) != 0 ? ++number : number;
    group = std::move(finer);
    if (number + std::size_t{1} == groups) break;
    groups = number + std::size_t{1};
  }
  // The start stays the first.
  Table out;
  out.kind_of = table.kind_of;
  out.kinds = table.kinds;
  constexpr State kNone = ~State{0};
  std::vector<State> renamed(n, kNone);
  std::vector<State> one_of;
  for (State state = 0; state < n; ++state) {
    if (renamed[group[state]] != kNone) continue;
    renamed[group[state]] = static_cast<State>(one_of.size());
    one_of.push_back(state);
  }
  for (const State state : one_of) {
    out.accepts.push_back(table.accepts[state]);
    for (const State next : table.row(state)) out.next.push_back(renamed[group[next]]);
  }
  return out;
}

// Joins kinds of bytes that lead to the same states.
Table with_few_kinds(const Table& table) {
  std::map<std::vector<State>, std::uint8_t> known;
  std::vector<std::uint8_t> renamed;
  for (std::size_t kind = 0; kind < table.kinds; ++kind) {
    std::vector<State> column;
    for (State state = 0; state < table.states(); ++state) column.push_back(table.row(state)[kind]);
    renamed.push_back(
        known.emplace(std::move(column), static_cast<std::uint8_t>(known.size())).first->second);
  }
  Table out;
  out.kinds = known.size();
  out.accepts = table.accepts;
  for (std::size_t byte = 0; byte < table.kind_of.size(); ++byte)
    out.kind_of[byte] = renamed[table.kind_of[byte]];
  out.next.resize(out.kinds * table.states());
  for (State state = 0; state < table.states(); ++state)
    for (std::size_t kind = 0; kind < table.kinds; ++kind)
      out.next[state * out.kinds + renamed[kind]] = table.row(state)[kind];
  return out;
}

// Old state → new: kNever, kAlways, those that do not accept, those that do.
std::vector<std::uint16_t> final_numbers(const Table& table, std::uint16_t& first_accepting) {
  const auto is_stuck = [&](State state) {
    return std::ranges::all_of(table.row(state), [&](State next) { return next == state; });
  };
  std::vector<std::uint16_t> numbers(table.states());
  std::uint16_t number = PatternAutomata::kAlways + 1;
  for (const bool accepting : {false, true}) {
    if (accepting) first_accepting = number;
    for (State state = 0; state < table.states(); ++state) {
      if (table.accepts[state] != accepting) continue;
      const std::uint16_t stuck = accepting ? PatternAutomata::kAlways : PatternAutomata::kNever;
      numbers[state] = is_stuck(state) ? stuck : number++;
    }
  }
  return numbers;
}

State commonest(std::span<const State> row) {
  std::map<State, std::size_t> counts;
  for (const State state : row) ++counts[state];
  return std::ranges::max_element(counts, {}, [](const auto& count) { return count.second; })->first;
}

}  // namespace

void PatternAutomataBuilder::add(std::string_view pattern) {
  const std::optional<PatternGraph> graph = pattern_graph(pattern);
  const std::optional<Table> raw = graph ? TableMaker(*graph).make() : std::nullopt;
  if (!raw) return add_none();
  const Table table = with_few_kinds(joined(*raw));

  PatternAutomata::Automaton automaton{};
  const std::vector<std::uint16_t> numbers = final_numbers(table, automaton.first_accepting);
  automaton.start = numbers[0];
  std::vector<PatternAutomata::State> states(table.states() + PatternAutomata::kAlways + 1);
  std::vector<PatternAutomata::Cell> cells;
  struct Exceptions {
    State state;
    std::vector<std::size_t> kinds;
  };
  std::vector<Exceptions> all;
  for (State state = 0; state < table.states(); ++state) {
    const auto row = table.row(state);
    const State otherwise = commonest(row);
    states[numbers[state]].otherwise = numbers[otherwise];
    Exceptions& exceptions = all.emplace_back(Exceptions{state, {}});
    for (std::size_t kind = 0; kind < row.size(); ++kind)
      if (row[kind] != otherwise) exceptions.kinds.push_back(kind);
  }
  // Those with most first, each at the first place where its cells are free.
  std::ranges::stable_sort(all, std::greater(), [](const Exceptions& e) { return e.kinds.size(); });
  std::size_t first_free = 0;
  for (const Exceptions& exceptions : all) {
    if (exceptions.kinds.empty()) break;
    const auto is_free = [&](std::size_t at) { return at >= cells.size() || cells[at].owner == kNobody; };
    while (!is_free(first_free)) ++first_free;
    std::size_t place = std::max(first_free, exceptions.kinds.front()) - exceptions.kinds.front();
    while (!std::ranges::all_of(exceptions.kinds, [&](std::size_t kind) { return is_free(place + kind); }))
      ++place;
    if (place > kMostCells) return add_none();
    cells.resize(std::max(cells.size(), place + exceptions.kinds.back() + 1), {kNobody, 0});
    for (const std::size_t kind : exceptions.kinds)
      cells[place + kind] = {numbers[exceptions.state], numbers[table.row(exceptions.state)[kind]]};
    states[numbers[exceptions.state]].cells = static_cast<std::uint16_t>(place);
  }
  cells.resize(cells.size() + table.kinds, {kNobody, 0});  // looks for cells that a state has not end here

  const std::vector<std::uint8_t> kinds(table.kind_of.begin(), table.kind_of.end());
  const auto [known, is_new] = known_kinds_.emplace(kinds, static_cast<std::uint32_t>(kinds_.size()));
  if (is_new) kinds_.insert(kinds_.end(), kinds.begin(), kinds.end());
  automaton.kinds = known->second;
  automaton.states = static_cast<std::uint32_t>(states_.size());
  automaton.cells = static_cast<std::uint32_t>(cells_.size());
  states_.insert(states_.end(), states.begin(), states.end());
  cells_.insert(cells_.end(), cells.begin(), cells.end());
  automata_.push_back(automaton);
}

}  // namespace clean_article::site
