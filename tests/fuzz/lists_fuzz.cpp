// Lists of phrases and words: read, compiled, and phrases matched.
#include <string>

#include "fuzzed_bytes.hpp"
#include "site/phrases/fold.hpp"
#include "site/phrases/pattern_index.hpp"
#include "site/phrases/phrase_list.hpp"
#include "site/phrases/phrase_tables.hpp"
#include "site/words/word_list.hpp"
#include "text/text.hpp"

using namespace clean_article;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzzing::FuzzedBytes input(data, size);
  static_cast<void>(site::read_word_list(input.rest(), "fuzz.txt"));
  const std::string block = text::valid_utf8(std::string(input.line()));
  const std::string list = "[en]\n" + std::string(input.rest());
  const auto entries = site::read_phrase_list(list, "fuzz.txt");
  if (!entries.ok()) return 0;
  for (const site::PhraseEntry& entry : *entries)
    if (entry.form == site::PhraseForm::kPattern && !site::PatternIndex::problem_of(entry.pattern).empty())
      return 0;
  site::PhraseTableBuilder builder;
  builder.add_list(0, *entries);
  const site::PhraseTables tables = builder.finish();
  const site::PatternIndex patterns(tables.patterns);
  site::Folded folded;
  site::fold(block, folded);
  std::vector<std::uint32_t> candidates;
  patterns.candidates(folded.text, folded.words, candidates);
  for (const std::uint32_t pattern : candidates) static_cast<void>(patterns.matches(pattern, folded.text));
  return 0;
}
