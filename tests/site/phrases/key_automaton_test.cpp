// Keys found in one pass against keys looked for one by one.
#include "site/phrases/key_automaton.hpp"

#include <algorithm>
#include <random>
#include <string>

#include "catch.hpp"

using namespace clean_article::site;

namespace {

std::vector<std::uint32_t> found_in(const KeyAutomaton& keys, std::string_view text) {
  std::vector<std::uint32_t> found;
  keys.for_each_in(text, [&](const KeyOwner& owner) { found.push_back(owner.number); });
  std::sort(found.begin(), found.end());
  return found;
}

using Numbers = std::vector<std::uint32_t>;

}  // namespace

TEST_CASE("keys are found wherever they stand, also inside one another") {
  KeyAutomatonBuilder builder;
  builder.add("he", {0, 9});
  builder.add("she", {1, 9});
  builder.add("hers", {2, 9});
  builder.add("s", {3, 9});
  builder.add("é", {4, 9});
  builder.add("she", {5, 9});
  const KeyAutomaton keys = builder.finish();
  CHECK(found_in(keys, "").empty());
  CHECK(found_in(keys, "ha").empty());
  CHECK(found_in(keys, "ushers") == Numbers{0, 1, 2, 3, 3, 5});
  CHECK(found_in(keys, "hehe") == Numbers{0, 0});
  CHECK(found_in(keys, "é\xC3") == Numbers{4});
}

TEST_CASE("the empty key is in every text, once") {
  KeyAutomatonBuilder builder;
  builder.add("", {7, 9});
  CHECK(found_in(builder.finish(), "abc") == Numbers{7});
  KeyAutomatonBuilder with_others;
  with_others.add("b", {1, 9});
  with_others.add("", {7, 9});
  const KeyAutomaton keys = with_others.finish();
  CHECK(found_in(keys, "") == Numbers{7});
  CHECK(found_in(keys, "abc") == Numbers{1, 7});
}

TEST_CASE("many keys are found as often as each is there") {
  std::mt19937 chance(3);
  const auto text_of = [&](std::size_t length) {
    std::string text;
    for (std::size_t i = 0; i < length; ++i)
      text += static_cast<char>(i % 7 == 6 ? 0xC3 : 'a' + chance() % 3);
    return text;
  };
  std::vector<std::string> texts;
  KeyAutomatonBuilder builder;
  for (std::uint32_t number = 0; number < 200; ++number) {
    texts.push_back(text_of(1 + chance() % 9));
    builder.add(texts.back(), {number, 9});
  }
  const KeyAutomaton keys = builder.finish();
  for (int round = 0; round < 50; ++round) {
    const std::string text = text_of(chance() % 60);
    Numbers wanted;
    for (std::uint32_t number = 0; number < texts.size(); ++number)
      for (std::size_t at = text.find(texts[number]); at != std::string::npos;
           at = text.find(texts[number], at + 1))
        wanted.push_back(number);
    CAPTURE(text);
    CHECK(found_in(keys, text) == wanted);
  }
}
