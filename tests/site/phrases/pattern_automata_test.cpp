// An automaton must say what RE2 says.
#include "site/phrases/pattern_automata.hpp"

#include <re2/re2.h>

#include <random>
#include <string>

#include "catch.hpp"
#include "site/phrases/built_in.hpp"
#include "site/phrases/pattern_cursor.hpp"
#include "site/phrases/phrase_tables.hpp"

using namespace clean_article::site;

namespace {

bool has_automaton(std::string_view pattern) {
  PatternAutomataBuilder builder;
  builder.add(pattern);
  return builder.view().has(0);
}

// Texts that an expression may match: one way through it by chance.
class Maker {
 public:
  Maker(std::string_view pattern, std::mt19937& chance) : cursor_(pattern), chance_(chance) {}

  std::string alternatives() {
    std::string chosen = sequence();
    for (unsigned n = 2; cursor_.take_bar(); ++n) {
      std::string other = sequence();
      if (chance_() % n == 0) chosen = std::move(other);
    }
    return chosen;
  }

 private:
  std::string sequence() {
    static const std::string kCharacters[] = {"a", "0", " ", "é", "'", ".", "word", "two words"};
    std::string text;
    while (!cursor_.at_end_of_sequence()) {
      std::string part;
      switch (cursor_.next_part()) {
        case PatternCursor::Part::kGroup:
          part = alternatives();
          cursor_.end_group();
          break;
        case PatternCursor::Part::kClass:
          cursor_.skip_class();
          part = kCharacters[chance_() % std::size(kCharacters)];
          break;
        case PatternCursor::Part::kAnchor:
          cursor_.skip_anchor();
          break;
        case PatternCursor::Part::kCharacter:
          part = cursor_.take_character();
          break;
      }
      if (cursor_.take_quantifiers().may_be_absent && chance_() % 2 == 0) part.clear();
      text += part;
    }
    return text;
  }

  PatternCursor cursor_;
  std::mt19937& chance_;
};

}  // namespace

TEST_CASE("an automaton says what RE2 says, of everything that an expression may have") {
  const char* const patterns[] = {"abc",           "a|b|",
                                  "(?:a|bc)d",     "(a|b)*c",
                                  "(?:ab?)+",      "a{2}",
                                  "a{2,}b",        "a{1,3}?",
                                  "(?:ab|a){2}",   "[a-c]+x",
                                  "[^a-c ]+",      "[]a-]+",
                                  "[\\w.-]+",      "[\\d,]+",
                                  ".*x.*",         ".{2,4}",
                                  "\\bab\\b.*",    ".*\\Bb",
                                  "\\w+ \\w+",     "\\S+\\s\\D*",
                                  "^ab$",          "a^b",
                                  "(?:a*)*b",      "(?:a|a?)+c",
                                  "(?:|a)(?:b|)",  "é+",
                                  "[é-ü]+",        "a.c",
                                  "\\(a\\)",       "a{0}b",
                                  "(?:a*b*){2,}",  "[^é]+",
                                  "[^é-üa]",       "[а-я，]+",
                                  "[가-힣]{2,}",   ".*a.*b.*",
                                  "x|.*a[^ ]*.*b", "(?:a[^ ]*|b[^ ]*).*c",
                                  ".*\\bb.*\\bc",  ".*a|b.*",
                                  "[^b]*.*c",      "(?:.*a)?.*d"};
  const char* const texts[] = {"",      "a",    "b",   "ab",    "abc",   "abab",   "aab",  "aaa",
                               "aaaa",  "c",    "bcd", "ad",    "aac",   "x",      "ax",   "a-]",
                               "a.b-c", "12,3", "a b", "ab cd", "é",     "éé",     "aéc",  "üé",
                               "(a)",   "dx e", "abb", "aabb",  "b,",    "a_b",    "ж，я", "가힣",
                               "가",    "ab c", "b c", "a c",   "a x b", "aé b c", "zé",   "d"};
  PatternAutomataBuilder builder;
  for (const char* pattern : patterns) builder.add(pattern);
  for (std::uint32_t i = 0; i < std::size(patterns); ++i) {
    CAPTURE(patterns[i]);
    REQUIRE(builder.view().has(i));
    for (const char* text : texts) {
      CAPTURE(text);
      CHECK(builder.view().matches(i, text) == RE2::FullMatch(text, patterns[i]));
    }
  }
}

TEST_CASE("there is no automaton of what is not understood, nor a large one") {
  for (const char* pattern : {"(?i)a", "\\pL+", "[[:alpha:]]", "\\x41", "a{", "(?:\\b)?a|\\b?", "[\\pL]",
                              ".*a.{30}b", "(?:a{100}){1000}"}) {
    CAPTURE(pattern);
    CHECK_FALSE(has_automaton(pattern));
  }
}

TEST_CASE("an automaton says what RE2 says of the lists in the program") {
  std::mt19937 chance(7);
  std::size_t matched = 0;
  std::size_t other = 0;
  std::size_t without = 0;
  const PatternTables& patterns = built_in_phrases().patterns;
  for (std::uint32_t number = 0; number < patterns.expressions.size(); ++number) {
    const std::string_view expression = patterns.expressions[number];
    if (!patterns.automata.has(number)) {
      ++without;
      continue;
    }
    const RE2 compiled(re2::StringPiece(expression.data(), expression.size()));
    for (int i = 0; i < 16; ++i) {
      std::string text = Maker(expression, chance).alternatives();
      if (i % 4 == 3 && !text.empty()) text.erase(chance() % text.size(), 1);
      if (!RE2::FullMatch(text, "(?s).*")) continue;  // half a character was taken away
      CAPTURE(expression, text);
      const bool wanted = RE2::FullMatch(text, compiled);
      const bool answer = patterns.automata.matches(number, text);
      if (answer != wanted) CHECK(answer == wanted);
      ++(wanted ? matched : other);
    }
  }
  CHECK(matched > 4'000);
  CHECK(other > 500);
  CHECK(without < 20);
}
