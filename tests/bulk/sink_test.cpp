// Outputs: whole or not at all, in their folder, over no input.
#include "bulk/sink.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>

#include "catch.hpp"
#include "temp_folder.hpp"

namespace clean_article::bulk {
namespace {

namespace fs = std::filesystem;
using testing::TempFolder;
using Names = std::vector<std::string>;

TEST_CASE("a file is written, and replaced, with nothing left beside it") {
  const TempFolder folder;
  REQUIRE(write_file(folder.path("a.txt"), "one").ok());
  REQUIRE(write_file(folder.path("a.txt"), "two").ok());
  CHECK(folder.read("a.txt") == "two");
  CHECK(folder.files() == Names{"a.txt"});
}

TEST_CASE("a new file has the rights that the user's mask leaves") {
  const TempFolder folder;
  const mode_t mask = ::umask(027);
  const bool written = write_file(folder.path("a.txt"), "one").ok();
  ::umask(mask);
  REQUIRE(written);
  struct stat status {};
  REQUIRE(::stat(folder.path("a.txt").c_str(), &status) == 0);
  CHECK((status.st_mode & 0777) == 0640);
}

TEST_CASE("what cannot be written says why and leaves nothing behind") {
  const TempFolder folder;
  fs::create_directory(folder.path("taken"));
  const Status over_folder = write_file(folder.path("taken"), "text");
  REQUIRE_FALSE(over_folder.ok());
  CHECK(over_folder.error().message.find("Is a directory") != std::string::npos);
  CHECK_FALSE(write_file(folder.path("no/such/a.txt"), "text").ok());
  CHECK_FALSE(write_file(folder.path(std::string(300, 'a')), "text").ok());
  CHECK(folder.files().empty());
}

TEST_CASE("a device is written to, not replaced") {
  const Status full = write_file("/dev/full", "text");
  REQUIRE_FALSE(full.ok());
  CHECK(full.error().kind == ErrorKind::kOutput);
  CHECK(full.error().message == "cannot write /dev/full: No space left on device");
  CHECK(write_file("/dev/null", "text").ok());
  CHECK(fs::is_character_file("/dev/null"));
}

TEST_CASE("behind a link the file is replaced and the link stays") {
  const TempFolder folder;
  folder.write("real.txt", "old");
  fs::create_symlink("real.txt", folder.path("link.txt"));
  REQUIRE(write_file(folder.path("link.txt"), "new").ok());
  CHECK(fs::is_symlink(folder.path("link.txt")));
  CHECK(folder.read("real.txt") == "new");
}

TEST_CASE("a sink makes its folders and mirrors targets") {
  const TempFolder folder;
  const auto sink = FolderSink::create(folder.path("x/out") + "/", {});
  REQUIRE(sink.ok());
  REQUIRE(sink->put("a.txt", "A").ok());
  REQUIRE(sink->put("sub/deep/b.txt", "B").ok());
  CHECK(folder.read("x/out/a.txt") == "A");
  CHECK(folder.read("x/out/sub/deep/b.txt") == "B");
}

TEST_CASE("a sink refuses what is no folder, and the folder of the inputs") {
  const TempFolder folder;
  folder.write("file", "");
  const auto on_file = FolderSink::create(folder.path("file"), {});
  REQUIRE_FALSE(on_file.ok());
  CHECK(on_file.error().message == "is a file; give the name of a folder");

  fs::create_directory_symlink(".", folder.path("same"));
  const auto on_input = FolderSink::create(folder.path("same"), {{}, {folder.path()}});
  REQUIRE_FALSE(on_input.ok());
  CHECK(on_input.error().kind == ErrorKind::kUsage);
}

TEST_CASE("a sink refuses a folder that it may not write to, before any work is done") {
  const TempFolder folder;
  fs::create_directory(folder.path("theirs"));
  fs::permissions(folder.path(), fs::perms{0755});
  fs::permissions(folder.path("theirs"), fs::perms{0555});
  constexpr uid_t kNobody = 65534;
  const bool is_root = ::geteuid() == 0;  // whom permissions do not bind
  if (is_root) REQUIRE(::seteuid(kNobody) == 0);
  const auto sink = FolderSink::create(folder.path("theirs"), {});
  if (is_root) REQUIRE(::seteuid(0) == 0);
  REQUIRE_FALSE(sink.ok());
  CHECK(sink.error().kind == ErrorKind::kOutput);
  CHECK(sink.error().message == "cannot be written to: Permission denied");
}

TEST_CASE("no input file is overwritten, whatever path leads to it") {
  const TempFolder folder;
  const std::string input = folder.write("out/a.txt", "input");
  fs::create_symlink("a.txt", folder.path("out/link.txt"));
  const auto sink = FolderSink::create(folder.path("out"), {{input, folder.path("out/link.txt")}, {}});
  REQUIRE(sink.ok());
  for (const char* target : {"a.txt", "link.txt"}) {
    const Status put = sink->put(target, "output");
    REQUIRE_FALSE(put.ok());
    CHECK(put.error().kind == ErrorKind::kInput);
    CHECK(put.error().message.find("would overwrite the input") != std::string::npos);
  }
  CHECK(folder.read("out/a.txt") == "input");
  CHECK(sink->put("b.txt", "output").ok());
}

TEST_CASE("nothing in an input folder is overwritten from an output folder around it") {
  const TempFolder folder;
  folder.write("pages/pages/a.txt", "input");
  folder.write("pages/a.txt", "input");
  const auto sink = FolderSink::create(folder.path(), {{}, {folder.path("pages")}});
  REQUIRE(sink.ok());
  CHECK_FALSE(sink->put("pages/a.txt", "output").ok());
  CHECK(folder.read("pages/a.txt") == "input");
  CHECK(sink->put("a.txt", "output").ok());
}

TEST_CASE("an output folder inside of the input folder may be written to again") {
  const TempFolder folder;
  const auto sink = FolderSink::create(folder.path("out"), {{}, {folder.path()}});
  REQUIRE(sink.ok());
  CHECK(sink->put("a.txt", "one").ok());
  CHECK(sink->put("a.txt", "two").ok());
  CHECK(folder.read("out/a.txt") == "two");
}

TEST_CASE("a link in the output folder does not lead outputs out of it") {
  const TempFolder folder;
  fs::create_directories(folder.path("elsewhere"));
  fs::create_directories(folder.path("out"));
  fs::create_directory_symlink("../elsewhere", folder.path("out/sub"));
  const auto sink = FolderSink::create(folder.path("out"), {});
  REQUIRE(sink.ok());
  CHECK_FALSE(sink->put("sub/a.txt", "text").ok());
  CHECK_FALSE(sink->put("../elsewhere/a.txt", "text").ok());
  CHECK(folder.files("elsewhere").empty());
}

TEST_CASE("a FIFO or folder where an output should go fails at once") {
  const TempFolder folder;
  fs::create_directories(folder.path("out/b.txt"));
  REQUIRE(::mkfifo(folder.path("out/a.txt").c_str(), 0600) == 0);
  const auto sink = FolderSink::create(folder.path("out"), {});
  REQUIRE(sink.ok());
  CHECK_FALSE(sink->put("a.txt", "text").ok());
  CHECK_FALSE(sink->put("b.txt", "text").ok());
  CHECK_FALSE(sink->put("a.txt/c.txt", "text").ok());
}

TEST_CASE("only a failing disk ends a run") {
  CHECK(is_hopeless(ENOSPC));
  CHECK(is_hopeless(EDQUOT));
  CHECK_FALSE(is_hopeless(ENAMETOOLONG));
  CHECK_FALSE(is_hopeless(EACCES));
}

TEST_CASE("an output that is an input is seen") {
  const TempFolder folder;
  const std::string file = folder.write("a.html", "x");
  fs::create_symlink("a.html", folder.path("link"));
  CHECK(is_one_of(folder.path("./a.html"), {file}));
  CHECK(is_one_of(folder.path("link"), {file}));
  CHECK_FALSE(is_one_of(folder.path("b.html"), {file}));
}

}  // namespace
}  // namespace clean_article::bulk
