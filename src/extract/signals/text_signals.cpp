#include <algorithm>
#include <bit>

#include "extract/signals/signal_groups.hpp"

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

}  // namespace

TextSignals::TextSignals(const Survey& survey) : survey_(survey) {
  texts_.reset(survey.size());
  for (std::size_t i = 0; i < survey.size(); ++i) texts_.count(survey.measure(i).text_hash);
}

float TextSignals::likeness_to_description(const Measure& m) {
  const WordSet& description = survey_.facts->description_words;
  constexpr std::size_t kFewestWords = 4;
  const std::span<const std::uint64_t> tokens = survey_.measures->tokens_of(m);
  if (tokens.size() < kFewestWords || !description.may_share(tokens)) return 0;
  words_.reset(tokens.size());
  std::size_t different = 0;
  std::size_t common = 0;
  for (const std::uint64_t word : tokens) {
    if (words_.count(word) > 0) continue;
    ++different;
    common += description.has(word) ? 1 : 0;
  }
  return static_cast<float>(common) / static_cast<float>(different + description.size() - common);
}

void TextSignals::add(std::size_t i, SignalRow row) {
  const Block& b = survey_.block(i);
  const Measure& m = survey_.measure(i);
  const double word_count = std::max(m.words, 1.0f);
  row.set(Signal::chars, m.chars);
  row.set(Signal::words, m.words);
  row.set(Signal::link_density, m.link_density);
  row.set(Signal::ends_colon, m.ends_colon);
  row.set(Signal::function_density, m.function_density);
  row.set(Signal::upper_share, m.upper_share);
  row.set(Signal::capital_share, m.capital_share);
  row.set(Signal::cue_density, m.cue_words / word_count);
  row.set(Signal::has_date, m.has_date);
  row.set(Signal::strong_share, m.strong_share);
  row.set(Signal::code_share, m.code_share);
  row.set(Signal::cue_sign_up, m.cue(Cue::kSignUp));
  row.set(Signal::cue_author, m.cue(Cue::kAuthor));
  row.set(Signal::cue_credit, m.cue(Cue::kCredit));
  const PhraseBits phrases = (*survey_.phrases)[i] & kSeenBySignals;
  row.set(Signal::phrases, std::popcount(phrases));
  row.set(Signal::phrase, phrases == 0 ? -1 : std::countr_zero(phrases));
  row.set(Signal::tag, static_cast<double>(survey_.element(b.element).tag));
  row.set(Signal::inner_tag, static_cast<double>(survey_.element(b.inner_element).tag));
  row.set(Signal::kind, static_cast<double>(b.kind));
  row.set(Signal::level, b.level);
  row.set(Signal::flags, b.flags);
  row.set(Signal::title_overlap, survey_.title_overlap[i]);
  row.set(Signal::description_overlap, likeness_to_description(m));
  row.set(Signal::duplicates, texts_.total(m.text_hash));
  const auto& body = survey_.facts->article_body_runs;
  row.set(Signal::body_overlap, body.empty() ? -1 : share_of_runs(survey_, m, body));
}

}  // namespace clean_article::extract
