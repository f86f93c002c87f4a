// The dates that readers see around the article: between title and text, behind the text, in the text. Owns
// where to look; knows how dates are written only by their reader.
#pragma once

#include <memory>

#include "metadata/dates/dates.hpp"
#include "metadata/readers/article_place.hpp"
#include "metadata/readers/candidates.hpp"
#include "metadata/readers/page_marks.hpp"

namespace clean_article::metadata {

// Reads what is seen in one page. Everything given must outlive it.
class VisibleDates {
 public:
  VisibleDates(const html::Document& document, const extract::Extraction& extraction, const PageMarks& marks,
               const ArticlePlace& place, const DateReading& reading, Candidates& out);
  ~VisibleDates();
  VisibleDates(const VisibleDates&) = delete;
  VisibleDates& operator=(const VisibleDates&) = delete;

  // Around the title, and what classes tell anywhere.
  void read_near();

  // All over the page: slower and less sure, for pages that tell nothing elsewhere.
  void read_far();

 private:
  class Look;
  std::unique_ptr<Look> look_;
};

}  // namespace clean_article::metadata
