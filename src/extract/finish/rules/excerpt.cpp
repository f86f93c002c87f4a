// Excerpts that a page shows above the text they are taken from go: "The lock keeper starts his day by […]".
#include <algorithm>
#include <cstdint>
#include <string_view>

#include "extract/finish/rules/rules.hpp"
#include "text/text.hpp"

namespace clean_article::extract::rules {

namespace {

constexpr std::size_t kShortest = 40;    // bytes: shorter beginnings may be alike by chance
constexpr std::uint32_t kReach = 60;     // blocks: from the top of a page to the text
constexpr std::size_t kMostBehind = 40;  // bytes behind the ellipsis: "] Continue reading"

bool is_space(char c) {
  return c == ' ' || c == '\n';
}

constexpr std::string_view kSign = "…";
constexpr std::string_view kDots = "...";

// A quick no for most ends of blocks: at once for all places that the sign or three dots may begin at.
bool may_hold_ellipsis(std::string_view end) {
  static_assert(kMostBehind <= 64);
  std::uint64_t dots = 0;
  std::uint64_t signs = 0;
  for (std::size_t at = 0; at < end.size(); at += text::kSixteen) {
    const text::Bytes bytes = text::first_bytes(end.substr(at));
    dots |= std::uint64_t{text::bits_of(bytes == static_cast<unsigned char>(kDots[0]))} << at;
    signs |= std::uint64_t{text::bits_of(bytes == static_cast<unsigned char>(kSign[0]))} << at;
  }
  return (signs | (dots & dots >> 1 & dots >> 2)) != 0;
}

// The text before the ellipsis that it ends in, "" where it does not.
std::string_view before_ellipsis(std::string_view text) {
  const std::size_t skipped = text.size() - std::min(text.size(), kMostBehind);
  if (!may_hold_ellipsis(text.substr(skipped))) return "";
  std::size_t end = text.size();
  do {
    if (end-- == skipped) return "";
  } while ((text[end] != kSign[0] && text[end] != kDots[0]) ||
           (!text.substr(end).starts_with(kSign) && !text.substr(end).starts_with(kDots)));
  text = text.substr(0, end);
  while (!text.empty() &&
         (is_space(text.back()) || text.back() == '[' || text.back() == '(' || text.back() == '.'))
    text.remove_suffix(1);
  return text;
}

// Compares a beginning with texts that come one after the other.
class Beginning {
 public:
  explicit Beginning(std::string_view text) : rest_(text) {}

  bool is_matched() const { return rest_.empty(); }

  // Whether `text` is the same as far as both go. Breaks and spaces are the same.
  bool goes_on_with(std::string_view text) {
    if (!rest_.empty() && is_space(rest_.front())) rest_.remove_prefix(1);
    const std::size_t length = std::min(rest_.size(), text.size());
    for (std::size_t i = 0; i < length; ++i)
      if (rest_[i] != text[i] && !(is_space(rest_[i]) && is_space(text[i]))) return false;
    rest_.remove_prefix(length);
    return true;
  }

 private:
  std::string_view rest_;
};

// The end of the run of kept blocks from `begin` on that says the excerpt and more; 0 where it says something
// else. A paragraph may be an excerpt with its own ellipsis: the teaser of another page.
std::size_t end_of_source(const FinishContext& page, std::string_view excerpt, std::size_t begin) {
  constexpr std::size_t kMostBlocks = 6;  // that one excerpt runs over
  Beginning rest(excerpt);
  const std::size_t end = std::min(page.size(), begin + kMostBlocks);
  for (std::size_t i = begin; i < end; ++i) {
    const std::string_view text = page.text_of(i);
    if (!page.is_kept(i) || !rest.goes_on_with(text)) return 0;
    if (rest.is_matched()) return before_ellipsis(text).empty() || i > begin ? i + 1 : 0;
  }
  return 0;
}

}  // namespace

void excerpt(const FinishContext& page, Marker& mark) {
  for (std::size_t i = 0; i < page.size(); ++i) {
    if (!page.is_kept(i) || page.survey().block(i).kind == BlockKind::kCode) continue;
    const std::string_view text = before_ellipsis(page.text_of(i));
    if (text.size() < kShortest) continue;
    const std::size_t reach = std::min<std::size_t>(page.size(), i + 1 + kReach);
    for (std::size_t j = i + 1; j < reach; ++j) {
      if (end_of_source(page, text, j) == 0) continue;
      mark.mark(i);
      break;
    }
  }
}

}  // namespace clean_article::extract::rules
