#include "extract/judge/extractor.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "extract/finish/comments.hpp"
#include "extract/finish/permalinks.hpp"
#include "extract/finish/rule_verdicts.hpp"
#include "extract/finish/trim.hpp"
#include "extract/scorer/select.hpp"

namespace clean_article::extract {

SelectOptions page_cut(const Survey& survey, float recall_lean) {
  constexpr float kWeightOfLean = 2.0f;  // a lean of 1 doubles the weight of what is left out
  constexpr float kPowerOfLean = 0.6f;
  constexpr double kPowerWithoutProse = 0.65;
  constexpr double kPowerOfProse = 0.3;  // what is added where the page is nothing but paragraphs
  SelectOptions cut;
  if (survey.facts->declares_article()) {
    cut = {.recall_weight = 0.8f, .doubt_power = 1.0f};
  } else if (survey.facts->declares_product()) {
    cut = {.recall_weight = 0.95f, .doubt_power = 1.1f};
  } else {
    const double prose = survey.total().paragraph_chars / std::max(survey.total().chars, 1.0);
    cut = {.recall_weight = 1.0f,
           .doubt_power = static_cast<float>(kPowerWithoutProse + kPowerOfProse * prose)};
  }
  cut.recall_weight *= std::pow(kWeightOfLean, recall_lean);
  cut.doubt_power *= std::pow(kPowerOfLean, recall_lean);
  return cut;
}

std::string_view step_name(Step step) {
  switch (step) {
    case Step::kPhrase:
      return "phrase";
    case Step::kNever:
      return "never content";
    case Step::kScorer:
      return "scorer";
    case Step::kEmptyPage:
      return "empty page";
    case Step::kTrim:
      return "trim";
    case Step::kRescue:
      return "rescue";
    case Step::kRule:
      return "rule";
    case Step::kComments:
      return "comments";
  }
  return "";
}

bool has_text(const Extraction& extraction) {
  return std::any_of(extraction.verdicts->begin(), extraction.verdicts->end(),
                     [](const Verdict& v) { return v.kept; });
}

Extractor::Extractor(std::shared_ptr<const site::Phrases> phrases, const ExtractOptions& options)
    : phrases_(std::move(phrases)), options_(options) {}

namespace {

// Where the nodes are from of which blocks are made: those of <body>, or all where there is none.
std::span<const html::NodeId> nodes_of_body(const html::DocumentPart& part) {
  const auto nodes = part.document.nodes();
  const auto body =
      std::ranges::find_if(nodes, [](const html::Node& node) { return node.tag == html::Tag::k_body; });
  return std::span(part.origin).subspan(body == nodes.end() ? 0 : std::size_t(body - nodes.begin()));
}

float words_kept(const std::vector<Verdict>& verdicts, const Measures& measures) {
  float words = 0;
  for (std::size_t i = 0; i < verdicts.size(); ++i)
    if (verdicts[i].kept) words += measures.blocks[i].words;
  return words;
}

}  // namespace

const Blocks& Extractor::look_at(const html::Document& document, Look& look) {
  const Blocks& page = look.builder.build(document);
  look.measures.measure(page);
  known_.assign(page.blocks.size(), KnownTexts::kNone);
  finish_look(page, look);
  return page;
}

Extractor::Look& Extractor::look_at_body(const html::DocumentPart& body, const html::DocumentPart& rest) {
  const Blocks& page = body_.builder.build_part(body.document, rest.document, *page_.survey.page);
  find_known(page, body.origin);
  const KnownTexts known{page_.measures, known_};
  body_.measures.measure(page, &known);
  body_.facts = page_.facts;  // the head is that of the page
  finish_look(page, body_);
  return body_;
}

void Extractor::finish_look(const Blocks& page, Look& look) {
  const std::size_t n = page.blocks.size();
  look.matches.resize(std::max(look.matches.size(), n));
  look.phrase_bits.assign(n, 0);
  for (std::size_t i = 0; i < n; ++i) {
    std::vector<site::PhraseMatch>& matches = look.matches[i];
    matches.clear();
    if (known_[i] != KnownTexts::kNone) {
      matches = page_.matches[known_[i]];
    } else {
      phrases_->match(page.text_of(page.blocks[i]), matches);
    }
    for (const site::PhraseMatch& m : matches) look.phrase_bits[i] |= phrase_bit(m.phrase_class);
  }
  look.survey.prepare(page, look.measures, look.facts, look.phrase_bits);
}

// Which of a body's blocks say what one block of the page says, to the letter.
void Extractor::find_known(const Blocks& body, const std::vector<html::NodeId>& origin) {
  const Blocks& page = *page_.survey.page;
  known_.clear();
  for (const Block& block : body.blocks) {
    const std::uint32_t same = text_blocks_[origin[body.pieces[block.first_piece].text_node]];
    const bool is_known = same != kNoBlock && page.text_of(page.blocks[same]) == body.text_of(block);
    known_.push_back(is_known ? same : KnownTexts::kNone);
  }
}

Extraction Extractor::extract(const html::Document& document, const Scorer& scorer) {
  page_.facts = read_facts(document);
  const Blocks& page = look_at(document, page_);
  const SignalTable& signals = maker_.make(page_.survey);
  scorer.score(page_.survey, signals, scores_);

  words_.clear();
  for (const Measure& m : page_.measures.blocks) words_.push_back(m.words);
  std::vector<Exclusion> never = find_never_content(page_.survey, scores_);
  const std::vector<bool> chosen = choose(never);
  const bool empty = std::find(chosen.begin(), chosen.end(), true) == chosen.end();
  std::vector<Verdict>& verdicts = page_.verdicts;
  verdicts.assign(page.blocks.size(), Verdict{});
  for (std::size_t i = 0; i < verdicts.size(); ++i) {
    verdicts[i].score = scores_[i];
    verdicts[i].kept = chosen[i];
    if (empty) verdicts[i].step = Step::kEmptyPage;
  }
  for (const Exclusion& x : never) {
    verdicts[x.block].step = Step::kNever;
    verdicts[x.block].reason = x.reason;
  }
  trim(page_.survey, page_.matches, verdicts);
  if (options_.comments) keep_comments(page_.survey, page_.phrase_bits, verdicts);
  if (page_.facts.error_title) drop_error_page();
  cut_permalinks(document, verdicts, page_.builder.blocks());
  return {&page, &page_.survey, &signals, &verdicts, &scorer};
}

// Chooses blocks by their scores without those that are never content. Where nothing else is chosen, these
// are what the page is about (a list of categories, reviews of goods): then `never` is emptied.
std::vector<bool> Extractor::choose(std::vector<Exclusion>& never) {
  const SelectOptions cut = page_cut(page_.survey, options_.recall_lean);
  candidates_ = scores_;
  for (const Exclusion& x : never) candidates_[x.block] = 0;
  std::vector<bool> chosen = select_blocks(candidates_, words_, cut);
  if (never.empty() || std::find(chosen.begin(), chosen.end(), true) != chosen.end()) return chosen;
  never.clear();
  return select_blocks(scores_, words_, cut);
}

// A page titled "not found" that then says little is an error page; an article about such pages says more.
void Extractor::drop_error_page() {
  constexpr float kMostWords = 120;
  float kept_words = 0;
  for (std::size_t i = 0; i < words_.size(); ++i)
    if (page_.verdicts[i].kept) kept_words += words_[i];
  if (kept_words > kMostWords) return;
  for (Verdict& verdict : page_.verdicts) {
    if (!verdict.kept) continue;
    verdict.kept = false;
    verdict.step = Step::kEmptyPage;
    verdict.reason = "error page";
  }
}

// Remembers block and score of each text, for when the same texts stand in other blocks.
void Extractor::note_texts(const std::vector<html::NodeId>& origin) {
  html::NodeId most = 0;
  for (const html::NodeId id : origin)
    if (id != html::kNoNode) most = std::max(most, id);
  text_scores_.assign(most + 1, -1.0f);
  text_blocks_.assign(most + 1, kNoBlock);
  const Blocks& page = *page_.survey.page;
  for (std::uint32_t i = 0; i < page.blocks.size(); ++i) {
    for (std::uint32_t p = page.blocks[i].first_piece; p < page.blocks[i].end_piece; ++p) {
      const html::NodeId text = origin[page.pieces[p].text_node];
      text_scores_[text] = scores_[i];
      text_blocks_[text] = i;
    }
  }
}

RuleExtraction Extractor::extract_with_rule(const site::SiteRule& rule, const site::AppliedRule& applied,
                                            const Scorer& scorer) {
  // A body of less than this share of the words that the scorer takes was meant for an older page.
  constexpr float kStaleShare = 0.2f;

  const Extraction by_scorer = extract(applied.rest->document, scorer);
  if (applied.body) {
    const float words_by_scorer = words_kept(page_.verdicts, page_.measures);
    note_texts(applied.rest->origin);
    // Scores that find no text at all on the page say nothing about the body.
    if (words_by_scorer == 0) std::fill(text_scores_.begin(), text_scores_.end(), -1.0f);
    // A body that is all that the rule has left was looked at already.
    const bool is_rest = std::ranges::equal(nodes_of_body(*applied.body), nodes_of_body(*applied.rest));
    const html::DocumentPart& part = is_rest ? *applied.rest : *applied.body;
    Look& look = is_rest ? page_ : look_at_body(part, *applied.rest);
    const Blocks& page = *look.survey.page;
    std::vector<Verdict>& verdicts = body_.verdicts;
    verdicts.resize(page.blocks.size());
    keep_body(applied.body_origin, page, part.origin, text_scores_, verdicts);
    finish_body(rule, look.survey, look.matches, verdicts);
    if (applied.title) drop_rule_title(*applied.title, look.survey, verdicts);
    apply_patterns(rule, look.survey, verdicts);
    cut_permalinks(part.document, verdicts, look.builder.blocks());
    const bool is_stale = words_kept(verdicts, look.measures) <= kStaleShare * words_by_scorer;
    if (!is_stale || !rule.autodetect_on_failure) {
      const Extraction by_rule{&page, &look.survey, nullptr, &verdicts, nullptr};
      return {by_rule, &part, true};
    }
  }
  apply_patterns(rule, page_.survey, page_.verdicts);
  return {by_scorer, applied.rest, false};
}

Extraction Extractor::take_whole(const html::Document& document, std::string_view source) {
  page_.facts = PageFacts{};
  const Blocks& page = look_at(document, page_);
  page_.verdicts.assign(
      page.blocks.size(),
      Verdict{.score = 1, .kept = true, .step = Step::kRescue, .reason = source, .phrase = {}});
  return {&page, &page_.survey, nullptr, &page_.verdicts, nullptr};
}

}  // namespace clean_article::extract
