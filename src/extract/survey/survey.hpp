// Everything about a page that more than one group of signals asks for, computed once: running totals over
// the blocks, repeated siblings, title and paragraphs. Knows nothing of scores.
#pragma once

#include <cstdint>
#include <vector>

#include "extract/blocks/blocks.hpp"
#include "extract/survey/facts.hpp"
#include "extract/survey/hash_counter.hpp"
#include "extract/survey/measures.hpp"
#include "site/site.hpp"

namespace clean_article::extract {

// Sums over a run of blocks. The blocks inside an element are a run, so any element's sums are the difference
// of two running totals.
struct Tally {
  double blocks = 0;
  double chars = 0, link_chars = 0;
  double paragraph_chars = 0, paragraphs = 0;
  double words = 0, function_words = 0;
  double headings = 0, linked_headings = 0, top_headings = 0;
  double long_sentences = 0;  // blocks of over 40 characters that end like a sentence
  double link_blocks = 0;     // blocks that are nearly all link
  double short_blocks = 0;
  double dates = 0;
  double related = 0, comments = 0, sign_ups = 0, authors = 0;  // short blocks that say so
  double consent_words = 0;

  Tally& operator+=(const Tally& o);
  Tally operator-(const Tally& o) const;
};

// Here, so that of a difference only what is asked for is computed.
inline Tally& Tally::operator+=(const Tally& o) {
  blocks += o.blocks;
  chars += o.chars;
  link_chars += o.link_chars;
  paragraph_chars += o.paragraph_chars;
  paragraphs += o.paragraphs;
  words += o.words;
  function_words += o.function_words;
  headings += o.headings;
  linked_headings += o.linked_headings;
  top_headings += o.top_headings;
  long_sentences += o.long_sentences;
  link_blocks += o.link_blocks;
  short_blocks += o.short_blocks;
  dates += o.dates;
  related += o.related;
  comments += o.comments;
  sign_ups += o.sign_ups;
  authors += o.authors;
  consent_words += o.consent_words;
  return *this;
}

inline Tally Tally::operator-(const Tally& o) const {
  Tally t = *this;
  t.blocks -= o.blocks;
  t.chars -= o.chars;
  t.link_chars -= o.link_chars;
  t.paragraph_chars -= o.paragraph_chars;
  t.paragraphs -= o.paragraphs;
  t.words -= o.words;
  t.function_words -= o.function_words;
  t.headings -= o.headings;
  t.linked_headings -= o.linked_headings;
  t.top_headings -= o.top_headings;
  t.long_sentences -= o.long_sentences;
  t.link_blocks -= o.link_blocks;
  t.short_blocks -= o.short_blocks;
  t.dates -= o.dates;
  t.related -= o.related;
  t.comments -= o.comments;
  t.sign_ups -= o.sign_ups;
  t.authors -= o.authors;
  t.consent_words -= o.consent_words;
  return t;
}

// Short blocks by what they announce; bits of Survey::announces.
enum Announcement : std::uint8_t {
  kAnnouncesRelated = 1 << 0,
  kAnnouncesComments = 1 << 1,
  kAnnouncesAuthor = 1 << 2,
  kAnnouncesSignUp = 1 << 3,
};

// The phrase classes that recognise a block, as bits 1 << PhraseClass.
using PhraseBits = std::uint32_t;
constexpr PhraseBits phrase_bit(site::PhraseClass c) {
  return PhraseBits{1} << static_cast<unsigned>(c);
}

// The classes that signals see; the others are for the finishing rules alone.
inline constexpr PhraseBits kSeenBySignals = phrase_bit(site::PhraseClass::kReviews) - 1;
static_assert(site::is_seen_by_signals(site::PhraseClass::kNavigation) &&
              !site::is_seen_by_signals(site::PhraseClass::kReviews));

class Survey {
 public:
  const Blocks* page = nullptr;
  const Measures* measures = nullptr;
  const PageFacts* facts = nullptr;
  const std::vector<PhraseBits>* phrases = nullptr;

  std::vector<Tally> before;            // before[i]: sums of the blocks before i; one more than blocks
  std::vector<std::uint32_t> repeats;   // per element: siblings of the same signature, itself included
  std::vector<std::uint32_t> rank;      // per element: which of them it is, from 0
  std::vector<std::uint32_t> children;  // per element
  std::vector<std::uint8_t> announces;  // per block: Announcement
  std::vector<float> title_overlap;     // per block: likeness to the page's title, 0 to 1
  std::vector<float> title_inside;      // per block: share of its words that stand in the title
  std::uint32_t title_block = kNone;    // the block that shows the title
  std::uint32_t anchor_element = 0;     // the element with most paragraph text directly in it

  void prepare(const Blocks& blocks, const Measures& measured, const PageFacts& page_facts,
               const std::vector<PhraseBits>& phrase_bits);

  std::size_t size() const { return page->blocks.size(); }
  const Block& block(std::size_t i) const { return page->blocks[i]; }
  const Measure& measure(std::size_t i) const { return measures->blocks[i]; }
  const Element& element(std::uint32_t e) const { return page->elements[e]; }
  std::uint32_t parent(std::uint32_t e) const {  // the first element is its own parent
    const std::uint32_t p = page->elements[e].parent;
    return p == kNone ? e : p;
  }
  Tally inside(std::uint32_t e) const {
    return before[page->elements[e].end_block] - before[page->elements[e].first_block];
  }
  // One of its sums.
  double inside(std::uint32_t e, double Tally::*sum) const {
    return between(page->elements[e].first_block, page->elements[e].end_block, sum);
  }
  double between(std::size_t first_block, std::size_t end_block, double Tally::*sum) const {
    return before[end_block].*sum - before[first_block].*sum;
  }
  const Tally& total() const { return before.back(); }
  // The card that a block is in: of its element and those above it the one with most siblings that look
  // alike.
  std::uint32_t card_of(std::size_t i) const {
    constexpr int kHighest = 7;
    std::uint32_t card = block(i).element;
    std::uint32_t e = card;
    for (int level = 0; level < kHighest; ++level) {
      e = parent(e);
      if (repeats[e] > repeats[card]) card = e;
    }
    return card;
  }
  bool is_heading(std::size_t i) const { return block(i).kind == BlockKind::kHeading; }

  // Steps from a block's innermost element up to the nearest element of a category; kFar when there is none.
  static constexpr float kFar = 40;
  float distance(std::size_t i, Category c) const {
    const std::int16_t near = page->nearest_of(i)[static_cast<std::size_t>(c)];
    if (near < 0) return kFar;
    return static_cast<float>(page->elements[block(i).inner_element].depth - near);
  }

 private:
  void sum_up();
  void find_title();
  void liken_to_titles(std::size_t i, std::span<const std::uint64_t> words, const WordSet& either);
  void count_siblings();
  void find_anchor();

  HashCounter counter_;
  std::vector<std::uint32_t> like_;  // how many siblings look alike, by the number of their look
};

}  // namespace clean_article::extract
