// Reading inputs: what is read, how much, and what is refused without waiting.
#include "bulk/load.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <filesystem>
#include <thread>

#include "catch.hpp"
#include "temp_folder.hpp"

namespace clean_article::bulk {
namespace {

namespace fs = std::filesystem;
using testing::TempFolder;

std::string error_of(const Result<std::string>& read) {
  return read.ok() ? "read " + std::to_string(read->size()) + " bytes" : read.error().message;
}

TEST_CASE("a file is read whole") {
  const TempFolder folder;
  std::string bytes;
  for (int i = 0; i < 300'000; ++i) bytes += static_cast<char>(i * 7);
  CHECK(*read_file(folder.write("a", bytes), 1'000'000) == bytes);
  CHECK(read_file(folder.write("empty", ""), 1'000'000)->empty());
}

TEST_CASE("the limit is met to the byte") {
  const TempFolder folder;
  const std::string path = folder.write("a", std::string(1000, 'x'));
  CHECK(read_file(path, 1000).ok());
  const auto read = read_file(path, 999);
  REQUIRE_FALSE(read.ok());
  CHECK(read.error().kind == ErrorKind::kTooLarge);
  CHECK(read.error().message == "is larger than the limit of 999 bytes (--max-bytes)");
  CHECK(too_large(std::size_t{16} << 20).message == "is larger than the limit of 16 MiB (--max-bytes)");
}

TEST_CASE("a file of /proc, which tells no size, is read whole") {
  CHECK_FALSE(read_file("/proc/self/status", 1'000'000)->empty());
}

TEST_CASE("what is no regular file is named, and nobody waits for it") {
  const TempFolder folder;
  REQUIRE(::mkfifo(folder.path("fifo").c_str(), 0600) == 0);
  fs::create_symlink("nowhere", folder.path("dangling"));
  fs::create_symlink("self", folder.path("self"));
  CHECK(error_of(read_file(folder.path("fifo"), 100)).find("is a FIFO") == 0);
  CHECK(error_of(read_file(folder.path(), 100)) == "is a folder");
  CHECK(error_of(read_file("/dev/zero", 100)) == "is a device, not a regular file");
  CHECK(error_of(read_file(folder.path("dangling"), 100)) == "No such file or directory");
  CHECK(error_of(read_file(folder.path("self"), 100)) == "Too many levels of symbolic links");
}

TEST_CASE("an address without its https:// is recognised where there is no such file") {
  const std::string missing = "No such file or directory";
  for (const std::string path : {"www.example.com", "example.com/story", "news.example.co.uk/a/b.html"})
    CHECK(error_of(read_file(path, 100)) == missing + "; is https://" + path + " meant?");
  for (const std::string path :
       {"story.html", "site/story.html", "./example.com/x", "../example.com/x", "v1.2/story.html", ".x/y"})
    CHECK(error_of(read_file(path, 100)) == missing);
}

TEST_CASE("a stream is read to its end, in whatever pieces it comes") {
  std::array<int, 2> ends{};
  REQUIRE(::pipe(ends.data()) == 0);
  const std::string piece(70'000, 'p');  // more than a pipe holds
  std::thread writer([&] {
    for (int i = 0; i < 5; ++i) {
      std::string_view rest = piece;
      while (!rest.empty()) {
        const ssize_t written = ::write(ends[1], rest.data(), rest.size());
        if (written <= 0) break;
        rest.remove_prefix(static_cast<std::size_t>(written));
      }
    }
    ::close(ends[1]);
  });
  const auto read = read_stream(ends[0], 1'000'000);
  writer.join();
  ::close(ends[0]);
  REQUIRE(read.ok());
  CHECK(*read == piece + piece + piece + piece + piece);
}

TEST_CASE("a stream without end meets the limit") {
  const auto read = read_stream_at("/dev/zero", 100'000);
  REQUIRE_FALSE(read.ok());
  CHECK(read.error().kind == ErrorKind::kTooLarge);
}

TEST_CASE("a descriptor that is not open is an error") {
  CHECK(error_of(read_stream(987, 100)) == "Bad file descriptor");
}

}  // namespace
}  // namespace clean_article::bulk
