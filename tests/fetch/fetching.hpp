// What the fetch tests share: options that reach the loopback server, and an error's words.
#pragma once

#include <string>

#include "catch.hpp"
#include "fetch/fetch.hpp"
#include "fetch/loopback_server.hpp"

namespace clean_article::test {

inline fetch::FetchOptions loopback_options() {
  fetch::FetchOptions options;
  options.allow_private = true;
  return options;
}

inline Error error_of(const std::string& url, const fetch::FetchOptions& options = loopback_options()) {
  const auto fetched = fetch::fetch(url, options);
  REQUIRE_FALSE(fetched.ok());
  return fetched.error();
}

// The error of a server that gives these bytes.
inline Error error_of_answer(const std::string& answer) {
  const LoopbackServer server(answer);
  return error_of(server.url("/"));
}

}  // namespace clean_article::test
