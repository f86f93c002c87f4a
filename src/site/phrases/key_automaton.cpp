// Making the automaton: see key_automaton.hpp.
#include "site/phrases/key_automaton.hpp"

#include <algorithm>

namespace clean_article::site {
namespace {

constexpr std::size_t kBytes = 256;
constexpr std::uint32_t kNoState = ~std::uint32_t{0};

}  // namespace

void KeyAutomatonBuilder::add(std::string_view key, KeyOwner owner) {
  std::uint32_t node = 0;
  for (const char c : key) {
    const auto fresh = static_cast<std::uint32_t>(nodes_.size());
    const auto [next, is_new] = nodes_[node].next.emplace(static_cast<unsigned char>(c), fresh);
    node = next->second;
    if (is_new) nodes_.emplace_back();
  }
  nodes_[node].owners.push_back(owner);
}

// Each node gets what its longest proper end that is a node has, too.
void KeyAutomatonBuilder::complete() {
  std::vector<std::uint32_t> order = {0};  // breadth first: ends are complete before they are needed
  std::vector<std::uint32_t> end_of(nodes_.size(), 0);
  for (std::size_t i = 0; i < order.size(); ++i) {
    const std::uint32_t number = order[i];
    Node& node = nodes_[number];
    const Node& end = nodes_[end_of[number]];
    for (const auto& [byte, child] : node.next) {
      order.push_back(child);
      if (number == 0) continue;
      const auto longer = end.next.find(byte);
      const auto shortest = nodes_[0].next.find(byte);
      if (longer != end.next.end()) {
        end_of[child] = longer->second;
      } else if (shortest != nodes_[0].next.end()) {
        end_of[child] = shortest->second;
      }
    }
    if (end_of[number] == 0) continue;
    node.next.insert(end.next.begin(), end.next.end());  // where it has none of its own
    node.owners.insert(node.owners.end(), end.owners.begin(), end.owners.end());
  }
}

KeyAutomaton KeyAutomatonBuilder::finish() {
  complete();
  const auto count = static_cast<std::uint32_t>(nodes_.size());
  std::vector<std::uint32_t> numbers(1, 0);  // of nodes, the new ones: those with owners come last
  numbers.resize(count);
  std::uint32_t number = 1;
  std::uint32_t first_found = 0;
  for (const bool with_owners : {false, true}) {
    if (with_owners) first_found = number;
    for (std::uint32_t node = 1; node < count; ++node)
      if (nodes_[node].owners.empty() != with_owners) numbers[node] = number++;
  }
  first_next_.assign(kBytes, 0);
  for (const auto& [byte, next] : nodes_[0].next) first_next_[byte] = numbers[next];
  owners_ = nodes_[0].owners;
  const auto of_all = static_cast<std::uint32_t>(owners_.size());
  first_owners_.assign(1, of_all);
  std::vector<std::uint32_t> nodes(count);
  for (std::uint32_t node = 0; node < count; ++node) nodes[numbers[node]] = node;
  for (std::uint32_t state = first_found; state < count; ++state) {
    const auto& of_state = nodes_[nodes[state]].owners;
    owners_.insert(owners_.end(), of_state.begin(), of_state.end());
    first_owners_.push_back(static_cast<std::uint32_t>(owners_.size()));
  }

  // Those with most cells first, each at the first place where they are free.
  state_cells_.assign(count, 0);
  std::stable_sort(nodes.begin() + 1, nodes.end(), [&](std::uint32_t a, std::uint32_t b) {
    return nodes_[a].next.size() > nodes_[b].next.size();
  });
  std::size_t first_free = 0;
  for (std::size_t i = 1; i < nodes.size() && !nodes_[nodes[i]].next.empty(); ++i) {
    const auto& next = nodes_[nodes[i]].next;
    const auto is_free = [&](std::size_t at) { return at >= cells_.size() || cells_[at].state == kNoState; };
    while (!is_free(first_free)) ++first_free;
    const std::size_t first_byte = next.begin()->first;
    std::size_t place = std::max(first_free, first_byte) - first_byte;
    while (!std::all_of(next.begin(), next.end(), [&](const auto& to) { return is_free(place + to.first); }))
      ++place;
    cells_.resize(std::max(cells_.size(), place + next.rbegin()->first + 1), {kNoState, 0});
    for (const auto& [byte, node] : next) cells_[place + byte] = {numbers[nodes[i]], numbers[node]};
    state_cells_[numbers[nodes[i]]] = static_cast<std::uint32_t>(place);
  }
  cells_.resize(cells_.size() + kBytes, {kNoState, 0});  // looks for cells that a state has not end here
  return {first_next_, state_cells_, cells_, first_found, first_owners_, owners_, of_all};
}

}  // namespace clean_article::site
