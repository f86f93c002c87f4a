#include "extract/finish/trim.hpp"

#include <algorithm>

#include "extract/finish/biographies.hpp"
#include "extract/finish/copies.hpp"
#include "extract/finish/joins.hpp"

namespace clean_article::extract {

namespace {

using site::PhraseClass;

// Classes that are never a part of an article's body, however well their place scores. The others (bylines,
// credits, author boxes …) are signals only: a list of names may be content.
bool is_never_content(PhraseClass c) {
  switch (c) {
    case PhraseClass::kShare:
    case PhraseClass::kIconAlt:
    case PhraseClass::kNewsletter:
    case PhraseClass::kReadMore:
    case PhraseClass::kRelated:
    case PhraseClass::kAdvertisement:
    case PhraseClass::kCookie:
    case PhraseClass::kCopyright:
      return true;
    default:
      return false;
  }
}

// Whether such a phrase may be what the page says: where no article is declared, a line such as "Related
// products" or "Learn more" that the scorer takes for content.
bool may_be_content(PhraseClass c, const Survey& survey, const Verdict& verdict) {
  constexpr float kLikely = 0.5f;
  const bool doubtful =
      c == PhraseClass::kReadMore || c == PhraseClass::kRelated || c == PhraseClass::kCopyright;
  return doubtful && verdict.score >= kLikely && !survey.facts->declares_article();
}

// A line that names author or date: in articles and threads a field, not text. On other pages dates and names
// may be what the page is about.
bool is_byline(const Survey& survey, std::size_t i, const site::PhraseMatch& match) {
  constexpr float kMostWords = 14;
  const BlockKind kind = survey.block(i).kind;
  if (kind == BlockKind::kHeading) return match.phrase_class == PhraseClass::kComments;
  return match.phrase_class == PhraseClass::kByline && survey.measure(i).words <= kMostWords &&
         kind == BlockKind::kParagraph;
}

// Whether such lines are furniture here: in articles, in threads, and wherever they come again and again.
bool shows_bylines(const Survey& survey, const std::vector<std::vector<site::PhraseMatch>>& matches) {
  constexpr int kOften = 3;
  if (survey.facts->declares_article() || survey.facts->is_thread()) return true;
  int bylines = 0;
  for (std::size_t i = 0; i < survey.size(); ++i)
    for (const site::PhraseMatch& match : matches[i])
      bylines += match.phrase_class == PhraseClass::kByline && is_byline(survey, i, match) ? 1 : 0;
  return bylines >= kOften;
}

void drop(Verdict& verdict, Step step, std::string_view reason) {
  verdict.kept = false;
  verdict.step = step;
  verdict.reason = reason;
}

// A word alone in a table ("YouTube", "Required") is what the table tells, and code says anything.
void drop_phrases(const Survey& survey, const std::vector<std::vector<site::PhraseMatch>>& matches,
                  std::vector<Verdict>& verdicts) {
  constexpr float kLikely = 0.7f;
  const bool has_bylines = shows_bylines(survey, matches);
  const bool by_declaration = survey.facts->declares_article() || survey.facts->is_thread();
  for (std::size_t i = 0; i < survey.size(); ++i) {
    const BlockKind kind = survey.block(i).kind;
    if (kind == BlockKind::kCode || kind == BlockKind::kCell) continue;
    const bool byline_counts = has_bylines && (by_declaration || verdicts[i].score < kLikely);
    for (const site::PhraseMatch& match : matches[i]) {
      const bool never =
          is_never_content(match.phrase_class) && !may_be_content(match.phrase_class, survey, verdicts[i]);
      if (!never && !(byline_counts && is_byline(survey, i, match))) continue;
      drop(verdicts[i], Step::kPhrase, "");
      verdicts[i].phrase = match;
      break;
    }
  }
}

void drop_captions(const Survey& survey, std::vector<Verdict>& verdicts) {
  for (std::size_t i = 0; i < survey.size(); ++i)
    if (verdicts[i].kept && survey.block(i).kind == BlockKind::kCaption && survey.facts->declares_article())
      drop(verdicts[i], Step::kTrim, "caption");
}

// The title is a field of its own, not a line of the text; nor are the subjects of a thread's posts, which
// repeat it.
void drop_title(const Survey& survey, std::vector<Verdict>& verdicts, bool has_bylines) {
  constexpr float kSameWords = 0.85f;
  constexpr float kLikely = 0.5f;  // where title and slogan are one
  constexpr float kMostWordsWithByline = 40;
  constexpr float kFewestWords = 4;
  for (std::size_t i = 0; i < survey.size(); ++i) {
    if (!verdicts[i].kept) continue;
    if (!survey.is_heading(i)) {
      // Title and byline as lines of one paragraph.
      const Measure& m = survey.measure(i);
      if (survey.title_block == i && m.has_date && m.words <= kMostWordsWithByline)
        drop(verdicts[i], Step::kTrim, "title");
      continue;
    }
    const bool title =
        survey.title_block == i && survey.block(i).level <= 2 && (has_bylines || verdicts[i].score < kLikely);
    const bool repeats_it = has_bylines && survey.title_inside[i] >= kSameWords &&
                            survey.measure(i).words >= kFewestWords &&
                            (survey.facts->is_thread() || verdicts[i].score < kSure);
    if (title || repeats_it) drop(verdicts[i], Step::kTrim, "title");
  }
}

// Whether the list item that a block is in holds a date.
bool is_dated_item(const Survey& survey, std::size_t i) {
  constexpr std::uint32_t kMostBlocks = 12;  // more are a list of remarks, not one
  const std::uint32_t item = survey.block(i).item;
  if (item == kNone) return false;
  const Element& e = survey.element(item);
  return e.end_block - e.first_block <= kMostBlocks &&
         survey.before[e.end_block].dates > survey.before[e.first_block].dates;
}

// Remarks under the answers of a question page are not answers: short items of a comment list, signed and
// dated. Elsewhere such items, where the date stands apart, may be the posts.
void drop_remarks(const Survey& survey, std::vector<Verdict>& verdicts) {
  constexpr float kNear = 4;
  constexpr float kMostWords = 150;
  const bool of_questions = (survey.facts->types & kTypeQuestion) != 0;
  for (std::size_t i = 0; i < survey.size(); ++i) {
    const bool remark = survey.block(i).kind == BlockKind::kListItem &&
                        survey.measure(i).words <= kMostWords &&
                        survey.distance(i, Category::k_class_comment) <= kNear &&
                        (survey.measure(i).has_date || (of_questions && is_dated_item(survey, i)));
    if (verdicts[i].kept && remark) drop(verdicts[i], Step::kTrim, "remark");
  }
}

// What the page itself names as something beside the text.
void drop_named_boxes(const Survey& survey, std::vector<Verdict>& verdicts) {
  constexpr float kNear = 8;
  for (std::size_t i = 0; i < survey.size(); ++i) {
    if (!verdicts[i].kept) continue;
    const bool tabular =
        survey.distance(i, Category::k_table) <= kNear ||
        survey.distance(i, Category::k_aside) <= kNear;  // elsewhere it is any box with an icon
    if (tabular && survey.distance(i, Category::k_class_infobox) <= kNear)
      drop(verdicts[i], Step::kTrim, "infobox");
    else if (survey.distance(i, Category::k_class_references) <= kNear &&
             survey.block(i).kind == BlockKind::kListItem)
      drop(verdicts[i], Step::kTrim, "list of sources");
    else if (survey.distance(i, Category::k_class_signature) <= 1 &&
             (survey.facts->is_thread() || survey.distance(i, Category::k_class_post) <= kNear))
      drop(verdicts[i], Step::kTrim, "signature");
  }
}

// Pull quotes say again what the text says: a quote or aside whose words all stand in a longer kept block
// goes.
void drop_pull_quotes(const Survey& survey, std::vector<Verdict>& verdicts) {
  constexpr std::size_t kFewestWords = 5;
  constexpr std::size_t kMostWords = 60;
  constexpr std::size_t kReach = 200;  // blocks to either side: a page of nothing but quotes stays cheap
  for (std::size_t i = 0; i < survey.size(); ++i) {
    const Block& b = survey.block(i);
    const bool set_apart =
        (b.flags & (kInQuote | kInFigure)) != 0 || survey.distance(i, Category::k_aside) <= 3 ||
        survey.distance(i, Category::k_class_review) <= 2 || survey.distance(i, Category::k_class_box) <= 2;
    const auto words = survey.measures->tokens_of(survey.measure(i));
    if (!verdicts[i].kept || !set_apart || b.kind == BlockKind::kCode || words.size() < kFewestWords ||
        words.size() > kMostWords)
      continue;
    const std::size_t end = std::min(survey.size(), i + kReach);
    for (std::size_t j = i > kReach ? i - kReach : 0; j < end; ++j) {
      if (j == i || !verdicts[j].kept) continue;
      const auto text = survey.measures->tokens_of(survey.measure(j));
      if (text.size() <= words.size()) continue;
      if (std::search(text.begin(), text.end(), words.begin(), words.end()) == text.end()) continue;
      drop(verdicts[i], Step::kTrim, "pull quote");
      break;
    }
  }
}

// Whether headings are what the page is made of: the titles of cards in a listing have nothing under them.
bool made_of_headings(const Survey& survey, const std::vector<Verdict>& verdicts) {
  constexpr double kLargeShare = 0.12;  // of the kept words
  double words = 0;
  double heading_words = 0;
  for (std::size_t i = 0; i < survey.size(); ++i) {
    if (!verdicts[i].kept) continue;
    words += survey.measure(i).words;
    if (survey.is_heading(i)) heading_words += survey.measure(i).words;
  }
  return heading_words > kLargeShare * words;
}

// A heading stays only when text of a lower level follows it before the next of its own or a higher one, or
// where a page that is no article says things in headings (a slogan, a call).
void drop_lonely_headings(const Survey& survey, std::vector<Verdict>& verdicts) {
  if (made_of_headings(survey, verdicts)) return;
  constexpr float kLikely = 0.6f;
  constexpr float kFewestSentenceWords = 8;  // sentences marked up as headings are text
  const bool may_stand_alone = !survey.facts->declares_article();
  constexpr std::size_t kLevels = 8;
  bool text_follows[kLevels] = {};  // by level: whether a kept block stands behind, before such a heading
  bool lost_its_text = false;       // what stood under it was trimmed away
  for (std::size_t i = survey.size(); i-- > 0;) {
    if (!verdicts[i].kept) {
      lost_its_text = lost_its_text || verdicts[i].step == Step::kTrim || verdicts[i].step == Step::kPhrase ||
                      verdicts[i].step == Step::kNever;
      continue;
    }
    const Measure& m = survey.measure(i);
    if (!survey.is_heading(i) || (m.words >= kFewestSentenceWords && (m.ends_sentence || m.ends_colon))) {
      for (bool& follows : text_follows) follows = true;
      continue;
    }
    const std::size_t level = survey.block(i).level;
    const bool stands_alone = may_stand_alone && verdicts[i].score >= kLikely && !lost_its_text;
    lost_its_text = false;
    if (!text_follows[level] && !stands_alone) {
      drop(verdicts[i], Step::kTrim, "heading with nothing under it");
      continue;
    }
    for (std::size_t l = level; l < kLevels; ++l) text_follows[l] = false;
  }
}

}  // namespace

void trim(const Survey& survey, const std::vector<std::vector<site::PhraseMatch>>& matches,
          std::vector<Verdict>& verdicts) {
  keep_what_belongs(survey, verdicts);
  drop_phrases(survey, matches, verdicts);
  drop_captions(survey, verdicts);
  drop_title(survey, verdicts, shows_bylines(survey, matches));
  drop_remarks(survey, verdicts);
  drop_named_boxes(survey, verdicts);
  for (const std::size_t i : find_copies(survey, verdicts)) drop(verdicts[i], Step::kTrim, "said above");
  for (const std::size_t i : find_biographies(survey, verdicts)) drop(verdicts[i], Step::kTrim, "biography");
  drop_pull_quotes(survey, verdicts);
  drop_lonely_headings(survey, verdicts);
}

void trim_phrases(const Survey& survey, const std::vector<std::vector<site::PhraseMatch>>& matches,
                  std::vector<Verdict>& verdicts) {
  drop_phrases(survey, matches, verdicts);
  drop_title(survey, verdicts, shows_bylines(survey, matches));
}

}  // namespace clean_article::extract
