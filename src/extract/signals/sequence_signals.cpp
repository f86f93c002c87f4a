#include <algorithm>

#include "extract/signals/signal_groups.hpp"

namespace clean_article::extract {

namespace {

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

// A short block that says what follows.
struct Told {
  std::uint8_t announcement;
  Signal since;  // blocks since the last of them
  Signal prose;  // paragraph characters since
};
constexpr Told kTold[] = {
    {kAnnouncesRelated, Signal::told_related_since, Signal::told_related_prose},
    {kAnnouncesComments, Signal::told_comments_since, Signal::told_comments_prose},
    {kAnnouncesSignUp, Signal::told_sign_up_since, Signal::told_sign_up_prose},
};

}  // namespace

SequenceSignals::SequenceSignals(const Survey& survey)
    : survey_(survey), title_(survey.title_block == kNone ? 0 : survey.title_block) {
  static_assert(std::size(kMarkers) == kMarkerKinds);
  static_assert(std::size(kTold) == kAnnouncementKinds);
  announced_.fill(kNone);
  find_articles();
}

// The <article> that each block is in, compared with the page's others.
void SequenceSignals::find_articles() {
  constexpr float kNear = 8;  // levels; a block deeper inside belongs to something else first
  std::vector<std::uint32_t> article(survey_.size(), kNone);
  std::vector<bool> counted(survey_.page->elements.size(), false);
  std::vector<double> mass(survey_.page->elements.size(), 0.0);
  double largest = 1;
  for (std::size_t i = 0; i < survey_.size(); ++i) {
    const float up = survey_.distance(i, Category::k_article);
    if (up >= kNear) continue;
    std::uint32_t e = survey_.block(i).inner_element;
    for (float level = 0; level < up; ++level) e = survey_.parent(e);
    article[i] = e;
    if (!counted[e]) ++articles_;
    counted[e] = true;
    mass[e] += survey_.measure(i).paragraph_chars();
    largest = std::max(largest, mass[e]);
  }
  article_relative_.reserve(survey_.size());
  for (const std::uint32_t e : article)
    article_relative_.push_back(e == kNone ? -1.0f : static_cast<float>(mass[e] / largest));
}

double SequenceSignals::blocks_since(std::size_t last, std::size_t block) const {
  constexpr double kNeverBlocks = 999;
  return last == kNone ? kNeverBlocks : static_cast<double>(block - last);
}

double SequenceSignals::prose_since(std::size_t last, std::size_t block) const {
  return last == kNone ? -1 : survey_.between(last, block, &Tally::paragraph_chars);
}

void SequenceSignals::add(std::size_t i, SignalRow row) {
  const auto set = [&](Signal column, double value) {
    if (column != kNotUsed) row.set(column, value);
  };
  for (std::size_t m = 0; m < kMarkerKinds; ++m) {
    const Marker& marker = kMarkers[m];
    Passed& passed = markers_[m];
    const bool marked = i > title_ && is_marked(survey_, i, marker);
    if (marked && !passed.before) ++passed.runs;
    passed.before = marked;
    if (marked) passed.last = i;
    set(marker.runs, passed.runs);
    set(marker.since, blocks_since(passed.last, i));
    set(marker.prose, prose_since(passed.last, i));
  }
  for (std::size_t t = 0; t < kAnnouncementKinds; ++t) {
    if (i > title_ && (survey_.announces[i] & kTold[t].announcement) != 0) announced_[t] = i;
    row.set(kTold[t].since, blocks_since(announced_[t], i));
    row.set(kTold[t].prose, prose_since(announced_[t], i));
  }
  row.set(Signal::prose_since_title,
          survey_.before[i].paragraph_chars - survey_.before[title_].paragraph_chars);
  row.set(Signal::prose_left, survey_.total().paragraph_chars - survey_.before[i + 1].paragraph_chars);
  row.set(Signal::article_relative, article_relative_[i]);
  row.set(Signal::articles, articles_);
  if (survey_.is_heading(i) && survey_.block(i).level == 1) ++top_headings_;
  row.set(Signal::h1_count, top_headings_);
}

}  // namespace clean_article::extract
