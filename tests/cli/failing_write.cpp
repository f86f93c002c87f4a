// A library to be preloaded into the program: the call with the number in FAIL_AT that puts bytes or a name
// on a disk fails as on a full one, and all behind it. Counts write() to regular files, fsync() and rename().
#include <dlfcn.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdlib>

namespace {

bool is_full() {
  static const long limit = [] {
    const char* const at = std::getenv("FAIL_AT");
    return at == nullptr ? 0 : std::atol(at);
  }();
  static std::atomic<long> calls{0};
  return limit > 0 && ++calls >= limit;
}

bool is_file(int descriptor) {
  struct stat status {};
  return fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode) && descriptor > 2;
}

template <typename Function>
Function next(const char* name) {
  return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

}  // namespace

extern "C" ssize_t write(int descriptor, const void* bytes, size_t count) {
  static const auto real = next<ssize_t (*)(int, const void*, size_t)>("write");
  if (is_file(descriptor) && is_full()) return errno = ENOSPC, -1;
  return real(descriptor, bytes, count);
}

extern "C" int fsync(int descriptor) {
  static const auto real = next<int (*)(int)>("fsync");
  if (is_file(descriptor) && is_full()) return errno = ENOSPC, -1;
  return real(descriptor);
}

extern "C" int rename(const char* from, const char* to) noexcept {
  static const auto real = next<int (*)(const char*, const char*)>("rename");
  if (is_full()) return errno = ENOSPC, -1;
  return real(from, to);
}
