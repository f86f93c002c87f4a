// Totals, the summary and the exit code. What is printed is tested with the program.
#include "cli/report.hpp"

#include "catch.hpp"

namespace clean_article::cli {
namespace {

using namespace std::chrono_literals;

TEST_CASE("the summary names what there is of, and no more") {
  CHECK(summary({12, 10, 1, 1, 3'400'000}, 200ms) ==
        "12 pages: 10 cleaned, 1 without an article, 1 failed; 3.4 MB in 0.2 s");
  CHECK(summary({1, 1, 0, 0, 812}, 0s) == "1 page: 1 cleaned; 812 B in 0.0 s");
  CHECK(summary({.pages = 3, .cleaned = 3, .input_bytes = 812, .folders = 2}, 0s) ==
        "3 pages: 3 cleaned, 2 folders skipped; 812 B in 0.0 s");
  CHECK(summary({0, 0, 0, 0, 0}, 61s) == "0 pages: 0 cleaned; 0 B in 61.0 s");
}

TEST_CASE("sizes take the unit that reads best") {
  const auto size = [](std::uint64_t bytes) {
    const std::string line = summary({0, 0, 0, 0, bytes}, 0s);
    const auto begin = line.find("; ") + 2;
    return line.substr(begin, line.find(" in ") - begin);
  };
  CHECK(size(999) == "999 B");
  CHECK(size(1000) == "1.0 kB");
  CHECK(size(999'949) == "999.9 kB");
  CHECK(size(999'950) == "1.0 MB");
  CHECK(size(12'345'678'900) == "12.3 GB");
}

TEST_CASE("names are fit to print") {
  CHECK(printable("a b/ä.html") == "a b/ä.html");
  CHECK(printable("a\nb\x1b[31m\x7f") == "a\\x0ab\\x1b[31m\\x7f");
  CHECK(printable("caf\xE9") == "caf\xE9");
  // The control characters of Latin 1, as UTF-8 and as they are: some terminals obey either.
  CHECK(printable("a\u009B2Jb\u0085") == "a\\xc2\\x9b2Jb\\xc2\\x85");
  CHECK(printable("a\x9B"
                  "2J") == "a\\x9b2J");
  CHECK(printable("\u00A0\u0416\u6D4B\U0001F600") == "\u00A0\u0416\u6D4B\U0001F600");
  const std::string just_inside(kMostMessageBytes, 'a');
  CHECK(printable(just_inside) == just_inside);
  CHECK(printable(just_inside + "b") == just_inside.substr(0, 512) + "…" + just_inside.substr(513) + "b");
}

}  // namespace
}  // namespace clean_article::cli
