// Phrase lists, compiled and matched: see phrases.hpp. Plain phrases are looked up by hash, and a
// pattern is run only where a word it cannot do without occurs: a block costs little however long the
// lists grow.
#include "site/phrases.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <utility>

#include "site/built_in.hpp"
#include "site/fold.hpp"
#include "site/names.hpp"
#include "site/pattern_index.hpp"
#include "site/phrase_list.hpp"
#include "text/text.hpp"

namespace clean_article::site {
namespace {

constexpr std::size_t kClasses = static_cast<std::size_t>(PhraseClass::kCount);

constexpr std::array<std::string_view, kClasses> kNames = {
    "share",     "icon-alt", "newsletter", "read-more", "related", "advertisement", "cookie",
    "copyright", "comments", "byline",     "credit",    "prompt",  "author-box",    "navigation",
};

}  // namespace

std::string_view phrase_class_name(PhraseClass c) {
  return kNames[static_cast<std::size_t>(c)];
}

namespace {

struct Phrase {
  PhraseClass phrase_class;
  PhraseForm form;
  std::uint16_t max_words;
  std::uint32_t line;
};

constexpr std::uint32_t kNoPhrase = 0xFFFF'FFFF;

// Hash → phrases. Open addressing; the entries of one hash follow each other. Two phrases of one 64-bit
// hash do not meet by chance, and a page that forges one only loses a short line of its own.
class HashTable {
 public:
  void add(const PhraseText& text, std::uint32_t phrase) {
    added_.push_back({text.hash, phrase, text.words});
    longest_ = std::max(longest_, std::size_t{text.bytes});
  }

  void finish() {
    std::size_t size = 16;
    while (size * 3 < added_.size() * 4) size *= 2;
    slots_.assign(size, Slot{});
    for (const Slot& slot : added_) {
      std::size_t i = home(slot.hash);
      while (slots_[i].phrase != kNoPhrase) i = (i + 1) & (slots_.size() - 1);
      slots_[i] = slot;
    }
    added_ = {};
  }

  std::size_t longest() const { return longest_; }  // bytes of the longest text added

  template <typename Fn>
  void look_up(std::uint64_t hash, Fn&& found) const {
    for (std::size_t i = home(hash); slots_[i].phrase != kNoPhrase; i = (i + 1) & (slots_.size() - 1)) {
      if (slots_[i].hash == hash) found(slots_[i].phrase, slots_[i].words);
    }
  }

 private:
  struct Slot {
    std::uint64_t hash = 0;
    std::uint32_t phrase = kNoPhrase;
    std::uint16_t words = 0;  // of the text
  };
  std::size_t home(std::uint64_t hash) const { return (hash ^ hash >> 29) & (slots_.size() - 1); }

  std::vector<Slot> added_;
  std::vector<Slot> slots_;
  std::size_t longest_ = 0;
};

std::size_t count_code_points(std::string_view utf8) {
  return static_cast<std::size_t>(
      std::count_if(utf8.begin(), utf8.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

// The first phrase, in the order of its list, that recognised the block: one place a class.
using Found = std::array<std::uint32_t, kClasses>;

}  // namespace

struct Phrases::State {
  std::array<std::string, kClasses> lists;  // how a match names them
  std::vector<Phrase> phrases;
  HashTable whole;
  HashTable prefixes;
  PatternIndex patterns;
  std::vector<std::uint32_t> pattern_phrases;  // pattern → index into `phrases`

  Status add_list(PhraseClass phrase_class, std::string_view content, std::string name, bool check_patterns);
  void note(std::uint32_t phrase, Found& found) const {
    std::uint32_t& first = found[static_cast<std::size_t>(phrases[phrase].phrase_class)];
    first = std::min(first, phrase);
  }
  void match_literals(const Folded& folded, std::string_view block_text, Found& found) const;
  void match_patterns(const Folded& folded, Found& found) const;
};

Status Phrases::State::add_list(PhraseClass phrase_class, std::string_view content, std::string name,
                                bool check_patterns) {
  const Result<std::vector<PhraseEntry>> entries = read_phrase_list(content, name);
  if (!entries) return entries.error();
  for (const PhraseEntry& entry : *entries) {
    const auto id = static_cast<std::uint32_t>(phrases.size());
    phrases.push_back({phrase_class, entry.form, entry.max_words, entry.line});
    if (entry.form == PhraseForm::kPattern) {
      const std::string problem = check_patterns ? PatternIndex::problem_of(entry.pattern) : "";
      if (!problem.empty()) {
        name.append(":").append(std::to_string(entry.line)).append(": bad pattern: ").append(problem);
        return Error{ErrorKind::kUsage, std::move(name)};
      }
      patterns.add(entry.pattern, entry.max_words);
      pattern_phrases.push_back(id);
      continue;
    }
    HashTable& table = entry.form == PhraseForm::kWhole ? whole : prefixes;
    for (const PhraseText& text : entry.texts) table.add(text, id);
  }
  lists[static_cast<std::size_t>(phrase_class)] = std::move(name);
  return Done{};
}

// One walk over the text: its hash at every boundary of a word may be that of a prefix, its hash at the end
// that of a whole phrase.
void Phrases::State::match_literals(const Folded& folded, std::string_view block_text, Found& found) const {
  const std::string_view text = folded.text;
  const auto in_word = [](char c) {
    return (c >= 'a' && c <= 'z') || c == '0' || static_cast<unsigned char>(c) >= 0x80;
  };
  const auto note_prefix = [&](std::uint32_t id, std::size_t words) {
    const Phrase& phrase = phrases[id];
    if (folded.words <= words || folded.words - words > phrase.max_words) return;
    if (phrase.form == PhraseForm::kNames && !only_names_behind(block_text, words)) return;
    note(id, found);
  };
  const std::size_t reach = std::max(whole.longest(), prefixes.longest());
  std::uint64_t hash = kTextHashSeed;
  for (std::size_t i = 0; i < text.size() && i < reach; ++i) {
    hash = add_to_hash(hash, text[i]);
    if (i + 1 == text.size()) {
      whole.look_up(hash, [&](std::uint32_t id, std::size_t) { note(id, found); });
    } else if (i < prefixes.longest() && !(in_word(text[i]) && in_word(text[i + 1]))) {
      prefixes.look_up(hash, note_prefix);
    }
  }
}

void Phrases::State::match_patterns(const Folded& folded, Found& found) const {
  thread_local std::vector<std::uint32_t> candidates;
  patterns.candidates(folded.text, folded.words, candidates);
  for (const std::uint32_t pattern : candidates) {
    const std::uint32_t id = pattern_phrases[pattern];
    if (found[static_cast<std::size_t>(phrases[id].phrase_class)] <= id)
      continue;  // an earlier line has fitted
    if (patterns.matches(pattern, folded.text)) note(id, found);
  }
}

namespace {

Result<std::string> read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::string content((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  if (!file) return Error{ErrorKind::kInput, "cannot read " + path.string()};
  return content;
}

// The list files that folders bring: class → path. A later folder wins.
using Replacements = std::array<std::filesystem::path, kClasses>;

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
    const auto* name = std::find(kNames.begin(), kNames.end(), entry->path().stem().string());
    if (name == kNames.end()) {
      return Error{ErrorKind::kUsage, entry->path().string() + ": no phrase list has this name"};
    }
    out[static_cast<std::size_t>(name - kNames.begin())] = entry->path();
  }
  if (problem) return Error{ErrorKind::kInput, "cannot read " + lists.string() + ": " + problem.message()};
  return Done{};
}

std::string_view built_in_list(const std::string& path) {
  for (const BuiltInFile& file : built_in_files()) {
    if (file.path == path) return file.content;
  }
  return {};
}

}  // namespace

Phrases::Phrases(std::unique_ptr<State> state) : state_(std::move(state)) {}
Phrases::~Phrases() = default;

std::shared_ptr<const Phrases> Phrases::built_in() {
  static const std::shared_ptr<const Phrases> phrases = with_folders({}).value();
  return phrases;
}

Result<std::shared_ptr<const Phrases>> Phrases::with_folders(const std::vector<std::string>& folders) {
  Replacements replacements;
  for (const std::string& folder : folders) {
    if (const Status found = find_replacements(folder, replacements); !found) return found.error();
  }
  auto state = std::make_unique<State>();
  for (std::size_t i = 0; i < kClasses; ++i) {
    const auto phrase_class = static_cast<PhraseClass>(i);
    std::string name = "phrases/" + std::string(kNames[i]) + ".txt";
    Status added = Done{};
    if (replacements[i].empty()) {
      const std::string_view content = built_in_list(name);
      added = state->add_list(phrase_class, content, std::move(name), false);
    } else {
      const Result<std::string> content = read_file(replacements[i]);
      if (!content) return content.error();
      added = state->add_list(phrase_class, *content, replacements[i].string(), true);
    }
    if (!added) return added.error();
  }
  state->whole.finish();
  state->prefixes.finish();
  state->patterns.finish();
  return std::shared_ptr<const Phrases>(new Phrases(std::move(state)));
}

void Phrases::match(std::string_view block_text, std::vector<PhraseMatch>& out) const {
  constexpr std::size_t kMostBytes = max_phrase_chars() * 4;
  if (block_text.empty() || block_text.size() > kMostBytes) return;
  if (block_text.size() > max_phrase_chars() && count_code_points(block_text) > max_phrase_chars()) return;
  Folded folded;
  fold(block_text, folded);
  if (folded.words == 0) return;
  Found found;
  found.fill(kNoPhrase);
  state_->match_literals(folded, block_text, found);
  state_->match_patterns(folded, found);
  for (std::size_t i = 0; i < kClasses; ++i) {
    if (found[i] == kNoPhrase) continue;
    out.push_back({static_cast<PhraseClass>(i), state_->lists[i], state_->phrases[found[i]].line});
  }
}

}  // namespace clean_article::site
