// What the article's text tells of itself: its words, its fingerprint, its language.
#include <array>
#include <cstdio>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/extract.hpp"
#include "metadata/choose/language.hpp"
#include "metadata/reader.hpp"
#include "text/text.hpp"

namespace clean_article::metadata {

namespace {

// Words are runs of word characters, but an ideograph is one for itself.
std::uint64_t count_words(std::string_view utf8) {
  std::uint64_t words = 0;
  bool inside = false;
  for (std::size_t at = 0; at < utf8.size();) {
    const char32_t c = text::next_code_point(utf8, at);
    const bool cjk = text::is_cjk(c);
    const bool word = text::is_word(c);
    if (word && (cjk || !inside)) ++words;
    inside = word && !cjk;
  }
  return words;
}

// Counts and hashes the words of blocks, which were told apart and hashed when the blocks were measured.
class WordReader {
 public:
  // Goes on where another has left off.
  explicit WordReader(const Metadata& so_far) : words_(so_far.word_count), hash_(so_far.fingerprint) {}

  void read(const extract::Extraction& extraction, std::size_t block) {
    const extract::Survey& survey = *extraction.survey;
    const extract::Measure& measure = survey.measure(block);
    const std::string_view text = survey.page->text_of(survey.block(block));
    std::span<const std::uint64_t> tokens = survey.measures->tokens_of(measure);
    if (survey.is_heading(block)) {  // whose permalink was cut off since
      tokens_.clear();
      extract::tokenize(text, tokens_);
      tokens = tokens_;
    }
    for (const std::uint64_t token : tokens) hash_ = mixed(hash_ ^ token);
    words_ += measure.cjk_share > 0 ? count_words(text) : tokens.size();
  }
  void write(Metadata& metadata) const {
    metadata.word_count = words_;
    metadata.fingerprint = hash_;
  }

 private:
  static std::uint64_t mixed(std::uint64_t hash) {
    constexpr std::uint64_t kFactor =
        0x9E37'79B9'7F4A'7C15;  // odd, so that nothing is lost; 2^64 / golden ratio
    hash *= kFactor;
    return hash ^ hash >> 32;
  }

  std::uint64_t words_;
  std::uint64_t hash_;
  std::vector<std::uint64_t> tokens_;
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

Field confidence_field(const extract::Extraction& extraction) {
  const std::optional<float> confidence = extract::confidence(extraction);
  if (!confidence) return {};
  std::array<char, 8> digits{};
  std::snprintf(digits.data(), digits.size(), "%.2f", double{*confidence});
  return {digits.data(), "scores of the blocks"};
}

}  // namespace

void complete_from_text(const extract::Extraction& extraction, Metadata& metadata) {
  constexpr std::size_t kSampleBytes = 800;  // five times as many changed no language in the labelled corpora
  std::string sample;
  metadata.word_count = 0;
  metadata.fingerprint = 0;
  metadata.confidence = confidence_field(extraction);
  WordReader reader(metadata);
  for (std::size_t b = 0; b < extraction.page->blocks.size(); ++b) {
    if (!(*extraction.verdicts)[b].kept) continue;
    reader.read(extraction, b);
    if (sample.size() < kSampleBytes)
      sample.append(extraction.page->text_of(extraction.page->blocks[b])).append("\n");
  }
  reader.write(metadata);
  // A page is believed on less text than it takes to contradict it.
  constexpr std::size_t kGlanceBytes = 400;
  const std::string_view declared = primary(metadata.language.value);
  const auto agrees = [&](std::string_view language) {
    return declared == primary(language) || are_near(declared, primary(language));
  };
  if (const std::string glance = detect_language(text::cut_to_bytes(sample, kGlanceBytes));
      !glance.empty() && agrees(glance))
    return;
  const std::string detected = detect_language(sample);
  if (detected.empty() || agrees(detected)) return;
  metadata.language = {detected,
                       declared.empty() ? "the text" : "the text, against " + metadata.language.source};
}

void complete_from_next_page(const extract::Extraction& extraction, Metadata& metadata) {
  WordReader reader(metadata);
  for (std::size_t b = 0; b < extraction.page->blocks.size(); ++b)
    if ((*extraction.verdicts)[b].kept) reader.read(extraction, b);
  reader.write(metadata);
}

}  // namespace clean_article::metadata
