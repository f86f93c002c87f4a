#include "extract/finish/joins.hpp"

#include <algorithm>

#include "extract/finish/cards.hpp"

namespace clean_article::extract {

namespace {

constexpr std::size_t kReach = 3;  // blocks back to the kept one before

// Finds kept text around code. In articles within the parent of the code only; manuals wrap code in editors,
// the short lines of which (names of files, tabs, buttons) stand in between.
class AroundCode {
 public:
  AroundCode(const Survey& survey, const std::vector<Verdict>& verdicts)
      : survey_(survey), verdicts_(verdicts), anywhere_(!survey.facts->declares_article()) {}

  bool anywhere() const { return anywhere_; }

  bool kept_before(std::size_t code) const {
    for (std::size_t back = 1; back <= kMostLines && back <= code; ++back) {
      if (is_kept(code - back, code)) return true;
      if (back >= kReach && !(anywhere_ && is_short(code - back))) return false;
    }
    return false;
  }

  bool kept_behind(std::size_t code) const {
    const std::size_t end = std::min(survey_.size(), code + 1 + kMostLines);
    for (std::size_t i = code + 1; i < end; ++i) {
      if (is_kept(i, code)) return true;
      if (!anywhere_ || !is_short(i)) return false;
    }
    return false;
  }

 private:
  static constexpr std::size_t kMostLines = 12;  // of an editor, before its code or behind

  bool is_kept(std::size_t i, std::size_t code) const {
    const Element& parent = survey_.element(survey_.parent(survey_.block(code).element));
    return verdicts_[i].kept && (anywhere_ || (i >= parent.first_block && i < parent.end_block));
  }
  bool is_short(std::size_t i) const {
    constexpr float kMostWords = 4;
    return survey_.measure(i).words <= kMostWords;
  }

  const Survey& survey_;
  const std::vector<Verdict>& verdicts_;
  bool anywhere_;
};

// Code between kept blocks, and outside articles likelier code behind one, belongs to them, a run of it as a
// whole.
void keep_code(const Survey& survey, std::vector<Verdict>& verdicts) {
  constexpr float kBetween = 0.1f;
  constexpr float kBehind = 0.2f;
  const AroundCode around(survey, verdicts);
  const auto is_code = [&](std::size_t i) { return survey.block(i).kind == BlockKind::kCode; };
  for (std::size_t begin = 0; begin < survey.size();) {
    std::size_t end = begin;
    while (end < survey.size() && is_code(end)) ++end;
    if (end == begin || !around.kept_before(begin)) {
      begin = end + 1;
      continue;
    }
    const bool between = around.kept_behind(end - 1);
    for (; begin < end; ++begin)
      if ((between || around.anywhere()) && may_join(verdicts[begin], between ? kBetween : kBehind))
        keep(verdicts[begin], Step::kTrim, "joins kept text");
  }
}

// A heading or quote with kept blocks of the same parent on both sides belongs to them; so does a likelier
// heading right over one.
void keep_headings_and_quotes(const Survey& survey, std::vector<Verdict>& verdicts) {
  constexpr float kBetween = 0.1f;  // least score between kept blocks
  constexpr float kOver = 0.3f;     // and of a heading over one
  // From the end, so that what stands over a joined block can join it in turn.
  for (std::size_t i = survey.size(); i-- > 1;) {
    const Block& b = survey.block(i);
    const bool heading = b.kind == BlockKind::kHeading;
    const bool quote = (b.flags & kInQuote) != 0;
    if (!may_join(verdicts[i], kBetween) || (!heading && !quote) || survey.title_block == i) continue;
    std::uint32_t holder = survey.parent(b.element);
    if (quote && survey.element(holder).tag == html::Tag::k_blockquote) holder = survey.parent(holder);
    const Element& parent = survey.element(holder);
    const auto beside = [&](std::size_t o) {
      return o < survey.size() && verdicts[o].kept && o >= parent.first_block && o < parent.end_block;
    };
    bool kept_before = false;
    for (std::size_t back = 1; back <= kReach && back <= i; ++back)
      kept_before = kept_before || beside(i - back);
    if (beside(i + 1) && (kept_before || (heading && verdicts[i].score >= kOver)))
      keep(verdicts[i], Step::kTrim, "joins kept text");
  }
}

// Items between kept ones of their list belong to it, other blocks may be furniture of cards. Posts of a
// thread and readers' comments are no such list.
void fill_lists(const Survey& survey, std::vector<Verdict>& verdicts) {
  constexpr float kLeastScore = 0.05f;
  constexpr float kNear = 4;
  if (survey.facts->is_thread()) return;
  const auto is_item = [&](std::size_t i) {
    const BlockKind kind = survey.block(i).kind;
    if (survey.distance(i, Category::k_class_comment) <= kNear) return false;
    return kind == BlockKind::kListItem || kind == BlockKind::kTerm || kind == BlockKind::kDefinition;
  };
  const std::vector<Element>& elements = survey.page->elements;
  for (std::uint32_t e = 1; e < elements.size();) {
    const Element& list = elements[e];
    if (list.tag != html::Tag::k_ul && list.tag != html::Tag::k_ol && list.tag != html::Tag::k_dl) {
      ++e;
      continue;
    }
    std::size_t begin = list.first_block;
    std::size_t end = list.end_block;
    while (begin < end && !verdicts[begin].kept) ++begin;
    while (begin < end && !verdicts[end - 1].kept) --end;
    for (std::size_t i = begin; i < end; ++i)
      if (is_item(i) && may_join(verdicts[i], kLeastScore))
        keep(verdicts[i], Step::kTrim, "between kept ones of its list");
    e = list.end;
  }
}

// A list stays whole, and a table: an item or cell beside a kept one is kept unless the scorer finds it
// unlikely.
void keep_lists_and_tables_whole(const Survey& survey, std::vector<Verdict>& verdicts) {
  constexpr float kLeastScore = 0.35f;
  const auto same_list = [&](std::size_t a, std::size_t b) {
    const std::uint32_t item = survey.block(a).element;
    const std::uint32_t other = survey.block(b).element;
    const std::uint32_t list = survey.parent(item);
    const std::uint32_t other_list = survey.parent(other);
    if (survey.block(a).kind == BlockKind::kCell)
      return survey.block(b).kind == BlockKind::kCell &&
             (list == other_list || survey.parent(list) == survey.parent(other_list));
    return survey.element(item).tag == html::Tag::k_li && survey.element(other).tag == html::Tag::k_li &&
           list == other_list;
  };
  const auto join = [&](std::size_t i, std::size_t neighbour) {
    if (!may_join(verdicts[i], kLeastScore) || !verdicts[neighbour].kept || !same_list(i, neighbour)) return;
    keep(verdicts[i], Step::kTrim,
         survey.block(i).kind == BlockKind::kCell ? "of a kept table" : "of a kept list");
  };
  for (std::size_t i = 1; i < survey.size(); ++i) join(i, i - 1);
  for (std::size_t i = survey.size(); i-- > 1;) join(i - 1, i);
}

// The line under the title (dek, standfirst) is text. Scores of it hover about the cut, since references
// disagree; the names that publishing systems give it settle that.
void keep_dek(const Survey& survey, std::vector<Verdict>& verdicts) {
  constexpr float kLeastScore = 0.15f;
  constexpr float kLikely = 0.5f;
  constexpr float kFewestWords = 6;
  constexpr std::size_t kBehindTitle = 4;  // blocks
  if (survey.title_block == kNone || !survey.facts->declares_article()) return;
  const std::size_t end = std::min(survey.size(), survey.title_block + 1 + kBehindTitle);
  for (std::size_t i = survey.title_block + 1; i < end; ++i) {
    const BlockKind kind = survey.block(i).kind;
    if (kind != BlockKind::kParagraph && kind != BlockKind::kHeading) continue;
    if (!may_join(verdicts[i], kLeastScore) || survey.measure(i).words < kFewestWords ||
        survey.measure(i).link_density > 0)
      continue;
    if (survey.distance(i, Category::k_class_hero) > 1 && verdicts[i].score < kLikely) continue;
    keep(verdicts[i], Step::kTrim, "line under the title");
  }
}

}  // namespace

void keep_what_belongs(const Survey& survey, std::vector<Verdict>& verdicts) {
  keep_lines_of_cards(survey, verdicts);
  keep_code(survey, verdicts);
  keep_headings_and_quotes(survey, verdicts);
  fill_lists(survey, verdicts);
  keep_lists_and_tables_whole(survey, verdicts);
  keep_dek(survey, verdicts);
}

}  // namespace clean_article::extract
