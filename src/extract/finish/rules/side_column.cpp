// What stands in a column beside posts: the rules of a forum, who is there, what it is about.
#include <algorithm>
#include <cstdint>

#include "extract/finish/rules/rules.hpp"

namespace clean_article::extract::rules {

namespace {

bool is_post(const Element& e) {
  return e.categories.has(Category::k_class_comment);
}

double kept_words(const FinishContext& page, std::uint32_t begin, std::uint32_t end) {
  double words = 0;
  for (std::uint32_t i = begin; i < end; ++i)
    if (page.is_kept(i)) words += double{page.survey().measure(i).words};
  return words;
}

// The blocks from the first post to behind the last, where readers' posts are what the page shows.
struct Posts {
  std::uint32_t first = 0, end = 0;
};
Posts posts_of(const FinishContext& page) {
  constexpr int kFewest = 3;
  constexpr double kMost = 0.5;  // of the kept words are theirs
  const auto& elements = page.survey().page->elements;
  Posts posts;
  int count = 0;
  double words = 0;
  for (const Element& element : elements) {
    const double kept = is_post(element) ? kept_words(page, element.first_block, element.end_block) : 0;
    if (kept == 0) continue;
    ++count;
    if (element.first_block < posts.end) continue;  // in another one
    if (posts.end == 0) posts.first = element.first_block;
    posts.end = element.end_block;
    words += kept;
  }
  return count >= kFewest && words >= kMost * page.kept().words ? posts : Posts{};
}

}  // namespace

void side_column(const FinishContext& page, Marker& mark) {
  constexpr double kMostOfText = 0.2;  // a column with more of the kept words is what the page is about
  if (page.facts().declares_article()) return;
  const Posts posts = posts_of(page);
  if (posts.end == 0) return;
  for (const Element& e : page.survey().page->elements) {
    const bool is_side =
        e.categories.has(Category::k_class_sidebar) || e.categories.has(Category::k_role_complementary);
    const bool is_beside = e.end_block <= posts.first || e.first_block >= posts.end;
    if (!is_side || !is_beside) continue;
    if (kept_words(page, e.first_block, e.end_block) > kMostOfText * double{page.kept().words}) continue;
    for (std::uint32_t i = e.first_block; i < e.end_block; ++i)
      if (page.is_kept(i)) mark.mark(i);
  }
}

}  // namespace clean_article::extract::rules
