#include "text/url.hpp"

#include "catch.hpp"

using namespace clean_article::text;

TEST_CASE("an http URL comes apart into scheme, host and the rest") {
  struct {
    std::string_view url;
    std::string_view scheme;
    std::string_view host;
    std::string_view path;
  } const rows[] = {
      {"http://example.org/a/b?c=d#e", "http", "example.org", "/a/b?c=d#e"},
      {"HTTPS://WWW.Example.ORG", "https", "www.example.org", "/"},
      {"http://example.org?q=1", "http", "example.org", "/?q=1"},
      {"http://user:secret@example.org:8080/x", "http", "example.org", "/x"},
      {"http://a@b@example.org/", "http", "example.org", "/"},
      {"http://[2001:DB8::1]:80/x", "http", "[2001:db8::1]", "/x"},
      {"http://example.org:/x@y:z", "http", "example.org", "/x@y:z"},
      {"  http://example.org/a\n", "http", "example.org", "/a"},
      {"http://münchen.example/ä", "http", "münchen.example", "/ä"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.url);
    const auto parts = split_url(row.url);
    REQUIRE(parts.has_value());
    CHECK(parts->scheme == row.scheme);
    CHECK(parts->host == row.host);
    CHECK(parts->path == row.path);
  }
}

TEST_CASE("what is no absolute http URL has no parts") {
  for (const char* url : {"", "example.org", "/a/b", "//example.org/a", "ftp://example.org/", "file:///etc/x",
                          "http:example.org", "http:/example.org", "http://", "http:///path", "http://@/x",
                          "http://:80/", "mailto:a@example.org", "1http://example.org"}) {
    CAPTURE(url);
    CHECK_FALSE(split_url(url).has_value());
  }
}

TEST_CASE("a word is meant as a URL when it has a scheme and two slashes") {
  for (const char* word : {"http://x", "HTTPS://x", "file:///x", "svn+ssh://x", "x://"})
    CHECK(looks_like_url(word));
  for (const char* word :
       {"", "x.html", "a/b://c", "://x", "1a://x", "C:\\page.html", "http:/x", "-", "a b://c"}) {
    CHECK_FALSE(looks_like_url(word));
  }
}

TEST_CASE("the examples of RFC 3986, section 5.4") {
  struct {
    std::string_view reference;
    std::string_view target;
  } const rows[] = {
      {"g:h", "g:h"},
      {"g", "http://a/b/c/g"},
      {"./g", "http://a/b/c/g"},
      {"g/", "http://a/b/c/g/"},
      {"/g", "http://a/g"},
      {"//g", "http://g"},
      {"?y", "http://a/b/c/d;p?y"},
      {"g?y", "http://a/b/c/g?y"},
      {"#s", "http://a/b/c/d;p?q#s"},
      {"g#s", "http://a/b/c/g#s"},
      {"g?y#s", "http://a/b/c/g?y#s"},
      {";x", "http://a/b/c/;x"},
      {"g;x?y#s", "http://a/b/c/g;x?y#s"},
      {"", "http://a/b/c/d;p?q"},
      {".", "http://a/b/c/"},
      {"./", "http://a/b/c/"},
      {"..", "http://a/b/"},
      {"../g", "http://a/b/g"},
      {"../..", "http://a/"},
      {"../../g", "http://a/g"},
      {"../../../g", "http://a/g"},
      {"/./g", "http://a/g"},
      {"/../g", "http://a/g"},
      {"g.", "http://a/b/c/g."},
      {"..g", "http://a/b/c/..g"},
      {"./../g", "http://a/b/g"},
      {"./g/.", "http://a/b/c/g/"},
      {"g/../h", "http://a/b/c/h"},
      {"g;x=1/../y", "http://a/b/c/y"},
      {"g?y/../x", "http://a/b/c/g?y/../x"},
      {"g#s/../x", "http://a/b/c/g#s/../x"},
      {"http:g", "http:g"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.reference);
    CHECK(resolve_url("http://a/b/c/d;p?q", row.reference) == std::string(row.target));
  }
}

TEST_CASE("links as pages write them") {
  CHECK(resolve_url("https://example.org", "a.html") == "https://example.org/a.html");
  CHECK(resolve_url("https://example.org/x", " \n/a\tb.html ") == "https://example.org/ab.html");
  CHECK(resolve_url("https://example.org/x", "http://other.example/../a") == "http://other.example/a");
  CHECK(resolve_url("https://example.org/x#top", "") == "https://example.org/x");
  CHECK(resolve_url("", "https://example.org/") == "https://example.org/");
  CHECK_FALSE(resolve_url("", "a.html").has_value());
  CHECK_FALSE(resolve_url("example.org/a", "b").has_value());
  CHECK_FALSE(resolve_url("mailto:a@example.org", "b").has_value());
}
