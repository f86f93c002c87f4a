// Limits of parsing, held from both sides: just inside the tree is Gumbo's, beyond it is one of simple
// nesting, in which what a table may not hold stays in the table. Depth and elements are held where these are
// tested.
#include <algorithm>
#include <string>

#include "catch.hpp"
#include "html/parse/nesting_bound.hpp"
#include "html/parse/parser.hpp"

namespace clean_article::html {
namespace {

const std::string kTable = "<table>out<tr><td>in</table>";

std::string times(std::size_t count, std::string_view text) {
  std::string all;
  for (std::size_t i = 0; i < count; ++i) all += text;
  return all;
}

struct Read {
  bool by_gumbo;  // which moves the text out of the table
  std::string text;
};

Read read(const std::string& page) {
  Parser parser{Limits{}};
  const Document& document = parser.parse_as_sent(page);
  Read read{true, ""};
  for (NodeId id = 1; id < document.nodes().size(); ++id) {
    if (document[id].tag != Tag::kText) continue;
    const std::size_t begin = read.text.size();
    document.append_text(id, read.text);
    const bool is_in_table = document[document[id].parent].tag == Tag::k_table;
    if (read.text.substr(begin) == "out" && is_in_table) read.by_gumbo = false;
  }
  return read;
}

// Formatting that is never closed is opened again in each paragraph, so that few bytes make many elements.
std::string unclosed(std::size_t paragraphs) {
  std::string page = kTable + "<p>";
  for (int i = 0; i < 60; ++i) page += "<i a=" + std::to_string(i) + ">";
  return page + times(paragraphs, "<p>x");
}

#if defined(GUMBO_HAS_ALLOCATOR)
TEST_CASE("Gumbo's tree may have 160 MiB, beyond them the page is read without Gumbo") {
  // A paragraph with its 60 elements takes 16 KiB: 10,200 of them fit.
  const Read inside = read(unclosed(9'500));
  CHECK(inside.by_gumbo);
  CHECK(std::ranges::count(inside.text, 'x') == 9'500);
  const Read beyond = read(unclosed(11'000));
  CHECK_FALSE(beyond.by_gumbo);
  CHECK(std::ranges::count(beyond.text, 'x') == 11'000);
}
#endif

TEST_CASE("64 formatting elements may be open on a page of any size, more where they make a tree that fits") {
  const auto is_within = [](std::size_t open, std::size_t others) {
    NestingBound bound;
    for (std::size_t i = 0; i < open; ++i) bound.start(Tag::k_b, false);
    for (std::size_t i = 0; i < others; ++i) bound.start(Tag::k_br, false);
    return bound.within(Limits{});
  };
  constexpr std::size_t kMany = 20'000;  // so many times 65 elements of 256 bytes are more than the arena has
  CHECK(is_within(kMostOpenFormatting, kMany));
  CHECK_FALSE(is_within(kMostOpenFormatting + 1, kMany));
  CHECK(is_within(kMostOpenFormatting + 1, 100));
}

TEST_CASE("A page is read eight times, one that wants more is read without Gumbo") {
  // In a frameset a <title> holds no text but is none at all, which one reading finds out of one of them.
  const auto with_guesses = [](std::size_t wrong) {
    return read(kTable + "<frameset>" + times(wrong, "<title>a</title>"));
  };
  CHECK(with_guesses(kMostParses - 1).by_gumbo);
  CHECK_FALSE(with_guesses(kMostParses).by_gumbo);
  CHECK(with_guesses(kMostParses).text.find("out") != std::string::npos);
}

}  // namespace
}  // namespace clean_article::html
