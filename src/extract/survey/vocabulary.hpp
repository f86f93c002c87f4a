// Single words that tell prose from page furniture, in some thirty languages. Owns their look-up by hash; the
// words are in rules/words/signal-words.txt. Knows nothing of blocks.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "site/site.hpp"

namespace clean_article::extract {

// What a word hints at. A word may have several classes.
enum WordClass : std::uint16_t {
  kFunctionWord = 1 << 0,    // articles, prepositions, pronouns …: the mortar of sentences
  kRelatedCue = 1 << 1,      // "related", "trending", "recommended"
  kSignUpCue = 1 << 2,       // "newsletter", "subscribe"
  kConsentCue = 1 << 3,      // "cookie", "privacy", "consent"
  kLegalCue = 1 << 4,        // "copyright", "reserved", "terms"
  kCommentCue = 1 << 5,      // "comment", "reply"
  kAuthorCue = 1 << 6,       // "author", "by", "editor", "correspondent"
  kCreditCue = 1 << 7,       // "photo", "getty", "image"
  kShareCue = 1 << 8,        // "share", "tweet", "facebook"
  kPromptCue = 1 << 9,       // "login", "register", "download", "app"
  kNavigationCue = 1 << 10,  // "menu", "next", "previous", "home"
  kShopCue = 1 << 11,        // "cart", "price", "shipping"
  kMonth = 1 << 12,          // month names and their short forms
  kAdCue = 1 << 13,          // "advertisement", "sponsored"
  kTimeAgo = 1 << 14,        // "ago", "hours", "yesterday"
};
constexpr std::uint16_t kAnyCue = kRelatedCue | kSignUpCue | kConsentCue | kLegalCue | kCommentCue |
                                  kAuthorCue | kCreditCue | kShareCue | kPromptCue | kNavigationCue |
                                  kShopCue | kAdCue;

// The hash by which words are known: of their UTF-8 bytes in lower case.
class WordHash {
 public:
  void add(char byte) { state_ = (state_ ^ static_cast<unsigned char>(byte)) * 0x0000'0100'0000'01B3u; }
  std::uint64_t value() const { return state_ ^ state_ >> 29; }
  static std::uint64_t of(std::string_view word) {
    WordHash hash;
    for (const char c : word) hash.add(c);
    return hash.value();
  }

 private:
  std::uint64_t state_ = 0xCBF2'9CE4'8422'2325u;
};

// The words of the lists in use, by their hashes: an open-addressed table, filled once, of some 1,600 words
// in 8,192 slots.
class Vocabulary {
 public:
  explicit Vocabulary(const site::Words& words);

  // The classes of the word with this hash, 0 for a word of no list.
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

  void add(std::uint64_t hash, std::uint16_t classes);

  // One bit a hash, 8 KB in all: most words of a page are in no list, and are told so from the nearest cache.
  static constexpr std::size_t kFilterBits = 65'536;
  static std::size_t filter_bit(std::uint64_t hash) { return hash >> 32 & (kFilterBits - 1); }
  bool may_hold(std::uint64_t hash) const {
    return (filter_[filter_bit(hash) / 64] >> filter_bit(hash) % 64 & 1) != 0;
  }

  std::vector<Slot> slots_;
  std::array<std::uint64_t, kFilterBits / 64> filter_{};
};

// That of the lists in use on this thread.
const Vocabulary& vocabulary_in_use();

}  // namespace clean_article::extract
