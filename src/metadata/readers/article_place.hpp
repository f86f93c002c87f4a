// Where the article stands among the blocks of its page, and which blocks are near it or belong to somebody
// else's text. Owns the distances; knows nothing of what is read there.
#pragma once

#include <initializer_list>
#include <string>
#include <vector>

#include "extract/extract.hpp"
#include "html/html.hpp"
#include "metadata/readers/page_marks.hpp"

namespace clean_article::metadata {

struct ArticlePlace {
  std::size_t title = 0;       // the block of its title, or where that would be
  std::size_t first_kept = 0;  // the first and last block of its text
  std::size_t last_kept = 0;
  bool by_line = false;  // no heading tells the title, a line above the text does
};

ArticlePlace place_article(const extract::Extraction& extraction, const html::Document& document,
                           const PageMarks& marks);

// The text of the h1 that belongs to the article, "" when there is none.
std::string heading_of(const extract::Extraction& extraction, const ArticlePlace& place);

// What stands around the article. Everything given must outlive it.
class Surroundings {
 public:
  Surroundings(const html::Document& document, const extract::Blocks& page, const ArticlePlace& place)
      : document_(document), page_(page), place_(place) {}

  // The article's head: its title, some blocks above that and some into the text.
  std::size_t head_begin() const;
  std::size_t head_end() const;
  bool in_head(std::size_t block) const { return block >= head_begin() && block < head_end(); }

  // Blocks of the head, the nearest to the title first, those below it before those above.
  std::vector<std::size_t> head_blocks() const;

  // In blocks; what stands above the title is farther than what stands below.
  std::size_t distance_to_title(std::size_t block) const;

  // Whether a block belongs to somebody else's text: comments, related stories, a side column.
  bool is_foreign(std::size_t block) const;

  // Likewise, but side columns may be the article's own.
  bool is_comment(std::size_t block) const;

  // Whether a block is in one of several cards of other stories: in an <article> of many, below a heading of
  // its own, and the page's title is outside of it.
  bool is_in_card(std::size_t block) const;

  // Whether a block stands between the title and the text, or begins that.
  bool is_below_title(std::size_t block) const { return block > place_.title && block <= place_.first_kept; }

  // The first block that begins at or behind a node; the number of blocks when none does.
  std::size_t block_at(html::NodeId node) const;

  // What an element's class and id say, lower case. Undecoded: names are letters.
  std::string class_names(html::NodeId node) const;

 private:
  bool is_inside(std::size_t block, std::initializer_list<extract::Category> categories) const;
  bool says_related(html::NodeId node) const;

  const html::Document& document_;
  const extract::Blocks& page_;
  const ArticlePlace& place_;
};

}  // namespace clean_article::metadata
