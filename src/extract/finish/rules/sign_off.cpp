// Who wrote a text, as its last line: marks of agencies ("dpa", "(AFP)"), initials ("(jg)", "LK"), a name.
#include <string_view>

#include "extract/finish/rules/rules.hpp"
#include "text/text.hpp"

namespace clean_article::extract::rules {

namespace {

// Initials and names in brackets.
bool is_in_brackets(std::string_view text, float words) {
  constexpr float kMostWords = 4;
  return words <= kMostWords && text.starts_with('(') && text.find(')') == text.size() - 1;
}

// Each word begins with a capital, nothing else is in it, and no sentence ends.
bool is_name(std::string_view text, float words) {
  constexpr float kMostWords = 3;
  if (words > kMostWords || text.empty()) return false;
  bool begins_word = true;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = text::next_code_point(text, at);
    if (c == ' ' || c == '/' || c == '-') {
      begins_word = true;
      continue;
    }
    if (begins_word ? !text::is_upper(c) : !text::is_letter(c) && c != '.' && c != U'’' && c != '\'')
      return false;
    begins_word = false;
  }
  return text.back() != '.';
}

}  // namespace

void sign_off(const FinishContext& page, Marker& mark) {
  constexpr float kFewestAbove = 12;  // words of the paragraph that a name stands under
  const Survey& survey = page.survey();
  const auto kept_before = [&](std::size_t end) {
    while (end > 0 && !page.is_kept(end - 1)) --end;
    return end;
  };
  const std::size_t end = kept_before(page.size());
  const std::size_t above = end == 0 ? 0 : kept_before(end - 1);
  if (above == 0 || survey.block(end - 1).kind != BlockKind::kParagraph) return;
  const std::size_t last = end - 1;
  const float words = survey.measure(last).words;
  const site::PhraseMatch* match = page.match(last, phrase_bit(site::PhraseClass::kSignOff));
  if (match != nullptr) return mark.mark(last, match);
  if ((page.phrases(last) & phrase_bit(site::PhraseClass::kSourceLine)) != 0) return;
  const bool is_under_prose = survey.block(above - 1).kind == BlockKind::kParagraph &&
                              survey.measure(above - 1).words >= kFewestAbove;
  if (is_in_brackets(page.text_of(last), words) || (is_under_prose && is_name(page.text_of(last), words)))
    mark.mark(last);
}

}  // namespace clean_article::extract::rules
