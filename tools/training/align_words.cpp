// The alignment behind the labels: a longest common subsequence of words that prefers unbroken runs,
// in bounded memory. Knows nothing but ids.
#include <algorithm>
#include <cmath>
#include <utility>

#include "label_blocks.hpp"

namespace clean_article::training {
namespace {

constexpr std::int32_t kWordScore = 1;          // a word that starts a run of partners
constexpr std::int32_t kRunScore = 3;           // a word that continues one
constexpr std::int32_t kImpossible = -1 << 20;  // below what any run can win back

// How the best score of a cell came about. kContinues is about the match that ends in the cell, whether
// or not that match is the cell's best.
enum Move : std::uint8_t {
  kSkipPageWord = 1,
  kSkipReferenceWord = 2,
  kMatch = 3,
  kStepMask = 3,
  kContinues = 4
};

// One row of the table: the page up to some word against every beginning of the reference.
struct Row {
  explicit Row(std::size_t columns) : best(columns, 0), matched(columns, kImpossible) {}
  std::vector<std::int32_t> best;
  std::vector<std::int32_t> matched;  // the best in which the last words of both are partners
};

// Turns the row of one page word into that of the next. With kSteps, `steps` receives a Move a column.
template <bool kSteps>
void advance(Row& row, WordId word, std::span<const WordId> reference, std::uint8_t* steps) {
  std::int32_t best_before = 0;  // of the old row, one column to the left
  std::int32_t matched_before = kImpossible;
  std::int32_t left = 0;
  for (std::size_t j = 0; j < reference.size(); ++j) {
    const std::int32_t above = row.best[j + 1];
    std::int32_t best = std::max(above, left);
    std::int32_t matched = kImpossible;
    std::uint8_t step = left > above ? kSkipReferenceWord : kSkipPageWord;
    if (reference[j] == word) {
      const bool continues = matched_before + kRunScore >= best_before + kWordScore;
      matched = continues ? matched_before + kRunScore : best_before + kWordScore;
      if (matched >= best) best = matched, step = kMatch;
      if (continues) step |= kContinues;
    }
    best_before = above;
    matched_before = row.matched[j + 1];
    left = row.best[j + 1] = best;
    row.matched[j + 1] = matched;
    if constexpr (kSteps) steps[j + 1] = step;
  }
}

// The page's words are cut into bands of rows. Only the rows between bands are kept; the steps of a band
// are computed anew when the way back reaches it.
class Aligner {
 public:
  Aligner(std::span<const WordId> page, std::span<const WordId> reference, std::size_t max_table_bytes)
      : page_(page), reference_(reference), columns_(reference.size() + 1) {
    // Bands of r rows take r steps a column, and page / r kept rows of two numbers: the sum is least here.
    const double balanced = std::sqrt(2 * sizeof(std::int32_t) * static_cast<double>(page.size()));
    const bool fits = page.size() <= max_table_bytes / columns_;
    band_rows_ = fits ? page.size() : static_cast<std::size_t>(balanced);
  }

  std::vector<std::uint32_t> run() {
    std::vector<Row> band_starts{Row(columns_)};
    const std::size_t bands = (page_.size() + band_rows_ - 1) / band_rows_;
    while (band_starts.size() < bands) {
      Row row = band_starts.back();
      const std::size_t first = (band_starts.size() - 1) * band_rows_;
      for (const WordId word : page_.subspan(first, band_rows_)) {
        advance<false>(row, word, reference_, nullptr);
      }
      band_starts.push_back(std::move(row));
    }
    partners_.assign(page_.size(), kNoPartner);
    column_ = reference_.size();
    for (std::size_t band = bands; band-- > 0;) {
      walk_back(std::move(band_starts[band]), band * band_rows_);
      band_starts.pop_back();
    }
    return std::move(partners_);
  }

 private:
  void walk_back(Row row, std::size_t first) {
    const std::size_t rows = std::min(band_rows_, page_.size() - first);
    steps_.resize(rows * columns_);
    for (std::size_t i = 0; i < rows; ++i) {
      advance<true>(row, page_[first + i], reference_, steps_.data() + i * columns_);
    }
    for (std::size_t i = rows; i > 0 && column_ > 0;) {
      const std::uint8_t step = steps_[(i - 1) * columns_ + column_];
      if (in_run_ || (step & kStepMask) == kMatch) {
        partners_[first + --i] = static_cast<std::uint32_t>(--column_);
        in_run_ = (step & kContinues) != 0;
      } else if ((step & kStepMask) == kSkipPageWord) {
        --i;
      } else {
        --column_;
      }
    }
  }

  std::span<const WordId> page_;
  std::span<const WordId> reference_;
  std::size_t columns_;
  std::size_t band_rows_;
  std::vector<std::uint8_t> steps_;
  std::vector<std::uint32_t> partners_;
  std::size_t column_ = 0;
  bool in_run_ = false;
};

}  // namespace

std::vector<std::uint32_t> align_words(std::span<const WordId> page, std::span<const WordId> reference,
                                       std::size_t max_table_bytes) {
  if (page.empty() || reference.empty()) return std::vector<std::uint32_t>(page.size(), kNoPartner);
  return Aligner(page, reference, max_table_bytes).run();
}

}  // namespace clean_article::training
