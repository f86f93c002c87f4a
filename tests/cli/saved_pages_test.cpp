// The program with pages that browsers saved in forms of their own.
#include "catch.hpp"
#include "program.hpp"

namespace clean_article::testing {
namespace {

TEST_CASE("a web archive of Safari is a page, alone and in a folder, and other property lists are none") {
  const Program program;
  program.write("page.html", page_with("iron"));
  REQUIRE(
      program
          .run("python3 -c \"import plistlib; page = open('page.html', 'rb').read()\n"
               "main = {'WebResourceData': page, 'WebResourceURL': 'https://a.example/b', "
               "'WebResourceMIMEType': "
               "'text/html', 'WebResourceTextEncodingName': 'UTF-8', 'WebResourceFrameName': ''}\n"
               "plistlib.dump({'WebSubresources': [], 'WebMainResource': main}, open('a.webarchive', 'wb'), "
               "fmt=plistlib.FMT_BINARY)\n"
               "plistlib.dump({'a': 1}, open('b.plist', 'wb'), fmt=plistlib.FMT_BINARY)\"; rm page.html")
          .exit_code == 0);
  const Ran ran = program.run("\"$CA\" --json a.webarchive");
  CHECK(ran.exit_code == 0);
  CHECK(contains(ran.out, opening("iron")));
  CHECK(contains(ran.out, "https://a.example/b"));
  CHECK(program.run("\"$CA\" --dry-run .").out == "./a.webarchive\n");
  const Ran other = program.run("\"$CA\" b.plist");
  CHECK(other.exit_code == 1);
  CHECK(other.err == "clean-article: b.plist: a property list, and no web archive of Safari\n");
}

}  // namespace
}  // namespace clean_article::testing
