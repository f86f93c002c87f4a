// The bylines that readers see: beside the title, and elsewhere where nothing there tells who wrote. Owns
// where to look; what of a line is a name is for names.hpp to say.
#pragma once

#include <string_view>

#include "metadata/dates/dates.hpp"
#include "metadata/readers/article_place.hpp"
#include "metadata/readers/candidates.hpp"
#include "metadata/readers/page_marks.hpp"

namespace clean_article::metadata {

struct BylineLead;

// Reads the bylines of one page. Everything given must outlive it.
class Bylines {
 public:
  Bylines(const html::Document& document, const extract::Extraction& extraction, const PageMarks& marks,
          const ArticlePlace& place, const DateReading& reading, Candidates& out)
      : document_(document),
        page_(*extraction.page),
        marks_(marks),
        reading_(reading),
        around_(document, page_, place),
        out_(out) {}

  // Around the title, and what classes and links tell anywhere.
  void read_near();

  // All over the page: slower and less sure.
  void read_far();

  // Only lines that claim the text for somebody, "Article written by", wherever they stand.
  void read_signatures();

 private:
  // How a line is looked at.
  enum class Reach { kNear, kFar, kSignature };

  void read_named();
  void read_line(std::size_t block, Reach reach);
  bool read_lead(std::size_t block, const BylineLead& lead, std::string_view line, Reach reach);
  void read_middle(std::string_view line, std::string_view lower, Reach reach);
  void read_parts(std::size_t block, std::string_view text);
  void read_name_and_date(std::string_view text);
  bool stands_beside(html::NodeId one, html::NodeId other) const;

  const html::Document& document_;
  const extract::Blocks& page_;
  const PageMarks& marks_;
  const DateReading& reading_;
  const Surroundings around_;
  Candidates& out_;
};

}  // namespace clean_article::metadata
