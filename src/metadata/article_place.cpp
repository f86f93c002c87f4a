// Where the article stands among the blocks: its title and the span of its text. The other half of
// visible.hpp.
#include "metadata/names.hpp"
#include "metadata/visible.hpp"

namespace clean_article::metadata {

using extract::Block;
using extract::BlockKind;
using extract::Blocks;

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
  return place;
}

std::string heading_of(const extract::Extraction& extraction, const ArticlePlace& place) {
  const Blocks& page = *extraction.page;
  if (place.title >= page.blocks.size() || page.blocks[place.title].kind != BlockKind::kHeading) return "";
  return folded(page.text_of(page.blocks[place.title]));
}

}  // namespace clean_article::metadata
