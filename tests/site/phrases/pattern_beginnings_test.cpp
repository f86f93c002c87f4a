// What texts an expression matches may begin with.
#include "site/phrases/pattern_beginnings.hpp"

#include "catch.hpp"

using Beginnings = std::vector<std::string>;

namespace {

constexpr std::size_t kLongest = 4;
constexpr std::size_t kMost = 2'000;

Beginnings possible_beginnings(std::string_view pattern) {
  return clean_article::site::possible_beginnings(pattern, kLongest, kMost);
}

}  // namespace

TEST_CASE("a beginning is cut to four bytes, and each choice has its own") {
  CHECK(possible_beginnings("share this") == Beginnings{"shar"});
  CHECK(possible_beginnings("(?:read|see) .*") == Beginnings{"read", "see "});
  CHECK(possible_beginnings("read|see") == Beginnings{"read", "see"});
  CHECK(possible_beginnings("(?:a|b)(?:c|d)") == Beginnings{"ac", "ad", "bc", "bd"});
  CHECK(possible_beginnings("été") == Beginnings{"ét"
                                                 "\xC3"});
}

TEST_CASE("what may be absent is in some beginnings and not in others") {
  CHECK(possible_beginnings("e-?mail") == Beginnings{"e-ma", "emai"});
  CHECK(possible_beginnings("(?:the )?end") == Beginnings{"end", "the "});
  CHECK(possible_beginnings("(?:the ){0,2}end") == Beginnings{"end", "the "});
  CHECK(possible_beginnings("(?:ha)*x") == Beginnings{"ha", "x"});
  CHECK(possible_beginnings("(?:|a)b") == Beginnings{"ab", "b"});
}

TEST_CASE("what recurs or is a class ends a beginning") {
  CHECK(possible_beginnings("ab+c") == Beginnings{"ab"});
  CHECK(possible_beginnings("a[x-z]c") == Beginnings{"a"});
  CHECK(possible_beginnings("a[^x]c") == Beginnings{"a"});
  CHECK(possible_beginnings("a[\\d]c") == Beginnings{"a"});
  CHECK(possible_beginnings("a\\dc|b.") == Beginnings{"a", "b"});
  CHECK(possible_beginnings("^ab$") == Beginnings{"ab"});
  CHECK(possible_beginnings("\\(c\\)") == Beginnings{"(c)"});
}

TEST_CASE("where a match may begin with anything there are no beginnings") {
  for (const char* pattern : {".*ads", "[^ ]+ ads", "ads|.*", "(?:ads)?[a-z]", "(?i)ads", "\\x{61}ds", ""}) {
    CAPTURE(pattern);
    CHECK(possible_beginnings(pattern).empty());
  }
}

TEST_CASE("a class that lists its characters is a choice among them") {
  CHECK(possible_beginnings("a[xy]c") == Beginnings{"axc", "ayc"});
  CHECK(possible_beginnings("(?:[a+-])(?: b){1,4}") == Beginnings{"+ b", "- b", "a b"});
}

TEST_CASE("a bracket that is a character opens no group with flags") {
  CHECK(possible_beginnings("\\(?ab\\)?") == Beginnings{"(ab", "(ab)", "ab", "ab)"});
  CHECK(possible_beginnings("\\(?:ab") == Beginnings{"(:ab", ":ab"});
}

TEST_CASE("many beginnings become few shorter ones") {
  const std::string letter = "(?:a|b|c|d|e|f|g|h|i|j|k|l|m|n|o|p)";
  const Beginnings beginnings = possible_beginnings(letter + letter + letter);
  CHECK(beginnings.size() == 256);
  CHECK(beginnings.front() == "aa");
}
