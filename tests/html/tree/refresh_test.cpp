#include "html/tree/refresh.hpp"

#include "catch.hpp"
#include "html/html.hpp"

using namespace clean_article;
using html::refresh_target;

TEST_CASE("the value of a refresh as browsers read it") {
  for (const char* content : {"0;url=/b", "0; URL = '/b'", "0;/b", "5,url=\"/b\"x", " 0.5 ; url=/b", "0 /b",
                              ".5;url=/b", "10;url=/b"}) {
    CAPTURE(content);
    CHECK(refresh_target(content) == "/b");
  }
  CHECK(refresh_target("0; urls/b") == "urls/b");
  CHECK(refresh_target("0; url=url=x") == "url=x");
}

TEST_CASE("a page that only loads itself again, or much later another, forwards nowhere") {
  for (const char* content :
       {"", "0", "5", "0;", "0; url=", "0;url=''", "11;url=/b", "600; url=/b", "99999999999999999999;url=/b",
        "url=/b", "x;url=/b", "-1;url=/b", "0x;url=/b"}) {
    CAPTURE(content);
    CHECK_FALSE(refresh_target(content).has_value());
  }
}

TEST_CASE("the refresh of a page, and of one whose readers have no scripts") {
  html::Parser parser({});
  const auto found = [&](const std::string& page) { return html::find_refresh(parser.parse(page)); };
  CHECK(found("<meta http-equiv=Refresh content='0; url=/b?x=1&amp;y=2'><p>moved") == "/b?x=1&y=2");
  CHECK(found("<meta http-equiv=refresh content=600><meta http-equiv=refresh content='0;/c'>") == "/c");
  CHECK_FALSE(found("<meta name=refresh content='0;/b'>").has_value());
  const std::string without_scripts = "<noscript><meta http-equiv=refresh content='0;/b'></noscript>";
  CHECK(found(without_scripts + "<script>location = '/b' /* " + std::string(1000, 'x') +
              " */</script><p>If nothing happens, follow <a href=/b>this link</a>.") == "/b");
  std::string article = "<p>";
  for (int i = 0; i < 100; ++i) article += "The bread was done. ";
  CHECK_FALSE(found(without_scripts + article).has_value());
}
