// The line under the title (dek, standfirst, key points) is a field of its own, `description`. It stands
// above what parts the head of an article from its body: byline, buttons. Below that, a lead opens the text.
// It is text, too, where the story begins only there. On pages read by hand 38 such lines went rightly, out
// of fold, and 11 wrongly.
#include <algorithm>
#include <string_view>
#include <vector>

#include "extract/finish/rules/rules.hpp"
#include "text/text.hpp"

namespace clean_article::extract::rules {

namespace {

// Where the paragraphs of the text stand. Page builders wrap each block in elements of its own, so what
// counts is the nearest element around a block that holds others, too.
class Body {
 public:
  explicit Body(const FinishContext& page)
      : survey_(page.survey()),
        words_(survey_.page->elements.size(), 0),
        paragraphs_(survey_.page->elements.size(), 0) {
    for (std::size_t i = 0; i < page.size(); ++i) {
      if (!page.is_kept(i) || !is_prose(i)) continue;
      words_[holder(i)] += survey_.measure(i).words;
      ++paragraphs_[holder(i)];
    }
    element_ = static_cast<std::uint32_t>(std::max_element(words_.begin(), words_.end()) - words_.begin());
  }

  // The child of holder(i) that the block is.
  std::uint32_t unit(std::size_t i) const {
    std::uint32_t e = survey_.block(i).element;
    while (survey_.parent(e) != e && is_alone(survey_.parent(e))) e = survey_.parent(e);
    return e;
  }
  std::uint32_t holder(std::size_t i) const { return survey_.parent(unit(i)); }

  // Whether a block stands among paragraphs of the text.
  bool is_in_run(std::size_t i) const {
    constexpr std::uint16_t kRun = 2;
    const std::uint32_t e = holder(i);
    return paragraphs_[e] >= kRun || survey_.element(e).signature == survey_.element(element_).signature;
  }
  bool is_prose(std::size_t i) const {
    constexpr float kFewestWords = 12;
    return survey_.block(i).kind == BlockKind::kParagraph && survey_.measure(i).words >= kFewestWords;
  }

 private:
  bool is_alone(std::uint32_t e) const {
    return survey_.element(e).end_block - survey_.element(e).first_block == 1;
  }

  const Survey& survey_;
  std::vector<float> words_;               // by element: of the kept paragraphs it holds
  std::vector<std::uint16_t> paragraphs_;  // and how many they are
  std::uint32_t element_ = 0;
};

// Whether a block that was left out parts the head of an article from its body: who wrote it and when,
// buttons.
bool parts_head_from_body(const FinishContext& page, std::size_t i) {
  constexpr float kNear = 2;
  constexpr PhraseBits kHead = phrase_bit(site::PhraseClass::kByline) |
                               phrase_bit(site::PhraseClass::kShare) |
                               phrase_bit(site::PhraseClass::kAuthorBox);
  if ((page.phrases(i) & kHead) != 0) return true;
  for (const Category c : {Category::k_class_meta, Category::k_class_author, Category::k_class_share})
    if (page.survey().distance(i, c) <= kNear) return true;
  return false;
}

// Whether a text begins with where it was reported from: "ATHENS, May 4 (Reuters) - ", "MADRID – ". That is
// the first paragraph of the story.
bool begins_with_dateline(std::string_view text) {
  constexpr std::size_t kMostBytes = 80;
  constexpr int kFewestCapitals = 3;
  int capitals = 0;
  std::size_t at = 0;
  while (at < text.size()) {
    const char32_t c = text::next_code_point(text, at);
    if (!text::is_upper(c)) break;
    ++capitals;
  }
  if (capitals < kFewestCapitals) return false;
  const std::string_view beginning = text.substr(0, kMostBytes);
  for (const std::string_view dash : {" - ", " – ", " — ", ". – ", ".- ", ".-"})
    if (beginning.find(dash) != std::string_view::npos) return true;
  return false;
}

// Whether the page says near its title who wrote it or when. Many publishing systems declare every page an
// article; there the line under the title of an offer is text.
bool shows_byline(const FinishContext& page) {
  constexpr std::uint32_t kBefore = 6;
  constexpr std::uint32_t kBehind = 15;
  constexpr float kMostWords = 20;
  const Survey& survey = page.survey();
  const std::uint32_t t = survey.title_block;
  const std::size_t end = std::min<std::size_t>(page.size(), t + kBehind);
  for (std::size_t i = t > kBefore ? t - kBefore : 0; i < end; ++i)
    if ((page.phrases(i) & phrase_bit(site::PhraseClass::kByline)) != 0 ||
        (survey.measure(i).has_date && survey.measure(i).words <= kMostWords))
      return true;
  return false;
}

class Search {
 public:
  explicit Search(const FinishContext& page) : page_(page), survey_(page.survey()), body_(page) {}

  std::vector<std::size_t> run() {
    constexpr float kMostWords = 100;
    constexpr std::size_t kMostPieces = 3;    // besides the items of a list
    constexpr std::size_t kFewestBehind = 2;  // paragraphs of the body
    const std::size_t first = first_of_body();
    std::vector<std::size_t> found;
    float words = 0;
    for (std::size_t i = survey_.title_block + 1; i < first; ++i) {
      if (!page_.is_kept(i) || !may_be_standfirst(i, first)) continue;
      found.push_back(i);
      words += survey_.measure(i).words;
    }
    std::size_t pieces = 0;
    for (const std::size_t i : found) pieces += survey_.block(i).kind != BlockKind::kListItem ? 1 : 0;
    if (first < page_.size() && (page_.phrases(first) & phrase_bit(site::PhraseClass::kRefersBack)) != 0)
      return {};
    std::size_t behind = 0;
    for (std::size_t i = first; i < page_.size(); ++i)
      behind += page_.is_kept(i) && body_.is_prose(i) ? 1 : 0;
    if (words > kMostWords || pieces > kMostPieces || behind < kFewestBehind) return {};
    return found;
  }

 private:
  // The first paragraph that stands among others and is not parted from them, the end of the page if none is.
  std::size_t first_of_body() const {
    std::size_t first = page_.size();
    for (std::size_t i = survey_.title_block + 1; i < page_.size(); ++i) {
      if (!page_.is_kept(i)) {
        if (parts_head_from_body(page_, i)) first = page_.size();
        continue;
      }
      if (survey_.block(i).kind != BlockKind::kParagraph || !body_.is_in_run(i)) continue;
      if (first == page_.size()) {
        first = i;
      } else if (body_.is_prose(i)) {
        return first;
      }
    }
    return first;
  }

  // Between the title and what parts head from body, it is the line under the title. Below that, it opens the
  // text. Where nothing parts them, or something does on both sides, the scorer may object.
  bool may_be_standfirst(std::size_t i, std::size_t first) const {
    constexpr float kSureOfText = 0.99f;
    constexpr float kLikelyText = 0.9f;  // with a parting on both sides
    constexpr float kMaybeText = 0.7f;   // without any
    constexpr float kFewestHeadingWords = 8;
    constexpr std::size_t kNear = 12;  // blocks behind the title
    if (i - survey_.title_block > kNear || page_.score(i) >= kSureOfText) return false;
    if ((survey_.block(i).flags & (kInQuote | kHidden)) != 0 || survey_.measure(i).ends_colon) return false;
    const bool is_above = has_parting(i + 1, first);
    const bool is_below = has_parting(survey_.title_block + 1, i);
    if (is_below && !is_above) return false;
    switch (survey_.block(i).kind) {
      case BlockKind::kHeading:
        return survey_.measure(i).words >= kFewestHeadingWords &&
               (is_above || body_.holder(i) != body_.holder(first));
      case BlockKind::kParagraph:
        if (begins_with_dateline(page_.text_of(i))) return false;
        if (is_above) return !is_below || page_.score(i) < kLikelyText;
        return first - i > 1 && page_.score(i) < kMaybeText;
      case BlockKind::kListItem:
        return true;
      default:
        return false;
    }
  }

  bool has_parting(std::size_t begin, std::size_t end) const {
    for (std::size_t i = begin; i < end; ++i)
      if (!page_.is_kept(i) && parts_head_from_body(page_, i)) return true;
    return false;
  }

  const FinishContext& page_;
  const Survey& survey_;
  Body body_;
};

}  // namespace

void standfirst(const FinishContext& page, Marker& mark) {
  if (page.survey().title_block == kNone || !shows_byline(page)) return;
  for (const std::size_t i : Search(page).run()) mark.mark(i);
}

}  // namespace clean_article::extract::rules
