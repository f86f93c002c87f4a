// Signals of where a block stands: under which elements, how far from title, headings, paragraphs, and what
// its neighbours are.
#include <algorithm>
#include <vector>

#include "extract/signals/signals.hpp"

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

void add_headings(const Survey& survey, SignalTable& table) {
  std::size_t last = 0;
  bool seen = false;
  for (std::size_t i = 0; i < survey.size(); ++i) {
    if (survey.is_heading(i)) {
      last = i;
      seen = true;
    }
    table.set(i, Signal::from_heading, seen ? static_cast<double>(i - last) : kFarBlocks);
    table.set(i, Signal::heading_level, seen ? survey.block(last).level : -1);
    table.set(i, Signal::heading_announces, seen ? survey.announces[last] : -1);
    const auto depth = [&](std::size_t b) { return survey.element(survey.block(b).element).depth; };
    table.set(i, Signal::heading_depth, seen ? depth(i) - depth(last) : -50);
    table.set(i, Signal::paragraphs_since_heading,
              seen ? survey.before[i].paragraph_chars - survey.before[last].paragraph_chars : -1);
  }
}

void add_title(const Survey& survey, SignalTable& table) {
  std::vector<std::size_t> h1;
  for (std::size_t i = 0; i < survey.size(); ++i)
    if (survey.is_heading(i) && survey.block(i).level == 1) h1.push_back(i);
  const std::uint32_t title = survey.title_block;
  for (std::size_t i = 0; i < survey.size(); ++i) {
    const auto from = [&](std::size_t place) { return static_cast<double>(i) - static_cast<double>(place); };
    table.set(i, Signal::from_title, title == kNone ? kNoPlace : from(title));
    table.set(i, Signal::chars_from_title,
              title == kNone ? kNoPlace * 100 : survey.before[i].chars - survey.before[title].chars);
    table.set(i, Signal::from_first_h1, h1.empty() ? kNoPlace : from(h1.front()));
    table.set(i, Signal::from_last_h1, h1.empty() ? kNoPlace : from(h1.back()));
  }
}

void add_big_paragraphs(const Survey& survey, SignalTable& table) {
  constexpr float kBig = 140;  // characters of running text
  std::vector<std::size_t> big;
  for (std::size_t i = 0; i < survey.size(); ++i)
    if (survey.measure(i).paragraph_chars() >= kBig) big.push_back(i);
  std::size_t passed = 0;  // big paragraphs before i
  for (std::size_t i = 0; i < survey.size(); ++i) {
    while (passed < big.size() && big[passed] < i) ++passed;
    const auto set = [&](Signal s, bool known, double value) { table.set(i, s, known ? value : kNoPlace); };
    const auto at = static_cast<double>(i);
    const bool any = !big.empty();
    set(Signal::from_last_big, any, any ? at - static_cast<double>(big.back()) : 0);
    set(Signal::to_next_big, any, passed < big.size() ? static_cast<double>(big[passed]) - at : kFarBlocks);
    set(Signal::big_before, any, any ? static_cast<double>(passed) / static_cast<double>(big.size()) : 0);
  }
}

// The neighbour some steps before or behind, or none.
constexpr std::size_t kNoBlock = ~std::size_t{0};

void add_neighbours(const Survey& survey, SignalTable& table, std::size_t i) {
  const std::size_t n = survey.size();
  const auto behind = [&](std::size_t steps) { return i + steps < n ? i + steps : kNoBlock; };
  const auto before = [&](std::size_t steps) { return i >= steps ? i - steps : kNoBlock; };
  const auto tag = [&](std::size_t b) {
    return b == kNoBlock ? -1.0 : static_cast<double>(survey.element(survey.block(b).element).tag);
  };
  const auto chars = [&](std::size_t b) { return b == kNoBlock ? -1.0f : survey.measure(b).chars; };
  table.set(i, Signal::previous1_tag, tag(before(1)));
  table.set(i, Signal::previous1_chars, chars(before(1)));
  table.set(i, Signal::previous2_tag, tag(before(2)));
  table.set(i, Signal::next1_tag, tag(behind(1)));
  table.set(i, Signal::next1_chars, chars(behind(1)));
  table.set(i, Signal::next1_link_density,
            behind(1) == kNoBlock ? -1.0f : survey.measure(behind(1)).link_density);
  table.set(i, Signal::next2_tag, tag(behind(2)));
}

// What stands within some blocks on either side.
Tally window(const Survey& survey, std::size_t i, std::size_t width) {
  const std::size_t low = i > width ? i - width : 0;
  const std::size_t high = std::min(i + width + 1, survey.size());
  return survey.before[high] - survey.before[low];
}

void add_windows(const Survey& survey, SignalTable& table, std::size_t i) {
  const auto share = [](double part, const Tally& t) { return part / std::max(t.chars, 1.0); };
  const Tally near = window(survey, i, 2);
  table.set(i, Signal::window2_link_density, share(near.link_chars, near));
  const Tally around = window(survey, i, 5);
  table.set(i, Signal::window5_link_density, share(around.link_chars, around));
  table.set(i, Signal::window5_paragraph_share, share(around.paragraph_chars, around));
  table.set(i, Signal::window12_paragraph_chars, window(survey, i, 12).paragraph_chars);
}

}  // namespace

void add_place_signals(const Survey& survey, SignalTable& table) {
  add_headings(survey, table);
  add_title(survey, table);
  add_big_paragraphs(survey, table);
  for (std::size_t i = 0; i < survey.size(); ++i) {
    for (const Near& near : kNear) table.set(i, near.signal, survey.distance(i, near.category));
    table.set(i, Signal::depth, survey.element(survey.block(i).element).depth);
    table.set(i, Signal::position_blocks, static_cast<double>(i) / static_cast<double>(survey.size()));
    table.set(i, Signal::chars_before, survey.before[i].chars);
    add_neighbours(survey, table, i);
    add_windows(survey, table, i);
  }
}

}  // namespace clean_article::extract
