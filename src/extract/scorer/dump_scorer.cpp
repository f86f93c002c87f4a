// The article of a dump is the run of lines that holds most prose for the least furniture: every line is
// given a gain (words of prose) or a cost (furniture), and the run of the highest sum is the body. See
// dump_scorer.hpp.
#include "extract/scorer/dump_scorer.hpp"

#include <algorithm>

namespace clean_article::extract {

namespace {

using site::PhraseClass;

// Gains and costs are in words of prose. Tuned on lines of labelled pages without their markup; what each is
// for is shown by the fixtures dump-*.
constexpr float kMostGain = 60;            // of one paragraph: length alone makes no article
constexpr float kLeastProseWords = 10;     // a sentence; below it a line proves nothing
constexpr float kFragmentShare = 0.2f;     // of the words of a long line that does not end like a sentence
constexpr float kFunctionDensity = 0.05f;  // of the words of prose are the mortar of its language
constexpr float kShortCost = 0.1f;         // a short line: a subheading, a list item, a link
constexpr float kLeastHeadlineWords = 5;
constexpr float kHeadlineCost = 0.3f;  // a line of some words without an end: a headline among others
constexpr float kInsertCost = 6;       // a known phrase that often stands between paragraphs
constexpr float kPhraseCost = 20;      // any other
constexpr float kEndCost = 90;         // one that stands where articles end
constexpr float kMostDekWords = 45;    // between title and byline
constexpr float kFewestSentenceWords = 5;

// Phrases that stand where an article is over.
constexpr PhraseBits kEnds = phrase_bit(PhraseClass::kRelated) | phrase_bit(PhraseClass::kComments) |
                             phrase_bit(PhraseClass::kCopyright) | phrase_bit(PhraseClass::kAuthorBox);

// Phrases that pages put between the paragraphs of an article.
constexpr PhraseBits kInserts = phrase_bit(PhraseClass::kReadMore) | phrase_bit(PhraseClass::kAdvertisement) |
                                phrase_bit(PhraseClass::kCredit) | phrase_bit(PhraseClass::kIconAlt);

enum class LineKind : std::uint8_t { kProse, kFragment, kHeadline, kShort, kPhrase, kEnd };

struct Line {
  LineKind kind;
  float gain;
};

Line judge(const Measure& m, PhraseBits phrases) {
  if ((phrases & kEnds) != 0) return {LineKind::kEnd, -kEndCost};
  if (phrases != 0) return {LineKind::kPhrase, (phrases & ~kInserts) == 0 ? -kInsertCost : -kPhraseCost};
  const bool mortar = m.function_density >= kFunctionDensity;
  const float words = std::min(m.words, kMostGain);
  if (m.words >= kLeastProseWords && mortar) {
    if (m.ends_sentence || m.ends_colon || m.sentences >= 2) return {LineKind::kProse, words};
    if (m.words >= 2 * kLeastProseWords) return {LineKind::kFragment, words * kFragmentShare};
  }
  if (m.words >= kLeastHeadlineWords && !m.ends_sentence) return {LineKind::kHeadline, -kHeadlineCost};
  return {LineKind::kShort, m.ends_sentence ? 0 : -kShortCost};
}

class DumpScorer : public Scorer {
 public:
  void score(const Survey& survey, const SignalTable& /*signals*/, std::vector<float>& out) const override {
    std::vector<Line> lines(survey.size());
    float sum = 0;
    float best = 0;
    std::size_t start = 0;
    std::size_t first = 0;
    std::size_t end = 0;  // of the best run of lines
    for (std::size_t i = 0; i < lines.size(); ++i) {
      lines[i] = judge(survey.measure(i), (*survey.phrases)[i] & kSeenBySignals);
      if (sum <= 0) {
        sum = 0;
        start = i;
      }
      sum += lines[i].gain;
      if (sum > best) {
        best = sum;
        first = start;
        end = i + 1;
      }
    }
    if (end > 0) first = before_first(survey, lines, first);
    first = behind_byline(survey, lines, first, end);
    out.resize(lines.size());
    for (std::size_t i = 0; i < out.size(); ++i) out[i] = probability(lines[i].kind, i >= first && i < end);
  }

  // Not from signals: a line's place decides.
  std::vector<std::vector<Influence>> influences(const SignalTable& /*signals*/,
                                                 std::size_t /*most*/) const override {
    return {};
  }

 private:
  // A short sentence right above the run opens it: titles end with no full stop.
  static std::size_t before_first(const Survey& survey, const std::vector<Line>& lines, std::size_t first) {
    if (first == 0 || lines[first - 1].kind != LineKind::kShort) return first;
    const Blocks& page = *survey.page;
    const bool is_sentence = survey.measure(first - 1).words >= kFewestSentenceWords &&
                             page.text_of(page.blocks[first - 1]).ends_with('.');
    return is_sentence ? first - 1 : first;
  }

  // What stands between title and byline is a dek: where a byline follows the run's first few words, the body
  // starts behind it.
  static std::size_t behind_byline(const Survey& survey, const std::vector<Line>& lines, std::size_t first,
                                   std::size_t end) {
    float words = 0;
    std::size_t start = first;
    for (std::size_t i = first; i < end && words <= kMostDekWords; ++i) {
      if (((*survey.phrases)[i] & phrase_bit(PhraseClass::kByline)) != 0) start = i + 1;
      words += std::max(lines[i].gain, 0.0f);
    }
    return start;
  }

  static float probability(LineKind kind, bool inside) {
    switch (kind) {
      case LineKind::kProse:
        return inside ? 0.95f : 0.1f;
      case LineKind::kFragment:
        return inside ? 0.9f : 0.05f;
      case LineKind::kHeadline:
        return inside ? 0.8f : 0.03f;
      case LineKind::kShort:
        return inside ? 0.75f : 0.02f;
      case LineKind::kPhrase:
        return inside ? 0.05f : 0.01f;
      case LineKind::kEnd:
        return inside ? 0.03f : 0;
    }
    return 0;
  }
};

}  // namespace

const Scorer& dump_scorer() {
  static const DumpScorer scorer;
  return scorer;
}

}  // namespace clean_article::extract
