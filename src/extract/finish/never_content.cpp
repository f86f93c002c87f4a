#include "extract/finish/never_content.hpp"

#include <algorithm>
#include <cstdint>

#include "extract/finish/verdict.hpp"
#include "extract/survey/counts.hpp"

namespace clean_article::extract {

namespace {

constexpr float kUnlikely = 0.5f;  // a dialog whose best block scores more may be what the page shows
constexpr float kWhateverScore = 1;
constexpr std::string_view kListOfSources = "list of sources";

constexpr PhraseBits kReviews = phrase_bit(site::PhraseClass::kReviews);
constexpr PhraseBits kReviewsOfProduct = kReviews | phrase_bit(site::PhraseClass::kProductReviews);
constexpr PhraseBits kAuthorBox = phrase_bit(site::PhraseClass::kAuthorBox);
constexpr PhraseBits kSources = phrase_bit(site::PhraseClass::kSources);
constexpr PhraseBits kRelated = phrase_bit(site::PhraseClass::kRelated);
constexpr PhraseBits kOtherGoods = phrase_bit(site::PhraseClass::kOtherGoods);

class Search {
 public:
  Search(const Survey& survey, std::span<const float> scores)
      : survey_(survey), scores_(scores), reasons_(survey.size()) {}

  std::vector<Exclusion> run() {
    exclude_named(Category::k_class_overlay, "overlay", kWhateverScore);
    find_page_footers();
    find_sections_behind_text();
    if (!survey_.facts->declares_article()) {
      exclude_named(Category::k_class_dialog, "dialog", kUnlikely);
      exclude_named(Category::k_role_dialog, "dialog", kUnlikely);
      exclude_named(Category::k_class_small_print, "small print", kWhateverScore);
      find_refinements();
      find_sections_of_shop();
      find_small_print();
    }
    std::vector<Exclusion> found;
    for (std::size_t i = 0; i < reasons_.size(); ++i)
      if (!reasons_[i].empty()) found.push_back({i, reasons_[i]});
    return found;
  }

 private:
  void exclude(std::size_t begin, std::size_t end, std::string_view reason) {
    std::fill(reasons_.begin() + static_cast<std::ptrdiff_t>(begin),
              reasons_.begin() + static_cast<std::ptrdiff_t>(end), reason);
  }

  // Elements by what they are named. A page may be named after the dialog that it shows, or shown in one.
  void exclude_named(Category category, std::string_view reason, float most_score) {
    constexpr double kMostShare = 0.7;  // of the page's text
    const std::vector<Element>& elements = survey_.page->elements;
    for (std::uint32_t e = 1; e < elements.size();) {
      const Element& element = elements[e];
      const bool named = element.categories.has(category);
      if (!named || survey_.inside(e).chars > kMostShare * survey_.total().chars ||
          best_score(element) > most_score) {
        ++e;
        continue;
      }
      exclude(element.first_block, element.end_block, reason);
      e = element.end;
    }
  }

  float best_score(const Element& element) const {
    const auto scores = scores_.subspan(element.first_block, element.end_block - element.first_block);
    return scores.empty() ? 0 : *std::max_element(scores.begin(), scores.end());
  }

  // A <footer> that is the page's, not an article's or a quote's. On the labelled pages of WCXB and news 370
  // of 88,000 words in such are content, most of them a choice of countries.
  void find_page_footers() {
    const std::vector<Element>& elements = survey_.page->elements;
    for (std::uint32_t e = 1; e < elements.size();) {
      const Element& element = elements[e];
      const bool holds_content = element.tag == html::Tag::k_article || element.tag == html::Tag::k_main ||
                                 element.tag == html::Tag::k_blockquote || element.tag == html::Tag::k_li;
      if (element.tag == html::Tag::k_footer) exclude(element.first_block, element.end_block, "page footer");
      e = holds_content || element.tag == html::Tag::k_footer ? element.end : e + 1;
    }
  }

  // Elements that hold little else than names with counts: 7,400 words of boilerplate and 100 of content.
  void find_refinements() {
    constexpr float kMostWords = 10;  // of a name with its count
    constexpr std::uint32_t kFewest = 5;
    std::vector<std::uint32_t> before(survey_.size() + 1);  // counts before a block
    for (std::size_t i = 0; i < survey_.size(); ++i) {
      const bool counts =
          survey_.measure(i).words <= kMostWords && ends_with_count(survey_.page->text_of(survey_.block(i)));
      before[i + 1] = before[i] + (counts ? 1 : 0);
    }
    const std::vector<Element>& elements = survey_.page->elements;
    for (std::uint32_t e = 0; e < elements.size();) {
      const Element& element = elements[e];
      const std::uint32_t counts = before[element.end_block] - before[element.first_block];
      if (counts < kFewest) {
        e = element.end;
      } else if (counts * 2 < element.end_block - element.first_block || survey_.inside(e).paragraphs > 0) {
        ++e;
      } else {
        exclude(element.first_block, element.end_block, "refinement");
        e = element.end;
      }
    }
  }

  // What a heading behind the text stands over, if that is no part of it: sources, often under a line in
  // bold, and in articles the author and other stories, these only where the heading begins an element, for
  // behind one among paragraphs the text may go on. Not comments: "Discussion" heads a chapter of many a
  // paper.
  std::string_view no_part_of_text(std::size_t heading) const {
    const PhraseBits phrases = (*survey_.phrases)[heading];
    if ((phrases & kSources) != 0) return kListOfSources;
    if (!survey_.is_heading(heading) || !survey_.facts->declares_article()) return {};
    if ((phrases & kAuthorBox) != 0) return "about the author";
    if ((phrases & kRelated) != 0 && begins_element(heading)) return "other stories";
    return {};
  }

  void find_sections_behind_text() {
    constexpr int kMostHeadings = 200;  // real pages have some ten; the end of each is looked for
    constexpr double kLikely = 0.7;     // the author and others may be whom the text is about
    std::vector<double> likely(survey_.size() + 1);  // words before a block, as likely as they are content
    for (std::size_t i = 0; i < survey_.size(); ++i)
      likely[i + 1] = likely[i] + double{survey_.measure(i).words} * double{scores_[i]};
    int headings = 0;
    for (std::size_t i = 0; i < survey_.size() && headings < kMostHeadings; ++i) {
      const std::string_view reason = no_part_of_text(i);
      if (reason.empty()) continue;
      ++headings;
      const std::size_t end = end_of_section(i);
      const double words = survey_.before[end].words - survey_.before[i].words;
      const double likely_words = likely[end] - likely[i];
      const bool doubtful = reason == kListOfSources || likely_words < kLikely * words;
      if (doubtful && likely[i] >= likely_words) exclude(i, end, reason);
    }
  }

  // What stands under the headings that the phrase lists of shops know. On the pages of WCXB these are 29,000
  // words of boilerplate and 570 of content.
  void find_sections_of_shop() {
    const bool of_product = survey_.facts->declares_one_product();
    for (std::size_t i = 0; i < survey_.size(); ++i) {
      const Block& heading = survey_.block(i);
      if (!survey_.is_heading(i) || heading.level < 2) continue;
      const PhraseBits phrases = (*survey_.phrases)[i];
      const bool reviews = (phrases & (of_product ? kReviewsOfProduct : kReviews)) != 0;
      if (!reviews && !(of_product && (phrases & kOtherGoods) != 0)) continue;
      const std::size_t end = end_of_section(i);
      exclude(i, end, reviews ? "customer review" : "beside the product");
      i = end - 1;
    }
  }

  // The outermost element that a heading begins.
  std::uint32_t begun_by(std::size_t heading) const {
    std::uint32_t begun = survey_.block(heading).element;
    while (survey_.element(survey_.parent(begun)).first_block == heading && survey_.parent(begun) != begun)
      begun = survey_.parent(begun);
    return begun;
  }
  bool begins_element(std::size_t heading) const {
    return survey_.element(begun_by(heading)).end_block > heading + 1;
  }

  // The end of the element that the heading begins: reviews have titles, too. Where that is the heading
  // alone, what stands beside it up to the next one of its level or a higher one.
  std::size_t end_of_section(std::size_t heading) const {
    const std::uint32_t begun = begun_by(heading);
    if (survey_.element(begun).end_block > heading + 1) return survey_.element(begun).end_block;
    const std::size_t last = survey_.element(survey_.parent(begun)).end_block;
    std::size_t end = heading + 1;
    while (end < last &&
           !(survey_.is_heading(end) && survey_.block(end).level <= survey_.block(heading).level))
      ++end;
    return end;
  }

  void find_small_print() {
    for (std::size_t i = 0; i < survey_.size(); ++i) {
      if (survey_.distance(i, Category::k_class_footer) <= 0) exclude(i, i + 1, "small print");
      if (survey_.distance(i, Category::k_hidden) <= 0 || survey_.distance(i, Category::k_class_unseen) <= 0)
        exclude(i, i + 1, "hidden");
    }
  }

  const Survey& survey_;
  std::span<const float> scores_;
  std::vector<std::string_view> reasons_;  // per block, "" where there is none
};

}  // namespace

std::vector<Exclusion> find_never_content(const Survey& survey, std::span<const float> scores) {
  return Search(survey, scores).run();
}

}  // namespace clean_article::extract
