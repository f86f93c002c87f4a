#include "extract/trim.hpp"

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

void drop(Verdict& verdict, Step step, std::string_view reason) {
  verdict.kept = false;
  verdict.step = step;
  verdict.reason = reason;
}

void drop_phrases(const Survey& survey, const std::vector<std::vector<site::PhraseMatch>>& matches,
                  std::vector<Verdict>& verdicts) {
  for (std::size_t i = 0; i < survey.size(); ++i) {
    if (survey.block(i).kind == BlockKind::kCode) continue;
    for (const site::PhraseMatch& match : matches[i]) {
      if (!is_never_content(match.phrase_class)) continue;
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

// The title is a field of its own, not a line of the text.
void drop_title(const Survey& survey, std::vector<Verdict>& verdicts) {
  const std::uint32_t title = survey.title_block;
  if (title == kNone || !survey.facts->declares_article()) return;
  if (survey.is_heading(title) && survey.block(title).level == 1 && verdicts[title].kept)
    drop(verdicts[title], Step::kTrim, "title");
}

// A heading stays only when text of a lower level follows it before the next of its own or a higher one.
void drop_lonely_headings(const Survey& survey, std::vector<Verdict>& verdicts) {
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
  drop_phrases(survey, matches, verdicts);
  drop_captions(survey, verdicts);
  drop_title(survey, verdicts);
  drop_lonely_headings(survey, verdicts);
}

}  // namespace clean_article::extract
