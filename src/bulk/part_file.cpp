#include "bulk/part_file.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <string>

namespace clean_article::bulk {
namespace {

namespace fs = std::filesystem;

constexpr const char* kBegin = ".clean-article-";

// The same in every run and every build (FNV-1a), as the next run has to find it.
std::string hash_of(const std::string& name) {
  std::uint64_t hash = 14695981039346656037ULL;
  for (const char c : name) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  std::array<char, 17> digits{};
  std::snprintf(digits.data(), digits.size(), "%016llx", static_cast<unsigned long long>(hash));
  return digits.data();
}

// Whether the file is ours alone, and is still the one of that name: another run may have renamed it between
// opening and locking.
bool is_ours(int file, const fs::path& part) {
  struct stat open_file {};
  struct stat named {};
  return ::fstat(file, &open_file) == 0 && ::lstat(part.c_str(), &named) == 0 && S_ISREG(named.st_mode) &&
         open_file.st_dev == named.st_dev && open_file.st_ino == named.st_ino && named.st_nlink == 1 &&
         named.st_uid == ::geteuid();
}

}  // namespace

fs::path part_of(const fs::path& path) {
  return path.parent_path() / (kBegin + hash_of(path.filename().string()) + ".part");
}

int open_part(const fs::path& path, fs::path& part) {
  part = part_of(path);
  const int file = ::open(part.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0666);
  if (file < 0 && errno != EACCES && errno != ELOOP && errno != ENXIO && errno != EISDIR) return -1;
  if (file >= 0 && ::flock(file, LOCK_EX | LOCK_NB) == 0 && is_ours(file, part)) return file;
  if (file >= 0) ::close(file);

  static std::atomic<unsigned> counter{0};
  while (true) {
    part = path.parent_path() /
           (kBegin + std::to_string(::getpid()) + "-" + std::to_string(counter++) + ".part");
    const int other = ::open(part.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (other >= 0 || errno != EEXIST) return other;
  }
}

}  // namespace clean_article::bulk
