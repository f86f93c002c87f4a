#include "html/tree/page_address.hpp"

#include <string>
#include <vector>

#include "catch.hpp"
#include "html/html.hpp"

using namespace clean_article;

TEST_CASE("links are relative to the page's base, its address, or the one that it gives itself") {
  html::Parser parser({});
  const auto base = [&](std::string_view page, std::string_view given) {
    return html::base_url(parser.parse(page), given);
  };
  const std::string canonical = "<link rel=canonical href='https://c.example/d/e'>";
  CHECK(base("<p>x", "") == "");
  CHECK(base(canonical, "") == "https://c.example/d/e");
  CHECK(base(canonical, "https://a.example/b") == "https://a.example/b");
  CHECK(base(canonical + "<base href=/f/>", "https://a.example/b") == "https://a.example/f/");
  CHECK(base("<base href=/f/>" + canonical, "") == "https://c.example/f/");
  CHECK(base("<base href=https://f.example>" + canonical, "") == "https://f.example/");
  CHECK(base("<base target=_top><base href=/1/><base href=/2/>", "https://a.example") ==
        "https://a.example/1/");
}

TEST_CASE("a base that is no page's is passed over") {
  html::Parser parser({});
  const std::vector<std::string> links = {"javascript:x", "data:text/html,x", "ftp://b.example/",
                                          "http://a b/", "/" + std::string(3000, 'x')};
  for (const std::string& link : links) {
    CAPTURE(link);
    CHECK(html::base_url(parser.parse("<base href='" + link + "'>"), "https://a.example/b") ==
          "https://a.example/b");
  }
}
