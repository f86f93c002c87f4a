// Code between kept blocks, and outside articles code right behind one beside it, or likelier code elsewhere
// behind one, belongs to them, a run of it as a whole.
#include <algorithm>

#include "extract/finish/rules/joins.hpp"
#include "extract/finish/rules/rules.hpp"

namespace clean_article::extract::rules {

namespace {

// Finds kept text around code. In articles within the parent of the code only; manuals wrap code in editors,
// the short lines of which (names of files, tabs, buttons) stand in between.
class AroundCode {
 public:
  explicit AroundCode(const FinishContext& page)
      : page_(page), survey_(page.survey()), anywhere_(!page.facts().declares_article()) {}

  bool anywhere() const { return anywhere_; }

  bool kept_before(std::size_t code) const {
    for (std::size_t back = 1; back <= kMostLines && back <= code; ++back) {
      if (is_kept(code - back, code)) return true;
      if (back >= kJoinReach && !(anywhere_ && is_short(code - back))) return false;
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

  // Whether a kept block of the same parent stands right before the code.
  bool follows_kept(std::size_t code) const {
    const auto parent = [&](std::size_t i) { return survey_.parent(survey_.block(i).element); };
    return anywhere_ && code > 0 && page_.is_kept(code - 1) && parent(code) == parent(code - 1);
  }

 private:
  static constexpr std::size_t kMostLines = 12;  // of an editor, before its code or behind

  bool is_kept(std::size_t i, std::size_t code) const {
    const Element& parent = survey_.element(survey_.parent(survey_.block(code).element));
    return page_.is_kept(i) && (anywhere_ || (i >= parent.first_block && i < parent.end_block));
  }
  bool is_short(std::size_t i) const {
    constexpr float kMostWords = 4;
    return survey_.measure(i).words <= kMostWords;
  }

  const FinishContext& page_;
  const Survey& survey_;
  bool anywhere_;
};

}  // namespace

void code_between(const FinishContext& page, Marker& mark) {
  constexpr float kLeastBehind = 0.2f;  // score behind kept text
  const AroundCode around(page);
  const auto is_code = [&](std::size_t i) { return page.survey().block(i).kind == BlockKind::kCode; };
  for (std::size_t begin = 0; begin < page.size();) {
    std::size_t end = begin;
    while (end < page.size() && is_code(end)) ++end;
    if (end == begin || !around.kept_before(begin)) {
      begin = end + 1;
      continue;
    }
    const bool between = around.follows_kept(begin) || around.kept_behind(end - 1);
    for (; begin < end; ++begin)
      if ((between || around.anywhere()) &&
          may_join(page.verdict(begin), between ? kLeastBetween : kLeastBehind))
        mark.mark(begin);
  }
}

}  // namespace clean_article::extract::rules
