// Labels of blocks, against small cases worked out by hand.
#include "label_blocks.hpp"

#include <random>
#include <string>
#include <vector>

#include "catch.hpp"

using namespace clean_article::training;

namespace {

constexpr std::uint32_t kNone = kNoPartner;
using Partners = std::vector<std::uint32_t>;
using Labels = std::vector<Label>;
constexpr Label kOut = Label::kBoilerplate;
constexpr Label kIn = Label::kContent;
constexpr Label kOpen = Label::kUnknown;

Partners align(const std::vector<WordId>& page, const std::vector<WordId>& reference) {
  return align_words(page, reference);
}

}  // namespace

TEST_CASE("words are runs of letters, numbers and underscores, lower-cased") {
  CHECK(split_words("It's 3.5 Größen_X — ДА!") ==
        std::vector<std::string>{"it", "s", "3", "5", "größen_x", "да"});
  CHECK(split_words(" …\n").empty());
}

TEST_CASE("alignment finds partners in order") {
  CHECK(align({1, 2, 3}, {1, 2, 3}) == Partners{0, 1, 2});
  CHECK(align({9, 1, 9, 3}, {1, 2, 3}) == Partners{kNone, 0, kNone, 2});
  CHECK(align({2, 1, 5}, {1, 5, 2}) == Partners{kNone, 0, 1});
  CHECK(align({}, {1}).empty());
  CHECK(align({1, 2}, {}) == Partners{kNone, kNone});
}

TEST_CASE("alignment prefers an unbroken run to words scattered before it") {
  // 1 and 2 also stand alone in the menu at the front of the page.
  CHECK(align({1, 7, 2, 7, 1, 2, 3}, {1, 2, 3}) == Partners{kNone, kNone, kNone, kNone, 0, 1, 2});
  // The run 4 5 6 (1 + 3 + 3) outweighs four scattered words.
  CHECK(align({1, 9, 2, 9, 3, 9, 8, 4, 5, 6}, {4, 5, 6, 1, 2, 3, 8}) ==
        Partners{kNone, kNone, kNone, kNone, kNone, kNone, kNone, 0, 1, 2});
}

TEST_CASE("alignment in bands gives what the whole table gives") {
  std::mt19937 random(5);
  for (int round = 0; round < 50; ++round) {
    std::vector<WordId> page(1 + random() % 200);
    std::vector<WordId> reference(1 + random() % 90);
    for (WordId& word : page) word = static_cast<WordId>(random() % 12);
    for (WordId& word : reference) word = static_cast<WordId>(random() % 12);
    CHECK(align_words(page, reference, 1) == align_words(page, reference));
  }
}

TEST_CASE("a block belongs when half of its words stand in runs of the reference") {
  const std::vector<std::string> blocks{"Home of the brave", "The river rose on Monday night.",
                                        "Read more: why the river rose and who saw it happen",
                                        "It fell again."};
  CHECK(label_by_reference(blocks, "The river rose on Monday night. It fell again.", "") ==
        Labels{kOut, kIn, kOut, kIn});
}

TEST_CASE("half a block is enough, less is not") {
  const std::string reference = "alpha beta gamma delta";
  CHECK(content_shares(std::vector<std::string>{"alpha beta gamma x y z"}, reference)[0] == 0.5f);
  CHECK(label_by_reference(std::vector<std::string>{"alpha beta gamma x y z"}, reference, "") == Labels{kIn});
  CHECK(label_by_reference(std::vector<std::string>{"alpha beta gamma w x y z"}, reference, "") ==
        Labels{kOut});
}

TEST_CASE("a block of one or two words is matched whole") {
  CHECK(label_by_reference(std::vector<std::string>{"Step one", "Mix", "Step two"}, "Step one Mix it", "") ==
        Labels{kIn, kIn, kOut});
}

TEST_CASE("blocks that stand elsewhere in the reference are rescued by their 4-grams") {
  const std::string body = "one two three four five six seven eight nine ten";
  const std::string moved = "red green blue white black pink";
  const std::vector<std::string> blocks{moved, body};
  CHECK(label_by_reference(blocks, body + " " + moved, "") == Labels{kIn, kIn});
  SECTION("as often as the reference has them") {
    const std::vector<std::string> twice{moved, moved, body};
    CHECK(label_by_reference(twice, body + " " + moved, "") == Labels{kIn, kOut, kIn});
  }
  SECTION("but not short ones") {
    const std::vector<std::string> short_one{"red green blue white black", body};
    CHECK(label_by_reference(short_one, body + " red green blue white black", "") == Labels{kOut, kIn});
  }
}

TEST_CASE("a summary that may be left out is neither right nor wrong") {
  const std::vector<std::string> blocks{"What it is about in short", "The body says more", "Menu"};
  CHECK(label_by_reference(blocks, "The body says more", "What it is about in short") ==
        Labels{kOpen, kIn, kOut});
}

TEST_CASE("an empty reference means that nothing belongs") {
  CHECK(label_by_reference(std::vector<std::string>{"Not found", ""}, "", "") == Labels{kOut, kOut});
}

TEST_CASE("wanted snippets mark the longest block that has them") {
  const std::vector<std::string> blocks{"A telling piece of text",
                                        "And then:  a\ntelling piece of text, with more", "short",
                                        "short one", "only here"};
  const auto labels = [&](std::vector<std::string> wanted) { return label_by_snippets(blocks, wanted, {}); };
  CHECK(labels({"telling piece of text"}) == Labels{kOpen, kIn, kOpen, kOpen, kOpen});
  CHECK(labels({"short"}) == Labels{kOpen, kOpen, kOpen, kOpen, kOpen});
  CHECK(labels({"here"}) == Labels{kOpen, kOpen, kOpen, kOpen, kIn});
  CHECK(labels({"absent", ""}) == Labels{kOpen, kOpen, kOpen, kOpen, kOpen});
}

TEST_CASE("unwanted snippets mark blocks that hold little else") {
  const std::string long_tail(56, 'x');
  const std::vector<std::string> blocks{"Imprint", "Imprint" + long_tail, "Imprint " + long_tail.substr(4)};
  CHECK(label_by_snippets(blocks, {}, std::vector<std::string>{"Imprint"}) == Labels{kOut, kOpen, kOut});
  CHECK(label_by_snippets(blocks, std::vector<std::string>{"Imprint" + long_tail},
                          std::vector<std::string>{"Imprint"}) == Labels{kOut, kIn, kOut});
}
