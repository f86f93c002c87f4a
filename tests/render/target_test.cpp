#include "render/target.hpp"

#include "catch.hpp"

using clean_article::render::safe_target;

TEST_CASE("Addresses are absolute, and only of pages and mail") {
  const auto from = [](std::string_view target) { return safe_target("https://example.org/a/b", target); };
  CHECK(from("c?x=1&y=2#d") == "https://example.org/a/c?x=1&y=2#d");
  CHECK(from("//cdn.example.org/x") == "https://cdn.example.org/x");
  CHECK(from("mailto:maud@example.org") == "mailto:maud@example.org");
  for (const char* unsafe : {"", " ", "#d", "javascript:alert(1)", "\tJaVa\nScript:alert(1)",
                             "data:text/html,x", "vbscript:x", "file:///etc/passwd"})
    CHECK(from(unsafe).empty());
  CHECK(safe_target("", "/a/b c") == "/a/b%20c");
}

TEST_CASE("What a URI must not hold is encoded") {
  const auto at = [](const std::string& rest) { return safe_target("", "https://example.org" + rest); };
  CHECK(at("/?tag[]=a|b^c`d{e}\"<f>\\") ==
        "https://example.org/?tag%5B%5D=a%7Cb%5Ec%60d%7Be%7D%22%3Cf%3E%5C");
  CHECK(at("/100%/%41/%zz#a#b") == "https://example.org/100%25/%41/%25zz#a%23b");
  CHECK(at("/straße?q=パン") == "https://example.org/straße?q=パン");
  CHECK(at(":8080/a") == "https://example.org:8080/a");
  CHECK(safe_target("", "http://[2001:db8::1]:80/a[1]") == "http://[2001:db8::1]/a%5B1%5D");
  CHECK(safe_target("", "http://https://example.org/a") == "http://https//example.org/a");
}

TEST_CASE("Addresses are read as browsers read them") {
  const auto from = [](std::string_view target) { return safe_target("http://example.org/a/b", target); };
  CHECK(from("\\c\\d") == "http://example.org/c/d");
  CHECK(from("http:e") == "http://example.org/a/e");
  CHECK(from("https:/other.example") == "https://other.example/");
  CHECK(from("HTTP://ÄPFEL.Example:80/%7Eä/../b") == "http://xn--pfel-koa.example/b");
  CHECK(from("http://0x7f.1/") == "http://127.0.0.1/");
  CHECK(from("http://exa mple.org/").empty());
  CHECK(from("//exa%20mple.org/").empty());
}

TEST_CASE("Without an address of the page a relative link stays relative") {
  CHECK(safe_target("", "a/../b?c#d") == "a/../b?c#d");
  CHECK(safe_target("", "//example.org/x") == "//example.org/x");
  CHECK(safe_target("", "1:javascript").empty());
}

TEST_CASE("A sentence is no address") {
  CHECK(safe_target("", "http://Bread, and what it costs").empty());
  CHECK(safe_target("", "http://").empty());
}
