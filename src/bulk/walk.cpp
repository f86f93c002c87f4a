#include "bulk/walk.hpp"

#include <fcntl.h>
#include <fnmatch.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <filesystem>
#include <utility>

#include "bulk/load.hpp"
#include "bulk/output_names.hpp"
#include "records/records.hpp"
#include "text/text.hpp"

namespace clean_article::bulk {
namespace {

namespace fs = std::filesystem;

// The first 1,024 bytes are also where a page must name its encoding.
constexpr std::size_t kSniffedBytes = 1024;

// Whether a file may be taken for JSON lines: others of JSON lie beside pages for other ends.
bool is_named_as_lines(std::string_view path) {
  for (const std::string_view ending : {".gz", ".zst", ".lz4"})
    if (path.ends_with(ending)) path.remove_suffix(ending.size());
  return path.ends_with(".jsonl") || path.ends_with(".ndjson");
}

// Of the first bytes of a file that is not compressed.
bool looks_like_page(std::string_view first, const std::string& path) {
  const records::StreamKind kind = records::kind_of(first);
  if (kind == records::StreamKind::kJsonLines) return is_named_as_lines(path);
  // Others lie beside pages to be loaded down.
  if (kind == records::StreamKind::kZip || kind == records::StreamKind::kTar) return path.ends_with(".wacz");
  if (records::is_property_list(first)) return path.ends_with(".webarchive");
  if (kind == records::StreamKind::kBook) return false;
  return kind != records::StreamKind::kOther || text::looks_like_html(first) ||
         !text::page_container(first).empty();
}

bool file_looks_like_page(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  if (file < 0) return false;
  std::array<char, kSniffedBytes> bytes{};
  const ssize_t got = ::read(file, bytes.data(), bytes.size());
  const std::string_view first(bytes.data(), got > 0 ? static_cast<std::size_t>(got) : 0);
  if (!records::is_compressed(first)) {
    ::close(file);
    return looks_like_page(first, path);
  }
  ::lseek(file, 0, SEEK_SET);
  records::ByteStream stream(file, true);
  return looks_like_page(stream.peek(kSniffedBytes), path);
}

std::string join(const std::string& folder, const std::string& name) {
  return folder.ends_with('/') ? folder + name : folder + "/" + name;
}

// A path below `root`, as globs see it.
std::string below(const std::string& root, const std::string& path) {
  const std::size_t at = path.find_first_not_of('/', root.size());
  return at == std::string::npos ? path : path.substr(at);
}

bool matches(std::string glob, const std::string& path, bool is_folder) {
  if (glob.ends_with('/')) {
    if (!is_folder) return false;
    glob.pop_back();
  }
  const bool is_of_path = glob.find('/') != std::string::npos;
  if (glob.starts_with('/')) glob.erase(0, 1);
  const std::string subject = is_of_path ? path : path.substr(path.rfind('/') + 1);
  return ::fnmatch(glob.c_str(), subject.c_str(), 0) == 0;
}

constexpr const char* kLeadsOut = "is a link that leads out of the folder (--follow-links follows it)";

Input failed_folder(const std::string& path, std::string why) {
  return {InputKind::kFolder, path, -1, "", Error{ErrorKind::kInput, std::move(why)}};
}

}  // namespace

FolderWalk::FolderWalk(std::string path, const std::string& target, std::optional<FileId> skip,
                       std::string ending, WalkRules rules)
    : root_(std::move(path)), ending_(std::move(ending)), rules_(std::move(rules)), skip_(skip) {
  std::error_code error;
  real_root_ = fs::canonical(root_, error);
  first_error_ = enter(root_, target, false);
}

bool FolderWalk::is_excluded(const std::string& path, bool is_folder) const {
  const std::string subject = below(root_, path);
  return std::any_of(rules_.exclude.begin(), rules_.exclude.end(),
                     [&](const std::string& glob) { return matches(glob, subject, is_folder); });
}

// Of a file, or of what only has the name of one.
bool FolderWalk::is_page(const std::string& path, bool is_regular, bool leads_out) const {
  if (!rules_.include.empty())
    return std::any_of(rules_.include.begin(), rules_.include.end(),
                       [&](const std::string& glob) { return matches(glob, below(root_, path), false); });
  return has_page_ending(path.substr(path.rfind('/') + 1)) ||
         (is_regular && !leads_out && file_looks_like_page(path));
}

bool FolderWalk::leads_out(const std::string& path) const {
  if (rules_.follow_links) return false;
  std::error_code error;
  const fs::path real = fs::canonical(path, error);
  // One that leads nowhere is said by whoever reads it.
  return !error && std::mismatch(real_root_.begin(), real_root_.end(), real.begin(), real.end()).first !=
                       real_root_.end();
}

// Of what stands in a folder; nothing where it is passed over.
std::optional<FolderWalk::Entry> FolderWalk::entry_of(const std::string& folder,
                                                      const fs::directory_entry& found) const {
  std::error_code ignored;
  Entry entry;
  entry.name = found.path().filename().string();
  if (entry.name.starts_with('.')) return std::nullopt;
  const std::string path = join(folder, entry.name);
  entry.is_link = found.is_symlink(ignored);
  entry.leads_out = entry.is_link && leads_out(path);
  const fs::file_type type = found.status(ignored).type();
  entry.is_folder = type == fs::file_type::directory;
  if (is_excluded(path, entry.is_folder)) return std::nullopt;
  if (!entry.is_folder && !is_page(path, type == fs::file_type::regular, entry.leads_out))
    return std::nullopt;
  return entry;
}

std::optional<Input> FolderWalk::enter(const std::string& path, const std::string& target, bool is_link) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) return failed_folder(path, system_message(errno));
  const FileId id = file_id(status);
  if (skip_ == id) return std::nullopt;
  const auto is_this = [&](const Folder& folder) { return folder.id == id; };
  if (std::any_of(stack_.begin(), stack_.end(), is_this)) {
    return failed_folder(path, "leads back to a folder that it lies in");
  }
  // Links may lead to one folder from many: each target once, or a few links would make endless work.
  if (is_link && !links_followed_.insert(id).second) {
    return failed_folder(path, "links to a folder that another link led to");
  }

  Folder folder{path, target, id, {}};
  std::set<std::string> folder_names;
  std::error_code error;
  fs::directory_iterator it(path, error);
  for (; !error && it != fs::directory_iterator(); it.increment(error)) {
    std::optional<Entry> entry = entry_of(path, *it);
    if (!entry) continue;
    if (entry->is_folder) folder_names.insert(entry->name);
    folder.entries.push_back(std::move(*entry));
  }
  std::optional<Input> failure;
  if (error) failure = failed_folder(path, "cannot be listed: " + error.message());

  std::sort(folder.entries.begin(), folder.entries.end(),
            [](const Entry& a, const Entry& b) { return a.name < b.name; });
  std::vector<NameWish> wishes;
  for (const Entry& entry : folder.entries) {
    if (!entry.is_folder) wishes.push_back(wish_for_file(entry.name, ending_));
  }
  const std::vector<std::string> names = choose_names(wishes, folder_names);
  auto next_name = names.begin();
  for (Entry& entry : folder.entries) {
    entry.target = entry.is_folder ? entry.name + "/" : *next_name++;
  }
  stack_.push_back(std::move(folder));
  return failure;
}

std::optional<Input> FolderWalk::next() {
  if (first_error_) {
    found_any_ = true;
    return std::exchange(first_error_, std::nullopt);
  }
  while (!stack_.empty()) {
    Folder& folder = stack_.back();
    if (folder.at == folder.entries.size()) {
      stack_.pop_back();
      continue;
    }
    const Entry& entry = folder.entries[folder.at++];
    const std::string path = join(folder.path, entry.name);
    const std::string target = folder.target + entry.target;
    if (!entry.is_folder) {
      found_any_ = true;
      Input input{InputKind::kFile, path, -1, target, std::nullopt};
      if (entry.leads_out) input.error = Error{ErrorKind::kInput, kLeadsOut};
      return input;
    }
    if (entry.leads_out) {
      found_any_ = true;
      return failed_folder(path, kLeadsOut);
    }
    if (auto failure = enter(path, target, entry.is_link)) {  // may move the stack: `folder` is gone
      found_any_ = true;
      return failure;
    }
  }
  if (found_any_) return std::nullopt;
  found_any_ = true;
  if (!rules_.include.empty() || !rules_.exclude.empty())
    return failed_folder(root_, "there is no page in it that --include and --exclude let through");
  return failed_folder(
      root_, "there is no page in it: no .html, .htm, .xhtml or .txt file, and none that begins like HTML");
}

}  // namespace clean_article::bulk
