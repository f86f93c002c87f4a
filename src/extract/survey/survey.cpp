#include "extract/survey/survey.hpp"

#include <algorithm>

namespace clean_article::extract {

namespace {

constexpr float kShortBlockChars = 40;
constexpr float kMostlyLink = 0.8f;
constexpr std::size_t kAnnouncementBytes = 120;  // a longer block announces nothing

std::uint8_t announcement(const Measure& m, PhraseBits phrases, std::size_t bytes) {
  using site::PhraseClass;
  if (bytes > kAnnouncementBytes) return 0;
  const auto cue = [&](Cue c) { return m.cues[static_cast<std::size_t>(c)] > 0; };
  const auto phrase = [&](PhraseClass c) { return (phrases & phrase_bit(c)) != 0; };
  std::uint8_t bits = 0;
  if (cue(Cue::kRelated) || phrase(PhraseClass::kRelated) || phrase(PhraseClass::kReadMore))
    bits |= kAnnouncesRelated;
  if (cue(Cue::kComment) || phrase(PhraseClass::kComments)) bits |= kAnnouncesComments;
  if (phrase(PhraseClass::kAuthorBox)) bits |= kAnnouncesAuthor;
  if (cue(Cue::kSignUp) || phrase(PhraseClass::kNewsletter)) bits |= kAnnouncesSignUp;
  return bits;
}

}  // namespace

void Survey::prepare(const Blocks& blocks, const Measures& measured, const PageFacts& page_facts,
                     const std::vector<PhraseBits>& phrase_bits) {
  page = &blocks;
  measures = &measured;
  facts = &page_facts;
  phrases = &phrase_bits;
  sum_up();
  count_siblings();
  find_title();
  find_anchor();
}

void Survey::sum_up() {
  const std::size_t n = size();
  announces.resize(n);
  before.resize(n + 1);
  before[0] = Tally{};
  constexpr float kLongSentence = 40;
  constexpr float kDateLineWords = 14;
  for (std::size_t i = 0; i < n; ++i) {
    const Measure& m = measure(i);
    announces[i] = announcement(m, (*phrases)[i], page->text_of(block(i)).size());
    const bool heading = is_heading(i);
    Tally t;
    t.blocks = 1;
    t.chars = m.chars;
    t.link_chars = m.link_chars;
    t.paragraph_chars = m.paragraph_chars();
    t.paragraphs = m.paragraph ? 1 : 0;
    t.words = m.words;
    t.function_words = m.function_words;
    t.headings = heading ? 1 : 0;
    t.linked_headings = heading && m.link_density > kMostlyLink ? 1 : 0;
    t.top_headings = heading && block(i).level == 1 ? 1 : 0;
    t.long_sentences = m.ends_sentence && m.chars > kLongSentence ? 1 : 0;
    t.link_blocks = m.link_density > kMostlyLink ? 1 : 0;
    t.short_blocks = m.chars < kShortBlockChars ? 1 : 0;
    t.dates = m.has_date && m.words < kDateLineWords ? 1 : 0;
    t.related = (announces[i] & kAnnouncesRelated) != 0 ? 1 : 0;
    t.comments = (announces[i] & kAnnouncesComments) != 0 ? 1 : 0;
    t.authors = (announces[i] & kAnnouncesAuthor) != 0 ? 1 : 0;
    t.sign_ups = (announces[i] & kAnnouncesSignUp) != 0 ? 1 : 0;
    const auto cue = [&](Cue c) { return m.cues[static_cast<std::size_t>(c)]; };
    t.consent_words = cue(Cue::kConsent) + cue(Cue::kPrompt) + cue(Cue::kSignUp);
    before[i + 1] = before[i];
    before[i + 1] += t;
  }
}

void Survey::count_siblings() {
  const std::size_t n = page->elements.size();
  repeats.resize(n);
  rank.resize(n);
  children.assign(n, 0);
  like_.assign(n, 0);
  counter_.reset(n);
  for (std::uint32_t e = 0; e < n; ++e) {
    const std::uint32_t above = element(e).parent;
    const std::uint64_t key = element(e).signature ^ (std::uint64_t{parent(e)} + 1) * 0x9E37'79B9'7F4A'7C15u;
    repeats[e] = counter_.number(key);  // of those that look alike, for now
    rank[e] = like_[repeats[e]]++;
    if (above != kNone) ++children[above];
  }
  for (std::uint32_t& group : repeats) group = like_[group];
  counter_.forget_large();
}

// How far a block's different words are those of the page's titles.
void Survey::liken_to_titles(std::size_t i, std::span<const std::uint64_t> words, const WordSet& either) {
  std::size_t different = 0;
  std::size_t known = 0;
  std::size_t in_title = 0;
  std::size_t in_shared_title = 0;
  counter_.reset(words.size());
  for (const std::uint64_t word : words) {
    if (counter_.count(word) > 0) continue;
    ++different;
    if (!either.has(word)) continue;
    ++known;
    in_title += facts->title_words.has(word) ? 1 : 0;
    in_shared_title += facts->shared_title_words.has(word) ? 1 : 0;
  }
  const auto overlap = [&](const WordSet& title, std::size_t common) {
    return static_cast<float>(common) / static_cast<float>(different + title.size() - common);
  };
  title_overlap[i] =
      std::max(overlap(facts->title_words, in_title), overlap(facts->shared_title_words, in_shared_title));
  title_inside[i] = static_cast<float>(known) / static_cast<float>(different);
}

void Survey::find_title() {
  const std::size_t n = size();
  title_overlap.assign(n, 0);
  title_inside.assign(n, 0);
  title_block = kNone;
  constexpr float kMostTitleWords = 40;
  constexpr float kTopHeadingBonus = 0.3f;  // an <h1> is the title sooner than a teaser of the same words
  constexpr float kHeadingBonus = 0.1f;
  constexpr float kLeastLikeness = 0.25f;
  float best = kLeastLikeness;
  const WordSet either(facts->title_words, facts->shared_title_words);
  for (std::size_t i = 0; i < n; ++i) {
    const std::span<const std::uint64_t> words = measures->tokens_of(measure(i));
    const bool short_enough = static_cast<float>(words.size()) < kMostTitleWords;
    if (short_enough && either.may_share(words)) liken_to_titles(i, words, either);
    float likeness = title_overlap[i];
    if (is_heading(i)) likeness += block(i).level == 1 ? kTopHeadingBonus + kHeadingBonus : kHeadingBonus;
    if (likeness > best) {
      best = likeness;
      title_block = static_cast<std::uint32_t>(i);
    }
  }
}

void Survey::find_anchor() {
  const bool has_paragraphs = total().paragraph_chars > 0;
  std::vector<double> mass(page->elements.size(), 0.0);
  anchor_element = 0;
  for (std::size_t i = 0; i < size(); ++i) {
    const std::uint32_t holder = parent(block(i).element);
    mass[holder] += has_paragraphs ? measure(i).paragraph_chars() : measure(i).text_chars();
    if (mass[holder] > mass[anchor_element]) anchor_element = holder;
  }
}

}  // namespace clean_article::extract
