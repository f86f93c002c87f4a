// docs/limits.md says what limits.hpp has.
#include <fstream>
#include <iterator>
#include <set>
#include <string>

#include "base/limit_list.hpp"
#include "catch.hpp"

namespace clean_article {
namespace {

const std::string kDocument = CLEAN_ARTICLE_SOURCE_DIR "/docs/limits.md";

TEST_CASE("docs/limits.md is what the limits give") {
  std::ifstream file(kDocument, std::ios::binary);
  const std::string written{std::istreambuf_iterator<char>(file), {}};
  INFO("to write it anew: build/dev/test_base \"[write-limits]\"");
  CHECK(written == limits_document());
}

TEST_CASE("each limit has a name of its own, and says of what it is and what happens beyond") {
  std::set<std::string_view> names;
  for (const auto rows : {page_limits(), rule_limits(), stream_limits()}) {
    for (const LimitRow& row : rows) {
      CAPTURE(row.name);
      CHECK(names.insert(row.name).second);
      CHECK(row.value > 0);
      CHECK_FALSE(row.what.empty());
      CHECK_FALSE(row.beyond.empty());
    }
  }
}

// Not a test: writes the document.
TEST_CASE("write docs/limits.md", "[.write-limits]") {
  std::ofstream(kDocument, std::ios::binary) << limits_document();
}

}  // namespace
}  // namespace clean_article
