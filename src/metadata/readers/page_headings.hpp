// The headings that may be an article's title, in the words that are its title. Owns which headings are the
// site's name or have a kicker in them; which title wins is the chooser's to say.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/extract.hpp"
#include "html/html.hpp"
#include "metadata/readers/page_marks.hpp"

namespace clean_article::metadata {

class PageHeadings {
 public:
  // All must outlive it; `marks` are looked at when it is asked.
  PageHeadings(const html::Document& document, const extract::Blocks& page, const PageMarks& marks)
      : document_(document), page_(page), marks_(marks) {}

  // The texts of the <h1> of the page but those that are the site's name; where it has none, of another
  // heading that is a part of the page's title.
  std::vector<std::string> find(bool is_front_page) const;

  // Whether a link to the front page says just this, as a logo does.
  bool links_home_as(std::string_view name) const;

  // Whether some heading says just this.
  bool shows(std::string_view title) const;

 private:
  bool leads_home(html::NodeId element) const;
  bool names_site(html::NodeId heading) const;
  bool is_beside_title(const std::string& heading) const;
  std::string words_of_heading(html::NodeId heading) const;
  void add_lower_headings(std::vector<std::string>& headings) const;

  const html::Document& document_;
  const extract::Blocks& page_;
  const PageMarks& marks_;
};

}  // namespace clean_article::metadata
