// What readers wrote about an article: elements that are named after comments, and what stands under a
// heading over comments, behind a text. The name alone proves little, for columns and bodies of opinion
// pieces are called so, too: comments show who wrote, when, and how to answer. Threads are left alone, for
// their posts are the content.
#include <algorithm>
#include <bit>
#include <optional>
#include <vector>

#include "extract/finish/page_heading.hpp"
#include "extract/finish/threads.hpp"

namespace clean_article::extract::rules {

namespace {

constexpr PhraseBits kComments = phrase_bit(site::PhraseClass::kComments);
constexpr PhraseBits kBylines = phrase_bit(site::PhraseClass::kByline);

struct Section {
  std::size_t begin, end;  // blocks
  bool certain;            // the page declares them comments, or an engine of articles drew them
};

// The sections of a page, and the words in them.
struct Sections {
  std::vector<Section> each;
  double words = 0, likely_words = 0;
};

// Whether microdata says that an element is a comment.
bool is_declared(const html::Document& document, const Element& element) {
  if (!element.categories.has(Category::k_other_property)) return false;
  return document.attribute(element.node, "itemprop") == "comment";
}

// What stands beside the text of comments.
enum Furniture : unsigned { kWho = 1, kWhen = 2, kAnswer = 4 };

// Which of these a block is; `depth`: of the section, names of what it stands in do not count.
unsigned furniture_of(const FinishContext& page, std::size_t i, std::uint16_t depth) {
  constexpr float kMostWords = 14;
  const Survey& survey = page.survey();
  const Measure& m = survey.measure(i);
  if (m.words > kMostWords) return 0;
  const auto is_within = [&](Category c) {
    return survey.page->nearest_of(i)[static_cast<std::size_t>(c)] > depth;
  };
  unsigned found = 0;
  if (is_within(Category::k_class_author)) found |= kWho;
  if (survey.is_heading(i)) return found;  // over a comment: who wrote it
  if ((page.phrases(i) & kComments) != 0) found |= kAnswer;
  if ((page.phrases(i) & kBylines) != 0 || m.has_date) found |= kWhen;
  if (is_within(Category::k_class_meta)) found |= kWhen;
  return found;
}

// Whether blocks show who wrote, when, how to answer: so many of these, one of them soon, and more than one
// block: a line that says all is a field.
constexpr int kFewestKinds = 2;
constexpr int kFewestKindsOfEngine = 1;  // its names say the rest

bool shows_comments(const FinishContext& page, std::size_t begin, std::size_t end, std::uint16_t depth,
                    int fewest_kinds = kFewestKinds) {
  constexpr float kMostBefore = 80;  // words of rules of conduct; an article's text is longer
  if (end - begin < 2) return false;
  unsigned found = 0;
  float words = 0;
  for (std::size_t i = begin; i < end; ++i) {
    const unsigned furniture = furniture_of(page, i, depth);
    found |= furniture;
    if (std::popcount(found) >= fewest_kinds) return true;
    if (found == 0 && (words += page.survey().measure(i).words) > kMostBefore) return false;
  }
  return false;
}

bool holds_title(const Survey& survey, std::size_t begin, std::size_t end) {
  return survey.title_block >= begin && survey.title_block < end;  // no block is kNone
}

void find_named(const FinishContext& page, std::vector<Section>& sections) {
  const Survey& survey = page.survey();
  const std::vector<Element>& elements = survey.page->elements;
  for (std::uint32_t e = 1; e < elements.size();) {
    const Element& element = elements[e];
    const bool declared = is_declared(page.document(), element);
    const bool counts = declared || element.categories.has(Category::k_class_comment);
    const auto shows = [&](int fewest_kinds) {
      return shows_comments(page, element.first_block, element.end_block, element.depth, fewest_kinds);
    };
    // Names are many: they are looked at last, and only of what would be comments of an engine.
    if (!counts || element.first_block == element.end_block ||
        holds_title(survey, element.first_block, element.end_block) ||
        (!declared && !shows(kFewestKindsOfEngine))) {
      ++e;
      continue;
    }
    const bool certain = declared || is_drawn_by_engine(page, e);
    if (certain || shows(kFewestKinds)) {
      sections.push_back({element.first_block, element.end_block, certain});
      e = element.end;
    } else {
      ++e;
    }
  }
}

void find_headed(const FinishContext& page, std::vector<Section>& sections) {
  constexpr int kMostHeadings = 50;  // the end of each one's section is looked for
  const Survey& survey = page.survey();
  int headings = 0;
  for (std::size_t i = 0; i < page.size() && headings < kMostHeadings; ++i) {
    if ((page.phrases(i) & kComments) == 0 || !survey.is_heading(i)) continue;
    ++headings;
    const std::size_t end = page.end_of_section(i);
    if (!holds_title(survey, i, end) && shows_comments(page, i + 1, end, 0))
      sections.push_back({i, end, false});
  }
}

// The outermost ones, in the page's order.
Sections find_sections(const FinishContext& page) {
  std::vector<Section> found;
  find_named(page, found);
  find_headed(page, found);
  std::ranges::sort(found, [](const Section& a, const Section& b) {
    return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
  });
  Sections sections;
  for (const Section& section : found) {
    if (sections.each.empty() || section.begin >= sections.each.back().end) {
      sections.each.push_back(section);
    } else {
      Section& last = sections.each.back();
      last.end = std::max(last.end, section.end);
      last.certain = last.certain || section.certain;
    }
  }
  for (const Section& section : sections.each) {
    sections.words += page.words(section.begin, section.end);
    sections.likely_words += page.likely_words(section.begin, section.end);
  }
  return sections;
}

// Whether a text stands before what nothing but its look says to be comments: a sentence that the scorer
// takes, and more of it than of comments. Of comments that the scorer doubts there may be more, but not so
// many that the page is a thread.
bool has_article_before(const FinishContext& page, std::size_t begin, double before, const Sections& all) {
  constexpr float kLikely = 0.5f;
  constexpr float kFewestWords = 10;
  constexpr double kThread = 6;  // times the text before
  const double most = all.likely_words < double{kLikely} * all.words ? kThread : 1;
  if (all.likely_words > most * before) return false;
  for (std::size_t i = 0; i < begin; ++i)
    if (page.score(i) >= kLikely && page.survey().measure(i).words >= kFewestWords) return true;
  return false;
}

}  // namespace

void comments_section(const FinishContext& page, Marker& mark) {
  constexpr double kFewestWords = 12;  // a sentence, before the comments
  // A run of comments counts as one, and none of them as the text before the next.
  const Sections sections = find_sections(page);
  if (sections.each.empty()) return;
  const bool declared = page.facts().declares_article();
  // Of a short item the scorer is not sure beside so many comments. Where none is declared it may open a
  // thread.
  const ArticleText item = declared ? short_item_under_heading(page, false) : ArticleText{};
  std::optional<bool> thread;  // asked for where there is something to mark only
  double above = 0;            // in comments
  for (const Section& section : sections.each) {
    const double before = page.likely_words(0, section.begin) - above;
    above += page.likely_words(section.begin, section.end);
    const bool is_behind_item = item.body != kNone && item.first < section.begin;
    if (before < kFewestWords && !is_behind_item) continue;
    if (!declared && !section.certain && !is_behind_item &&
        !has_article_before(page, section.begin, before, sections))
      continue;
    if (!thread) thread = is_thread(page, section.begin);
    if (*thread) return;
    mark.mark(section.begin, section.end);
  }
}

}  // namespace clean_article::extract::rules
