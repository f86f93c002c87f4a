#include <algorithm>
#include <cstring>

#include "extract/signals/signal_groups.hpp"

namespace clean_article::extract {

namespace {

struct Near {
  Category category;
  Signal signal;
};
constexpr Near kNear[] = {
    {Category::k_nav, Signal::near_nav},
    {Category::k_header, Signal::near_header},
    {Category::k_footer, Signal::near_footer},
    {Category::k_aside, Signal::near_aside},
    {Category::k_article, Signal::near_article},
    {Category::k_main, Signal::near_main},
    {Category::k_form, Signal::near_form},
    {Category::k_table, Signal::near_table},
    {Category::k_row, Signal::near_row},
    {Category::k_item, Signal::near_item},
    {Category::k_figure, Signal::near_figure},
    {Category::k_figcaption, Signal::near_figcaption},
    {Category::k_quote, Signal::near_quote},
    {Category::k_pre, Signal::near_pre},
    {Category::k_button, Signal::near_button},
    {Category::k_paragraph, Signal::near_paragraph},
    {Category::k_noscript, Signal::near_noscript},
    {Category::k_role_navigation, Signal::near_role_navigation},
    {Category::k_role_contentinfo, Signal::near_role_contentinfo},
    {Category::k_role_main, Signal::near_role_main},
    {Category::k_role_dialog, Signal::near_role_dialog},
    {Category::k_hidden, Signal::near_hidden},
    {Category::k_body_property, Signal::near_body_property},
    {Category::k_class_comment, Signal::class_near_comment},
    {Category::k_class_nav, Signal::class_near_nav},
    {Category::k_class_footer, Signal::class_near_footer},
    {Category::k_class_hero, Signal::class_near_hero},
    {Category::k_class_share, Signal::class_near_share},
    {Category::k_class_modal, Signal::class_near_modal},
    {Category::k_class_meta, Signal::class_near_meta},
    {Category::k_class_author, Signal::class_near_author},
    {Category::k_class_newsletter, Signal::class_near_newsletter},
    {Category::k_class_tags, Signal::class_near_tags},
    {Category::k_class_product, Signal::class_near_product},
    {Category::k_class_description, Signal::class_near_description},
    {Category::k_class_card, Signal::class_near_card},
    {Category::k_class_content, Signal::class_near_content},
    {Category::k_class_body, Signal::class_near_body},
    {Category::k_class_caption, Signal::class_near_caption},
    {Category::k_class_hidden, Signal::class_near_hidden},
    {Category::k_class_box, Signal::class_near_box},
    {Category::k_class_paywall, Signal::class_near_paywall},
    {Category::k_class_embed, Signal::class_near_embed},
};

constexpr double kNoPlace = -999;
constexpr double kFarBlocks = 99;

// The steps from a block's innermost element up to the nearest element of each category, as
// Survey::distance() has them, several at once.
class Distances {
 public:
  Distances(const Survey& survey, std::size_t block) {
    const std::int16_t* const nearest = survey.page->nearest_of(block);
    const auto depth = static_cast<std::int16_t>(survey.element(survey.block(block).inner_element).depth);
    std::size_t c = 0;
    for (; c + kLanes <= kCategoryCount; c += kLanes) {
      Depths depths;
      std::memcpy(&depths, nearest + c, sizeof depths);
      const Depths far = depths < 0;
      const Depths steps = ((depth - depths) & ~far) | (static_cast<std::int16_t>(Survey::kFar) & far);
      const auto values = __builtin_convertvector(steps, Values);
      std::memcpy(distances_ + c, &values, sizeof values);
    }
    for (; c < kCategoryCount; ++c) distances_[c] = survey.distance(block, static_cast<Category>(c));
  }
  float operator[](Category category) const { return distances_[static_cast<std::size_t>(category)]; }

 private:
  static constexpr std::size_t kLanes = 8;
  typedef std::int16_t Depths __attribute__((vector_size(kLanes * sizeof(std::int16_t))));
  typedef float Values __attribute__((vector_size(kLanes * sizeof(float))));

  float distances_[kCategoryCount];
};

}  // namespace

PlaceSignals::PlaceSignals(const Survey& survey) : survey_(survey) {
  constexpr float kBig = 140;  // characters of running text
  for (std::size_t i = 0; i < survey.size(); ++i) {
    if (survey.is_heading(i) && survey.block(i).level == 1) {
      first_h1_ = std::min<std::size_t>(first_h1_, i);
      last_h1_ = i;
    }
    if (survey.measure(i).paragraph_chars() >= kBig) big_.push_back(i);
  }
}

void PlaceSignals::add(std::size_t i, SignalRow row) {
  add_elements(i, row);
  add_heading(i, row);
  add_title(i, row);
  add_big_paragraphs(i, row);
  add_neighbours(i, row);
  add_windows(i, row);
}

void PlaceSignals::add_elements(std::size_t i, SignalRow row) const {
  const Distances distances(survey_, i);
  for (const Near& near : kNear) row.set(near.signal, distances[near.category]);
  row.set(Signal::depth, survey_.element(survey_.block(i).element).depth);
  row.set(Signal::position_blocks, static_cast<double>(i) / static_cast<double>(survey_.size()));
  row.set(Signal::chars_before, survey_.before[i].chars);
}

void PlaceSignals::add_heading(std::size_t i, SignalRow row) {
  if (survey_.is_heading(i)) heading_ = i;
  const bool seen = heading_ != kNone;
  const auto depth = [&](std::size_t b) { return survey_.element(survey_.block(b).element).depth; };
  row.set(Signal::from_heading, seen ? static_cast<double>(i - heading_) : kFarBlocks);
  row.set(Signal::heading_level, seen ? survey_.block(heading_).level : -1);
  row.set(Signal::heading_announces, seen ? survey_.announces[heading_] : -1);
  row.set(Signal::heading_depth, seen ? depth(i) - depth(heading_) : -50);
  row.set(Signal::paragraphs_since_heading,
          seen ? survey_.between(heading_, i, &Tally::paragraph_chars) : -1);
}

void PlaceSignals::add_title(std::size_t i, SignalRow row) const {
  const auto from = [&](std::size_t place) {
    return place == kNone ? kNoPlace : static_cast<double>(i) - static_cast<double>(place);
  };
  const std::uint32_t title = survey_.title_block;
  row.set(Signal::from_title, from(title));
  row.set(Signal::chars_from_title,
          title == kNone ? kNoPlace * 100 : survey_.before[i].chars - survey_.before[title].chars);
  row.set(Signal::from_first_h1, from(first_h1_));
  row.set(Signal::from_last_h1, from(last_h1_));
}

void PlaceSignals::add_big_paragraphs(std::size_t i, SignalRow row) {
  if (big_.empty()) {
    for (const Signal signal : {Signal::from_last_big, Signal::to_next_big, Signal::big_before})
      row.set(signal, kNoPlace);
    return;
  }
  while (big_passed_ < big_.size() && big_[big_passed_] < i) ++big_passed_;
  const auto at = static_cast<double>(i);
  const bool is_last = big_passed_ == big_.size();
  row.set(Signal::from_last_big, at - static_cast<double>(big_.back()));
  row.set(Signal::to_next_big, is_last ? kFarBlocks : static_cast<double>(big_[big_passed_]) - at);
  row.set(Signal::big_before, static_cast<double>(big_passed_) / static_cast<double>(big_.size()));
}

void PlaceSignals::add_neighbours(std::size_t i, SignalRow row) const {
  const std::size_t n = survey_.size();
  const auto behind = [&](std::size_t steps) { return i + steps < n ? i + steps : kNone; };
  const auto before = [&](std::size_t steps) { return i >= steps ? i - steps : kNone; };
  const auto tag = [&](std::size_t b) {
    return b == kNone ? -1.0 : static_cast<double>(survey_.element(survey_.block(b).element).tag);
  };
  const auto chars = [&](std::size_t b) { return b == kNone ? -1.0f : survey_.measure(b).chars; };
  row.set(Signal::previous1_tag, tag(before(1)));
  row.set(Signal::previous1_chars, chars(before(1)));
  row.set(Signal::previous2_tag, tag(before(2)));
  row.set(Signal::next1_tag, tag(behind(1)));
  row.set(Signal::next1_chars, chars(behind(1)));
  row.set(Signal::next1_link_density, behind(1) == kNone ? -1.0f : survey_.measure(behind(1)).link_density);
  row.set(Signal::next2_tag, tag(behind(2)));
}

// What stands within some blocks on either side.
void PlaceSignals::add_windows(std::size_t i, SignalRow row) const {
  const auto within = [&](std::size_t width, double Tally::*sum) {
    return survey_.between(i > width ? i - width : 0, std::min(i + width + 1, survey_.size()), sum);
  };
  const auto share = [&](std::size_t width, double Tally::*sum) {
    return within(width, sum) / std::max(within(width, &Tally::chars), 1.0);
  };
  row.set(Signal::window2_link_density, share(2, &Tally::link_chars));
  row.set(Signal::window5_link_density, share(5, &Tally::link_chars));
  row.set(Signal::window5_paragraph_share, share(5, &Tally::paragraph_chars));
  row.set(Signal::window12_paragraph_chars, within(12, &Tally::paragraph_chars));
}

}  // namespace clean_article::extract
