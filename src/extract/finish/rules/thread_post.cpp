// The posts of a thread: prose in an element that comes again and again, called a post, under a name or a
// date. What readers wrote is what such a page is about. Where the scorer has seen none of the posts, it took
// them for comments below an article. Where it has seen some, it may object to a whole one that it left out.
// Where what was kept stands in elements that look alike, the others of them are posts, too, whatever they
// are called. Out of fold these win 0.9 points on harvest-forums, 0.6 on magic-html-forum and 0.5 on forums
// of wcxb-dev.
#include <algorithm>
#include <cstdint>
#include <optional>
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

// Elements that are alike in look and depth.
struct Row {
  std::vector<std::uint32_t> members;  // elements
  double kept = 0;                     // words
  double words = 0;
  std::size_t members_kept = 0;  // of which something was kept
};

std::uint64_t look_of(const Element& e) {
  return e.signature ^ (std::uint64_t{e.depth} * 0x9E37'79B9'7F4A'7C15u);
}

// The posts, whatever they are called: of the rows that hold most of what was kept, the one with least beside
// it.
std::optional<Row> row_of_posts(const FinishContext& page) {
  constexpr std::size_t kFewest = 3;
  constexpr double kLeastShare = 0.5;    // of the kept words
  constexpr double kLeastMembers = 0.3;  // of which something was kept
  constexpr double kLeastOfBest = 0.75;  // of the words in the row that holds most
  const Survey& survey = page.survey();
  const auto& elements = survey.page->elements;
  std::vector<double> kept_before(page.size() + 1, 0);
  for (std::size_t i = 0; i < page.size(); ++i)
    kept_before[i + 1] = kept_before[i] + (page.is_kept(i) ? survey.measure(i).words : 0);
  std::unordered_map<std::uint64_t, Row> rows;
  for (std::uint32_t e = 1; e < elements.size(); ++e) {
    const Element& element = elements[e];
    if (element.first_block == element.end_block) continue;
    Row& row = rows[look_of(element)];
    const double kept = kept_before[element.end_block] - kept_before[element.first_block];
    row.members.push_back(e);
    row.kept += kept;
    row.words += page.words(element.first_block, element.end_block);
    row.members_kept += kept > 0 ? 1 : 0;
  }
  const double all = kept_before.back();
  double best = 0;
  const auto counts = [&](const Row& row) {
    return row.members.size() >= kFewest && row.kept >= kLeastShare * all &&
           static_cast<double>(row.members_kept) >= kLeastMembers * static_cast<double>(row.members.size());
  };
  for (const auto& [look, row] : rows)
    if (counts(row)) best = std::max(best, row.kept);
  const Row* tightest = nullptr;
  for (const auto& [look, row] : rows)
    if (counts(row) && row.kept >= kLeastOfBest * best &&
        (tightest == nullptr || row.words < tightest->words ||
         (row.words == tightest->words && row.members.front() < tightest->members.front())))
      tightest = &row;
  if (tightest == nullptr) return std::nullopt;
  return *tightest;
}

void keep_alike(const FinishContext& page, Marker& mark) {
  constexpr float kLeastScore = 0.1f;
  if (!is_thread(page, page.kept().end)) return;  // nearly all pages, and told by little
  const std::optional<Row> row = row_of_posts(page);
  if (!row) return;
  const auto& elements = page.survey().page->elements;
  if (!is_thread(page, elements[row->members.front()].first_block)) return;
  for (const std::uint32_t member : row->members)
    for (std::uint32_t i = elements[member].first_block; i < elements[member].end_block; ++i)
      if (is_prose(page, i, kLeastScore)) mark.mark(i);
}

// What is called a post and was missed whole.
void keep_called(const FinishContext& page, Marker& mark) {
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

}  // namespace

void thread_post(const FinishContext& page, Marker& mark) {
  keep_called(page, mark);  // asks what the scorer has seen, so it comes first
  keep_alike(page, mark);
}

}  // namespace clean_article::extract::rules
