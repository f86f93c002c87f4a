#include "extract/judge/extractor.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "extract/finish/run.hpp"
#include "extract/finish/site_verdicts.hpp"
#include "extract/scorer/select.hpp"

namespace clean_article::extract {

SelectOptions page_cut(const Survey& survey, float recall_lean) {
  constexpr float kWeightOfLean = 2.0f;  // a lean of 1 doubles the weight of what is left out
  constexpr float kPowerOfLean = 0.6f;
  constexpr double kPowerWithoutProse = 0.63;
  constexpr double kPowerOfProse = 0.29;  // what is added where the page is nothing but paragraphs
  // Below it nothing but menus and empty pages is left: a sentence alone on a page has 0.05 to 0.15, a short
  // line of a text without markup 0.02.
  constexpr float kEmptyAtRecall = 0.015f;
  SelectOptions cut;
  if (survey.facts->declares_article()) {
    cut = {.recall_weight = 0.8f, .doubt_power = 0.97f};
  } else if (survey.facts->declares_product()) {
    cut = {.recall_weight = 0.95f, .doubt_power = 1.07f};
  } else {
    const double prose = survey.total().paragraph_chars / std::max(survey.total().chars, 1.0);
    cut = {.recall_weight = 1.0f,
           .doubt_power = static_cast<float>(kPowerWithoutProse + kPowerOfProse * prose)};
  }
  cut.recall_weight *= std::pow(kWeightOfLean, recall_lean);
  cut.doubt_power *= std::pow(kPowerOfLean, recall_lean);
  if (recall_lean > 0) cut.empty_below = kEmptyAtRecall;
  return cut;
}

bool has_text(const Extraction& extraction) {
  return std::any_of(extraction.verdicts->begin(), extraction.verdicts->end(),
                     [](const Verdict& v) { return v.kept; });
}

bool is_doubtful(const Extraction& extraction) {
  const float least = page_cut(*extraction.survey, 1).empty_below;
  return std::any_of(extraction.verdicts->begin(), extraction.verdicts->end(), [&](const Verdict& v) {
    return v.step == Step::kEmptyPage && v.reason.empty() && v.score >= least;
  });
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

// Or several, behind which an agency may be named.
bool is_sentence(const Measure& m) {
  constexpr float kFewestWords = 8;
  constexpr float kMostLinked = 0.3f;
  return (m.ends_sentence || m.sentences >= 2) && m.words >= kFewestWords && m.link_density <= kMostLinked;
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
  look_at(document, page_);
  signals_ = &maker_.make(page_.survey);
  scorer_ = &scorer;
  scorer.score(page_.survey, *signals_, scores_);
  return decide_again(document, options_.without);
}

Extraction Extractor::decide_again(const html::Document& document, const RulesOff& without) {
  const Blocks& page = *page_.survey.page;
  std::vector<Verdict>& verdicts = page_.verdicts;
  verdicts.assign(page.blocks.size(), Verdict{});
  for (std::size_t i = 0; i < verdicts.size(); ++i) verdicts[i].score = scores_[i];
  FinishContext context(finish_task(document, page_, verdicts, FinishedText::kPage));
  run_finish(context, without, Phase::kExclude, Phase::kExclude);
  choose(verdicts);
  run_finish(context, without, Phase::kKeep, Phase::kEdit);
  return {&page, &page_.survey, signals_, &verdicts, scorer_, context.refused_as()};
}

FinishTask Extractor::finish_task(const html::Document& document, Look& look, std::vector<Verdict>& verdicts,
                                  FinishedText text) const {
  return {document, look.builder.blocks(), look.survey,        look.matches, verdicts,
          text,     options_.comments,     options_.standfirst};
}

// Chooses blocks by their scores without those that are excluded. Where nothing else is chosen, these are
// what the page is about (a list of categories, reviews of goods): then they take part, too. An article is
// not about them: what is left may be a short item that the scorer doubts beside longer texts.
void Extractor::choose(std::vector<Verdict>& verdicts) {
  constexpr float kEmptyBesideOthers = 0.1f;  // a sentence alone on a page has 0.05 to 0.15
  const SelectOptions cut = page_cut(page_.survey, options_.recall_lean);
  words_.clear();
  for (const Measure& m : page_.measures.blocks) words_.push_back(m.words);
  candidates_ = scores_;
  bool any_excluded = false;
  bool is_article = page_.facts.declares_article();  // or has a text beside a list of other stories
  for (std::size_t i = 0; i < verdicts.size(); ++i) {
    if (verdicts[i].step != Step::kFinish) continue;
    candidates_[i] = 0;
    any_excluded = true;
    is_article = is_article || decided_by(verdicts[i]) == "teasers";
  }
  const auto any_of = [](const std::vector<bool>& chosen) {
    return std::find(chosen.begin(), chosen.end(), true) != chosen.end();
  };
  std::vector<bool> chosen = select_blocks(candidates_, words_, cut);
  const auto best = std::ranges::max_element(candidates_) - candidates_.begin();
  if (any_excluded && !any_of(chosen) && is_article &&
      is_sentence(page_.measures.blocks[static_cast<std::size_t>(best)])) {
    SelectOptions lax = cut;
    lax.empty_below = std::min(cut.empty_below, kEmptyBesideOthers);
    chosen = select_blocks(candidates_, words_, lax);
  }
  if (any_excluded && !any_of(chosen)) {
    for (std::size_t i = 0; i < verdicts.size(); ++i) {
      // What readers wrote below an article never is what it says.
      if (page_.facts.declares_article() && decided_by(verdicts[i]) == "comments-section") continue;
      candidates_[i] = scores_[i];
      verdicts[i] = {.score = scores_[i], .reason = {}, .phrase = {}};
    }
    chosen = select_blocks(candidates_, words_, cut);
  }
  const bool is_empty = !any_of(chosen);
  for (std::size_t i = 0; i < verdicts.size(); ++i) {
    verdicts[i].kept = chosen[i];
    if (is_empty && verdicts[i].step == Step::kScorer) verdicts[i].step = Step::kEmptyPage;
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

  site::RuleWork work = applied.work;
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
    keep_body(applied.body_origin, rule.prune, page, part.origin, text_scores_, verdicts);
    FinishContext context(finish_task(part.document, look, verdicts,
                                      rule.prune ? FinishedText::kBody : FinishedText::kUnprunedBody));
    run_finish(context, options_.without, Phase::kExclude, Phase::kRefuse);
    if (applied.title) drop_site_title(*applied.title, look.survey, verdicts);
    apply_patterns(rule, look.survey, work, verdicts);
    run_finish(context, options_.without, Phase::kEdit, Phase::kEdit);
    const bool is_stale = words_kept(verdicts, look.measures) <= kStaleShare * words_by_scorer;
    if (!is_stale || !rule.autodetect_on_failure) {
      const Extraction by_rule{&page, &look.survey, nullptr, &verdicts, nullptr, {}};
      return {by_rule, &part, true, work.is_spent()};
    }
  }
  apply_patterns(rule, page_.survey, work, page_.verdicts);
  return {by_scorer, applied.rest, false, work.is_spent()};
}

Extraction Extractor::take_whole(const html::Document& document, std::string_view source) {
  page_.facts = PageFacts{};
  const Blocks& page = look_at(document, page_);
  page_.verdicts.assign(
      page.blocks.size(),
      Verdict{
          .score = 1, .kept = true, .step = Step::kRescue, .rule = nullptr, .reason = source, .phrase = {}});
  return {&page, &page_.survey, nullptr, &page_.verdicts, nullptr, {}};
}

void Extractor::forget_signals() {
  maker_.forget();
  signals_ = nullptr;
}

}  // namespace clean_article::extract
