// Disclaimers of distributors and portals, behind the text: a paragraph that is one, or a label of its own
// and what stands under it. A text that is about a disclaimer has more behind that word than before it.
#include <algorithm>
#include <bitset>
#include <string>
#include <string_view>
#include <vector>

#include "extract/finish/rules/rules.hpp"
#include "text/text.hpp"

namespace clean_article::extract::rules {

namespace {

struct Labels {
  explicit Labels(const site::Words& words) {
    for (const site::Word& label : words.list(site::WordList::kDisclaimerLabels)) {
      all.push_back(label.text);
      begins.set(static_cast<unsigned char>(label.text.front()));
    }
  }

  // In lower case characters beyond ASCII may begin with another byte.
  bool may_begin_with(char c) const {
    return static_cast<unsigned char>(c) >= 0x80 ||
           begins.test(static_cast<unsigned char>(text::ascii_lower(c)));
  }

  std::vector<std::string_view> all;
  std::bitset<256> begins;  // their first bytes
};

// Longer than any phrase, so only its label tells.
bool begins_with_label(std::string_view text) {
  constexpr std::size_t kMostBytes = 64;  // of a label
  const Labels& labels = site::words_in_use().made<Labels>();
  if (text.empty() || !labels.may_begin_with(text.front())) return false;
  const std::string beginning = text::to_lower(text.substr(0, std::min(text.size(), kMostBytes)));
  return std::ranges::any_of(labels.all,
                             [&](std::string_view label) { return beginning.starts_with(label); });
}

// Where what a label heads ends: with its section, or with the few paragraphs that stand beside it.
std::size_t end_of_disclaimer(const FinishContext& page, std::size_t label) {
  constexpr double kMostWords = 300;
  const Survey& survey = page.survey();
  const std::size_t next = std::min(label + 2, page.size());
  const std::size_t end =
      survey.is_heading(label) || page.begins_element(label)
          ? page.end_of_section(label)
          : std::size_t{survey.element(survey.parent(survey.block(label).element)).end_block};
  return page.words(label, end) <= kMostWords ? end : next;
}

}  // namespace

void disclaimer(const FinishContext& page, Marker& mark) {
  constexpr float kMostWordsOfLabel = 5;
  constexpr float kMostWords = 400;
  const Survey& survey = page.survey();
  if (page.kept().end == 0) return;
  const auto is_behind_text = [&](std::size_t begin, std::size_t end) {
    return page.likely_words(0, begin) >= page.likely_words(end, page.size());
  };
  for (std::size_t i = 0; i < page.size(); ++i) {
    const float words = survey.measure(i).words;
    const site::PhraseMatch* match = page.match(i, phrase_bit(site::PhraseClass::kDisclaimer));
    if (match == nullptr &&
        (!page.is_kept(i) || survey.block(i).kind != BlockKind::kParagraph || words > kMostWords ||
         words <= kMostWordsOfLabel || !is_behind_text(i, i + 1) || !begins_with_label(page.text_of(i))))
      continue;
    const bool is_label =
        match != nullptr && words <= kMostWordsOfLabel && survey.measure(i).digit_share == 0;
    const std::size_t end = is_label ? end_of_disclaimer(page, i) : i + 1;
    if (!is_behind_text(i, end)) continue;
    if (!is_label) {
      mark.mark(i, match);
    } else if (page.likely_words(0, i) >= page.likely_words(i, end)) {
      mark.mark(i, end);
      i = end - 1;
    }
  }
}

}  // namespace clean_article::extract::rules
