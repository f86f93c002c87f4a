// The posts of a thread: prose in an element that comes again and again, called a post, under a name or a
// date. What readers wrote is what such a page is about. Where the scorer has seen none of the posts, it took
// them for comments below an article. Where it has seen some, it may object to a whole one that it left out.
#include <algorithm>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "extract/finish/rules/rules.hpp"
#include "extract/finish/threads.hpp"

namespace clean_article::extract::rules {

namespace {

bool is_called_post(const Element& e) {
  return e.first_block != e.end_block &&
         (e.categories.has(Category::k_class_comment) || e.categories.has(Category::k_class_post));
}

// Whether somebody is named in a post, or a time.
bool is_signed(const FinishContext& page, const Element& post, std::uint32_t number) {
  const Survey& survey = page.survey();
  for (std::uint32_t e = number + 1; e < post.end; ++e)
    if (survey.element(e).categories.has(Category::k_class_author)) return true;
  return survey.before[post.end_block].dates > survey.before[post.first_block].dates;
}

// The posts, as numbers of elements: those that look alike and are signed, and of which there are several.
std::vector<std::uint32_t> posts_of(const FinishContext& page) {
  constexpr int kFewest = 2;
  const auto& elements = page.survey().page->elements;
  std::unordered_map<std::uint64_t, int> alike;
  std::vector<std::uint32_t> posts;
  for (std::uint32_t e = 0; e < elements.size(); ++e) {
    if (!is_called_post(elements[e]) || !is_signed(page, elements[e], e)) continue;
    ++alike[elements[e].signature];
    posts.push_back(e);
  }
  std::erase_if(posts, [&](std::uint32_t e) { return alike[elements[e].signature] < kFewest; });
  return posts;
}

bool is_prose(const FinishContext& page, std::uint32_t i, float least) {
  constexpr float kFewestWords = 5;
  constexpr float kMostLinked = 0.5f;
  const Measure& m = page.survey().measure(i);
  const BlockKind kind = page.survey().block(i).kind;
  return (kind == BlockKind::kParagraph || kind == BlockKind::kListItem || kind == BlockKind::kCode) &&
         m.words >= kFewestWords && m.link_density < kMostLinked && page.phrases(i) == 0 &&
         may_join(page.verdict(i), least);
}

}  // namespace

void thread_post(const FinishContext& page, Marker& mark) {
  const std::vector<std::uint32_t> posts = posts_of(page);
  if (posts.empty()) return;
  const auto& elements = page.survey().page->elements;
  if (!is_thread(page, elements[posts.front()].first_block)) return;
  const auto is_missed = [&](std::uint32_t post) {
    for (std::uint32_t i = elements[post].first_block; i < elements[post].end_block; ++i)
      if (page.is_kept(i)) return false;
    return true;
  };
  constexpr float kLeastScore = 0.1f;          // where none was seen
  constexpr float kLeastBesideOthers = 0.25f;  // where some were
  const bool saw_none = std::ranges::all_of(posts, is_missed);
  for (const std::uint32_t post : posts)
    if (is_missed(post))
      for (std::uint32_t i = elements[post].first_block; i < elements[post].end_block; ++i)
        if (is_prose(page, i, saw_none ? kLeastScore : kLeastBesideOthers)) mark.mark(i);
}

}  // namespace clean_article::extract::rules
