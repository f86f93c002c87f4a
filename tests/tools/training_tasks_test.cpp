// Reading task lists and pages, from files that the test writes.
#include "training_tasks.hpp"

#include <zlib.h>

#include <string>
#include <vector>

#include "catch.hpp"
#include "temp_folder.hpp"

using namespace clean_article;
using namespace clean_article::training;

using Texts = std::vector<std::string>;

TEST_CASE("a task list is read line by line") {
  const testing::TempFolder folder;
  const std::string path = folder.write(
      "tasks.jsonl", R"({"id": "a/1", "html": "p.gz", "url": "u", "reference": "", "optional": "é"})"
                     "\n\n"
                     R"({"id": "b/2", "html": "q", "url": "", "with": ["x\ny", "z"], "without": []})");
  const auto tasks = read_tasks(path);
  REQUIRE(tasks.ok());
  REQUIRE(tasks->size() == 2);
  const Task& first = tasks.value()[0];
  CHECK(first.id == "a/1");
  CHECK(first.html_path == "p.gz");
  CHECK(first.url == "u");
  CHECK(first.has_reference);
  CHECK(first.reference.empty());
  CHECK(first.optional_text == "é");
  const Task& second = tasks.value()[1];
  CHECK_FALSE(second.has_reference);
  CHECK(second.wanted == Texts{"x\ny", "z"});
  CHECK(second.unwanted.empty());
}

TEST_CASE("a faulty line is named") {
  const testing::TempFolder folder;
  const std::string path = folder.write("tasks.jsonl", "{\"id\": \"a\", \"html\": \"p\"}\n[1]\n");
  const auto tasks = read_tasks(path);
  REQUIRE_FALSE(tasks.ok());
  CHECK(tasks.error().message == path + ":2: not a JSON object");
  folder.write("tasks.jsonl", "{\"id\": \"a\"}\n");
  CHECK(read_tasks(path).error().message == path + ":1: no member \"html\"");
}

TEST_CASE("pages are read plain and packed") {
  const testing::TempFolder folder;
  std::string page(200'000, 'x');
  page += '\0';
  CHECK(read_page(folder.write("plain.html", page)).value() == page);

  const std::string packed = folder.path("packed.html.gz");
  gzFile file = gzopen(packed.c_str(), "wb");
  REQUIRE(gzwrite(file, page.data(), static_cast<unsigned>(page.size())) == static_cast<int>(page.size()));
  REQUIRE(gzclose(file) == Z_OK);
  CHECK(read_page(packed).value() == page);

  CHECK(read_page(folder.path("none")).error().message == folder.path("none") + ": cannot be opened");
}
