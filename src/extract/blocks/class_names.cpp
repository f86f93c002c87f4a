// The words of class and id names: see class_names.hpp. All words are found in one walk over a name, by an
// automaton of the kind of Aho and Corasick.
#include "extract/blocks/class_names.hpp"

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
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
    next_.reserve(kUsualStates);
    add_state();
    for (const site::WordList list : {site::WordList::kClassNames, site::WordList::kUnseenClasses}) {
      for (const site::Word& word : words.list(list)) {
        const Category category = category_of(word.section);
        if (category == Category::kCount) continue;
        for (const std::string& spelling : SpellingReader(word.text).alternatives()) add(spelling, category);
      }
    }
    finish();
  }

  // Of all names in a list.
  CategorySet categories_of(std::string_view names) const {
    CategorySet found;
    const Row* const next = next_.data();
    std::size_t state = 0;
    const auto step = [&](std::size_t symbol) {
      state = next[state][symbol];
      if (ends_word_[state] != 0) found.add(found_[state]);
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
        if (kind > kSymbol) {
          if (kind == kSpace) break;
          const bool was_small = c != begin && c[-1] >= 'a' && c[-1] <= 'z';
          if (was_small) step(symbol_of('-'));
        }
        step(kind & kSymbol);
      }
      step(symbol_of(kEnd));
      while (c != end && kind_of(*c) != kSpace) ++c;
      if (c == end) break;
    }
    return found;
  }

 private:
  // Letters, hyphen, underscore, the ends, the digits that words have; 0 for every other character.
  static constexpr std::size_t kSymbols = 64;
  static constexpr std::size_t kMostStates = 0xFFFF;
  static constexpr std::size_t kUsualStates = 8'192;  // the program's lists need some 7,000
  using Row = std::array<std::uint16_t, kSymbols>;
  // What a byte of a name is: a symbol and whether it is a large letter, or white space.
  enum Kind : std::uint8_t { kSymbol = kSymbols - 1, kUpper = 0x40, kSpace = 0x80 };
  static constexpr std::ptrdiff_t kLongestName = 200;  // bytes; a longer one is data, not a name

  std::uint8_t symbol_of(char c) const { return symbols_[static_cast<unsigned char>(c)]; }
  std::uint8_t kind_of(char c) const { return kinds_[static_cast<unsigned char>(c)]; }

  std::uint16_t add_state() {
    next_.emplace_back();
    begun_.emplace_back();
    found_.emplace_back();
    return static_cast<std::uint16_t>(next_.size() - 1);
  }

  void add(std::string_view spelling, Category category) {
    if (next_.size() + spelling.size() > kMostStates) return;
    std::size_t state = 0;
    for (const char c : spelling) {
      std::uint8_t& symbol = symbols_[static_cast<unsigned char>(c)];
      if (symbol == 0 && symbols_used_ + 1u == kSymbols) return;  // a character that no name has
      if (symbol == 0) symbol = ++symbols_used_;
      if (next_[state][symbol] == 0) {
        const std::uint16_t fresh = add_state();
        next_[state][symbol] = fresh;
        begun_[state] |= std::uint64_t{1} << symbol;
      }
      state = next_[state][symbol];
    }
    found_[state].add(category);
  }

  // Where no word goes on, the walk goes on in the longest word that ends like what was read; nearer states
  // are done first, for they are what farther ones fall back to.
  void finish() {
    struct Step {
      std::uint16_t state;
      std::uint16_t fallback;
    };
    for (std::size_t c = 0; c < kinds_.size(); ++c) kinds_[c] = make_kind(static_cast<char>(c));
    std::vector<Step> queue = {{0, 0}};
    queue.reserve(next_.size());
    for (std::size_t at = 0; at < queue.size(); ++at) {
      const Step step = queue[at];
      Row& row = next_[step.state];
      const Row& otherwise = next_[step.fallback];
      found_[step.state].add(found_[step.fallback]);
      for (std::uint64_t left = begun_[step.state]; left != 0; left &= left - 1) {
        const auto symbol = static_cast<std::size_t>(std::countr_zero(left));
        queue.push_back({row[symbol], step.state == 0 ? std::uint16_t{0} : otherwise[symbol]});
      }
      fill_gaps(row, otherwise);
    }
    for (const CategorySet& found : found_) ends_word_.push_back(found.empty() ? 0 : 1);
  }

  std::uint8_t make_kind(char c) const {
    if (text::is_html_space(c)) return kSpace;
    const char lower = text::ascii_lower(c);
    const std::uint8_t symbol = symbol_of(c == kBegin || c == kEnd ? '\0' : lower);
    return static_cast<std::uint8_t>(symbol | (lower != c ? kUpper : 0));
  }

  // Several symbols at once: there are some 7,000 rows.
  static void fill_gaps(Row& row, const Row& otherwise) {
    typedef std::uint16_t Lanes __attribute__((vector_size(16)));
    for (std::size_t at = 0; at < kSymbols; at += sizeof(Lanes) / sizeof(std::uint16_t)) {
      Lanes mine;
      Lanes others;
      std::memcpy(&mine, row.data() + at, sizeof mine);
      std::memcpy(&others, otherwise.data() + at, sizeof others);
      mine |= others & reinterpret_cast<Lanes>(mine == 0);
      std::memcpy(row.data() + at, &mine, sizeof mine);
    }
  }

  std::array<std::uint8_t, 256> symbols_{};
  std::uint8_t symbols_used_ = 0;
  std::array<std::uint8_t, 256> kinds_{};
  std::vector<Row> next_;                // per state and symbol; 0 ends every word
  std::vector<std::uint64_t> begun_;     // per state: the symbols by which words go on, as bits
  std::vector<CategorySet> found_;       // per state: of all words that end here
  std::vector<std::uint8_t> ends_word_;  // per state: whether any does
};

}  // namespace

CategorySet class_name_categories(std::string_view names) {
  return site::words_in_use().made<WordAutomaton>().categories_of(names);
}

}  // namespace clean_article::extract
