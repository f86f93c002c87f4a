// What the article's text tells of itself: its words, its fingerprint, its language.
#include <string>

#include "extract/extract.hpp"
#include "metadata/language.hpp"
#include "metadata/reader.hpp"
#include "text/text.hpp"

namespace clean_article::metadata {

namespace {

constexpr std::uint64_t kFnvBasis = 0xCBF2'9CE4'8422'2325;
constexpr std::uint64_t kFnvPrime = 0x0000'0100'0000'01B3;

// Counts runs of word characters, an ideograph each for itself, and hashes them.
class WordReader {
 public:
  // Goes on where another has left off.
  explicit WordReader(const Metadata& so_far)
      : words_(so_far.word_count), hash_(so_far.word_count == 0 ? kFnvBasis : so_far.fingerprint) {}

  void read(std::string_view utf8) {
    bool inside = false;
    for (std::size_t at = 0; at < utf8.size();) {
      // Most characters are ASCII, whose answers need no tables.
      if (const char ascii = utf8[at]; (ascii & '\x80') == 0) {
        ++at;
        const bool word = is_ascii_word(ascii);
        if (word && !inside) begin_word();
        if (word) mix(static_cast<char32_t>(text::ascii_lower(ascii)));
        inside = word;
        continue;
      }
      const char32_t c = text::next_code_point(utf8, at);
      const bool cjk = text::is_cjk(c);
      const bool word = text::is_word(c);
      if (word && (cjk || !inside)) begin_word();
      if (word) mix(text::to_lower(c));
      inside = word && !cjk;
    }
  }
  void write(Metadata& metadata) const {
    metadata.word_count = words_;
    metadata.fingerprint = words_ == 0 ? 0 : hash_;
  }

 private:
  static bool is_ascii_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  }
  void begin_word() {
    ++words_;
    mix(U' ');
  }
  void mix(char32_t c) { hash_ = (hash_ ^ static_cast<std::uint64_t>(c)) * kFnvPrime; }

  std::uint64_t words_;
  std::uint64_t hash_;
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
