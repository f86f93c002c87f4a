// robots.txt, by RFC 9309.
#include "fetch/robots.hpp"

#include "base/base.hpp"
#include "catch.hpp"

using clean_article::kMostRobotsBytes;
using clean_article::fetch::product_of;
using clean_article::fetch::Robots;

namespace {

bool allows(const std::string& text, const std::string& path, const std::string& product = "clean-article") {
  return Robots::parse(text, product).allows(path);
}

}  // namespace

TEST_CASE("the longest rule counts, and of two the one that allows") {
  const std::string text =
      "User-agent: *\nDisallow: /a/\nAllow: /a/b\nDisallow: /a/b/c\nAllow: /same\nDisallow: /same\n";
  CHECK(allows(text, "/"));
  CHECK_FALSE(allows(text, "/a/"));
  CHECK(allows(text, "/a"));
  CHECK(allows(text, "/a/b"));
  CHECK(allows(text, "/a/bc"));
  CHECK_FALSE(allows(text, "/a/b/cd?e"));
  CHECK(allows(text, "/same/1"));
  CHECK(allows(text, "/A/"));
}

TEST_CASE("a star stands for anything, a dollar for the end") {
  const std::string text =
      "User-agent: *\nDisallow: /*.gif$\nDisallow: /x*y*z\nDisallow: /end$\nDisallow: /q?*id=\nDisallow: "
      "/s$t\n";
  CHECK_FALSE(allows(text, "/a/b.gif"));
  CHECK(allows(text, "/a/b.gif?v=1"));
  CHECK(allows(text, "/gif"));
  CHECK_FALSE(allows(text, "/x1y2z3"));
  CHECK(allows(text, "/xzy"));
  CHECK_FALSE(allows(text, "/end"));
  CHECK(allows(text, "/end/"));
  CHECK_FALSE(allows(text, "/q?a=1&id=2"));
  CHECK_FALSE(allows(text, "/s$t"));
  CHECK(allows("User-agent: *\nDisallow: /a*aa$\n", "/aa"));
  CHECK_FALSE(allows("User-agent: *\nDisallow: /a*aa$\n", "/aaa"));
  CHECK_FALSE(allows("User-agent: *\nDisallow: *\n", "/"));
}

TEST_CASE("a program obeys the groups that name it, all of them, and else those for everybody") {
  const std::string text =
      "User-agent: *\nDisallow: /all\n\n"
      "User-agent: Clean-Article/1.0\nUser-agent: otherbot\nDisallow: /both\n\n"
      "Sitemap: https://example.org/map.xml\n"
      "user-agent: clean-article\nDisallow: /own # a comment\n";
  CHECK(allows(text, "/all"));
  CHECK_FALSE(allows(text, "/both"));
  CHECK_FALSE(allows(text, "/own"));
  CHECK_FALSE(allows(text, "/both", "OtherBot"));
  CHECK(allows(text, "/own", "OtherBot"));
  CHECK_FALSE(allows(text, "/all", "third"));
  CHECK(allows(text, "/own", "third"));
  CHECK(allows("User-agent: clean-article\nDisallow:\n\nUser-agent: *\nDisallow: /\n", "/a"));
  CHECK_FALSE(allows("User-agent: clean\nDisallow: /clean\n\nUser-agent: *\nDisallow: /all\n", "/all"));
  // A line of another kind ends no group; rules before the first name are nobody's.
  CHECK_FALSE(allows("User-agent: clean-article\nCrawl-delay: 3\nDisallow: /a\n", "/a"));
  CHECK(allows("Disallow: /a\nUser-agent: *\nDisallow: /b\n", "/a"));
}

TEST_CASE("percent signs mean what they stand for") {
  CHECK_FALSE(allows("User-agent: *\nDisallow: /%7euser\n", "/~user"));
  CHECK_FALSE(allows("User-agent: *\nDisallow: /b\xC3\xA4r\n", "/b%c3%A4r"));
  CHECK(allows("User-agent: *\nDisallow: /a/b\n", "/a%2fb"));
  CHECK_FALSE(allows("User-agent: *\nDisallow: /a%2Fb\n", "/a%2fb"));
  CHECK_FALSE(allows("User-agent: *\nDisallow: /100%\n", "/100%"));
}

TEST_CASE("files as people write them") {
  CHECK_FALSE(allows("\xEF\xBB\xBFUSER-AGENT : *\r\nDISALLOW :/a\r\r\n", "/a"));
  CHECK(allows("<html><body>Not found: nothing</body></html>", "/a"));
  CHECK(allows("", "/a"));
  CHECK(allows("User-agent: *\nDisallow: /\n", "/robots.txt"));
  CHECK(Robots::all_allowed().allows("/"));
  CHECK_FALSE(Robots::nothing_allowed().allows("/"));
}

TEST_CASE("of a long file the first 500 KiB count") {
  const std::string begin = "User-agent: *\n#";
  const std::string last = "\nDisallow: /a";
  const auto with = [&](std::size_t bytes) {
    return begin + std::string(bytes - begin.size() - last.size(), '-') + last + "\nDisallow: /b\n";
  };
  CHECK_FALSE(allows(with(kMostRobotsBytes), "/a"));
  CHECK(allows(with(kMostRobotsBytes), "/b"));
  // Whatever it holds, a path is soon decided.
  std::string stars = "User-agent: *\nDisallow: ";
  while (stars.size() < kMostRobotsBytes) stars += "*a";
  CHECK(allows(stars, "/" + std::string(60'000, 'a')));
}

TEST_CASE("a program's name is what its user agent begins with") {
  CHECK(product_of("ExampleBot/1.2 (+https://example.org)", "x") == "ExampleBot");
  CHECK(product_of("library.example archive", "x") == "library");
  CHECK(product_of("", "x") == "x");
  CHECK(product_of("1st", "x") == "x");
}
