// The tables that lists become, and those compiled into the program.
#include "site/phrases/phrase_tables.hpp"

#include <algorithm>
#include <functional>

#include "catch.hpp"
#include "site/phrases/built_in.hpp"
#include "site/phrases/fold.hpp"

using namespace clean_article::site;

namespace {

std::uint64_t hash_of(std::string_view folded_text) {
  std::uint64_t hash = kTextHashSeed;
  for (const char c : folded_text) hash = add_to_hash(hash, c);
  return hash;
}

}  // namespace

TEST_CASE("entries are found in the bucket of their hash, in the order they came") {
  BucketArrays<std::uint32_t> numbers;
  for (std::uint32_t i = 0; i < 100; ++i) numbers.entries.push_back(i * 7 % 100);
  const std::vector<std::uint32_t> as_added = numbers.entries;
  numbers.sort(16, [](std::uint32_t n) { return n * 5; });
  const auto buckets = numbers.view();
  CHECK(buckets.count() == 16);
  for (const std::uint32_t n : as_added) {
    const auto bucket = buckets.of(n * 5);
    CHECK(std::count(bucket.begin(), bucket.end(), n) == 1);
  }
  const auto bucket = buckets.of(3 * 5);
  const auto place = [&](std::uint32_t n) { return std::find(as_added.begin(), as_added.end(), n); };
  CHECK(std::is_sorted(bucket.begin(), bucket.end(), [&](auto a, auto b) { return place(a) < place(b); }));
}

TEST_CASE("a text may go on where some phrase does") {
  const auto entries = read_phrase_list("[en]\nshare this story\nfiled under |: …5\n", "list");
  REQUIRE(entries);
  PhraseTableBuilder builder;
  builder.add_list(0, *entries);
  const PhraseTables tables = builder.finish();
  for (const char* beginning : {"share", "share ", "share this", "filed under", "filed under · :"}) {
    CAPTURE(beginning);
    CHECK(tables.may_go_on(hash_of(beginning)));
  }
  std::size_t others = 0;
  for (int i = 0; i < 100; ++i) others += tables.may_go_on(hash_of("word" + std::to_string(i))) ? 1 : 0;
  CHECK(others < 50);
}

TEST_CASE("the tables in the program are those of the lists in the program") {
  PhraseTableBuilder builder(true);
  for (std::size_t i = 0; i < phrase_lists().size(); ++i) {
    const std::string path = "phrases/" + std::string(phrase_lists()[i].name) + ".txt";
    const auto files = built_in_files();
    const auto file = std::find_if(files.begin(), files.end(), [&](const auto& f) { return f.path == path; });
    REQUIRE(file != files.end());
    const auto entries = read_phrase_list(file->content, path);
    REQUIRE(entries);
    builder.add_list(i, *entries);
  }
  const PhraseTables made = builder.finish();
  const PhraseTables& built_in = built_in_phrases();
  REQUIRE(made.lines.size() == built_in.lines.size());
  CHECK(made.lines.back().line == built_in.lines.back().line);
  REQUIRE(made.whole.entries.size() == built_in.whole.entries.size());
  for (std::size_t i = 0; i < made.whole.entries.size(); i += 97)
    CHECK(made.whole.entries[i].hash == built_in.whole.entries[i].hash);
  CHECK(made.prefixes.entries.size() == built_in.prefixes.entries.size());
  CHECK(std::equal(made.boundaries.begin(), made.boundaries.end(), built_in.boundaries.begin(),
                   built_in.boundaries.end()));
  CHECK(made.most_words == built_in.most_words);
  CHECK(made.patterns.key_text == built_in.patterns.key_text);
  CHECK(std::equal(made.patterns.key_bits.begin(), made.patterns.key_bits.end(),
                   built_in.patterns.key_bits.begin(), built_in.patterns.key_bits.end()));
  CHECK(made.patterns.short_keys.size() == built_in.patterns.short_keys.size());
  CHECK(std::equal(made.patterns.expressions.begin(), made.patterns.expressions.end(),
                   built_in.patterns.expressions.begin(), built_in.patterns.expressions.end()));
  const auto same = [](const auto& a, const auto& b, const auto& equal) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), equal);
  };
  const PatternAutomata& of_lists = made.patterns.automata;
  const PatternAutomata& of_program = built_in.patterns.automata;
  CHECK(same(of_lists.kinds, of_program.kinds, std::equal_to()));
  CHECK(same(of_lists.states, of_program.states,
             [](const auto& a, const auto& b) { return a.cells == b.cells && a.otherwise == b.otherwise; }));
  CHECK(same(of_lists.cells, of_program.cells,
             [](const auto& a, const auto& b) { return a.owner == b.owner && a.next == b.next; }));
}
