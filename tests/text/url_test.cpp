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
      {"http://münchen.example/ä", "http", "xn--mnchen-3ya.example", "/ä"},
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
                          "http://", "http://@/x", "http://a b/", "http://a:65536/", "http://[::1",
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
      {"//g", "http://g/"},
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
      {"http:g", "http://a/b/c/g"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.reference);
    CHECK(resolve_url("http://a/b/c/d;p?q", row.reference) == std::string(row.target));
  }
}

TEST_CASE("hosts in every spelling") {
  struct {
    std::string_view url;
    std::string_view host;
  } const rows[] = {
      {"http://2130706433/", "127.0.0.1"},
      {"http://0x7F.0.0.01/", "127.0.0.1"},
      {"http://127.1./", "127.0.0.1"},
      {"http://１２７。０。０。１/", "127.0.0.1"},
      {"http://%31%32%37.0.0.1/", "127.0.0.1"},
      {"http://[0:0::7F00:1]/", "[::7f00:1]"},
      {"http://[::ffff:10.0.0.1]/", "[::ffff:a00:1]"},
      {"http://[1:0:0:2:0:0:0:3]/", "[1:0:0:2::3]"},
      {"http://[1:2:3:4:5:6:7::]/", "[1:2:3:4:5:6:7:0]"},
      {"http://Straße.example/", "xn--strae-oqa.example"},
      {"http://STRASSE%2eexample/", "strasse.example"},
      {"http://例え。テスト/", "xn--r8jz45g.xn--zckzah"},
      {"http://soft\u00ADhyphen.example/", "softhyphen.example"},
      {"http://a_b.example/", "a_b.example"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.url);
    const auto parts = split_url(row.url);
    REQUIRE(parts.has_value());
    CHECK(parts->host == row.host);
  }
  for (const char* url :
       {"http://256.256.256.256/", "http://1.2.3.4.5/", "http://0x100000000/", "http://1.2.3.08/",
        "http://[1::2::3]/", "http://[1:2:3:4:5:6:7:8:9]/", "http://[::1%25eth0]/", "http://[12345::]/",
        "http://[::1.2.3]/", "http://[::1.2.3.256]/", "http://a%2Fb/", "http://a<b/", "http://\u00AD/",
        "http://%FF/", "http://a]b/"}) {
    CAPTURE(url);
    CHECK_FALSE(split_url(url).has_value());
  }
}

TEST_CASE("what browsers forgive") {
  const auto from = [](std::string_view reference) {
    const auto base = parse_url("https://user:pw@example.org:8443/a/b?q#f", nullptr, Letters::kEncoded);
    const auto url = parse_url(reference, &*base, Letters::kEncoded);
    return url ? url->text() : "";
  };
  CHECK(from("\\\\other.example\\x") == "https://other.example/x");
  CHECK(from("https:c") == "https://user:pw@example.org:8443/a/c");
  CHECK(from("http:c") == "http://c/");
  CHECK(from("///x") == "https://x/");
  CHECK(from("%2E%2e/./c/%2e") == "https://user:pw@example.org:8443/c/");
  CHECK(from("ä b\"?ä'\"#`ä") == "https://user:pw@example.org:8443/a/%C3%A4%20b%22?%C3%A4%27%22#%60%C3%A4");
  CHECK(from("https://o.example:443/100%") == "https://o.example/100%");
  CHECK(from("https://o.example:/") == "https://o.example/");
  CHECK(from("https://a@b:c@d@o.example/") == "https://a%40b:c%40d@o.example/");
  CHECK(from("  mailto:a b@c.example?subject=x ") == "mailto:a b@c.example?subject=x");
  CHECK(from("tel:+1 2") == "tel:+1 2");
  CHECK(from("web+x:/.//p") == "web+x:/.//p");
  CHECK(from("file:c:\\x\\..\\..\\y") == "file:///c:/y");
  CHECK(from("https://o.example:99999/").empty());
  CHECK(from("https://:80/").empty());
  CHECK(resolve_url("https://example.org/ä/", "ö?ü#é") == "https://example.org/ä/ö?ü#é");
  CHECK_FALSE(resolve_url("data:text/html,x", "a").has_value());
  CHECK(resolve_url("data:text/html,x", "#a") == "data:text/html,x#a");
}

TEST_CASE("a scheme that browsers do not know keeps its host as it is") {
  const auto url = parse_url("GOPHER://Ex%41mple.org:70/a\\b|c", nullptr, Letters::kEncoded);
  REQUIRE(url.has_value());
  CHECK(url->text() == "gopher://Ex%41mple.org:70/a\\b|c");
  CHECK_FALSE(url->is_web());
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
