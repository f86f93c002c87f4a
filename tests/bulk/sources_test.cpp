// Which inputs the words of a command line and the entries of a folder are.
#include "bulk/sources.hpp"

#include <sys/stat.h>

#include <filesystem>

#include "catch.hpp"
#include "temp_folder.hpp"

namespace clean_article::bulk {
namespace {

namespace fs = std::filesystem;
using testing::TempFolder;

constexpr const char* kPage = "<!DOCTYPE html><p>Text";

struct Found {
  std::vector<std::string> names;  // from the folder on
  std::vector<std::string> targets;
  std::vector<std::string> errors;  // "name: message"
};

Found find(Sources& sources, const TempFolder& folder) {
  Found found;
  while (auto input = sources.next()) {
    const std::string name = fs::path(input->name).lexically_relative(folder.path()).string();
    if (input->error) {
      found.errors.push_back(name + ": " + input->error->message);
    } else {
      found.names.push_back(name);
      found.targets.push_back(input->target);
    }
  }
  return found;
}

Found walk(const TempFolder& folder) {
  Sources sources(SourceWords{{folder.path()}, {}, false, ".txt", WalkRules{{}, {}, true}});
  return find(sources, folder);
}

using Names = std::vector<std::string>;

TEST_CASE("a folder gives its pages sorted, folders in their place, mirrored") {
  const TempFolder folder;
  for (const char* name : {"z.html", "b/y.htm", "b/a/x.xhtml", "a.txt"}) folder.write(name, kPage);
  const Found found = walk(folder);
  CHECK(found.names == Names{"a.txt", "b/a/x.xhtml", "b/y.htm", "z.html"});
  CHECK(found.targets == Names{"a.txt", "b/a/x.txt", "b/y.txt", "z.txt"});
  CHECK(found.errors.empty());
}

TEST_CASE("a file of another name is a page when it begins like one") {
  const TempFolder folder;
  folder.write("index.php", "\n <html><body>");
  folder.write("story", kPage);
  folder.write("style.css", "p { color: red }");
  folder.write("picture.png", "\x89PNG\r\n");
  folder.write("drawing.svg", "<svg><title>x</title></svg>");
  folder.write("empty", "");
  folder.write(".hidden.html", kPage);
  folder.write(".git/page.html", kPage);
  const Found found = walk(folder);
  CHECK(found.names == Names{"index.php", "story"});
  CHECK(found.targets == Names{"index.php.txt", "story.txt"});
}

TEST_CASE("pages that would share an output keep their full names, folder by folder") {
  const TempFolder folder;
  for (const char* name : {"a.html", "a.htm", "sub/a.html", "b.html", "b.txt/c.html"}) {
    folder.write(name, kPage);
  }
  CHECK(walk(folder).targets == Names{"a.htm.txt", "a.html.txt", "b.html.txt", "b.txt/c.txt", "sub/a.txt"});
}

TEST_CASE("a link to a folder is followed, one that leads back is a failure") {
  const TempFolder folder;
  const TempFolder elsewhere;
  folder.write("sub/a.html", kPage);
  elsewhere.write("b.html", kPage);
  fs::create_directory_symlink(elsewhere.path(), folder.path("linked"));
  fs::create_directory_symlink("..", folder.path("sub/loop"));
  const Found found = walk(folder);  // follows links
  CHECK(found.names == Names{"linked/b.html", "sub/a.html"});
  CHECK(found.errors == Names{"sub/loop: leads back to a folder that it lies in"});
}

TEST_CASE("many links to few folders are no endless work") {
  const TempFolder folder;
  const TempFolder maze;  // each floor holds two links to the next: 2^40 paths
  for (int i = 0; i < 40; ++i) {
    const std::string floor = "f" + std::to_string(i);
    fs::create_directory(maze.path(floor));
    for (const char* door : {"left", "right"}) {
      fs::create_directory_symlink(maze.path("f" + std::to_string(i + 1)), maze.path(floor + "/" + door));
    }
  }
  maze.write("f40/end.html", kPage);
  fs::create_directory_symlink(maze.path("f0"), folder.path("in"));
  const Found found = walk(folder);
  CHECK(found.names.size() <= 1);
  CHECK(found.errors.size() <= 80);
}

TEST_CASE("a dangling link, a FIFO and a link to itself come out when they are named like pages") {
  const TempFolder folder;
  fs::create_symlink("nowhere", folder.path("gone.html"));
  fs::create_symlink("self.html", folder.path("self.html"));
  REQUIRE(::mkfifo(folder.path("pipe.html").c_str(), 0600) == 0);
  REQUIRE(::mkfifo(folder.path("pipe").c_str(), 0600) == 0);
  CHECK(walk(folder).names == Names{"gone.html", "pipe.html", "self.html"});
}

TEST_CASE("a folder without pages is a failure, once") {
  const TempFolder folder;
  fs::create_directory(folder.path("sub"));
  Sources sources({folder.path()});
  const auto input = sources.next();
  REQUIRE(input);
  REQUIRE(input->error);
  CHECK(input->error->message.find("there is no page in it") == 0);
  CHECK_FALSE(sources.next());
}

TEST_CASE("the output folder inside of an input folder is passed over") {
  const TempFolder folder;
  folder.write("a.html", kPage);
  folder.write("out/b.txt", kPage);
  folder.write("out/deep/c.html", kPage);
  Sources sources({folder.path()});
  sources.keep_out_of(folder.path("out"));
  CHECK(find(sources, folder).names == Names{"a.html"});
}

TEST_CASE("several inputs get targets side by side") {
  const TempFolder folder;
  folder.write("one/a.html", kPage);
  folder.write("two/a.html", kPage);
  folder.write("x/one/b.html", kPage);
  Sources sources({folder.path("one/a.html"), folder.path("two/a.html"), folder.path("one") + "/",
                   folder.path("x/one"), "-", "https://example.com/a", folder.path("missing.html")});
  CHECK(sources.several());
  std::vector<std::string> targets;
  while (auto input = sources.next()) targets.push_back(input->target);
  CHECK(targets == Names{"a.html.txt", "a.html-2.txt", "one/a.txt", "one-2/b.txt", "stdin.txt",
                         "example.com-a.txt", "missing.txt"});
}

TEST_CASE("the kind of an input is told from its word") {
  Sources sources({"-", "https://example.com/", "file:///etc/passwd", "/dev/fd/0", "plain.html"});
  std::vector<InputKind> kinds;
  while (auto input = sources.next()) kinds.push_back(input->kind);
  CHECK(kinds == std::vector<InputKind>{InputKind::kStream, InputKind::kUrl, InputKind::kUrl,
                                        InputKind::kStream, InputKind::kFile});
}

TEST_CASE("one file is not several, a folder is") {
  const TempFolder folder;
  CHECK_FALSE(Sources({"a.html"}).several());
  CHECK(Sources({folder.path()}).several());
}

}  // namespace
}  // namespace clean_article::bulk
