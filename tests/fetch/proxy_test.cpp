#include "fetch/proxy.hpp"

#include <map>

#include "catch.hpp"

using namespace clean_article::fetch;

namespace {

std::string proxy_in(const std::map<std::string, std::string>& variables, std::string_view scheme,
                     std::string_view host) {
  return proxy_for(scheme, host, nullptr, [&](const char* name) -> const char* {
    const auto found = variables.find(name);
    return found != variables.end() ? found->second.c_str() : nullptr;
  });
}

}  // namespace

TEST_CASE("each scheme has its proxy, and all_proxy is for the rest") {
  CHECK(proxy_in({}, "http", "a.example").empty());
  CHECK(proxy_in({{"http_proxy", "p:1"}}, "http", "a.example") == "p:1");
  CHECK(proxy_in({{"http_proxy", "p:1"}}, "https", "a.example").empty());
  CHECK(proxy_in({{"HTTPS_PROXY", "p:2"}}, "https", "a.example") == "p:2");
  CHECK(proxy_in({{"https_proxy", "p:1"}, {"HTTPS_PROXY", "p:2"}}, "https", "a.example") == "p:1");
  CHECK(proxy_in({{"all_proxy", "p:3"}}, "http", "a.example") == "p:3");
  CHECK(proxy_in({{"ALL_PROXY", "p:3"}, {"https_proxy", ""}}, "https", "a.example").empty());
}

TEST_CASE("a proxy that is given goes before the environment's, and no_proxy excepts from it, too") {
  const auto environment = [](const char* name) -> const char* {
    return std::string_view(name) == "no_proxy" ? "b.example bücher.example" : "p:1";
  };
  const std::string given = "q:2";
  CHECK(proxy_for("http", "a.example", &given, environment) == "q:2");
  CHECK(proxy_for("https", "a.example", &given, environment) == "q:2");
  CHECK(proxy_for("http", "b.example", &given, environment).empty());
  CHECK(proxy_for("http", "www.xn--bcher-kva.example", &given, environment).empty());
  const std::string none;
  CHECK(proxy_for("http", "a.example", &none, environment).empty());
}

TEST_CASE("HTTP_PROXY, which a request header can set, is not read") {
  CHECK(proxy_in({{"HTTP_PROXY", "evil:1"}}, "http", "a.example").empty());
}

TEST_CASE("no_proxy excepts hosts and their subdomains") {
  CHECK(proxy_in({{"http_proxy", "p"}, {"no_proxy", "a.example"}}, "http", "www.a.example").empty());
  CHECK(proxy_in({{"http_proxy", "p"}, {"NO_PROXY", "b.example"}}, "http", "a.example") == "p");
  for (const char* list : {"*", "a.example", ".a.example", "x, A.EXAMPLE", "x y\ta.example", "example"}) {
    CAPTURE(list);
    CHECK(is_excepted_from_proxy("a.example", list));
  }
  for (const char* list : {"", ",", "b.example", "ww.a.example", "le", ".", "a.example.org"}) {
    CAPTURE(list);
    CHECK_FALSE(is_excepted_from_proxy("a.example", list));
  }
  CHECK(is_excepted_from_proxy("a.example.", "a.example"));
  CHECK(is_excepted_from_proxy("[::1]", "::1"));
  CHECK(is_excepted_from_proxy("10.0.0.1", "10.0.0.1"));
}
