#include "extract/shop_words.hpp"

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

TEST_CASE("Headings over reviews say so and nothing else") {
  CHECK(heads_reviews("Customer Reviews", false));
  CHECK(heads_reviews("Customer reviews (1,204)", false));
  CHECK(heads_reviews("29 reviews for Minimalist Sandals", false));
  CHECK(heads_reviews("Kundenbewertungen", false));
  CHECK(heads_reviews("8 Reviews", true));
  CHECK(heads_reviews("Reviews", true));
  CHECK_FALSE(heads_reviews("Reviews", false));
  CHECK_FALSE(heads_reviews("How customer reviews came to be", true));
  CHECK_FALSE(heads_reviews("Reviews for beginners", true));
  CHECK_FALSE(heads_reviews("", true));
  CHECK_FALSE(heads_reviews("12", true));
}

TEST_CASE("Headings over other goods and over terms") {
  CHECK(heads_other_goods("You may also like"));
  CHECK(heads_other_goods("Others like you also bought:"));
  CHECK(heads_other_goods("Shipping & Returns"));
  CHECK(heads_other_goods("Das könnte dir auch gefallen"));
  CHECK_FALSE(heads_other_goods("You may also like to know how it is made"));
  CHECK_FALSE(heads_other_goods(""));
}
