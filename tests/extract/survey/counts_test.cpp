#include "extract/survey/counts.hpp"

#include "catch.hpp"

using namespace clean_article::extract;

TEST_CASE("A count ends a name in brackets") {
  CHECK(ends_with_count("Mountain bikes (1,204)"));
  CHECK(ends_with_count("Tents (8 products)"));
  CHECK(ends_with_count("Zelte (8 Artikel)"));
  CHECK_FALSE(ends_with_count("(12)"));
  CHECK_FALSE(ends_with_count("Typography (3 hours)"));
  CHECK_FALSE(ends_with_count("Height: 39.1 cm (15.4 in)"));
  CHECK_FALSE(ends_with_count("Maud (b. 1950)"));
  CHECK_FALSE(ends_with_count("An empty pair ()"));
  CHECK_FALSE(ends_with_count("12)"));
  CHECK_FALSE(ends_with_count(""));
}
