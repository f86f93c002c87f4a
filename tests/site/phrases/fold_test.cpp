// The folded form of texts.
#include "site/phrases/fold.hpp"

#include <random>
#include <string>
#include <vector>

#include "catch.hpp"

using clean_article::site::fold;
using clean_article::site::Folded;
using clean_article::site::FoldedHash;

namespace {

std::string folded(std::string_view text) {
  Folded out;
  fold(text, out);
  return std::string(out.text);
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

TEST_CASE("the hash of pieces is that of their folded whole") {
  const auto hash_of = [](std::string_view folded_text) {
    std::uint64_t hash = clean_article::site::kTextHashSeed;
    for (const char c : folded_text) hash = clean_article::site::add_to_hash(hash, c);
    return hash;
  };
  std::vector<std::uint64_t> boundaries;
  FoldedHash pieces(boundaries);
  pieces.add("» Share ");
  pieces.add("");
  pieces.add(" this | ");
  pieces.add("Art");
  pieces.add("icle!");
  CHECK(pieces.whole() == hash_of("share this · article"));
  CHECK(pieces.whole_bytes() == folded("Share this | Article").size());
  CHECK(pieces.words() == 3);
  CHECK(pieces.beginning() == hash_of("share this · article!"));
  pieces.add(" |");
  CHECK(pieces.whole() == hash_of("share this · article"));
  CHECK(pieces.beginning() == hash_of("share this · article! ·"));
}

TEST_CASE("texts that grow most by folding are folded whole") {
  CHECK(folded("a|b|c|d") == "a · b · c · d");
  CHECK(folded("|Ⱥ|Ⱥ|Ⱥ") == "ⱥ · ⱥ · ⱥ");
  CHECK(folded("2ND1st_aB4") == "0nd0st_ab0");
}

TEST_CASE("words are counted, ideographs two for one") {
  CHECK(words("one two, three-four") == 4);
  CHECK(words("1,204 comments") == 2);
  CHECK(words("分享到微信") == 3);
}

TEST_CASE("a text of too many words is not folded to its end") {
  std::string text;
  for (int i = 0; i < 400; ++i) text += "one 2, ";
  Folded out;
  fold(text, out, 100);
  CHECK(out.words > 100);
  CHECK(out.words < 130);
  fold("one two three", out, 3);
  CHECK(out.words == 3);
  CHECK(out.text == "one two three");
}

TEST_CASE("a text folded in runs is what it is character by character") {
  const std::vector<std::string> parts = {"a",
                                          "Z",
                                          "word",
                                          "Capitals",
                                          " ",
                                          " ",
                                          "  ",
                                          "0",
                                          "12",
                                          "1,234",
                                          ".",
                                          ",",
                                          "!",
                                          ":",
                                          ")",
                                          "(",
                                          "-",
                                          "'",
                                          "|",
                                          "*",
                                          "é",
                                          "ß",
                                          "年",
                                          "\u200B",
                                          "@",
                                          "_",
                                          "/",
                                          "\n",
                                          "abcdefghijklmnopq",
                                          "·"};
  std::mt19937 random(1);
  for (int round = 0; round < 3'000; ++round) {
    std::string text;
    for (std::size_t i = random() % 30; i > 0; --i) text += parts[random() % parts.size()];
    CAPTURE(text);
    std::vector<std::uint64_t> boundaries;
    FoldedHash expected(boundaries);  // it takes no runs
    expected.add(text);
    Folded out;
    fold(text, out);
    std::uint64_t hash = clean_article::site::kTextHashSeed;
    for (const char c : out.text) hash = clean_article::site::add_to_hash(hash, c);
    CHECK(hash == expected.whole());
    CHECK(out.text.size() == expected.whole_bytes());
    CHECK(out.words == expected.words());
  }
}
