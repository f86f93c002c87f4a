#include "text/edit_distance.hpp"

#include "catch.hpp"

using clean_article::text::edit_distance;

TEST_CASE("Letters are put in, left out, changed and swapped") {
  CHECK(edit_distance("help", "help") == 0);
  CHECK(edit_distance("hlp", "help") == 1);
  CHECK(edit_distance("helpp", "help") == 1);
  CHECK(edit_distance("halp", "help") == 1);
  CHECK(edit_distance("hepl", "help") == 1);
  CHECK(edit_distance("", "help") == 4);
  CHECK(edit_distance("help", "") == 4);
  CHECK(edit_distance("json", "html") == 4);
}
