#include "extract/survey/measures.hpp"

#include <algorithm>
#include <array>

#include "base/base.hpp"
#include "extract/survey/hash_counter.hpp"
#include "text/text.hpp"

namespace clean_article::extract {

namespace {

// What a byte of ASCII is, in one look.
enum AsciiClass : std::uint8_t { kWordChar = 1, kDigitChar = 2, kUpperChar = 4, kSign = 8 };

constexpr auto kAscii = [] {
  std::array<std::uint8_t, 256> t{};
  for (int c = '0'; c <= '9'; ++c) t[static_cast<std::size_t>(c)] = kWordChar | kDigitChar;
  for (int c = 'a'; c <= 'z'; ++c) t[static_cast<std::size_t>(c)] = kWordChar;
  for (int c = 'A'; c <= 'Z'; ++c) t[static_cast<std::size_t>(c)] = kWordChar | kUpperChar;
  t['_'] = kWordChar;
  for (const char c : {',', '.', '!', '?', '|', '$', '/', '-'}) t[static_cast<unsigned char>(c)] = kSign;
  return t;
}();

constexpr std::uint16_t kCueBits[kCueCount] = {kRelatedCue, kSignUpCue,     kConsentCue, kLegalCue,
                                               kCommentCue, kAuthorCue,     kCreditCue,  kShareCue,
                                               kPromptCue,  kNavigationCue, kShopCue,    kAdCue};

// Reads one text word by word and keeps the counts.
class Reader {
 public:
  Reader(Measure& measure, std::vector<std::uint64_t>& tokens)
      : m_(measure), tokens_(tokens), vocabulary_(vocabulary_in_use()) {}

  void read(std::string_view s) {
    for (std::size_t at = 0; at < s.size();) {
      const auto byte = static_cast<unsigned char>(s[at]);
      if (byte >= 0x80) {
        const std::size_t begin = at;
        const char32_t c = text::next_code_point(s, at);
        ++chars_;
        read_wide(c, s.substr(begin, at - begin));
      } else if ((kAscii[byte] & kWordChar) != 0) {
        at = read_in_word(s, at);
      } else {
        end_word();
        previous_cjk_ = 0;
        ++chars_;
        if ((kAscii[byte] & kSign) != 0)
          read_sign(s[at], at > 0 ? s[at - 1] : ' ', at + 1 < s.size() ? s[at + 1] : '\0');
        else
          dates_parts_ = 0;
        ++at;
      }
    }
    end_word();
  }

  float chars() const { return static_cast<float>(chars_); }
  float cjk() const { return static_cast<float>(cjk_); }
  float punctuation() const { return static_cast<float>(punctuation_); }
  float digits() const { return static_cast<float>(digits_); }
  float uppers() const { return static_cast<float>(uppers_); }
  float capitals() const { return static_cast<float>(capitals_); }
  float function_words() const { return static_cast<float>(function_words_); }
  float words() const { return static_cast<float>(words_); }

 private:
  // Letters and digits of ASCII from `at` on. Returns where they end.
  std::size_t read_in_word(std::string_view s, std::size_t at) {
    const char* const begin = s.data() + at;
    const char* const end = s.data() + s.size();
    previous_cjk_ = 0;
    if (!in_word_) begin_word((kAscii[static_cast<unsigned char>(s[at])] & kUpperChar) != 0);
    WordHash hash = hash_;  // in a register
    const char* place = begin;
    for (; place != end; ++place) {
      const char c = *place;
      const std::uint8_t kind = kAscii[static_cast<unsigned char>(c)];
      if (kind == kWordChar) {  // most are small letters, of which only the hash and their number count
        hash.add(c);
        continue;
      }
      if ((kind & kWordChar) == 0) break;
      hash.add((kind & kUpperChar) != 0 ? static_cast<char>(c + 32) : c);
      if ((kind & kDigitChar) != 0) {
        ++digits_;
        ++digits_in_word_;
        number_ = number_ * 10 + static_cast<unsigned>(c - '0');
      } else {
        ++uppers_;
      }
    }
    hash_ = hash;
    const auto chars = static_cast<std::uint32_t>(place - begin);
    word_length_ += chars;
    chars_ += chars;
    return at + chars;
  }

  void read_sign(char c, char before, char after) {
    switch (c) {
      case ',':
        ++m_.commas;
        ++punctuation_;
        break;
      case '.':
        ++punctuation_;
        [[fallthrough]];
      case '!':
      case '?':
        if (after == ' ' || after == '\n') ++m_.sentences;
        break;
      case '|':
        m_.has_bar = true;
        break;
      case '$':
        if (after >= '0' && after <= '9') m_.has_currency = true;
        break;
      default:
        break;
    }
    const bool date_separator = c == '/' || c == '.' || c == '-';
    if (!(date_separator && before >= '0' && before <= '9' && after >= '0' && after <= '9')) dates_parts_ = 0;
  }

  void read_wide(char32_t c, std::string_view bytes) {
    if (text::is_word(c)) {
      const bool upper = text::is_upper(c);
      if (!in_word_) begin_word(upper);
      if (upper) ++uppers_;
      if (upper) {
        lower_.clear();
        text::append_utf8(text::to_lower(c), lower_);
        bytes = lower_;
      }
      for (const char b : bytes) hash_.add(b);
      ++word_length_;
      if (text::is_cjk(c)) {
        ++cjk_;
        if (previous_cjk_ != 0) look_up_pair(c);
        previous_cjk_ = c;
        constexpr char32_t kYear = U'年';
        if (c == kYear && digits_in_word_ >= 2) m_.has_date = true;
      } else {
        previous_cjk_ = 0;
      }
      return;
    }
    end_word();
    previous_cjk_ = 0;
    switch (c) {
      case U'，':
      case U'、':
        ++m_.commas;
        ++punctuation_;
        break;
      case U'。':
      case U'！':
      case U'？':
        ++m_.sentences;
        ++punctuation_;
        break;
      case U'»':
      case U'›':
      case U'·':
      case U'•':
      case U'→':
        m_.has_bar = true;
        break;
      case U'€':
      case U'£':
      case U'¥':
      case U'₹':
        if (previous_was_number_ || next_may_be_price_) m_.has_currency = true;
        next_may_be_price_ = true;
        return;
      default:
        break;
    }
    next_may_be_price_ = false;
  }

  void begin_word(bool upper) {
    in_word_ = true;
    hash_ = WordHash();
    word_length_ = 0;
    digits_in_word_ = 0;
    number_ = 0;
    if (upper) ++capitals_;
  }

  void end_word() {
    if (!in_word_) return;
    in_word_ = false;
    ++words_;
    const std::uint64_t hash = hash_.value();
    tokens_.push_back(hash);
    m_.text_hash = (m_.text_hash ^ hash) * 0x9E37'79B9'7F4A'7C15u + 1;
    const bool number = digits_in_word_ == word_length_;
    const std::uint16_t classes = number ? 0 : vocabulary_.classes(hash);
    if (number || (classes & ~kFunctionWord) != 0) return end_telling_word(number, classes);
    function_words_ += classes != 0 ? 1 : 0;
    dates_parts_ = 0;
    next_may_be_price_ = previous_was_number_ = previous_was_month_ = false;
  }

  // Few words are numbers or cues, or say something of dates and prices.
  [[gnu::noinline]] void end_telling_word(bool number, std::uint16_t classes) {
    if (classes != 0) count(classes);
    const bool month = (classes & kMonth) != 0;
    const bool day_or_year = number && (word_length_ <= 2 || word_length_ == 4);
    if ((month && previous_was_number_) || (day_or_year && previous_was_month_)) m_.has_date = true;
    if (number && word_length_ == 4 && number_ >= 1990 && number_ < 2040) m_.has_date = true;
    if ((classes & kTimeAgo) != 0 && previous_was_number_) m_.has_date = true;
    if (number && word_length_ <= 4 && ++dates_parts_ >= 3) m_.has_date = true;
    if (!number) dates_parts_ = 0;
    if (number && next_may_be_price_) m_.has_currency = true;
    next_may_be_price_ = false;
    previous_was_number_ = number;
    previous_was_month_ = month;
  }

  void look_up_pair(char32_t c) {
    pair_.clear();
    text::append_utf8(previous_cjk_, pair_);
    text::append_utf8(c, pair_);
    if (const std::uint16_t classes = vocabulary_.classes(WordHash::of(pair_)); classes != 0) count(classes);
  }

  void count(std::uint16_t classes) {
    if ((classes & kFunctionWord) != 0) ++function_words_;
    if ((classes & kAnyCue) == 0) return;
    ++m_.cue_words;
    for (std::size_t k = 0; k < kCueCount; ++k)
      if ((classes & kCueBits[k]) != 0 && m_.cues[k] < 255) ++m_.cues[k];
  }

  Measure& m_;
  std::vector<std::uint64_t>& tokens_;
  const Vocabulary& vocabulary_;
  WordHash hash_;
  std::string lower_;
  std::string pair_;
  char32_t previous_cjk_ = 0;
  bool in_word_ = false;
  bool previous_was_number_ = false, previous_was_month_ = false, next_may_be_price_ = false;
  unsigned word_length_ = 0, digits_in_word_ = 0, number_ = 0, dates_parts_ = 0;
  std::uint32_t chars_ = 0, cjk_ = 0, punctuation_ = 0, digits_ = 0, uppers_ = 0, capitals_ = 0;
  std::uint32_t function_words_ = 0, words_ = 0;
};

// What the last character of a block may tell, by its last byte: most tell nothing.
constexpr std::string_view kStops[] = {".", "!", "?", "…", "。"};
constexpr std::string_view kOtherEnds[] = {"\"", "”", "！", "？", "؟", "।", "»"};
constexpr std::string_view kColons[] = {":", "："};
constexpr auto kLastBytes = [] {
  std::array<bool, 256> t{};
  const auto add = [&](const auto& tails) {
    for (const std::string_view tail : tails) t[static_cast<unsigned char>(tail.back())] = true;
  };
  add(kStops), add(kOtherEnds), add(kColons);
  return t;
}();

// The last character that is not a closing quote or bracket decides how a block ends.
void look_at_end(std::string_view s, Measure& m) {
  const auto ends_with_any = [&](const auto& tails) {
    return std::ranges::any_of(tails, [&](std::string_view tail) { return s.ends_with(tail); });
  };
  if (s.empty() || !kLastBytes[static_cast<unsigned char>(s.back())]) return;
  const bool stops = ends_with_any(kStops);
  if (stops) ++m.sentences;
  m.ends_sentence = stops || ends_with_any(kOtherEnds);
  m.ends_colon = ends_with_any(kColons);
}

// What the text itself says, whatever the elements in it.
void measure_text(std::string_view s, std::vector<std::uint64_t>& tokens, Measure& m) {
  m.first_token = static_cast<std::uint32_t>(tokens.size());
  Reader reader(m, tokens);
  reader.read(s);
  m.end_token = static_cast<std::uint32_t>(tokens.size());
  look_at_end(s, m);
  const float chars = std::max(reader.chars(), 1.0f);
  constexpr float kCjkWeight = 1.2f;     // a character of Chinese says as much as 2.2 of English
  constexpr float kCjkCharsPerWord = 5;  // of weighted characters
  constexpr float kMostlyCjk = 0.3f;
  m.raw_chars = chars;
  m.cjk_share = reader.cjk() / chars;
  m.chars = chars * (1 + kCjkWeight * m.cjk_share);
  m.words = reader.words();
  if (m.cjk_share > kMostlyCjk) m.words = std::max(m.words, m.chars / kCjkCharsPerWord);
  m.digit_share = reader.digits() / chars;
  m.upper_share = reader.uppers() / chars;
  m.capital_share = reader.capitals() / std::max(reader.words(), 1.0f);
  m.punctuation = reader.punctuation();
  m.listed_words = reader.function_words();
}

void copy_text(const Measures& from, const Measure& known, std::vector<std::uint64_t>& tokens, Measure& m) {
  m = known;
  const auto same = from.tokens_of(known);
  m.first_token = static_cast<std::uint32_t>(tokens.size());
  tokens.insert(tokens.end(), same.begin(), same.end());
  m.end_token = static_cast<std::uint32_t>(tokens.size());
}

// How much of the text stands in elements that tell something.
void measure_shares(const Block& block, Measure& m) {
  m.link_density = std::min(static_cast<float>(block.link_chars) / m.raw_chars, 1.0f);
  m.link_chars = m.link_density * m.chars;
  m.strong_share = std::min(static_cast<float>(block.strong_chars) / m.raw_chars, 1.0f);
  m.code_share = std::min(static_cast<float>(block.code_chars) / m.raw_chars, 1.0f);
}

// The page's commonest short words in its longer blocks: what function words are in any language.
std::vector<std::uint64_t> commonest_words(const Measures& measures) {
  constexpr float kLongBlock = 60;
  constexpr std::size_t kCommonest = 25;
  // In one row: nodes of a map lie anywhere in memory, and a long page would wait for that at each word.
  thread_local HashCounter counts;
  const auto most = static_cast<std::uint32_t>(std::min(measures.tokens.size(), kMostComparedWords));
  counts.reset(most);
  std::vector<std::uint64_t> repeated;
  for (const Measure& m : measures.blocks) {
    if (m.raw_chars < kLongBlock) continue;
    for (std::uint32_t t = m.first_token; t < std::min(m.end_token, most); ++t)
      if (counts.count(measures.tokens[t]) == 1) repeated.push_back(measures.tokens[t]);
  }
  std::vector<std::pair<std::uint32_t, std::uint64_t>> ranked;
  ranked.reserve(repeated.size());
  for (const std::uint64_t hash : repeated) ranked.emplace_back(counts.total(hash), hash);
  counts.forget_large();
  const std::size_t n = std::min(kCommonest, ranked.size());
  std::partial_sort(ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(n), ranked.end(),
                    [](const auto& a, const auto& b) {
                      return a.first != b.first ? a.first > b.first : a.second < b.second;
                    });
  std::vector<std::uint64_t> words;
  for (std::size_t i = 0; i < n; ++i) words.push_back(ranked[i].second);
  std::sort(words.begin(), words.end());
  return words;
}

}  // namespace

void tokenize(std::string_view utf8, std::vector<std::uint64_t>& tokens) {
  Measure unused;
  Reader(unused, tokens).read(utf8);
}

void Measures::measure(const Blocks& page, const KnownTexts* known) {
  blocks.assign(page.blocks.size(), Measure{});
  tokens.clear();
  float words = 0;
  float counted = 0;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (const std::uint32_t same = known != nullptr ? known->blocks[i] : KnownTexts::kNone;
        same != KnownTexts::kNone) {
      copy_text(known->measures, known->measures.blocks[same], tokens, blocks[i]);
    } else {
      measure_text(page.text_of(page.blocks[i]), tokens, blocks[i]);
    }
    measure_shares(page.blocks[i], blocks[i]);
    words += blocks[i].words;
    counted += blocks[i].listed_words;
  }
  // Study (SCORING figures): where listed function words are rare the page's language is not in the lists.
  constexpr float kUnknownLanguage = 0.1f;
  constexpr float kOwnWordsWeight = 1.2f;
  constexpr float kLongEnough = 60;
  constexpr float kMostlyCjk = 0.3f;
  constexpr float kCjkProse = 0.35f;
  constexpr float kCjkOther = 0.05f;
  constexpr float kCjkProseChars = 25;
  const bool unknown_language = counted <= kUnknownLanguage * std::max(words, 1.0f);
  const std::vector<std::uint64_t> own =
      unknown_language ? commonest_words(*this) : std::vector<std::uint64_t>();
  // A block is a paragraph of prose from these on; the values are the study's.
  constexpr float kParagraphChars = 80;
  constexpr float kParagraphLinkDensity = 0.4f;
  constexpr float kParagraphFunctionDensity = 0.15f;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    Measure& m = blocks[i];
    float density = m.listed_words / std::max(m.words, 1.0f);
    if (m.cjk_share > kMostlyCjk) {
      density = m.raw_chars >= kCjkProseChars && m.punctuation > 0 ? kCjkProse : kCjkOther;
    } else if (unknown_language && m.raw_chars > kLongEnough) {
      float hits = 0;
      for (std::uint32_t t = m.first_token; t < m.end_token; ++t)
        if (std::binary_search(own.begin(), own.end(), tokens[t])) ++hits;
      density = std::max(density, kOwnWordsWeight * hits / std::max(m.words, 1.0f));
    }
    m.function_density = density;
    m.function_words = density * m.words;
    m.paragraph = m.chars >= kParagraphChars && m.link_density < kParagraphLinkDensity &&
                  m.function_density > kParagraphFunctionDensity;
  }
}

}  // namespace clean_article::extract
