// Files read whole: what is none is told at once, and sizes are held from both sides.
#include "base/regular_file.hpp"

#include <sys/stat.h>

#include <filesystem>

#include "base/limits.hpp"
#include "catch.hpp"
#include "temp_folder.hpp"

namespace clean_article {
namespace {

TEST_CASE("a file comes whole up to the limit and not at all beyond it") {
  const testing::TempFolder folder;
  const std::string path = folder.write("a", std::string(1000, 'a'));
  CHECK(read_regular_file(path, 1000).value() == std::string(1000, 'a'));
  const auto beyond = read_regular_file(path, 999);
  REQUIRE_FALSE(beyond.ok());
  CHECK(beyond.error().kind == ErrorKind::kTooLarge);
  CHECK(beyond.error().message == "is larger than 999 bytes");
  CHECK(read_regular_file(folder.write("empty", ""), 0).value().empty());
}

TEST_CASE("what is no file is told and never waited for") {
  const testing::TempFolder folder;
  REQUIRE(::mkfifo(folder.path("pipe").c_str(), 0600) == 0);
  CHECK(read_regular_file(folder.path("pipe"), 9).error().message == "is a FIFO, not a regular file");
  CHECK(read_regular_file(folder.path(), 9).error().message == "is a folder");
  CHECK(read_regular_file("/dev/zero", 9).error().message == "is a device, not a regular file");
  CHECK(read_regular_file(folder.path("none"), 9).error().message ==
        "cannot be read: No such file or directory");
  // A file that says it is empty and is not.
  CHECK_FALSE(read_regular_file("/proc/self/status", 1 << 20).value().empty());
  CHECK(read_regular_file("/proc/self/status", 9).error().kind == ErrorKind::kTooLarge);
}

TEST_CASE("a file of holes is refused by its size") {
  const testing::TempFolder folder;
  const std::string path = folder.write("sparse", "");
  std::filesystem::resize_file(path, std::uintmax_t{3} << 30);
  CHECK(read_regular_file(path, kMostRuleFileBytes).error().kind == ErrorKind::kTooLarge);
}

}  // namespace
}  // namespace clean_article
