// What readers see around the article: the date and byline between title and text, or behind the text. Owns
// where to look; knows dates and bylines only by their readers.
#pragma once

#include <memory>
#include <string>

#include "extract/extract.hpp"
#include "metadata/candidates.hpp"
#include "metadata/dates.hpp"
#include "metadata/page_marks.hpp"

namespace clean_article::metadata {

// Where the article stands among the blocks.
struct ArticlePlace {
  std::size_t title = 0;       // the block of its title, or where that would be
  std::size_t first_kept = 0;  // the first and last block of its text
  std::size_t last_kept = 0;
};

ArticlePlace place_article(const extract::Extraction& extraction, const html::Document& document,
                           const PageMarks& marks);

// The text of the h1 that belongs to the article, "" when there is none.
std::string heading_of(const extract::Extraction& extraction, const ArticlePlace& place);

// Reads what is seen in one page. Everything given must outlive it.
class VisibleFacts {
 public:
  VisibleFacts(const html::Document& document, const extract::Extraction& extraction, const PageMarks& marks,
               const ArticlePlace& place, const DateReading& reading, Candidates& out);
  ~VisibleFacts();
  VisibleFacts(const VisibleFacts&) = delete;
  VisibleFacts& operator=(const VisibleFacts&) = delete;

  // Around the title, and what classes and links tell anywhere.
  void read_near();

  // All over the page: slower and less sure, for pages that tell nothing elsewhere.
  void read_far_bylines();
  void read_far_dates();

 private:
  class Look;
  std::unique_ptr<Look> look_;
};

}  // namespace clean_article::metadata
