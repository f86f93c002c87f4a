// Signals of what was passed since the title: share bars, date lines, related boxes, forms … What stands
// behind them is less and less the article.
#include <algorithm>
#include <vector>

#include "extract/signals/signals.hpp"

namespace clean_article::extract {

namespace {

constexpr double kNeverBlocks = 999;

// What a marker is told by: a near element of a category, or the block itself.
enum class By : std::uint8_t { kCategory, kLink, kDate };

// A kind of place that ends articles. kCount stands where a column did not prove useful.
struct Marker {
  By by;
  Category category;
  float within;  // levels up to that element
  Signal runs;   // runs of such blocks so far
  Signal since;  // blocks since the last of them
  Signal prose;  // paragraph characters since
};
constexpr Signal kNotUsed = Signal::kCount;
constexpr Marker kMarkers[] = {
    {By::kCategory, Category::k_class_share, 3, kNotUsed, Signal::class_seen_share_since,
     Signal::class_seen_share_prose},
    {By::kCategory, Category::k_class_related, 5, Signal::class_seen_related_runs,
     Signal::class_seen_related_since, kNotUsed},
    {By::kCategory, Category::k_class_comment, 8, kNotUsed, Signal::class_seen_comment_since, kNotUsed},
    {By::kCategory, Category::k_class_author, 3, Signal::class_seen_author_runs, kNotUsed, kNotUsed},
    {By::kCategory, Category::k_form, 6, kNotUsed, Signal::seen_form_since, kNotUsed},
    {By::kLink, Category::kCount, 0, Signal::seen_links_runs, Signal::seen_links_since, kNotUsed},
    {By::kCategory, Category::k_class_pager, 4, kNotUsed, Signal::class_seen_pager_since, kNotUsed},
    {By::kDate, Category::kCount, 0, kNotUsed, Signal::seen_date_since, kNotUsed},
    {By::kCategory, Category::k_class_footer, 6, Signal::class_seen_footer_runs,
     Signal::class_seen_footer_since, Signal::class_seen_footer_prose},
};

bool is_marked(const Survey& survey, std::size_t i, const Marker& marker) {
  constexpr float kMostlyLink = 0.8f;
  constexpr float kDateLineWords = 12;
  const Measure& m = survey.measure(i);
  switch (marker.by) {
    case By::kCategory:
      return survey.distance(i, marker.category) <= marker.within;
    case By::kLink:
      return m.link_density > kMostlyLink;
    case By::kDate:
      return m.has_date && m.words < kDateLineWords;
  }
  return false;
}

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
    const auto set = [&](Signal column, double value) {
      if (column != kNotUsed) table.set(i, column, value);
    };
    set(marker.runs, runs);
    set(marker.since, seen ? static_cast<double>(i - last) : kNeverBlocks);
    set(marker.prose, seen ? survey.before[i].paragraph_chars - survey.before[last].paragraph_chars : -1);
  }
}

void add_announcement(const Survey& survey, SignalTable& table, std::uint8_t bit, Signal since, Signal prose,
                      std::size_t start) {
  std::size_t last = kNone;
  for (std::size_t i = 0; i < survey.size(); ++i) {
    if (i > start && (survey.announces[i] & bit) != 0) last = i;
    const bool seen = last != kNone;
    table.set(i, since, seen ? static_cast<double>(i - last) : kNeverBlocks);
    table.set(i, prose, seen ? survey.before[i].paragraph_chars - survey.before[last].paragraph_chars : -1);
  }
}

// How the <article> that a block is in compares with the page's others.
void add_articles(const Survey& survey, SignalTable& table) {
  constexpr float kNear = 8;  // levels; a block deeper inside belongs to something else first
  std::vector<std::uint32_t> article(survey.size(), kNone);
  std::vector<bool> counted(survey.page->elements.size(), false);
  std::vector<double> mass(survey.page->elements.size(), 0.0);
  std::uint32_t articles = 0;
  double largest = 1;
  for (std::size_t i = 0; i < survey.size(); ++i) {
    const float up = survey.distance(i, Category::k_article);
    if (up >= kNear) continue;
    std::uint32_t e = survey.block(i).inner_element;
    for (float level = 0; level < up; ++level) e = survey.parent(e);
    article[i] = e;
    if (!counted[e]) ++articles;
    counted[e] = true;
    mass[e] += survey.measure(i).paragraph_chars();
    largest = std::max(largest, mass[e]);
  }
  double top_headings = 0;
  for (std::size_t i = 0; i < survey.size(); ++i) {
    const std::uint32_t e = article[i];
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
  add_announcement(survey, table, kAnnouncesRelated, Signal::told_related_since, Signal::told_related_prose,
                   title);
  add_announcement(survey, table, kAnnouncesComments, Signal::told_comments_since,
                   Signal::told_comments_prose, title);
  add_announcement(survey, table, kAnnouncesSignUp, Signal::told_sign_up_since, Signal::told_sign_up_prose,
                   title);
  for (std::size_t i = 0; i < survey.size(); ++i) {
    table.set(i, Signal::prose_since_title,
              survey.before[i].paragraph_chars - survey.before[title].paragraph_chars);
    table.set(i, Signal::prose_left, survey.total().paragraph_chars - survey.before[i + 1].paragraph_chars);
  }
  add_articles(survey, table);
}

}  // namespace clean_article::extract
