// What a page holds twice: for narrow and for wide screens, in a slider's clones, quoted by answers. The kept
// blocks that say again what kept blocks before them said go, unless that is meant.
#include <algorithm>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/finish/rules/rules.hpp"

namespace clean_article::extract::rules {

namespace {

// Runs of kept blocks that say again, word for word, what an earlier run said. Short ones may be meant, so
// may what recurs all over the text (a refrain, the same terms under each offer), cells and code.
std::vector<std::vector<std::size_t>> find_runs(const FinishContext& page) {
  constexpr float kFewestWords = 12;       // of a run; out of fold on wcxb-dev 8 to 30 do about as well
  constexpr std::uint32_t kMostTimes = 3;  // that one text of the run may stand in what is kept
  const Survey& survey = page.survey();
  const auto counts = [&](std::size_t i) {
    const BlockKind kind = survey.block(i).kind;
    return page.is_kept(i) && kind != BlockKind::kCode && kind != BlockKind::kCell;
  };
  HashCounter times;
  HashCounter numbers;
  const auto kept = static_cast<std::size_t>(std::ranges::count_if(page.verdicts(), &Verdict::kept));
  times.reset(kept);
  numbers.reset(kept);
  for (std::size_t i = 0; i < survey.size(); ++i)
    if (counts(i)) times.count(survey.measure(i).text_hash);

  std::vector<std::vector<std::size_t>> copies;
  std::vector<std::size_t> first;  // by number of a text: where in the text it stood first
  std::vector<std::size_t> run;    // the blocks of the run of copies that is being followed
  std::size_t follows = 0;         // place of the text that would go on with the run
  const auto end_run = [&] {
    float words = 0;
    bool rare = false;
    for (const std::size_t i : run) {
      words += survey.measure(i).words;
      rare = rare || times.total(survey.measure(i).text_hash) <= kMostTimes;
    }
    if (words >= kFewestWords && rare) copies.push_back(std::move(run));
    run.clear();
  };
  std::size_t place = 0;
  for (std::size_t i = 0; i < survey.size(); ++i) {
    if (!counts(i)) continue;
    const std::size_t number = numbers.number(survey.measure(i).text_hash);
    const bool copy = number < first.size();
    if (!copy) first.push_back(place);
    if (!copy || first[number] != follows) end_run();
    if (copy) {
      run.push_back(i);
      follows = first[number] + 1;
    }
    ++place;
  }
  end_run();
  return copies;
}

// A refrain: it comes again among other paragraphs of the element that it stood in at first, with about as
// much new text in between; often, or in lines of verse. A text that a page holds twice comes again at once
// or in another element; lines of links above and below a text are no refrain.
bool is_refrain(const FinishContext& page, const std::vector<std::size_t>& run) {
  constexpr float kLeastBetween = 0.5f;  // words of the run's
  constexpr float kMostLinkDensity = 0.3f;
  constexpr int kOften = 3;
  constexpr std::ptrdiff_t kBreaksOfVerse = 2;
  const Survey& survey = page.survey();
  const std::uint32_t parent = survey.parent(survey.block(run.front()).element);
  const Element& holder = survey.element(parent);
  const auto is_paragraph = [&](std::size_t i) {
    return survey.block(i).kind == BlockKind::kParagraph &&
           survey.measure(i).link_density <= kMostLinkDensity &&
           survey.parent(survey.block(i).element) == parent;
  };
  if (!std::all_of(run.begin(), run.end(), is_paragraph)) return false;
  float words = 0;
  for (const std::size_t i : run) words += survey.measure(i).words;
  const std::uint64_t last = survey.measure(run.back()).text_hash;
  int times = 0;
  float between = 0;  // this copy and the last that stood before it
  for (std::size_t i = holder.first_block; i < holder.end_block; ++i) {
    if (!page.is_kept(i)) continue;
    if (survey.measure(i).text_hash == last && is_paragraph(i)) {
      ++times;
      if (i < run.front()) between = 0;
    } else if (i < run.front()) {
      between += survey.measure(i).words;
    }
  }
  if (times < 2 || between < kLeastBetween * words) return false;
  const std::string_view text = page.text_of(run.back());
  return times >= kOften || std::count(text.begin(), text.end(), '\n') >= kBreaksOfVerse;
}

// What offers on a page have in common, each says anew: lists of what is included.
bool is_of_offers(const FinishContext& page, const std::vector<std::size_t>& run) {
  constexpr float kLikely = 0.4f;
  const PageFacts& facts = page.facts();
  if (facts.declares_article() || facts.declares_product() || facts.is_thread()) return false;
  return std::all_of(run.begin(), run.end(), [&](std::size_t i) {
    return page.survey().block(i).kind == BlockKind::kListItem && page.score(i) >= kLikely;
  });
}

// What several entries of a list or a guide have in common ("Luggage: none") stands in each of them, between
// what only that one says. A text that a page holds twice comes in one piece; what posts quote comes in many.
bool is_interwoven(const FinishContext& page, const std::vector<std::vector<std::size_t>>& runs) {
  constexpr std::size_t kFewest = 3;   // runs
  constexpr std::size_t kLongest = 4;  // blocks of most of them
  if (page.facts().is_thread()) return false;
  std::size_t interwoven = 0;
  for (const auto& run : runs) {
    interwoven += run.size() <= kLongest ? 1 : 0;
    if ((page.survey().block(run.front()).flags & kInQuote) != 0) return false;
  }
  return interwoven >= kFewest && interwoven * 4 >= runs.size() * 3;
}

}  // namespace

// Here and there a text repeats itself, as manuals and buyer's guides do: where copies are few and the scorer
// is sure of one, it is meant. Out of fold this lost nothing on any kind of page.
void copy(const FinishContext& page, Marker& mark) {
  constexpr double kFewWords = 0.05;  // of the kept ones
  const Survey& survey = page.survey();
  const std::vector<std::vector<std::size_t>> runs = find_runs(page);
  double words = 0;
  double copied_words = 0;
  for (std::size_t i = 0; i < page.size(); ++i) words += page.is_kept(i) ? survey.measure(i).words : 0;
  for (const auto& run : runs)
    for (const std::size_t i : run) copied_words += survey.measure(i).words;
  const bool repeats_itself = copied_words < kFewWords * words || is_interwoven(page, runs);
  for (const auto& run : runs) {
    double scores = 0;
    for (const std::size_t i : run) scores += page.score(i);
    if (repeats_itself && scores >= kSure * static_cast<double>(run.size())) continue;
    if (is_of_offers(page, run) || is_refrain(page, run)) continue;
    for (const std::size_t i : run) mark.mark(i);
  }
}

}  // namespace clean_article::extract::rules
