// Which expressions are tried on a text.
#include "site/phrases/pattern_tables.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "catch.hpp"

using namespace clean_article::site;

namespace {

constexpr std::uint16_t kMostWords = 20;

// Whether the only expression there is may match a text.
bool is_tried(const std::string& expression, std::string_view text, bool automata = true) {
  PatternTableBuilder builder(automata);
  builder.add(expression, kMostWords);
  const PatternTables tables = builder.finish();
  std::vector<std::uint32_t> numbers;
  tables.candidates(text, 1, numbers);
  CHECK(numbers.size() <= 1);
  return !numbers.empty();
}

}  // namespace

TEST_CASE("an expression is tried wherever its key stands, whatever the key's length") {
  const std::string key = "(0:/photo by";
  for (std::size_t size = 1; size <= key.size(); ++size) {
    std::string escaped = ".*";
    for (const char c : key.substr(0, size)) escaped += c == '(' ? "\\(" : std::string(1, c);
    escaped += ".*";
    for (std::size_t before = 0; before < 20; ++before) {
      for (const std::size_t behind : {0, 1, 7, 20}) {
        CAPTURE(size, before, behind);
        CHECK(is_tried(escaped, std::string(before, 'a') + key.substr(0, size) + std::string(behind, 'b')));
      }
    }
    CHECK_FALSE(is_tried(escaped, std::string(40, 'a')));
  }
}

TEST_CASE("of a text that begins like an expression it also counts how it goes on") {
  for (const char* text : {"share this story", "share this", "share this one"})
    CHECK(is_tried("share this(?: story)?", text));
  for (const char* text : {"share of this", "shares", "shelf"})
    CHECK_FALSE(is_tried("share this(?: story)?", text));
  CHECK(is_tried("(?:read|see) .*", "read on"));
  CHECK(is_tried("(?:read|see) .*", "see below"));
  CHECK_FALSE(is_tried("(?:read|see) .*", "seen"));
  CHECK(is_tried("ab+c", "abbbbbbc"));
}

TEST_CASE("a longer text than an expression allows is not tried") {
  PatternTableBuilder builder(true);
  builder.add("share .*", kMostWords);
  builder.add(".*photo.*", kMostWords);
  const PatternTables tables = builder.finish();
  std::vector<std::uint32_t> numbers;
  tables.candidates("share this photo", kMostWords, numbers);
  CHECK(numbers == std::vector<std::uint32_t>{0, 1});
  tables.candidates("share this photo", kMostWords + 1, numbers);
  CHECK(numbers.empty());
}
