// What outputs are called.
#include "bulk/output_names.hpp"

#include <algorithm>

#include "catch.hpp"

namespace clean_article::bulk {
namespace {

using Names = std::vector<std::string>;

Names names_of_files(const Names& files, const std::set<std::string>& taken = {}) {
  std::vector<NameWish> wishes;
  for (const std::string& file : files) wishes.push_back(wish_for_file(file));
  return choose_names(wishes, taken);
}

std::string url_name(std::string_view url) {
  return wish_for_url(url).brief;
}

TEST_CASE("the ending of a page gives way to .txt") {
  CHECK(names_of_files({"a.html", "b.htm", "c.xhtml", "d.txt", "E.HTML"}) ==
        Names{"a.txt", "b.txt", "c.txt", "d.txt", "E.txt"});
}

TEST_CASE("any other ending stays and gets .txt behind it") {
  CHECK(names_of_files({"index.php", "story", "view.aspx?id=3", ".html"}) ==
        Names{"index.php.txt", "story.txt", "view.aspx?id=3.txt", ".html.txt"});
}

TEST_CASE("pages that want the same name keep their full ones, whatever their order") {
  CHECK(names_of_files({"a.html", "a.htm", "b.html"}) == Names{"a.html.txt", "a.htm.txt", "b.txt"});
  CHECK(names_of_files({"b.html", "a.htm", "a.html"}) == Names{"b.txt", "a.htm.txt", "a.html.txt"});
}

TEST_CASE("who gives way may make a third give way") {
  // a.html and a.htm move to their full names, and a.html.txt is already on its way there.
  const Names files = {"a.htm", "a.html", "a.html.txt"};
  const Names names = names_of_files(files);
  CHECK(names == Names{"a.htm.txt", "a.html.txt", "a.html.txt.txt"});
}

TEST_CASE("a name that a folder bears is not used") {
  CHECK(names_of_files({"a.html"}, {"a.txt"}) == Names{"a.html.txt"});
  CHECK(names_of_files({"a.html"}, {"a.txt", "a.html.txt"}) == Names{"a.html-2.txt"});
}

TEST_CASE("equal full names are numbered in order") {
  CHECK(names_of_files({"a.html", "a.html", "a.html"}) ==
        Names{"a.html.txt", "a.html-2.txt", "a.html-3.txt"});
}

TEST_CASE("all names differ for any set of awkward files") {
  const Names files = {"a",      "a.txt",      "a.txt.txt", "a.html",     "a.html.txt",
                       "a.htm",  "a-2",        "a-2.txt",   "a.html-2",   "a.html.html",
                       "a.HTML", "a.txt.html", "a.txt",     "a.html.txt", "a.html-2.txt"};
  Names names = names_of_files(files, {"a.txt", "a-2.txt"});
  std::sort(names.begin(), names.end());
  CHECK(std::adjacent_find(names.begin(), names.end()) == names.end());
  CHECK(std::find(names.begin(), names.end(), "a.txt") == names.end());
}

TEST_CASE("bytes that are not UTF-8 survive in names") {
  CHECK(names_of_files({"caf\xE9.html"}) == Names{"caf\xE9.txt"});
}

TEST_CASE("a URL becomes one plain file name") {
  CHECK(url_name("https://example.com/") == "example.com.txt");
  CHECK(url_name("https://example.com/news/2023/story.html") == "example.com-news-2023-story.txt");
  CHECK(url_name("https://example.com:8080/a?b=c&d=e#f") == "example.com-8080-a-b-c-d-e.txt");
  CHECK(url_name("https://user:secret@example.com/a") == "example.com-a.txt");
}

TEST_CASE("no URL leads out of its folder") {
  CHECK(url_name("https://example.com/../../etc/passwd") == "example.com-..-..-etc-passwd.txt");
  CHECK(url_name("https://..") == "page.txt");
  CHECK(url_name("https://../../x") == "x.txt");
  CHECK(url_name("x:///") == "page.txt");
  const std::string hostile = url_name("http://h/\x01\x1b[31m\n\xff/..");
  CHECK(hostile.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789.-m[") == std::string::npos);
}

TEST_CASE("a long URL gives a name that file systems take, and its own") {
  const std::string base = "https://example.com/" + std::string(5000, 'a');
  const std::string one = url_name(base + "1");
  const std::string two = url_name(base + "2");
  CHECK(one.size() <= 200);
  CHECK(one != two);
  CHECK(one == url_name(base + "1"));
}

}  // namespace
}  // namespace clean_article::bulk
