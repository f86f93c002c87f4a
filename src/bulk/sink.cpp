#include "bulk/sink.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <optional>
#include <utility>

#include "bulk/load.hpp"
#include "bulk/part_file.hpp"

namespace clean_article::bulk {
namespace {

namespace fs = std::filesystem;

Error output_error(const std::string& what, int why) {
  return {is_hopeless(why) ? ErrorKind::kOutput : ErrorKind::kInput, what + ": " + system_message(why)};
}

// Writes and closes; 0, or the errno of the first that failed.
int fill_and_close(int file, std::string_view bytes) {
  const int write_error = write_all(file, bytes);
  const int close_error = ::close(file) == 0 ? 0 : errno;
  return write_error != 0 ? write_error : close_error;
}

bool is_inside(const fs::path& path, const fs::path& folder) {
  return std::mismatch(folder.begin(), folder.end(), path.begin(), path.end()).first == folder.end();
}

// The file itself and, where the path is a link, the link too: writing to either would lose it.
void add_ids(const std::string& path, std::set<FileId>& ids) {
  struct stat status {};
  if (::stat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode)) ids.insert(file_id(status));
  if (::lstat(path.c_str(), &status) == 0 && !S_ISCHR(status.st_mode)) ids.insert(file_id(status));
}

// Drops what stands behind so many bytes and goes on there; 0, or the errno.
int cut(int file, std::uint64_t bytes) {
  struct stat status {};
  if (::fstat(file, &status) != 0) return errno;
  if (status.st_size != 0 && ::ftruncate(file, static_cast<off_t>(bytes)) != 0) return errno;
  return ::lseek(file, static_cast<off_t>(bytes), SEEK_SET) < 0 ? errno : 0;
}

// The beginning of a file that is whole already, where a longer one is to take its place.
int restore(int file, const std::string& whole, std::uint64_t bytes) {
  struct stat status {};
  if (bytes == 0 || ::fstat(file, &status) != 0 || static_cast<std::uint64_t>(status.st_size) >= bytes)
    return 0;
  const int source = ::open(whole.c_str(), O_RDONLY | O_CLOEXEC);
  if (source < 0) return errno;
  int why = cut(file, 0);
  std::vector<char> piece(std::size_t{1} << 20);
  for (std::uint64_t copied = 0; why == 0 && copied < bytes;) {
    const ssize_t got =
        ::read(source, piece.data(),
               static_cast<std::size_t>(std::min<std::uint64_t>(piece.size(), bytes - copied)));
    if (got <= 0) why = got < 0 ? errno : EIO;
    if (why == 0) why = write_all(file, {piece.data(), static_cast<std::size_t>(got)});
    copied += static_cast<std::uint64_t>(std::max<ssize_t>(got, 0));
  }
  ::close(source);
  return why;
}

// What closing a file says, which some file systems need to say that the disk is full, while it stays open;
// 0, or the errno.
int flush(int file) {
  const int twin = ::fcntl(file, F_DUPFD_CLOEXEC, 0);
  return twin < 0 || ::close(twin) != 0 ? errno : 0;
}

// Whether what is there, if anything, is replaced; a device or a pipe is written to.
bool is_replaced(const std::string& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) != 0 || S_ISREG(status.st_mode) || S_ISDIR(status.st_mode);
}

// Behind a link the file that it leads to is replaced, not the link.
std::string behind_links(const std::string& path) {
  std::error_code error;
  const fs::path real = fs::canonical(path, error);
  return error ? path : real.string();
}

Status replace_file(const std::string& path, std::string_view bytes) {
  fs::path temporary;
  const int file = open_part(path, temporary);
  if (file < 0) return output_error("cannot write " + path, errno);
  int why = cut(file, 0);
  if (why == 0) why = write_all(file, bytes);
  if (why == 0) why = flush(file);
  // Renamed while it is open and so locked: nobody else takes it for a file that was left over.
  if (why == 0 && ::rename(temporary.c_str(), path.c_str()) != 0) why = errno;
  if (why != 0) ::unlink(temporary.c_str());
  ::close(file);
  return why == 0 ? Status(Done{}) : output_error("cannot write " + path, why);
}

}  // namespace

int write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return errno;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return 0;
}

bool is_hopeless(int error_number) {
  return error_number == ENOSPC || error_number == EDQUOT || error_number == EIO || error_number == EROFS;
}

Status write_file(const std::string& path, std::string_view bytes) {
  if (is_replaced(path)) return replace_file(behind_links(path), bytes);
  const int file = ::open(path.c_str(), O_WRONLY | O_NOCTTY | O_CLOEXEC);
  const int why = file < 0 ? errno : fill_and_close(file, bytes);
  if (why != 0) return output_error("cannot write " + path, why);
  return Done{};
}

Result<GrowingFile> GrowingFile::create(const std::string& path, std::uint64_t kept_bytes) {
  GrowingFile growing;
  int why = 0;
  if (is_replaced(path)) {
    growing.path_ = behind_links(path);
    fs::path temporary;
    growing.file_ = open_part(growing.path_, temporary);
    if (growing.file_ < 0) return output_error("cannot write " + path, errno);
    growing.temporary_ = temporary.string();
    why = restore(growing.file_, growing.path_, kept_bytes);
    if (why == 0) why = cut(growing.file_, kept_bytes);
  } else {
    growing.path_ = path;
    growing.file_ = ::open(path.c_str(), O_WRONLY | O_NOCTTY | O_CLOEXEC);
    if (growing.file_ < 0) why = errno;
  }
  if (why != 0) return output_error("cannot write " + path, why);
  return growing;
}

GrowingFile::GrowingFile(GrowingFile&& other) noexcept
    : path_(std::move(other.path_)),
      temporary_(std::exchange(other.temporary_, std::string())),
      is_left_(other.is_left_),
      file_(std::exchange(other.file_, -1)) {}

GrowingFile& GrowingFile::operator=(GrowingFile&& other) noexcept {
  std::swap(path_, other.path_);
  std::swap(temporary_, other.temporary_);
  std::swap(is_left_, other.is_left_);
  std::swap(file_, other.file_);
  return *this;
}

GrowingFile::~GrowingFile() {
  if (file_ < 0) return;
  if (!temporary_.empty() && !is_left_) ::unlink(temporary_.c_str());
  ::close(file_);
}

Status GrowingFile::append(std::string_view bytes) {
  const int why = write_all(file_, bytes);
  if (why != 0) return output_error("cannot write " + path_, why);
  return Done{};
}

Status GrowingFile::commit() {
  int why = flush(file_);
  if (why == 0 && !temporary_.empty() && ::rename(temporary_.c_str(), path_.c_str()) != 0) why = errno;
  if (why != 0 && !temporary_.empty()) ::unlink(temporary_.c_str());
  ::close(std::exchange(file_, -1));
  return why == 0 ? Status(Done{}) : output_error("cannot write " + path_, why);
}

bool is_one_of(const std::string& path, const std::vector<std::string>& files) {
  std::set<FileId> ids;
  for (const std::string& file : files) add_ids(file, ids);
  struct stat status {};
  if (::stat(path.c_str(), &status) == 0 && ids.contains(file_id(status))) return true;
  return ::lstat(path.c_str(), &status) == 0 && ids.contains(file_id(status));
}

Result<FolderSink> FolderSink::create(const std::string& folder, const Inputs& inputs) {
  FolderSink sink;
  sink.folder_ = folder;
  std::error_code error;
  fs::create_directories(sink.folder_, error);
  // A path that ends in '/' counts as not created although it was: what matters is what is there now.
  std::error_code status_error;
  if (!fs::is_directory(sink.folder_, status_error)) {
    if (fs::exists(sink.folder_, status_error))
      return Error{ErrorKind::kUsage, "is a file; give the name of a folder"};
    return Error{ErrorKind::kOutput, "cannot be made: " + error.message()};
  }
  if (::faccessat(AT_FDCWD, folder.c_str(), W_OK | X_OK, AT_EACCESS) != 0)
    return Error{ErrorKind::kOutput, "cannot be written to: " + system_message(errno)};
  sink.real_folder_ = fs::canonical(sink.folder_, error);
  if (error) return Error{ErrorKind::kOutput, error.message()};

  for (const std::string& input : inputs.folders) {
    const fs::path real = fs::canonical(input, error);
    if (error) continue;  // gone already: nothing there to write over
    if (real == sink.real_folder_) {
      return Error{ErrorKind::kUsage, "is also an input: the outputs need a folder of their own"};
    }
    if (!is_inside(sink.real_folder_, real)) sink.input_folders_.push_back(real);
  }
  for (const std::string& input : inputs.files) add_ids(input, sink.input_files_);
  return sink;
}

Result<fs::path> FolderSink::path_of(const std::string& target) const {
  fs::path path = folder_ / target;
  std::error_code error;
  fs::create_directories(path.parent_path(), error);
  if (error && !fs::is_directory(path.parent_path())) {
    return output_error("cannot make " + path.parent_path().string(), error.value());
  }
  const fs::path real_parent = fs::canonical(path.parent_path(), error);
  if (error) return output_error("cannot write " + path.string(), error.value());
  if (!is_inside(real_parent, real_folder_)) {
    return Error{ErrorKind::kInput, "its output would lie outside of " + folder_.string()};
  }
  struct stat status {};
  if (::lstat(path.c_str(), &status) == 0) {
    const bool in_inputs =
        std::any_of(input_folders_.begin(), input_folders_.end(),
                    [&](const fs::path& folder) { return is_inside(real_parent, folder); });
    if (in_inputs || input_files_.contains(file_id(status))) {
      return Error{ErrorKind::kInput, "its output would overwrite the input " + path.string()};
    }
    if (S_ISDIR(status.st_mode)) return output_error("cannot write " + path.string(), EISDIR);
    if (!S_ISREG(status.st_mode) && !S_ISLNK(status.st_mode)) {
      return Error{ErrorKind::kInput, "cannot write " + path.string() + ": is no regular file"};
    }
  }
  return path;
}

Status FolderSink::put(const std::string& target, std::string_view bytes) const {
  const Result<fs::path> path = path_of(target);
  return path.ok() ? replace_file(path->string(), bytes) : path.error();
}

Result<GrowingFile> FolderSink::open(const std::string& target, std::uint64_t kept_bytes) const {
  const Result<fs::path> path = path_of(target);
  if (!path.ok()) return path.error();
  return GrowingFile::create(path->string(), kept_bytes);
}

}  // namespace clean_article::bulk
