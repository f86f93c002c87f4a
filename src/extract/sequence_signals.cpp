// Signals of what was passed since the title: share bars, date lines, related boxes, forms … What stands
// behind them is less and less the article.
#include <algorithm>
#include <vector>

#include "extract/signals.hpp"

namespace clean_article::extract {

namespace {

constexpr double kNeverBlocks = 999;

// A kind of place that ends articles: told by a near element of a category, or by the block itself.
struct Marker {
  Category category;  // kCount: by the block itself
  float within;       // levels
  Signal first;       // runs, since, prose
};

bool is_marked(const Survey& survey, std::size_t i, const Marker& marker) {
  if (marker.category != Category::kCount) return survey.distance(i, marker.category) <= marker.within;
  constexpr float kMostlyLink = 0.8f;
  constexpr float kDateLineWords = 12;
  const Measure& m = survey.measure(i);
  if (marker.first == Signal::seen_announce_runs) return (survey.announces[i] & kAnnouncesRelated) != 0;
  if (marker.first == Signal::seen_links_runs) return m.link_density > kMostlyLink;
  return m.has_date && m.words < kDateLineWords;
}

constexpr Marker kMarkers[] = {
    {Category::k_class_share, 3, Signal::class_seen_share_runs},
    {Category::k_class_tags, 2, Signal::class_seen_tags_runs},
    {Category::k_class_related, 5, Signal::class_seen_related_runs},
    {Category::k_class_comment, 8, Signal::class_seen_comment_runs},
    {Category::k_class_author, 3, Signal::class_seen_author_runs},
    {Category::k_form, 6, Signal::seen_form_runs},
    {Category::kCount, 0, Signal::seen_announce_runs},
    {Category::k_class_newsletter, 4, Signal::class_seen_newsletter_runs},
    {Category::kCount, 0, Signal::seen_links_runs},
    {Category::k_class_pager, 4, Signal::class_seen_pager_runs},
    {Category::kCount, 0, Signal::seen_date_runs},
    {Category::k_class_carousel, 6, Signal::class_seen_carousel_runs},
    {Category::k_class_footer, 6, Signal::class_seen_footer_runs},
};

void add_marker(const Survey& survey, SignalTable& table, const Marker& marker, std::size_t start) {
  double runs = 0;
  std::size_t last = kNone;
  bool before = false;
  for (std::size_t i = 0; i < survey.size(); ++i) {
    const bool marked = i > start && is_marked(survey, i, marker);
    if (marked && !before) ++runs;
    before = marked;
    if (marked) last = i;
    const bool seen = last != kNone;
    table.set(i, marker.first, 0, runs);
    table.set(i, marker.first, 1, seen ? static_cast<double>(i - last) : kNeverBlocks);
    table.set(i, marker.first, 2,
              seen ? survey.before[i].paragraph_chars - survey.before[last].paragraph_chars : -1);
  }
}

void add_announcement(const Survey& survey, SignalTable& table, std::uint8_t bit, Signal first,
                      std::size_t start) {
  double count = 0;
  std::size_t last = kNone;
  for (std::size_t i = 0; i < survey.size(); ++i) {
    if (i > start && (survey.announces[i] & bit) != 0) {
      ++count;
      last = i;
    }
    const bool seen = last != kNone;
    const auto depth = [&](std::size_t b) { return survey.element(survey.block(b).element).depth; };
    table.set(i, first, 0, seen ? static_cast<double>(i - last) : kNeverBlocks);
    table.set(i, first, 1, count);
    table.set(i, first, 2,
              seen ? survey.before[i].paragraph_chars - survey.before[last].paragraph_chars : -1);
    table.set(i, first, 3, seen ? depth(i) - depth(last) : -50);
  }
}

// Which <article> of the page a block is in, and how it compares with the others.
void add_articles(const Survey& survey, SignalTable& table) {
  constexpr float kNear = 8;  // levels; a block deeper inside belongs to something else first
  std::vector<std::uint32_t> article(survey.size(), kNone);
  std::vector<std::uint32_t> number(survey.page->elements.size(), 0);
  std::vector<double> mass(survey.page->elements.size(), 0.0);
  std::uint32_t articles = 0;
  double largest = 1;
  for (std::size_t i = 0; i < survey.size(); ++i) {
    const float up = survey.distance(i, Category::k_article);
    if (up >= kNear) continue;
    std::uint32_t e = survey.block(i).inner_element;
    for (float level = 0; level < up; ++level) e = survey.parent(e);
    article[i] = e;
    if (number[e] == 0) number[e] = ++articles;
    mass[e] += survey.measure(i).paragraph_chars();
    largest = std::max(largest, mass[e]);
  }
  double top_headings = 0;
  for (std::size_t i = 0; i < survey.size(); ++i) {
    const std::uint32_t e = article[i];
    table.set(i, Signal::article_number, e == kNone ? 0 : number[e]);
    table.set(i, Signal::article_relative, e == kNone ? -1 : mass[e] / largest);
    table.set(i, Signal::articles, articles);
    if (survey.is_heading(i) && survey.block(i).level == 1) ++top_headings;
    table.set(i, Signal::h1_count, top_headings);
  }
}

}  // namespace

void add_sequence_signals(const Survey& survey, SignalTable& table) {
  const std::size_t title = survey.title_block == kNone ? 0 : survey.title_block;
  for (const Marker& marker : kMarkers) add_marker(survey, table, marker, title);
  add_announcement(survey, table, kAnnouncesRelated, Signal::told_related_since, title);
  add_announcement(survey, table, kAnnouncesComments, Signal::told_comments_since, title);
  add_announcement(survey, table, kAnnouncesAuthor, Signal::told_author_since, title);
  add_announcement(survey, table, kAnnouncesSignUp, Signal::told_sign_up_since, title);
  for (std::size_t i = 0; i < survey.size(); ++i) {
    table.set(i, Signal::prose_since_title,
              survey.before[i].paragraph_chars - survey.before[title].paragraph_chars);
    table.set(i, Signal::prose_left, survey.total().paragraph_chars - survey.before[i + 1].paragraph_chars);
  }
  add_articles(survey, table);
}

}  // namespace clean_article::extract
