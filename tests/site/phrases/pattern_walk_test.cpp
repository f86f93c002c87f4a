// Walking an expression must say what RE2 says.
#include "site/phrases/pattern_walk.hpp"

#include <re2/re2.h>

#include <random>
#include <string>

#include "catch.hpp"
#include "site/phrases/built_in.hpp"
#include "site/phrases/pattern_cursor.hpp"
#include "site/phrases/phrase_tables.hpp"

using namespace clean_article::site;
using Answer = PatternWalk::Answer;

namespace {

constexpr std::size_t kManySteps = 100'000;

Answer walk(std::string_view pattern, std::string_view text, std::size_t steps = kManySteps) {
  return PatternWalk(pattern).match(text, steps);
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

TEST_CASE("a walk says what RE2 says, of everything that an expression may have") {
  const char* const patterns[] = {
      "abc",     "a|b|",        "(?:a|bc)d",   "(a|b)*c",      "(?:ab?)+",  "a{2}",        "a{2,}b",
      "a{1,3}?", "(?:ab|a){2}", "[a-c]+x",     "[^a-c ]+",     "[]a-]+",    "[\\w.-]+",    "[\\d,]+",
      ".*x.*",   ".{2,4}",      "\\bab\\b.*",  ".*\\Bb",       "\\w+ \\w+", "\\S+\\s\\D*", "^ab$",
      "a^b",     "(?:a*)*b",    "(?:a|a?)+c",  "(?:|a)(?:b|)", "é+",        "[é-ü]+",      "a.c",
      "\\(a\\)", "a{0}b",       "(?:a*b*){2,}"};
  const char* const texts[] = {"",      "a",    "b",    "ab",    "abc",  "abab", "aab", "aaa",
                               "aaaa",  "c",    "bcd",  "ad",    "aac",  "x",    "ax",  "a-]",
                               "a.b-c", "12,3", "a b",  "ab cd", "é",    "éé",   "aéc", "üé",
                               "(a)",   "a\nc", "dx e", "abb",   "aabb", "b,",   "a_b"};
  for (const char* pattern : patterns) {
    for (const char* text : texts) {
      CAPTURE(pattern, text);
      CHECK(walk(pattern, text) == (RE2::FullMatch(text, pattern) ? Answer::kYes : Answer::kNo));
    }
  }
}

TEST_CASE("a walk says where it does not understand") {
  for (const char* pattern : {"(?i)a", "\\pL+", "[[:alpha:]]", "\\x41", "a{", "(?:\\b)?a|\\b?", "[\\pL]"}) {
    CAPTURE(pattern);
    CHECK_FALSE(PatternWalk(pattern).understands());
    CHECK(walk(pattern, "a") == Answer::kUnknown);
  }
}

TEST_CASE("a walk gives up where its steps end, and where it is too deep") {
  const std::string text(60, 'a');
  std::size_t steps = 5'000;
  CHECK(PatternWalk("(?:a|a)*b").match(text, steps) == Answer::kUnknown);
  CHECK(steps == 0);
  steps = kManySteps;
  CHECK(PatternWalk("(?:a|b)*").match(std::string(1'000, 'a'), steps) == Answer::kUnknown);
  CHECK(steps > kManySteps / 2);
}

TEST_CASE("a walk says what RE2 says of the lists in the program") {
  std::mt19937 chance(7);
  std::size_t matched = 0;
  std::size_t other = 0;
  std::size_t unknown = 0;
  for (const std::string_view expression : built_in_phrases().patterns.expressions) {
    const PatternWalk walked(expression);
    if (!walked.understands() || !PatternCursor::understands(expression)) {
      ++unknown;
      continue;
    }
    const RE2 compiled(re2::StringPiece(expression.data(), expression.size()));
    for (int i = 0; i < 16; ++i) {
      std::string text = Maker(expression, chance).alternatives();
      if (i % 4 == 3 && !text.empty()) text.erase(chance() % text.size(), 1);
      if (!RE2::FullMatch(text, "(?s).*")) continue;  // half a character was taken away
      std::size_t steps = kManySteps;
      const Answer answer = walked.match(text, steps);
      if (answer == Answer::kUnknown) {
        ++unknown;
        continue;
      }
      CAPTURE(expression, text);
      const bool wanted = RE2::FullMatch(text, compiled);
      if ((answer == Answer::kYes) != wanted) CHECK((answer == Answer::kYes) == wanted);
      ++(wanted ? matched : other);
    }
  }
  CHECK(matched > 4'000);
  CHECK(other > 500);
  CHECK(unknown < 50);
}
