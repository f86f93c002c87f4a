#include "extract/survey/vocabulary.hpp"

#include <array>
#include <vector>

#include "site/site.hpp"

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

// An open-addressed table, filled once: some 1,600 words in 8,192 slots.
class WordTable {
 public:
  explicit WordTable(const site::Words& words) : slots_(kSlots) {
    std::size_t added = 0;
    for (const site::Word& word : words.list(site::WordList::kSignalWords)) {
      const std::uint16_t classes = classes_of(word.section);
      if (classes != 0 && added++ < kMostWords) add(WordHash::of(word.text), classes);
    }
  }

  std::uint16_t classes(std::uint64_t hash) const {
    if (!may_hold(hash)) return 0;
    for (std::size_t at = hash & (kSlots - 1);; at = (at + 1) & (kSlots - 1)) {
      if (slots_[at].hash == hash) return slots_[at].classes;
      if (slots_[at].classes == 0) return 0;
    }
  }

 private:
  struct Slot {
    std::uint64_t hash = 0;
    std::uint16_t classes = 0;
  };
  static constexpr std::size_t kSlots = 8'192;
  static constexpr std::size_t kMostWords = kSlots / 2;  // of a longer list the rest is not used

  void add(std::uint64_t hash, std::uint16_t classes) {
    std::size_t at = hash & (kSlots - 1);
    while (slots_[at].classes != 0 && slots_[at].hash != hash) at = (at + 1) & (kSlots - 1);
    slots_[at].hash = hash;
    slots_[at].classes = static_cast<std::uint16_t>(slots_[at].classes | classes);
    filter_[filter_bit(hash) / 64] |= std::uint64_t{1} << filter_bit(hash) % 64;
  }

  // One bit a hash, 8 KB in all: most words of a page are in no list, and are told so from the nearest cache.
  static constexpr std::size_t kFilterBits = 65'536;
  static std::size_t filter_bit(std::uint64_t hash) { return hash >> 32 & (kFilterBits - 1); }
  bool may_hold(std::uint64_t hash) const {
    return (filter_[filter_bit(hash) / 64] >> filter_bit(hash) % 64 & 1) != 0;
  }

  std::vector<Slot> slots_;
  std::array<std::uint64_t, kFilterBits / 64> filter_{};
};

}  // namespace

std::uint16_t word_classes(std::uint64_t hash) {
  return site::words_in_use().made<WordTable>().classes(hash);
}

}  // namespace clean_article::extract
