#include "extract/finish/context.hpp"

#include <algorithm>

namespace clean_article::extract {

namespace {

constexpr PhraseBits kBylines = phrase_bit(site::PhraseClass::kByline);

bool is_for(Scope scope, FinishedText text) {
  switch (scope) {
    case Scope::kPage:
      return text == FinishedText::kPage;
    case Scope::kBoth:
      return text != FinishedText::kUnprunedBody;
    case Scope::kAlways:
      return true;
  }
  return false;
}

}  // namespace

FinishContext::FinishContext(const FinishTask& task) : task_(task) {
  for (const PhraseBits bits : *task_.survey.phrases) phrases_of_page_ |= bits;
}

const site::PhraseMatch* FinishContext::match(std::size_t i, PhraseBits classes) const {
  if ((phrases(i) & classes) == 0) return nullptr;
  const std::vector<site::PhraseMatch>& matches = task_.matches[i];
  const auto found = std::ranges::find_if(matches, [&](const site::PhraseMatch& match) {
    return (phrase_bit(match.phrase_class) & classes) != 0;
  });
  return found == matches.end() ? nullptr : &*found;
}

bool FinishContext::concerns(const FinishRule& rule) const {
  if (!is_for(rule.scope, task_.text)) return false;
  if (rule.phrases != 0 && (rule.phrases & phrases_of_page_) == 0) return false;
  return passes(rule.gate);
}

bool FinishContext::passes(Gate gate) const {
  switch (gate) {
    case Gate::kAny:
      return true;
    case Gate::kArticle:
      return facts().declares_article();
    case Gate::kNotArticle:
      return !facts().declares_article();
    case Gate::kNotThread:
      return !facts().is_thread();
    case Gate::kOneProduct:
      return facts().declares_one_product();
    case Gate::kBylines:
      return shows_bylines();
    case Gate::kErrorTitle:
      return facts().error_title;
    case Gate::kStandfirstUnasked:
      return facts().declares_article() && !task_.standfirst_asked;
    case Gate::kStandfirstAsked:
      return facts().declares_article() && task_.standfirst_asked;
    case Gate::kCommentsAsked:
      return task_.comments_asked;
  }
  return false;
}

bool FinishContext::shows_bylines() const {
  constexpr int kOften = 3;
  if (shows_bylines_) return *shows_bylines_;
  shows_bylines_ = facts().declares_article() || facts().is_thread();
  if (*shows_bylines_ || (phrases_of_page_ & kBylines) == 0) return *shows_bylines_;
  int bylines = 0;
  for (std::size_t i = 0; i < size() && bylines < kOften; ++i) bylines += is_byline(i) ? 1 : 0;
  shows_bylines_ = bylines >= kOften;
  return *shows_bylines_;
}

bool FinishContext::is_byline(std::size_t i) const {
  constexpr float kMostWords = 14;
  return (phrases(i) & kBylines) != 0 && survey().measure(i).words <= kMostWords &&
         survey().block(i).kind == BlockKind::kParagraph;
}

const FinishContext::Kept& FinishContext::kept() const {
  if (kept_) return *kept_;
  kept_ = Kept();
  for (std::size_t i = 0; i < size(); ++i) {
    if (!is_kept(i)) continue;
    if (kept_->end == 0) kept_->first = i;
    kept_->end = i + 1;
    kept_->words += survey().measure(i).words;
  }
  return *kept_;
}

double FinishContext::likely_words(std::size_t begin, std::size_t end) const {
  std::vector<double>& before = likely_words_before_;
  if (before.empty()) {
    before.resize(size() + 1);
    for (std::size_t i = 0; i < size(); ++i)
      before[i + 1] = before[i] + double{survey().measure(i).words} * double{score(i)};
  }
  return before[end] - before[begin];
}

// The outermost element that a heading begins.
std::uint32_t FinishContext::begun_by(std::size_t heading) const {
  const Survey& survey = task_.survey;
  std::uint32_t begun = survey.block(heading).element;
  while (survey.element(survey.parent(begun)).first_block == heading && survey.parent(begun) != begun)
    begun = survey.parent(begun);
  return begun;
}

bool FinishContext::begins_element(std::size_t heading) const {
  return survey().element(begun_by(heading)).end_block > heading + 1;
}

std::size_t FinishContext::end_of_section(std::size_t heading) const {
  const Survey& survey = task_.survey;
  const std::uint32_t begun = begun_by(heading);
  if (survey.element(begun).end_block > heading + 1) return survey.element(begun).end_block;
  const std::size_t last = survey.element(survey.parent(begun)).end_block;
  std::size_t end = heading + 1;
  while (end < last && !(survey.is_heading(end) && survey.block(end).level <= survey.block(heading).level))
    ++end;
  return end;
}

}  // namespace clean_article::extract
