// The words of class and id names: see class_names.hpp. All words are found in one walk over a name, by an
// automaton of the kind of Aho and Corasick.
#include "extract/blocks/class_names.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <numeric>
#include <span>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

#include "site/site.hpp"
#include "text/text.hpp"

namespace clean_article::extract {

namespace {

struct SectionCategory {
  std::string_view section;  // of rules/words/class-names.txt or rules/words/unseen-classes.txt
  Category category;
};
// A category is called like its section, mostly with a prefix.
constexpr std::string_view section_of(std::string_view category) {
  constexpr std::string_view kPrefix = "class_";
  if (category.starts_with(kPrefix)) category.remove_prefix(kPrefix.size());
  return category;
}
#define CLEAN_ARTICLE_SECTION(name, meaning) {section_of(#name), Category::k_##name},
constexpr SectionCategory kSections[] = {CLEAN_ARTICLE_CLASS_CATEGORIES(CLEAN_ARTICLE_SECTION)};
#undef CLEAN_ARTICLE_SECTION

Category category_of(std::string_view section) {
  for (const SectionCategory& known : kSections)
    if (known.section == section) return known.category;
  return Category::kCount;
}

// The ends of a name, as characters that none has.
constexpr char kBegin = '\x01';
constexpr char kEnd = '\x02';

using Spellings = std::vector<std::string>;

// All spellings that a line of the list stands for.
class SpellingReader {
 public:
  explicit SpellingReader(std::string_view words) : rest_(words) {}

  // Up to ')' or the end.
  Spellings alternatives() {
    Spellings all = sequence();
    while (!rest_.empty() && rest_.front() == '|') {
      rest_.remove_prefix(1);
      for (std::string& spelling : sequence()) all.push_back(std::move(spelling));
    }
    return all;
  }

 private:
  Spellings sequence() {
    Spellings all = {""};
    while (!rest_.empty() && rest_.front() != '|' && rest_.front() != ')') {
      Spellings part = item();
      if (!rest_.empty() && rest_.front() == '?') {
        rest_.remove_prefix(1);
        part.emplace_back();
      }
      Spellings longer;
      for (const std::string& begin : all)
        for (const std::string& end : part) longer.push_back(begin + end);
      all = std::move(longer);
    }
    return all;
  }

  Spellings item() {
    const char c = rest_.front();
    rest_.remove_prefix(1);
    if (c == '<') return {{kBegin}, "-", "_"};
    if (c == '>') return {{kEnd}, "-", "_"};
    if (c != '(') return {{c}};
    Spellings group = alternatives();
    if (!rest_.empty()) rest_.remove_prefix(1);
    return group;
  }

  std::string_view rest_;
};

class WordAutomaton {
 public:
  explicit WordAutomaton(const site::Words& words) {
    const std::vector<Spelling> spellings = spellings_in(words);
    for (const Spelling& spelling : spellings) number_characters(spelling.text);
    row_bits_ = std::max(kFewestRowBits, static_cast<int>(std::bit_width(symbols_used_)));
    for (std::size_t c = 0; c < kinds_.size(); ++c) kinds_[c] = make_kind(static_cast<char>(c));
    next_.reserve(kUsualStates << row_bits_);
    add_state();
    for (const Spelling& spelling : spellings) add(spelling);
    merge_like_states(fill_rows());
  }

  // Of all names in a list.
  CategorySet categories_of(std::string_view names) const {
    return row_bits_ == kFewestRowBits ? walk_over<kFewestRowBits>(names) : walk_over<kMostRowBits>(names);
  }

 private:
  // A state's number. Those in which words end have the highest.
  using State = std::uint16_t;
  static constexpr std::size_t kMostStates = 0x7FFF;
  static constexpr std::size_t kUsualStates = 8'192;  // the program's lists need some 7,000
  // A row has a place for each number of so many bits: known to the compiler, for a walk takes a row a
  // character.
  static constexpr int kFewestRowBits = 5;  // the program's lists have fewer than 32 characters
  static constexpr int kMostRowBits = 6;
  // What a byte of a name is: a symbol and whether it is a large letter, or white space.
  enum Kind : std::uint8_t { kSymbol = 0x3F, kUpper = 0x40, kSpace = 0x80 };
  static constexpr std::ptrdiff_t kLongestName = 200;  // bytes; a longer one is data, not a name

  struct Spelling {
    std::string text;
    Category category;
  };

  template <int kRowBits>
  CategorySet walk_over(std::string_view names) const {
    CategorySet found;
    const State* const next = next_.data();
    const std::size_t first_end = first_end_;
    std::size_t state = 0;
    const auto step = [&](std::size_t symbol) {
      state = next[state << kRowBits | symbol];
      if (state >= first_end) found.add(found_[state - first_end]);
    };
    const char* const end = names.data() + names.size();
    for (const char* c = names.data(); c != end; ++c) {
      if (kind_of(*c) == kSpace) continue;
      const char* const begin = c;
      const char* const stop = end - c > kLongestName ? c + kLongestName : end;
      state = 0;
      step(symbol_of(kBegin));
      for (; c != stop; ++c) {
        const std::uint8_t kind = kind_of(*c);
        if (kind <= kSymbol) {
          step(kind);
          continue;
        }
        if (kind == kSpace) break;
        const bool was_small = c != begin && c[-1] >= 'a' && c[-1] <= 'z';
        if (was_small) step(symbol_of('-'));
        step(kind & kSymbol);
      }
      step(symbol_of(kEnd));
      while (c != end && kind_of(*c) != kSpace) ++c;
      if (c == end) break;
    }
    return found;
  }

  std::uint8_t symbol_of(char c) const { return symbols_[static_cast<unsigned char>(c)]; }
  std::uint8_t kind_of(char c) const { return kinds_[static_cast<unsigned char>(c)]; }
  std::size_t row_size() const { return std::size_t{1} << row_bits_; }
  std::span<State> row_of(std::size_t state) { return {next_.data() + (state << row_bits_), row_size()}; }

  static std::vector<Spelling> spellings_in(const site::Words& words) {
    std::vector<Spelling> all;
    for (const site::WordList list : {site::WordList::kClassNames, site::WordList::kUnseenClasses}) {
      for (const site::Word& word : words.list(list)) {
        const Category category = category_of(word.section);
        if (category == Category::kCount) continue;
        for (std::string& text : SpellingReader(word.text).alternatives())
          all.push_back({std::move(text), category});
      }
    }
    return all;
  }

  // The fewer characters are told apart, the narrower a row is, and the more rows a cache holds.
  void number_characters(std::string_view spelling) {
    for (const char c : spelling) {
      std::uint8_t& symbol = symbols_[static_cast<unsigned char>(c)];
      if (symbol == 0 && symbols_used_ < kSymbol) symbol = ++symbols_used_;
    }
  }

  State add_state() {
    next_.resize(next_.size() + row_size());
    found_.emplace_back();
    return static_cast<State>(found_.size() - 1);
  }

  void add(const Spelling& spelling) {
    if (found_.size() + spelling.text.size() > kMostStates) return;
    // One that is in every name, or in none.
    if (spelling.text.empty() ||
        std::ranges::any_of(spelling.text, [&](char c) { return symbol_of(c) == 0; }))
      return;
    std::size_t state = 0;
    for (const char c : spelling.text) {
      if (row_of(state)[symbol_of(c)] == 0) {
        const State fresh = add_state();
        row_of(state)[symbol_of(c)] = fresh;
      }
      state = row_of(state)[symbol_of(c)];
    }
    found_[state].add(spelling.category);
  }

  // Where no word goes on, the walk goes on in the longest word that ends like what was read; nearer states
  // are done first, for they are what farther ones fall back to. Returns the states in that order.
  std::vector<State> fill_rows() {
    std::vector<State> nearest_first = {0};
    nearest_first.reserve(found_.size());
    std::vector<State> fallbacks(found_.size());
    for (std::size_t at = 0; at < nearest_first.size(); ++at) {
      const State state = nearest_first[at];
      const std::span<State> row = row_of(state);
      const std::span<const State> otherwise = row_of(fallbacks[state]);
      for (std::size_t symbol = 0; symbol < row.size(); ++symbol) {
        const State begun = row[symbol];
        if (begun == 0) continue;
        const State fallback = state == 0 ? State{0} : otherwise[symbol];
        fallbacks[begun] = fallback;
        found_[begun].add(found_[fallback]);
        nearest_first.push_back(begun);
      }
      for (std::size_t symbol = 0; symbol < row.size(); ++symbol)
        if (row[symbol] == 0) row[symbol] = otherwise[symbol];
    }
    return nearest_first;
  }

  // Of states from which the walk goes on alike, as after "-tag" and "_tag", one is kept: a third of all.
  // Farther ones are done first, for they are what nearer ones lead to.
  void merge_like_states(const std::vector<State>& nearest_first) {
    const auto hash = [&](State state) {
      const std::span<const State> row = row_of(state);
      return text::hash_bytes({reinterpret_cast<const char*>(row.data()), row.size_bytes()});
    };
    const auto is_like = [&](State a, State b) {
      return found_[a] == found_[b] && std::ranges::equal(row_of(a), row_of(b));
    };
    std::unordered_set<State, decltype(hash), decltype(is_like)> kept(found_.size(), hash, is_like);
    std::vector<State> merged(found_.size());  // per state: the one that is kept for it
    std::iota(merged.begin(), merged.end(), State{0});
    for (auto state = nearest_first.rbegin(); state != nearest_first.rend(); ++state) {
      for (State& next : row_of(*state)) next = merged[next];
      merged[*state] = *kept.insert(*state).first;
    }
    renumber(nearest_first, merged);
  }

  // Leaves only those states that are kept for themselves, and puts those in which words end behind the
  // others.
  void renumber(const std::vector<State>& nearest_first, const std::vector<State>& merged) {
    std::vector<State> kept;
    std::ranges::copy_if(nearest_first, std::back_inserter(kept), [&](State s) { return merged[s] == s; });
    const auto ends =
        std::stable_partition(kept.begin(), kept.end(), [&](State s) { return found_[s].empty(); });
    first_end_ = static_cast<std::size_t>(ends - kept.begin());
    std::vector<State> numbers(merged.size());
    for (std::size_t n = 0; n < kept.size(); ++n) numbers[kept[n]] = static_cast<State>(n);
    std::vector<State> rows;
    rows.reserve(kept.size() << row_bits_);
    for (const State state : kept)
      for (const State next : row_of(state)) rows.push_back(numbers[merged[next]]);
    std::vector<CategorySet> found;
    for (auto state = ends; state != kept.end(); ++state) found.push_back(found_[*state]);
    next_ = std::move(rows);
    found_ = std::move(found);
  }

  std::uint8_t make_kind(char c) const {
    if (text::is_html_space(c)) return kSpace;
    const char lower = text::ascii_lower(c);
    const std::uint8_t symbol = symbol_of(c == kBegin || c == kEnd ? '\0' : lower);
    return static_cast<std::uint8_t>(symbol | (lower != c ? kUpper : 0));
  }

  std::array<std::uint8_t, 256> symbols_{};
  std::uint8_t symbols_used_ = 0;
  std::array<std::uint8_t, 256> kinds_{};
  int row_bits_ = kFewestRowBits;
  std::vector<State> next_;         // per state and symbol; 0 ends every word
  std::size_t first_end_ = 0;       // the first state in which a word ends
  std::vector<CategorySet> found_;  // per state from that on: of all words that end here
};

}  // namespace

CategorySet class_name_categories(std::string_view names) {
  return site::words_in_use().made<WordAutomaton>().categories_of(names);
}

}  // namespace clean_article::extract
