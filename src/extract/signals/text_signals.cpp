// Signals of a block's own text.
#include <algorithm>
#include <bit>
#include <vector>

#include "extract/signals/signals.hpp"

namespace clean_article::extract {

namespace {

// Share of a block's runs of four words that a set holds; a shorter block counts as one run it lacks.
float share_of_runs(const Survey& survey, const Measure& m, const RunSet& set) {
  const std::uint32_t words = m.end_token - m.first_token;
  if (words < kRunWords) return 0;
  std::uint32_t hits = 0;
  const std::uint32_t runs = words - static_cast<std::uint32_t>(kRunWords) + 1;
  for (std::uint32_t r = 0; r < runs; ++r)
    hits += set.has(run_hash(&survey.measures->tokens[m.first_token + r])) ? 1 : 0;
  return static_cast<float>(hits) / static_cast<float>(runs);
}

float likeness_to_description(const Survey& survey, const Measure& m, std::vector<std::uint64_t>& words) {
  const WordSet& description = survey.facts->description_words;
  constexpr std::size_t kFewestWords = 4;
  const std::span<const std::uint64_t> tokens = survey.measures->tokens_of(m);
  if (tokens.size() < kFewestWords || !description.may_share(tokens)) return 0;
  words.assign(tokens.begin(), tokens.end());
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  const auto common = static_cast<std::size_t>(
      std::count_if(words.begin(), words.end(), [&](std::uint64_t w) { return description.has(w); }));
  return static_cast<float>(common) / static_cast<float>(words.size() + description.size() - common);
}

}  // namespace

void add_text_signals(const Survey& survey, SignalTable& table) {
  HashCounter texts;
  texts.reset(survey.size());
  for (std::size_t i = 0; i < survey.size(); ++i) texts.count(survey.measure(i).text_hash);
  std::vector<std::uint64_t> words;
  for (std::size_t i = 0; i < survey.size(); ++i) {
    const Block& b = survey.block(i);
    const Measure& m = survey.measure(i);
    const double word_count = std::max(m.words, 1.0f);
    table.set(i, Signal::chars, m.chars);
    table.set(i, Signal::words, m.words);
    table.set(i, Signal::link_density, m.link_density);
    table.set(i, Signal::ends_colon, m.ends_colon);
    table.set(i, Signal::function_density, m.function_density);
    table.set(i, Signal::upper_share, m.upper_share);
    table.set(i, Signal::capital_share, m.capital_share);
    table.set(i, Signal::cue_density, m.cue_words / word_count);
    table.set(i, Signal::has_date, m.has_date);
    table.set(i, Signal::strong_share, m.strong_share);
    table.set(i, Signal::code_share, m.code_share);
    table.set(i, Signal::cue_sign_up, m.cue(Cue::kSignUp));
    table.set(i, Signal::cue_author, m.cue(Cue::kAuthor));
    table.set(i, Signal::cue_credit, m.cue(Cue::kCredit));
    const PhraseBits phrases = (*survey.phrases)[i] & kSeenBySignals;
    table.set(i, Signal::phrases, std::popcount(phrases));
    table.set(i, Signal::phrase, phrases == 0 ? -1 : std::countr_zero(phrases));
    table.set(i, Signal::tag, static_cast<double>(survey.element(b.element).tag));
    table.set(i, Signal::inner_tag, static_cast<double>(survey.element(b.inner_element).tag));
    table.set(i, Signal::kind, static_cast<double>(b.kind));
    table.set(i, Signal::level, b.level);
    table.set(i, Signal::flags, b.flags);
    table.set(i, Signal::title_overlap, survey.title_overlap[i]);
    table.set(i, Signal::description_overlap, likeness_to_description(survey, m, words));
    table.set(i, Signal::duplicates, texts.total(m.text_hash));
    const auto& body = survey.facts->article_body_runs;
    table.set(i, Signal::body_overlap, body.empty() ? -1 : share_of_runs(survey, m, body));
  }
}

}  // namespace clean_article::extract
