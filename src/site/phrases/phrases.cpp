// Phrase lists, compiled and matched: see phrases.hpp. Plain phrases are looked up by hash, and a
// pattern is run only where a word it cannot do without occurs: a block costs little however long the
// lists grow.
#include "site/phrases/phrases.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <optional>
#include <utility>

#include "site/phrases/capitals.hpp"
#include "site/phrases/fold.hpp"
#include "site/phrases/pattern_index.hpp"
#include "site/phrases/phrase_list.hpp"
#include "site/phrases/phrase_tables.hpp"
#include "site/words/list_file.hpp"
#include "text/text.hpp"

namespace clean_article::site {
namespace {

// The first phrase, in the order of the lists, that recognised the block: one place a class.
class Found {
 public:
  bool has(std::size_t phrase_class) const { return (classes_ >> phrase_class & 1) != 0; }
  bool empty() const { return classes_ == 0; }
  std::uint32_t first(std::size_t phrase_class) const { return first_[phrase_class]; }
  void add(std::size_t phrase_class, std::uint32_t phrase) {
    first_[phrase_class] = has(phrase_class) ? std::min(first_[phrase_class], phrase) : phrase;
    classes_ |= std::uint64_t{1} << phrase_class;
  }

 private:
  std::uint64_t classes_ = 0;  // those that have one, as bits
  std::array<std::uint32_t, kPhraseClasses> first_;
};
static_assert(kPhraseClasses <= 64);

}  // namespace

namespace {

// Some lists and how to match them.
class ListSet {
 public:
  // The tables must outlive it.
  explicit ListSet(const PhraseTables& tables) : tables_(tables), patterns_(tables.patterns) {}

  std::uint64_t silent = 0;  // the lists that are not used, as bits

  Found match(const Folded& folded, std::string_view block_text) const {
    Found found;
    match_literals(folded, block_text, found);
    match_patterns(folded, found);
    return found;
  }
  const PhraseLine& line(std::uint32_t phrase) const { return tables_.lines[phrase]; }
  std::size_t most_words() const { return tables_.most_words; }

 private:
  void note(std::uint32_t phrase, Found& found) const {
    const std::uint8_t list = tables_.lines[phrase].list;
    if ((silent >> list & 1) == 0) found.add(class_number(list), phrase);
  }
  static std::size_t class_number(std::uint8_t list) {
    return static_cast<std::size_t>(phrase_lists()[list].phrase_class);
  }
  void match_literals(const Folded& folded, std::string_view block_text, Found& found) const;
  void match_patterns(const Folded& folded, Found& found) const;

  PhraseTables tables_;
  PatternIndex patterns_;
};

// One walk over the text: its hash at every boundary of a word may be that of a prefix, its hash at the end
// that of a whole phrase. The walk ends where no phrase goes on like the text.
void ListSet::match_literals(const Folded& folded, std::string_view block_text, Found& found) const {
  const std::string_view text = folded.text;
  const auto look_up = [](const Buckets<PhraseSpelling>& spellings, std::uint64_t hash, const auto& fits) {
    for (const PhraseSpelling& spelling : spellings.of(PhraseTables::spread(hash)))
      if (spelling.hash == hash) fits(spelling);
  };
  const auto note_prefix = [&](const PhraseSpelling& spelling) {
    const PhraseLine& line = tables_.lines[spelling.phrase];
    if (folded.words <= spelling.words || folded.words - spelling.words > line.max_words) return;
    if (line.form == PhraseForm::kNames && !only_names_behind(block_text, spelling.words)) return;
    note(spelling.phrase, found);
  };
  const std::size_t reach = std::max(tables_.longest_whole, tables_.longest_prefix);
  std::uint64_t hash = kTextHashSeed;
  for (std::size_t i = 0; i < text.size() && i < reach; ++i) {
    hash = add_to_hash(hash, text[i]);
    if (i + 1 == text.size()) {
      look_up(tables_.whole, hash, [&](const PhraseSpelling& spelling) { note(spelling.phrase, found); });
    } else if (is_word_boundary(text[i], text[i + 1])) {
      if (!tables_.may_go_on(hash)) return;
      look_up(tables_.prefixes, hash, note_prefix);
    }
  }
}

void ListSet::match_patterns(const Folded& folded, Found& found) const {
  thread_local std::vector<std::uint32_t> candidates;
  patterns_.candidates(folded.text, folded.words, candidates);
  for (const std::uint32_t pattern : candidates) {
    const std::uint32_t line = tables_.pattern_lines[pattern];
    const std::size_t phrase_class = class_number(tables_.lines[line].list);
    if (found.has(phrase_class) && found.first(phrase_class) <= line) continue;  // an earlier one has fitted
    if (patterns_.matches(pattern, folded.text)) note(line, found);
  }
}

}  // namespace

struct Phrases::State {
  std::vector<std::string> lists;  // how a match names them
  ListSet built_in{built_in_phrases()};
  PhraseTableBuilder replaced_tables;
  std::optional<ListSet> replaced;  // the lists that folders bring
  std::size_t most_words = built_in.most_words();
};

namespace {

std::optional<std::size_t> list_named(std::string_view name) {
  for (std::size_t i = 0; i < phrase_lists().size(); ++i)
    if (phrase_lists()[i].name == name) return i;
  return std::nullopt;
}

// The list files that folders bring: list → path. A later folder wins.
using Replacements = std::vector<std::filesystem::path>;

Status find_replacements(const std::string& folder, Replacements& out) {
  std::error_code problem;
  if (!std::filesystem::is_directory(folder, problem)) {
    return Error{ErrorKind::kInput, folder + " is not a folder of rules"};
  }
  const std::filesystem::path lists = std::filesystem::path(folder) / "phrases";
  if (!std::filesystem::exists(lists, problem)) return Done{};
  std::filesystem::directory_iterator entry(lists, problem);
  for (; !problem && entry != std::filesystem::directory_iterator(); entry.increment(problem)) {
    if (entry->path().extension() != ".txt") continue;
    const std::optional<std::size_t> number = list_named(entry->path().stem().string());
    if (!number) {
      return Error{ErrorKind::kUsage, entry->path().string() + ": no phrase list has this name"};
    }
    out[*number] = entry->path();
  }
  if (problem) return Error{ErrorKind::kInput, "cannot read " + lists.string() + ": " + problem.message()};
  return Done{};
}

// A list, and whether RE2 takes its expressions.
Result<std::vector<PhraseEntry>> read_list(const std::filesystem::path& path) {
  const Result<std::string> content = read_list_file(path.string());
  if (!content) return content.error();
  Result<std::vector<PhraseEntry>> entries = read_phrase_list(*content, path.string());
  if (!entries) return entries;
  for (const PhraseEntry& entry : *entries) {
    if (entry.form != PhraseForm::kPattern) continue;
    const std::string problem = PatternIndex::problem_of(entry.pattern);
    if (problem.empty()) continue;
    return Error{ErrorKind::kUsage,
                 path.string() + ":" + std::to_string(entry.line) + ": bad pattern: " + problem};
  }
  return entries;
}

}  // namespace

Phrases::Phrases(std::unique_ptr<State> state) : state_(std::move(state)) {}
Phrases::~Phrases() = default;

std::shared_ptr<const Phrases> Phrases::built_in() {
  static const std::shared_ptr<const Phrases> phrases = with_folders({}).value();
  return phrases;
}

Result<std::shared_ptr<const Phrases>> Phrases::with_folders(const std::vector<std::string>& folders) {
  Replacements replacements(phrase_lists().size());
  for (const std::string& folder : folders) {
    if (const Status found = find_replacements(folder, replacements); !found) return found.error();
  }
  auto state = std::make_unique<State>();
  bool any_replaced = false;
  for (std::size_t i = 0; i < replacements.size(); ++i) {
    state->lists.push_back("phrases/" + std::string(phrase_lists()[i].name) + ".txt");
    if (replacements[i].empty()) continue;
    const Result<std::vector<PhraseEntry>> entries = read_list(replacements[i]);
    if (!entries) return entries.error();
    state->lists[i] = replacements[i].string();
    state->built_in.silent |= std::uint64_t{1} << i;
    state->replaced_tables.add_list(i, *entries);
    any_replaced = true;
  }
  if (any_replaced) {
    state->replaced.emplace(state->replaced_tables.finish());
    state->most_words = std::max(state->most_words, state->replaced->most_words());
  }
  return std::shared_ptr<const Phrases>(new Phrases(std::move(state)));
}

void Phrases::match(std::string_view block_text, std::vector<PhraseMatch>& out) const {
  constexpr std::size_t kMostBytes = max_phrase_chars() * 4;
  if (block_text.empty() || block_text.size() > kMostBytes) return;
  if (block_text.size() > max_phrase_chars() && text::count_code_points(block_text) > max_phrase_chars())
    return;
  thread_local Folded folded;
  fold(block_text, folded, state_->most_words);
  if (folded.words == 0 || folded.words > state_->most_words) return;
  Found of_folders;
  if (state_->replaced) of_folders = state_->replaced->match(folded, block_text);
  const Found found = state_->built_in.match(folded, block_text);
  if (found.empty() && of_folders.empty()) return;
  for (std::size_t i = 0; i < kPhraseClasses; ++i) {
    const PhraseLine* line = found.has(i) ? &state_->built_in.line(found.first(i)) : nullptr;
    if (of_folders.has(i)) {
      const PhraseLine& other = state_->replaced->line(of_folders.first(i));
      if (line == nullptr || other.list < line->list) line = &other;
    }
    if (line != nullptr) out.push_back({static_cast<PhraseClass>(i), state_->lists[line->list], line->line});
  }
}

}  // namespace clean_article::site
