#include "metadata/readers/article_place.hpp"

#include <algorithm>

#include "metadata/readers/head_lines.hpp"
#include "metadata/readers/person_names.hpp"
#include "text/text.hpp"

namespace clean_article::metadata {

using extract::Block;
using extract::BlockKind;
using extract::Blocks;
using extract::Category;
using html::NodeId;

ArticlePlace place_article(const extract::Extraction& extraction, const html::Document&,
                           const PageMarks& marks) {
  const Blocks& page = *extraction.page;
  const auto& verdicts = *extraction.verdicts;
  ArticlePlace place;
  const std::size_t n = page.blocks.size();
  std::size_t first = n;
  for (std::size_t b = 0; b < n; ++b) {
    if (!verdicts[b].kept) continue;
    if (first == n) first = b;
    place.last_kept = b;
  }
  place.first_kept = first == n ? 0 : first;
  place.title = place.first_kept;
  // The nearest h1 above the text, or the text's first block where that is one; else any h1 of the page.
  const std::string title = bare(marks.title);
  std::size_t best = n;
  int best_score = 0;
  for (std::size_t b = 0; b < n; ++b) {
    const Block& block = page.blocks[b];
    if (block.kind != BlockKind::kHeading || block.level > 2) continue;
    const std::string own = bare(page.text_of(block));
    if (own.empty()) continue;
    int score = block.level == 1 ? 2 : 0;
    if (title.find(own) != std::string::npos && own.size() > 3) score += 4;
    if (b <= place.first_kept + 1) score += 1;
    if (score > best_score || (score == best_score && b <= place.first_kept + 1 && score >= 3)) {
      best_score = score;
      best = b;
    }
  }
  if (best < n && best_score >= 3) place.title = best;
  if (best < n || !title.empty() || first == n) return place;
  // Neither a title nor a heading: a text without its markup.
  if (const std::size_t line = find_title_line(extraction, place.first_kept); line < n) {
    place.title = line;
    place.by_line = true;
  }
  return place;
}

std::string heading_of(const extract::Extraction& extraction, const ArticlePlace& place) {
  const Blocks& page = *extraction.page;
  if (place.title >= page.blocks.size() || page.blocks[place.title].kind != BlockKind::kHeading) return "";
  return folded(page.text_of(page.blocks[place.title]));
}

// How many blocks around title and beginning of the text still belong to the article's head.
constexpr std::size_t kAboveTitle = 8;
constexpr std::size_t kIntoText = 5;

std::size_t Surroundings::head_begin() const {
  return place_.title - std::min(place_.title, kAboveTitle);
}

std::size_t Surroundings::head_end() const {
  return std::min(place_.first_kept + kIntoText, page_.blocks.size());
}

std::vector<std::size_t> Surroundings::head_blocks() const {
  std::vector<std::size_t> order;
  for (std::size_t b = place_.title; b < head_end(); ++b) order.push_back(b);
  for (std::size_t b = place_.title; b-- > head_begin();) order.push_back(b);
  return order;
}

std::size_t Surroundings::distance_to_title(std::size_t block) const {
  constexpr std::size_t kAbove = 5;
  return block >= place_.title ? block - place_.title : place_.title - block + kAbove;
}

bool Surroundings::is_foreign(std::size_t block) const {
  return is_inside(block, {Category::k_class_comment, Category::k_class_related, Category::k_class_sidebar,
                           Category::k_aside, Category::k_nav, Category::k_class_footer, Category::k_footer});
}

bool Surroundings::is_comment(std::size_t block) const {
  return is_inside(block, {Category::k_class_comment, Category::k_class_related});
}

bool Surroundings::is_in_card(std::size_t block) const {
  constexpr std::size_t kFewestCards = 3;
  constexpr std::uint32_t kMostBlocksOfCard = 1000;
  if (block >= page_.blocks.size()) return false;
  for (std::uint32_t e = page_.blocks[block].inner_element; e != extract::kNone;
       e = page_.elements[e].parent) {
    const extract::Element& card = page_.elements[e];
    if (card.tag != html::Tag::k_article || card.parent == extract::kNone) continue;
    if (card.first_block <= place_.title && place_.title < card.end_block) return false;
    if (card.end_block - card.first_block > kMostBlocksOfCard) return false;
    bool has_heading = false;
    for (std::size_t b = card.first_block; b < block && !has_heading; ++b)
      has_heading = page_.blocks[b].kind == BlockKind::kHeading;
    if (!has_heading) return false;
    // A page may have thousands: no more are counted than it takes.
    std::size_t cards = 0;
    for (std::uint32_t c = card.parent + 1; c < page_.elements[card.parent].end && cards < kFewestCards;
         c = page_.elements[c].end)
      cards += page_.elements[c].tag == html::Tag::k_article ? 1 : 0;
    return cards >= kFewestCards;
  }
  return false;
}

// Whether an element of one of these categories is around a block and not around the article, too.
bool Surroundings::is_inside(std::size_t block, std::initializer_list<Category> categories) const {
  if (block >= page_.blocks.size()) return true;
  const std::int16_t* nearest = page_.nearest_of(block);
  if (std::none_of(categories.begin(), categories.end(),
                   [&](Category c) { return nearest[static_cast<std::size_t>(c)] > 0; }))
    return false;
  for (std::uint32_t e = page_.blocks[block].inner_element; e != extract::kNone;
       e = page_.elements[e].parent) {
    const extract::Element& element = page_.elements[e];
    const auto holds = [&](std::size_t b) { return element.first_block <= b && b < element.end_block; };
    if (holds(place_.first_kept) || holds(place_.title)) return false;
    for (const Category c : categories)
      if (element.categories.has(c) && (c != Category::k_class_related || says_related(element.node)))
        return true;
  }
  return false;
}

// Not every class with "relat" in it: "relative" is how an element is laid out.
bool Surroundings::says_related(NodeId node) const {
  constexpr std::string_view kLaidOut = "relative";
  std::string names = class_names(node);
  std::size_t at = names.find(kLaidOut);
  if (at == std::string::npos) return true;
  for (; at != std::string::npos; at = names.find(kLaidOut, at)) names.erase(at, kLaidOut.size());
  for (const std::string_view word :
       {"relat", "recommend", "more-", "read-", "trending", "popular", "recent", "similar", "latest", "also"})
    if (names.find(word) != std::string::npos) return true;
  return false;
}

std::size_t Surroundings::block_at(NodeId node) const {
  const auto found = std::partition_point(page_.blocks.begin(), page_.blocks.end(), [&](const Block& b) {
    return page_.pieces[b.end_piece - 1].text_node < node;
  });
  return static_cast<std::size_t>(found - page_.blocks.begin());
}

std::string Surroundings::class_names(NodeId node) const {
  std::string names;
  document_.visit_attributes(node, [&](const html::Attribute& a) {
    if (!text::equal_ignoring_ascii_case(a.name, "class") && !text::equal_ignoring_ascii_case(a.name, "id"))
      return;
    names.append(a.raw_value).append(" ");
  });
  for (char& c : names) c = text::ascii_lower(c);
  return names;
}

}  // namespace clean_article::metadata
