#include "extract/confidence/choice_facts.hpp"

#include <algorithm>
#include <array>
#include <iterator>

namespace clean_article::extract {

namespace {

constexpr double kLittle = 1e-9;  // keeps a share of nothing from dividing by it
constexpr float kShortBlock = 6;  // words: labels, lines of lists, bylines
constexpr float kEvenOdds = 0.5f;

// Sums over the blocks of a page. Words weigh; "expected" are words times their probability.
struct Sums {
  double words = 0, expected = 0, doubt = 0, score = 0, blocks = 0;

  void add(double block_words, double probability) {
    words += block_words;
    expected += block_words * probability;
    doubt += block_words * probability * (1 - probability);
    score += probability;
    blocks += 1;
  }
};

struct Choice {
  Sums kept, left;
  Sums before, between;  // of those left: above the first kept block, and among the kept
  double least_kept = 1, best_left = 0;
  double longest = 0, short_blocks = 0, runs = 0;
  double longest_gap = 0;  // words of the longest block left between
  double dropped_sure = 0, restored = 0;
  std::size_t first = 0, last = 0;
};

Choice look_at(const std::vector<Verdict>& verdicts, const std::vector<Measure>& blocks) {
  Choice c;
  const auto is_kept = [](const Verdict& v) { return v.kept; };
  c.first =
      static_cast<std::size_t>(std::find_if(verdicts.begin(), verdicts.end(), is_kept) - verdicts.begin());
  const auto last = std::find_if(verdicts.rbegin(), verdicts.rend(), is_kept);
  c.last = static_cast<std::size_t>(std::distance(last, verdicts.rend())) - 1;
  for (std::size_t i = 0; i < verdicts.size(); ++i) {
    const double words = blocks[i].words;
    const double p = verdicts[i].score;
    if (verdicts[i].kept) {
      c.kept.add(words, p);
      c.least_kept = std::min(c.least_kept, p);
      c.longest = std::max(c.longest, words);
      if (words < kShortBlock) c.short_blocks += 1;
      if (i == c.first || !verdicts[i - 1].kept) c.runs += 1;
      if (p < kEvenOdds) c.restored += words;
      continue;
    }
    c.left.add(words, p);
    c.best_left = std::max(c.best_left, p);
    if (p >= kEvenOdds) c.dropped_sure += words;
    if (i < c.first) {
      c.before.add(words, p);
    } else if (i < c.last) {
      c.between.add(words, p);
      c.longest_gap = std::max(c.longest_gap, words);
    }
  }
  return c;
}

constexpr std::array kOwnNames = {
    std::string_view("words"),       std::string_view("share"),        std::string_view("blocks"),
    std::string_view("block_share"), std::string_view("precision"),    std::string_view("recall"),
    std::string_view("expected_f1"), std::string_view("least_kept"),   std::string_view("best_left"),
    std::string_view("mean_score"),  std::string_view("first"),        std::string_view("behind"),
    std::string_view("runs"),        std::string_view("run_share"),    std::string_view("gap"),
    std::string_view("before"),      std::string_view("after"),        std::string_view("between"),
    std::string_view("mean_words"),  std::string_view("longest"),      std::string_view("short_blocks"),
    std::string_view("longest_gap"), std::string_view("doubt"),        std::string_view("doubt_kept"),
    std::string_view("doubt_left"),  std::string_view("dropped_sure"), std::string_view("restored"),
};

void add_own(const Choice& c, std::vector<float>& out) {
  const double words = c.kept.words + kLittle;
  const double all = c.kept.blocks + c.left.blocks;
  const double expected = c.kept.expected + c.left.expected + kLittle;
  const double after = c.left.expected - c.before.expected - c.between.expected;
  const std::array<double, kOwnNames.size()> numbers = {
      c.kept.words,
      c.kept.words / (c.kept.words + c.left.words + kLittle),
      c.kept.blocks,
      c.kept.blocks / all,
      c.kept.expected / words,
      c.kept.expected / expected,
      2 * c.kept.expected / (c.kept.words + expected),
      c.least_kept,
      c.best_left,
      c.kept.score / c.kept.blocks,
      static_cast<double>(c.first) / all,
      1 - static_cast<double>(c.last + 1) / all,
      c.runs,
      c.runs / c.kept.blocks,
      c.between.words / words,
      c.before.expected / expected,
      after / expected,
      c.between.expected / expected,
      c.kept.words / c.kept.blocks,
      c.longest / words,
      c.short_blocks / c.kept.blocks,
      c.longest_gap,
      (c.kept.doubt + c.left.doubt) / words,
      c.kept.doubt / words,
      c.left.doubt / words,
      c.dropped_sure / words,
      c.restored / words,
  };
  for (const double number : numbers) out.push_back(static_cast<float>(number));
}

// The signals that a first model of all of them found to tell most, by gain.
constexpr std::array kKeptSignals = {
    Signal::anchor_sentences,
    Signal::holder_best_above,
    Signal::up1_paragraph_share,
    Signal::path_link_density,
    Signal::grandparent_relative,
    Signal::anchor_same_signature,
    Signal::anchor_image_density,
    Signal::anchor_link_blocks,
    Signal::class_near_comment,
    Signal::class_near_body,
    Signal::class_near_content,
    Signal::class_near_card,
    Signal::up3_link_density,
    Signal::up3_paragraph_share,
    Signal::window2_link_density,
    Signal::copies_earlier,
    Signal::holder_inside,
    Signal::titles_so_far,
    Signal::link_density,
    Signal::cue_sign_up,
    Signal::near_form,
    Signal::near_article,
    Signal::near_main,
    Signal::near_nav,
    Signal::near_item,
    Signal::near_table,
    Signal::box_blocks,
    Signal::class_seen_related_since,
    Signal::class_seen_comment_since,
    Signal::paragraphs_since_heading,
    Signal::description_overlap,
    Signal::function_density,
    Signal::title_overlap,
};
constexpr std::array kLeftSignals = {
    Signal::phrase,       Signal::phrases,       Signal::titles_so_far,      Signal::link_density,
    Signal::near_article, Signal::holder_inside, Signal::class_near_comment,
};
constexpr std::array kPageSignals = {
    Signal::holder_share,      Signal::page_chars,
    Signal::page_blocks,       Signal::page_link_density,
    Signal::page_prose,        Signal::page_items,
    Signal::page_prices,       Signal::page_function_density,
    Signal::class_page_price,  Signal::class_page_product,
    Signal::class_page_post,   Signal::page_og_article,
    Signal::page_type_article, Signal::page_type_forum,
    Signal::page_type_product, Signal::page_has_article_body,
};

void add_means(const Extraction& e, std::vector<float>& out) {
  std::array<double, kKeptSignals.size()> kept{};
  std::array<double, kLeftSignals.size()> left{};
  double kept_words = kLittle;
  double left_words = kLittle;
  const auto& blocks = e.survey->measures->blocks;
  for (std::size_t i = 0; i < e.verdicts->size(); ++i) {
    const Verdict& verdict = (*e.verdicts)[i];
    const double weight = double{blocks[i].words} * (verdict.kept ? 1.0 : double{verdict.score});
    (verdict.kept ? kept_words : left_words) += weight;
    if (verdict.kept)
      for (std::size_t s = 0; s < kept.size(); ++s) kept[s] += weight * e.signals->get(i, kKeptSignals[s]);
    else
      for (std::size_t s = 0; s < left.size(); ++s) left[s] += weight * e.signals->get(i, kLeftSignals[s]);
  }
  for (const double sum : kept) out.push_back(static_cast<float>(sum / kept_words));
  for (const double sum : left) out.push_back(static_cast<float>(sum / left_words));
}

std::vector<std::string> all_names() {
  std::vector<std::string> names(kOwnNames.begin(), kOwnNames.end());
  for (const Signal signal : kKeptSignals) names.push_back("kept_" + std::string(signal_name(signal)));
  for (const Signal signal : kLeftSignals) names.push_back("left_" + std::string(signal_name(signal)));
  for (const Signal signal : kPageSignals) names.emplace_back(signal_name(signal));
  return names;
}

}  // namespace

std::span<const std::string_view> choice_fact_names() {
  static const std::vector<std::string> names = all_names();
  static const std::vector<std::string_view> views(names.begin(), names.end());
  return views;
}

std::vector<float> choice_facts(const Extraction& extraction) {
  std::vector<float> facts;
  facts.reserve(choice_fact_names().size());
  add_own(look_at(*extraction.verdicts, extraction.survey->measures->blocks), facts);
  add_means(extraction, facts);
  for (const Signal signal : kPageSignals) facts.push_back(extraction.signals->get(0, signal));
  return facts;
}

}  // namespace clean_article::extract
