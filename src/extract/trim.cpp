#include "extract/trim.hpp"

#include <algorithm>

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

void drop_phrases(const Survey& survey, const std::vector<std::vector<site::PhraseMatch>>& matches,
                  std::vector<Verdict>& verdicts) {
  const bool has_bylines = shows_bylines(survey, matches);
  for (std::size_t i = 0; i < survey.size(); ++i) {
    if (survey.block(i).kind == BlockKind::kCode) continue;
    for (const site::PhraseMatch& match : matches[i]) {
      if (!is_never_content(match.phrase_class) && !(has_bylines && is_byline(survey, i, match))) continue;
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
    if (!has_bylines) continue;
    const bool title = survey.title_block == i && survey.block(i).level <= 2;
    const bool repeats_it = survey.title_inside[i] >= kSameWords && survey.measure(i).words >= kFewestWords;
    if (title || repeats_it) drop(verdicts[i], Step::kTrim, "title");
  }
}

// Remarks under the answers of a question page are not answers: short items of a comment list, signed and
// dated.
void drop_remarks(const Survey& survey, std::vector<Verdict>& verdicts) {
  constexpr float kNear = 4;
  constexpr float kMostWords = 100;
  for (std::size_t i = 0; i < survey.size(); ++i) {
    const bool remark = survey.block(i).kind == BlockKind::kListItem && survey.measure(i).has_date &&
                        survey.measure(i).words <= kMostWords &&
                        survey.distance(i, Category::k_class_comment) <= kNear;
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
    else if (survey.distance(i, Category::k_class_signature) <= 1)
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
    if (!verdicts[i].kept || !set_apart || words.size() < kFewestWords || words.size() > kMostWords) continue;
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

// What the page holds twice (for narrow and for wide screens, in a slider's clones, quoted by answers) is
// taken once: a run of kept blocks that says again what an earlier run said, word for word, goes. Short runs
// may be meant, so may what recurs all over the text (a refrain, the same terms under each offer), cells and
// code.
void drop_copies(const Survey& survey, std::vector<Verdict>& verdicts) {
  constexpr float kFewestWords = 12;       // of a run; out of fold on wcxb-dev 8 to 30 do about as well
  constexpr std::uint32_t kMostTimes = 3;  // that one text of the run may stand in what is kept
  const auto counts = [&](std::size_t i) {
    const BlockKind kind = survey.block(i).kind;
    return verdicts[i].kept && kind != BlockKind::kCode && kind != BlockKind::kCell;
  };
  HashCounter times;
  HashCounter numbers;
  times.reset(survey.size());
  numbers.reset(survey.size());
  for (std::size_t i = 0; i < survey.size(); ++i)
    if (counts(i)) times.count(survey.measure(i).text_hash);

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
    if (words >= kFewestWords && rare)
      for (const std::size_t i : run) drop(verdicts[i], Step::kTrim, "said above");
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
}

// A heading, quote or piece of code that the scorer left out, with kept blocks of the same parent on both
// sides, belongs to them; so does a likelier heading right over one.
void keep_what_joins(const Survey& survey, std::vector<Verdict>& verdicts) {
  constexpr float kBetween = 0.1f;   // least score between kept blocks
  constexpr float kOver = 0.3f;      // and of a heading over one
  constexpr std::size_t kReach = 3;  // blocks back to the kept one before
  // From the end, so that what stands over a joined block can join it in turn.
  for (std::size_t i = survey.size(); i-- > 1;) {
    if (i + 1 == survey.size()) continue;
    const Block& b = survey.block(i);
    Verdict& verdict = verdicts[i];
    const bool heading = b.kind == BlockKind::kHeading;
    const bool quote = (b.flags & kInQuote) != 0;
    if (verdict.kept || (!heading && !quote && b.kind != BlockKind::kCode) || verdict.score < kBetween)
      continue;
    if (survey.title_block == i) continue;
    std::uint32_t holder = survey.parent(b.element);
    if (quote && survey.element(holder).tag == html::Tag::k_blockquote) holder = survey.parent(holder);
    const Element& parent = survey.element(holder);
    const auto beside = [&](std::size_t o) {
      return verdicts[o].kept && o >= parent.first_block && o < parent.end_block;
    };
    bool kept_before = false;
    for (std::size_t back = 1; back <= kReach && back <= i; ++back)
      kept_before = kept_before || beside(i - back);
    if (!beside(i + 1) || !(kept_before || (heading && verdict.score >= kOver))) continue;
    verdict.kept = true;
    verdict.step = Step::kTrim;
    verdict.reason = "joins kept text";
  }
}

// The line under the title (dek, standfirst) is text. Scores of it hover about the cut, since references
// disagree; the names that publishing systems give it settle that.
void keep_dek(const Survey& survey, std::vector<Verdict>& verdicts) {
  constexpr float kLeastScore = 0.15f;
  constexpr float kFewestWords = 6;
  constexpr std::size_t kReach = 4;  // blocks behind the title
  if (survey.title_block == kNone || !survey.facts->declares_article()) return;
  const std::size_t end = std::min(survey.size(), survey.title_block + 1 + kReach);
  for (std::size_t i = survey.title_block + 1; i < end; ++i) {
    const BlockKind kind = survey.block(i).kind;
    if (verdicts[i].kept || (kind != BlockKind::kParagraph && kind != BlockKind::kHeading)) continue;
    if (verdicts[i].score < kLeastScore || survey.measure(i).words < kFewestWords ||
        survey.measure(i).link_density > 0)
      continue;
    if (survey.distance(i, Category::k_class_hero) > 1) continue;
    verdicts[i].kept = true;
    verdicts[i].step = Step::kTrim;
    verdicts[i].reason = "line under the title";
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

// A heading stays only when text of a lower level follows it before the next of its own or a higher one.
void drop_lonely_headings(const Survey& survey, std::vector<Verdict>& verdicts) {
  if (made_of_headings(survey, verdicts)) return;
  constexpr std::size_t kLevels = 8;
  bool text_follows[kLevels] = {};  // by level: whether a kept block stands behind, before such a heading
  for (std::size_t i = survey.size(); i-- > 0;) {
    if (!verdicts[i].kept) continue;
    if (!survey.is_heading(i)) {
      for (bool& follows : text_follows) follows = true;
      continue;
    }
    const std::size_t level = survey.block(i).level;
    if (!text_follows[level]) {
      drop(verdicts[i], Step::kTrim, "heading with nothing under it");
      continue;
    }
    for (std::size_t l = level; l < kLevels; ++l) text_follows[l] = false;
  }
}

}  // namespace

void trim(const Survey& survey, const std::vector<std::vector<site::PhraseMatch>>& matches,
          std::vector<Verdict>& verdicts) {
  keep_what_joins(survey, verdicts);
  keep_dek(survey, verdicts);
  drop_phrases(survey, matches, verdicts);
  drop_captions(survey, verdicts);
  drop_title(survey, verdicts, shows_bylines(survey, matches));
  drop_remarks(survey, verdicts);
  drop_named_boxes(survey, verdicts);
  drop_copies(survey, verdicts);
  drop_pull_quotes(survey, verdicts);
  drop_lonely_headings(survey, verdicts);
}

void trim_phrases(const Survey& survey, const std::vector<std::vector<site::PhraseMatch>>& matches,
                  std::vector<Verdict>& verdicts) {
  drop_phrases(survey, matches, verdicts);
  drop_title(survey, verdicts, shows_bylines(survey, matches));
}

}  // namespace clean_article::extract
