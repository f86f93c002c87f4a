// The form in which a block and a phrase are compared: case, white space, numbers and decoration out of
// the way. Knows text only, neither lists nor classes.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace clean_article::site {

// Lower case; one space for white space; "0" for any number ("1,234" is one, "12.04" is two); " · " for
// bullets, bars, arrows, emoji and other symbols between words; plain quotes, apostrophes and hyphens; no
// space before , . : ; ! ? and ). What stands outside the first and the last word goes, save the signs
// © and @. Greek loses its accents, because capitals are written without them.
struct Folded {
  std::string_view text;  // in `memory`, which is used again
  std::size_t words = 0;  // two ideographs or kana count as one word
  std::string memory;
};

// Of a text of more words than `most_words` only the beginning is folded, which has more than that, too.
void fold(std::string_view utf8, Folded& out, std::size_t most_words = ~std::size_t{0});

// FNV-1a, fed piece by piece so that every beginning of a text has its hash on the way.
inline constexpr std::uint64_t kTextHashSeed = 0xCBF2'9CE4'8422'2325;
constexpr std::uint64_t add_to_hash(std::uint64_t hash, char byte) {
  return (hash ^ static_cast<unsigned char>(byte)) * 0x100'0000'01B3;
}

// Bytes of a folded text's words.
inline constexpr auto kFoldedWordBytes = [] {
  std::array<bool, 256> table{};
  for (std::size_t c = 0; c < table.size(); ++c) table[c] = (c >= 'a' && c <= 'z') || c == '0' || c >= 0x80;
  return table;
}();

// Whether a word may end between two neighbouring bytes of a folded text: a phrase that is the beginning of
// longer texts ends at such a place.
constexpr bool is_word_boundary(char before, char after) {
  const auto in_word = [](char c) { return kFoldedWordBytes[static_cast<unsigned char>(c)]; };
  return !(in_word(before) && in_word(after));
}

// How far the folding of a text has come. Copied where texts go on differently from here.
struct FoldState {
  bool begun = false;      // something was written
  bool in_word = false;    //
  bool in_number = false;  //
  bool space = false;      // owed before what comes next
  bool separator = false;  // the same
  std::size_t words = 0;
  std::size_t ideographs = 0;
};

// The hash of a text's folded form, for texts that come in pieces; the form itself is never written.
class FoldedHash {
 public:
  // `boundaries` receives the hash at every word boundary inside, also of the texts that copies go on with;
  // it must outlive them.
  explicit FoldedHash(std::vector<std::uint64_t>& boundaries) : boundaries_(&boundaries) {}

  void add(std::string_view utf8);
  std::size_t words() const { return state_.words; }
  std::uint64_t whole() const { return at_last_word_; }
  std::size_t whole_bytes() const { return bytes_at_last_word_; }
  // Of the beginning of a longer text: what stands behind the last word is kept.
  std::uint64_t beginning() const;
  std::size_t beginning_bytes() const;

 private:
  void write(char c);

  std::vector<std::uint64_t>* boundaries_;
  FoldState state_;
  char last_ = '\0';
  std::uint64_t hash_ = kTextHashSeed;
  std::uint64_t at_last_word_ = kTextHashSeed;
  std::size_t bytes_ = 0;
  std::size_t bytes_at_last_word_ = 0;
};

}  // namespace clean_article::site
