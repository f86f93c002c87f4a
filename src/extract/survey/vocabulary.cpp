#include "extract/survey/vocabulary.hpp"

namespace clean_article::extract {

namespace {

struct ClassName {
  std::string_view section;  // of rules/words/signal-words.txt
  std::uint16_t classes;
};
constexpr ClassName kClassNames[] = {
    {"function", kFunctionWord},
    {"related", kRelatedCue},
    {"sign-up", kSignUpCue},
    {"consent", kConsentCue},
    {"legal", kLegalCue},
    {"comment", kCommentCue},
    {"author", kAuthorCue},
    {"credit", kCreditCue},
    {"share", kShareCue},
    {"prompt", kPromptCue},
    {"navigation", kNavigationCue},
    {"shop", kShopCue},
    {"month", kMonth},
    {"ad", kAdCue},
    {"time-ago", kTimeAgo},
};

std::uint16_t classes_of(std::string_view section) {
  for (const ClassName& name : kClassNames)
    if (name.section == section) return name.classes;
  return 0;
}

}  // namespace

Vocabulary::Vocabulary(const site::Words& words) : slots_(kSlots) {
  std::size_t added = 0;
  for (const site::Word& word : words.list(site::WordList::kSignalWords)) {
    const std::uint16_t classes = classes_of(word.section);
    if (classes != 0 && added++ < kMostWords) add(WordHash::of(word.text), classes);
  }
}

void Vocabulary::add(std::uint64_t hash, std::uint16_t classes) {
  std::size_t at = hash & (kSlots - 1);
  while (slots_[at].classes != 0 && slots_[at].hash != hash) at = (at + 1) & (kSlots - 1);
  slots_[at].hash = hash;
  slots_[at].classes = static_cast<std::uint16_t>(slots_[at].classes | classes);
  filter_[filter_bit(hash) / 64] |= std::uint64_t{1} << filter_bit(hash) % 64;
}

const Vocabulary& vocabulary_in_use() {
  return site::words_in_use().made<Vocabulary>();
}

}  // namespace clean_article::extract
