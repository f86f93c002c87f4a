// What the article's text tells of itself: its words, its fingerprint, its language.
#include <array>
#include <string>
#include <string_view>

#include "extract/extract.hpp"
#include "metadata/language.hpp"
#include "metadata/reader.hpp"
#include "text/text.hpp"

namespace clean_article::metadata {

namespace {

// Of an ASCII character what is hashed of it: small letters, figures, "_"; 0 for what is no part of a word.
constexpr std::array<unsigned char, 128> kWordLetters = [] {
  std::array<unsigned char, 128> letters{};
  for (unsigned char c = '0'; c <= '9'; ++c) letters[c] = c;
  for (unsigned char c = 'a', capital = 'A'; c <= 'z'; ++c, ++capital) letters[c] = letters[capital] = c;
  letters['_'] = '_';
  return letters;
}();

// Counts runs of word characters, an ideograph each for itself, and hashes them: eight bytes at once, as a
// step for every byte would wait for the one before.
class WordReader {
 public:
  // Goes on where another has left off.
  explicit WordReader(const Metadata& so_far) : words_(so_far.word_count), hash_(so_far.fingerprint) {}

  void read(std::string_view utf8) {
    bool inside = false;
    for (std::size_t at = 0; at < utf8.size();) {
      // Most characters are ASCII, whose answers need no tables.
      if (const auto ascii = static_cast<unsigned char>(utf8[at]); ascii < kWordLetters.size()) {
        ++at;
        const unsigned char letter = kWordLetters[ascii];
        if (letter != 0) {
          if (!inside) begin_word();
          mix(letter);
        }
        inside = letter != 0;
        continue;
      }
      const char32_t c = text::next_code_point(utf8, at);
      const bool cjk = text::is_cjk(c);
      const bool word = text::is_word(c);
      if (word && (cjk || !inside)) begin_word();
      if (word) mix_wide(text::to_lower(c));
      inside = word && !cjk;
    }
    end_chunk();
  }
  void write(Metadata& metadata) const {
    metadata.word_count = words_;
    metadata.fingerprint = hash_;
  }

 private:
  void begin_word() {
    ++words_;
    end_chunk();
    mix(' ');
  }
  void mix(unsigned char byte) {
    chunk_ = chunk_ << 8 | byte;
    if (++in_chunk_ == sizeof chunk_) end_chunk();
  }
  void mix_wide(char32_t c) {
    mix(static_cast<unsigned char>(c >> 16));
    mix(static_cast<unsigned char>(c >> 8));
    mix(static_cast<unsigned char>(c));
  }
  void end_chunk() {
    constexpr std::uint64_t kFactor =
        0x9E37'79B9'7F4A'7C15;  // odd, so that nothing is lost; 2^64 / golden ratio
    if (in_chunk_ == 0) return;
    hash_ = (hash_ ^ chunk_) * kFactor;
    hash_ ^= hash_ >> 32;
    chunk_ = 0;
    in_chunk_ = 0;
  }

  std::uint64_t words_;
  std::uint64_t hash_;
  std::uint64_t chunk_ = 0;
  std::size_t in_chunk_ = 0;  // bytes
};

std::string_view primary(std::string_view tag) {
  return tag.substr(0, tag.find('-'));
}

// Languages that are written so much alike that detection cannot correct a page on them.
bool are_near(std::string_view a, std::string_view b) {
  for (const std::string_view group :
       {" no nb nn da ", " hr sr bs sh ", " id ms ", " cs sk ", " pt gl ", " af nl ", " ca es "}) {
    const auto in = [&](std::string_view tag) {
      return group.find(' ' + std::string(tag) + ' ') != std::string_view::npos;
    };
    if (in(a) && in(b)) return true;
  }
  return false;
}

}  // namespace

void complete_from_text(const extract::Extraction& extraction, Metadata& metadata) {
  constexpr std::size_t kSampleBytes = 800;  // five times as many changed no language in the labelled corpora
  std::string sample;
  metadata.word_count = 0;
  metadata.fingerprint = 0;
  WordReader reader(metadata);
  for (std::size_t b = 0; b < extraction.page->blocks.size(); ++b) {
    if (!(*extraction.verdicts)[b].kept) continue;
    const std::string_view text = extraction.page->text_of(extraction.page->blocks[b]);
    reader.read(text);
    if (sample.size() < kSampleBytes) sample.append(text).append("\n");
  }
  reader.write(metadata);
  const std::string detected = detect_language(sample);
  if (detected.empty()) return;
  const std::string_view declared = primary(metadata.language.value);
  if (declared == primary(detected) || are_near(declared, primary(detected))) return;
  metadata.language = {detected,
                       declared.empty() ? "the text" : "the text, against " + metadata.language.source};
}

void complete_from_next_page(const extract::Extraction& extraction, Metadata& metadata) {
  WordReader reader(metadata);
  for (std::size_t b = 0; b < extraction.page->blocks.size(); ++b)
    if ((*extraction.verdicts)[b].kept) reader.read(extraction.page->text_of(extraction.page->blocks[b]));
  reader.write(metadata);
}

}  // namespace clean_article::metadata
