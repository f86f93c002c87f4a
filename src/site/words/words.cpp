#include "site/words/words.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <mutex>
#include <optional>
#include <utility>

#include "site/words/list_file.hpp"

namespace clean_article::site {

struct Words::State {
  std::optional<WordTableBuilder> tables;  // where a list was replaced
  std::mutex mutex;
  std::vector<std::shared_ptr<const void>> kept;
};

namespace {

thread_local const Words* t_in_use = nullptr;

std::optional<std::size_t> list_named(std::string_view name) {
  for (std::size_t i = 0; i < kWordLists; ++i)
    if (word_list_name(static_cast<WordList>(i)) == name) return i;
  return std::nullopt;
}

using Replacements = std::array<std::optional<std::vector<WordEntry>>, kWordLists>;

Status read_replacements(const std::string& folder, Replacements& out) {
  const std::filesystem::path lists = std::filesystem::path(folder) / "words";
  std::error_code problem;
  if (!std::filesystem::exists(lists, problem)) return Done{};
  std::filesystem::directory_iterator entry(lists, problem);
  for (; !problem && entry != std::filesystem::directory_iterator(); entry.increment(problem)) {
    if (entry->path().extension() != ".txt") continue;
    const std::string path = entry->path().string();
    const std::optional<std::size_t> number = list_named(entry->path().stem().string());
    if (!number) return Error{ErrorKind::kUsage, path + ": no word list has this name"};
    const Result<std::string> content = read_list_file(path);
    if (!content) return content.error();
    auto entries = read_word_list(*content, path);
    if (!entries) return entries.error();
    out[*number] = std::move(*entries);
  }
  if (problem) return Error{ErrorKind::kInput, "cannot read " + lists.string() + ": " + problem.message()};
  return Done{};
}

}  // namespace

Words::Words(std::unique_ptr<State> state)
    : state_(std::move(state)), tables_(state_->tables ? state_->tables->finish() : built_in_words()) {}
Words::~Words() = default;

std::shared_ptr<const Words> Words::built_in() {
  static const std::shared_ptr<const Words> words(new Words(std::make_unique<State>()));
  return words;
}

Result<std::shared_ptr<const Words>> Words::with_folders(const std::vector<std::string>& folders) {
  Replacements replacements;
  for (const std::string& folder : folders)
    if (const Status read = read_replacements(folder, replacements); !read) return read.error();
  if (std::none_of(replacements.begin(), replacements.end(),
                   [](const auto& list) { return list.has_value(); }))
    return built_in();
  auto state = std::make_unique<State>();
  state->tables.emplace();
  for (std::size_t i = 0; i < kWordLists; ++i) {
    std::vector<WordEntry> entries;
    if (replacements[i]) {
      entries = std::move(*replacements[i]);
    } else {
      const char* section = nullptr;
      std::size_t sections = 0;
      for (const Word& word : built_in()->list(static_cast<WordList>(i))) {
        if (!word.section.empty() && word.section.data() != section) ++sections;
        section = word.section.data();
        entries.push_back({std::string(word.section), sections, std::string(word.text)});
      }
    }
    state->tables->add_list(entries);
  }
  return std::shared_ptr<const Words>(new Words(std::move(state)));
}

std::size_t Words::take_slot() {
  static std::atomic<std::size_t> taken = 0;
  const std::size_t slot = taken++;
  if (slot >= kSlots) std::abort();  // a fault of the program: kSlots is too few
  return slot;
}

const void* Words::keep(std::size_t slot, Make make) const {
  const std::lock_guard lock(state_->mutex);
  if (const void* known = made_[slot].load(std::memory_order_acquire)) return known;
  state_->kept.push_back(make(*this));
  const void* kept = state_->kept.back().get();
  made_[slot].store(kept, std::memory_order_release);
  return kept;
}

const Words& words_in_use() {
  if (t_in_use != nullptr) return *t_in_use;
  static const Words& own = *Words::built_in();
  return own;
}

WordsInUse::WordsInUse(const Words& words) : before_(std::exchange(t_in_use, &words)) {}
WordsInUse::~WordsInUse() {
  t_in_use = before_;
}

}  // namespace clean_article::site
