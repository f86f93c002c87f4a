// Code between kept blocks, and outside articles code right behind one beside it, or likelier code elsewhere
// behind one, belongs to them, a run of it as a whole.
#include <algorithm>

#include "extract/finish/rules/joins.hpp"
#include "extract/finish/rules/rules.hpp"

namespace clean_article::extract::rules {

namespace {

// Finds kept text around code. Editors and highlighters wrap code in elements of their own, the short lines
// of which (names of files, tabs, buttons) stand in between. In articles only what stands beside the
// outermost of these counts, in manuals all that is near.
class AroundCode {
 public:
  explicit AroundCode(const FinishContext& page)
      : page_(page), survey_(page.survey()), anywhere_(!page.facts().declares_article()) {}

  bool anywhere() const { return anywhere_; }

  bool kept_before(std::size_t code) const {
    const Element& editor = editor_of(code);
    for (std::size_t back = 1; back <= kMostLines && back <= code; ++back) {
      const std::size_t i = code - back;
      if (is_kept(i, editor)) return true;
      if (back >= kJoinReach && !((anywhere_ || i >= editor.first_block) && is_short(i))) return false;
    }
    return false;
  }

  bool kept_behind(std::size_t code) const {
    const Element& editor = editor_of(code);
    const std::size_t end = std::min(survey_.size(), code + 1 + kMostLines);
    for (std::size_t i = code + 1; i < end; ++i) {
      if (is_kept(i, editor)) return true;
      if (!(anywhere_ || i < editor.end_block) || !is_short(i)) return false;
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

  // The outermost element around code that holds nothing but code and short lines.
  const Element& editor_of(std::size_t code) const {
    std::uint32_t editor = survey_.block(code).element;
    for (std::uint32_t e = survey_.parent(editor); e != 0; e = survey_.parent(e)) {
      const Element& element = survey_.element(e);
      if (element.end_block - element.first_block > 2 * kMostLines) break;
      bool is_editor = true;
      for (std::size_t i = element.first_block; i < element.end_block && is_editor; ++i)
        is_editor = survey_.block(i).kind == BlockKind::kCode || (!page_.is_kept(i) && is_short(i));
      if (!is_editor) break;
      editor = e;
    }
    return survey_.element(editor);
  }

  bool is_kept(std::size_t i, const Element& editor) const {
    const Element& parent = survey_.element(editor.parent == kNone ? 0 : editor.parent);
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
