// The encoding tests of html5lib-tests: what a page declares, some of it behind the first 1,024 bytes.
#include <fstream>
#include <iterator>
#include <string>

#include "catch.hpp"
#include "corpora.hpp"
#include "text/prescan.hpp"

using namespace clean_article::text;

TEST_CASE("declared encodings agree with html5lib's encoding tests") {
  const auto folder = clean_article::test::find_in_corpora("html5lib-tests/encoding");
  if (!folder) return;
  int compared = 0;
  for (const char* file : {"tests1.dat", "tests2.dat", "test-yahoo-jp.dat"}) {
    std::ifstream stream(*folder / file, std::ios::binary);
    const std::string all{std::istreambuf_iterator<char>(stream), {}};
    std::size_t at = 0;
    while ((at = all.find("#data\n", at)) != std::string::npos) {
      const std::size_t begin = at + 6;
      const std::size_t mark = all.find("\n#encoding\n", begin);
      REQUIRE(mark != std::string::npos);
      const std::size_t label = mark + 11;
      const std::string data = all.substr(begin, mark - begin);
      const std::string wanted = all.substr(label, all.find('\n', label) - label);
      at = label;
      if (data.starts_with("\xEF\xBB\xBF")) continue;  // nothing is prescanned behind a byte order mark
      // All of the bytes: some declare themselves behind 1,024, where browsers start again and so do we.
      const Encoding* found = prescan(data);
      CAPTURE(file, data.substr(0, 300));
      CHECK((found != nullptr ? found : find_encoding("windows-1252")) == find_encoding(wanted));
      ++compared;
    }
  }
  CHECK(compared >= 80);
}
