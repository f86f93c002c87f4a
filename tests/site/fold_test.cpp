// The folded form of texts.
#include "site/fold.hpp"

#include "catch.hpp"

using clean_article::site::fold;
using clean_article::site::Folded;

namespace {

std::string folded(std::string_view text, bool keep_end = false) {
  Folded out;
  fold(text, out, keep_end);
  return out.text;
}

std::size_t words(std::string_view text) {
  Folded out;
  fold(text, out);
  return out.words;
}

}  // namespace

TEST_CASE("case, space and decoration do not count") {
  CHECK(folded("  SHARE\xC2\xA0 This\tArticle » ") == "share this article");
  CHECK(folded("→ Read More…") == "read more");
  CHECK(folded("• 📣 Теги") == "теги");
  CHECK(folded("") == "");
  CHECK(folded("*** — !") == "");
}

TEST_CASE("separators, quotes, dashes and spaces before punctuation have one form") {
  CHECK(folded("Facebook | Twitter") == "facebook · twitter");
  CHECK(folded("Facebook 🐦• Twitter") == "facebook · twitter");
  CHECK(folded("Lire aussi : l’eau") == "lire aussi: l'eau");
  CHECK(folded("say “no” – now") == "say \"no\" - now");
  CHECK(folded("soft\xC2\xADhyphen") == "softhyphen");
  CHECK(folded("关注：我们") == "关注:我们");
}

TEST_CASE("any number is 0") {
  CHECK(folded("1,204 comments") == "0 comments");
  CHECK(folded("12.04.2020") == "0.0.0");
  CHECK(folded("3.5 of 10") == "0.0 of 0");
  CHECK(folded("©2023 Us") == "©0 us");
}

TEST_CASE("Greek capitals meet small letters with accents") {
  CHECK(folded("ΔΙΑΒΑΣΤΕ ΕΠΙΣΗΣ") == folded("Διαβάστε επίσης"));
}

TEST_CASE("the end of a beginning is kept") {
  CHECK(folded("Read more:", true) == "read more:");
  CHECK(folded("Trending now |", true) == "trending now ·");
}

TEST_CASE("words are counted, ideographs two for one") {
  CHECK(words("one two, three-four") == 4);
  CHECK(words("1,204 comments") == 2);
  CHECK(words("分享到微信") == 3);
}
