// What can be counted in the text of a block. Owns the counting; knows nothing of elements.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "extract/blocks/blocks.hpp"
#include "extract/survey/vocabulary.hpp"

namespace clean_article::extract {

// The cues that are counted apart; order of Measure::cues.
enum class Cue : std::uint8_t {
  kRelated,
  kSignUp,
  kConsent,
  kLegal,
  kComment,
  kAuthor,
  kCredit,
  kShare,
  kPrompt,
  kNavigation,
  kShop,
  kAd,
  kCount
};
inline constexpr std::size_t kCueCount = static_cast<std::size_t>(Cue::kCount);

// Counts over one block. Characters are code points. Text of scripts that need fewer characters for a word
// weighs more, so that one threshold serves all languages.
struct Measure {
  float chars = 0;       // × (1 + 1.2 × share of CJK)
  float raw_chars = 0;   // as they stand
  float link_chars = 0;  // weighted like chars
  float words = 0;
  float cjk_share = 0;
  float commas = 0;
  float sentences = 0;       // ends of sentences
  float punctuation = 0;     // commas, and full stops of whatever script
  float listed_words = 0;    // function words of the vocabulary
  float function_words = 0;  // density × words
  float function_density = 0;
  float digit_share = 0;
  float upper_share = 0;
  float capital_share = 0;  // words that begin with a capital
  float strong_share = 0;
  float code_share = 0;
  float link_density = 0;
  std::uint8_t cues[kCueCount] = {};
  std::uint16_t cue_words = 0;  // words with any cue
  bool ends_sentence = false;
  bool ends_colon = false;
  bool has_date = false;
  bool has_currency = false;
  bool has_bar = false;                          // | » › · • →
  bool paragraph = false;                        // a paragraph of prose, by length, links and function words
  std::uint32_t first_token = 0, end_token = 0;  // into Measures::tokens
  std::uint64_t text_hash = 0;                   // of the tokens: equal texts, equal hash

  std::uint8_t cue(Cue c) const { return cues[static_cast<std::size_t>(c)]; }
  float text_chars() const { return chars - link_chars; }
  float paragraph_chars() const { return paragraph ? text_chars() : 0; }
};

struct KnownTexts;

struct Measures {
  std::vector<Measure> blocks;
  std::vector<std::uint64_t> tokens;  // hashes of the words of all blocks, lower case

  std::span<const std::uint64_t> tokens_of(const Measure& m) const {
    return {tokens.data() + m.first_token, m.end_token - m.first_token};
  }

  // Measures every block of a page. Function words of a language that the vocabulary lacks are told by being
  // the page's own commonest short words. Where `known` says that a block has the text of one of other
  // measures (KnownTexts::kNone: of none), that is not read again.
  void measure(const Blocks& page, const KnownTexts* known = nullptr);
};

// Texts that were measured before.
struct KnownTexts {
  static constexpr std::uint32_t kNone = 0xFFFF'FFFF;
  const Measures& measures;
  std::span<const std::uint32_t> blocks;  // per block of the page at hand: the one of `measures` that says
                                          // the same
};

// Appends the hashes of a text's words (runs of letters, digits, marks and underscores, in lower case).
void tokenize(std::string_view utf8, std::vector<std::uint64_t>& tokens);

}  // namespace clean_article::extract
