#include "bulk/sources.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <functional>

#include "bulk/output_names.hpp"
#include "text/text.hpp"

namespace clean_article::bulk {
namespace {

namespace fs = std::filesystem;

// The last name of a path, also of "site/", "." and "..".
std::string last_name(const std::string& path) {
  std::string name = fs::path(path).filename().string();
  if (name.empty() || name == "." || name == "..") {
    std::error_code error;
    fs::path real = fs::weakly_canonical(path, error);
    if (!error) {
      if (real.filename().empty()) real = real.parent_path();
      name = real.filename().string();
    }
  }
  return name.empty() ? "root" : name;
}

bool stands_for_a_descriptor(const std::string& path) {
  return path == "/dev/stdin" || path.starts_with("/dev/fd/") || path.starts_with("/proc/self/fd/");
}

bool is_folder(const std::string& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode);
}

// The folders that the output of a listed file lies in: those of its path, without what leads up. "a/b/" of
// "/a/./b/c.html" and of "../a/b/c.html".
std::string folders_of(const std::string& path) {
  std::string folders;
  for (const fs::path& part : fs::path(path).parent_path().lexically_normal())
    if (part != ".." && part != "." && part != "/" && !part.empty()) folders += part.string() + "/";
  return folders;
}

NameWish wish_of(const Input& input, const std::string& ending) {
  if (input.kind == InputKind::kStream && input.descriptor == STDIN_FILENO) return {"stdin.txt", "stdin.txt"};
  if (input.kind == InputKind::kUrl) return wish_for_url(input.name, ending);
  return wish_for_file(last_name(input.name), ending);
}

}  // namespace

Sources::Sources(std::vector<std::string> words, std::string ending)
    : Sources(SourceWords{std::move(words), {}, false, std::move(ending), {}}) {}

Sources::Sources(SourceWords given) : given_(std::move(given)) {
  std::vector<NameWish> wishes;
  for (const std::string& word : given_.words) {
    Word entry = word_of(word);
    if (word == "-") {
      entry.input.kind = InputKind::kStream;
      entry.input.name = "standard input";
      entry.input.descriptor = STDIN_FILENO;
    } else if (entry.is_folder) {
      folders_.push_back(word);
    } else if (entry.input.kind != InputKind::kUrl) {
      files_.push_back(word);
    }
    const std::string name = entry.is_folder ? last_name(word) : "";
    wishes.push_back(entry.is_folder ? NameWish{name, name} : wish_of(entry.input, given_.ending));
    words_.push_back(std::move(entry));
  }

  const std::vector<std::string> names = choose_names(wishes, {});
  for (std::size_t i = 0; i < words_.size(); ++i) {
    words_[i].input.target = names[i];
    const bool is_alone = words_.size() == 1 && !has_lists();
    if (words_[i].is_folder) words_[i].input.target = is_alone ? "" : names[i] + "/";
  }
}

Sources::Word Sources::word_of(const std::string& word) const {
  Word entry;
  entry.input.name = word;
  if (text::looks_like_url(word))
    entry.input.kind = InputKind::kUrl;
  else if (is_folder(word))
    entry.is_folder = true;
  else if (stands_for_a_descriptor(word))
    entry.input.kind = InputKind::kStream;
  return entry;
}

Status Sources::open_lists() {
  while (lists_.size() < given_.lists.size()) {
    const std::string& path = given_.lists[lists_.size()];
    Result<InputList> list = InputList::open(path, given_.nul_lists);
    if (!list.ok()) return Error{list.error().kind, "the list '" + path + "': " + list.error().message};
    lists_.push_back(std::move(*list));
  }
  return Done{};
}

void Sources::keep_out_of(const std::string& folder) {
  struct stat status {};
  if (::stat(folder.c_str(), &status) == 0) skip_ = file_id(status);
  std::error_code error;
  output_folder_ = fs::canonical(folder, error);
}

// A list may be as long as it likes, so that nobody can look through it for what an output would overwrite.
bool Sources::lies_in_output(const std::string& path) const {
  if (output_folder_.empty()) return false;
  std::error_code error;
  const fs::path parent = fs::canonical(fs::absolute(path, error).parent_path(), error);
  return !error &&
         std::mismatch(output_folder_.begin(), output_folder_.end(), parent.begin(), parent.end()).first ==
             output_folder_.end();
}

// An output's name that no other input has: the first of the two that is free, or else the second, numbered.
std::string Sources::claim(const std::string& wanted, const std::string& otherwise) {
  const auto hash = [](const std::string& name) { return std::hash<std::string>()(name); };
  if (taken_.try_emplace(hash(wanted), 1).second) return wanted;
  if (taken_.try_emplace(hash(otherwise), 1).second) return otherwise;
  while (true) {
    const std::uint32_t number = ++taken_.at(hash(otherwise));
    std::string numbered_name = numbered(otherwise, number);
    if (taken_.try_emplace(hash(numbered_name), 1).second) return numbered_name;
  }
}

// What a list names: its output lies where its path leads.
void Sources::settle_listed(Word& entry) const {
  Input& input = entry.input;
  if (entry.is_folder) {
    input.target = folders_of(input.name + "/");
    return;
  }
  if (input.kind == InputKind::kFile && lies_in_output(input.name))
    input.error = Error{ErrorKind::kInput, "lies in the output folder; outputs need a folder of their own"};
}

std::optional<Sources::Word> Sources::next_listed() {
  while (list_at_ < given_.lists.size()) {
    if (const Status opened = open_lists(); !opened.ok()) {
      Word failed;
      failed.input = {InputKind::kDamage, given_.lists[list_at_++], -1, "", opened.error()};
      return failed;
    }
    InputList& list = lists_[list_at_];
    if (const auto word = list.next()) {
      Word entry = word_of(*word);
      settle_listed(entry);
      return entry;
    }
    ++list_at_;
    if (list.trouble().empty()) continue;
    Word failed;
    failed.input = {InputKind::kDamage, list.name(), -1, "", Error{ErrorKind::kInput, list.trouble()}};
    return failed;
  }
  return std::nullopt;
}

std::optional<Sources::Word> Sources::next_word() {
  if (at_ < words_.size()) return words_[at_++];
  std::optional<Word> entry = next_listed();
  if (!entry || entry->is_folder || entry->input.kind == InputKind::kDamage) return entry;
  const NameWish wish = wish_of(entry->input, given_.ending);
  const std::string folders = entry->input.kind == InputKind::kUrl ? "" : folders_of(entry->input.name);
  entry->input.target = claim(folders + wish.brief, folders + wish.full);
  return entry;
}

std::optional<Input> Sources::next() {
  while (true) {
    if (walk_) {
      if (auto input = walk_->next()) {
        if (has_lists() && !input->target.empty()) input->target = claim(input->target, input->target);
        return input;
      }
      walk_.reset();
    }
    const bool is_listed = at_ == words_.size();
    std::optional<Word> word = next_word();
    if (!word) return std::nullopt;
    if (!word->is_folder) {
      if (has_lists() && !is_listed) word->input.target = claim(word->input.target, word->input.target);
      return std::move(word->input);
    }
    walk_.emplace(word->input.name, word->input.target, skip_, given_.ending, given_.walk);
  }
}

}  // namespace clean_article::bulk
