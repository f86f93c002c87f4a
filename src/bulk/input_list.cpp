#include "bulk/input_list.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "bulk/load.hpp"

namespace clean_article::bulk {
namespace {

// Far above the 4,096 bytes of a path, and above any URL that servers take.
constexpr std::size_t kMostWordBytes = std::size_t{64} << 10;

}  // namespace

Result<InputList> InputList::open(const std::string& path, bool nul) {
  const char end = nul ? '\0' : '\n';
  if (path == "-")
    return InputList("standard input", std::make_unique<records::ByteStream>(STDIN_FILENO, false), end);
  const int file = ::open(path.c_str(), O_RDONLY | O_NOCTTY | O_CLOEXEC);
  struct stat status {};
  if (file < 0) return Error{ErrorKind::kUsage, system_message(errno)};
  if (::fstat(file, &status) == 0 && S_ISDIR(status.st_mode)) {
    ::close(file);
    return Error{ErrorKind::kUsage, "is a folder; give it as an INPUT"};
  }
  return InputList(path, std::make_unique<records::ByteStream>(file, true), end);
}

std::optional<std::string> InputList::next() {
  while (trouble_.empty()) {
    std::string_view here = stream_->peek(1);
    std::size_t searched = 0;
    std::size_t end = 0;
    while ((end = here.find(end_, searched)) == std::string_view::npos) {
      searched = here.size();
      if (searched > kMostWordBytes) break;
      here = stream_->peek(searched + 1);
      if (here.size() == searched) break;
    }
    if (end == std::string_view::npos && here.size() > kMostWordBytes) {
      trouble_ = "a line is longer than " + size_in_words(kMostWordBytes) + ": this is no list of inputs";
      break;
    }
    if (!stream_->gap().empty() && end == std::string_view::npos) {
      trouble_ = stream_->gap();  // half a name may be that of another file
      break;
    }
    if (here.empty()) break;
    std::string word(here.substr(0, end));
    stream_->skip(std::min(word.size() + 1, here.size()));
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";  // before lists that Windows wrote
    if (is_first_ && word.starts_with(kByteOrderMark)) word.erase(0, kByteOrderMark.size());
    is_first_ = false;
    if (end_ == '\n' && word.ends_with('\r')) word.pop_back();
    const bool is_comment = end_ == '\n' && word.starts_with('#');
    if (!word.empty() && !is_comment) return word;
  }
  return std::nullopt;
}

}  // namespace clean_article::bulk
