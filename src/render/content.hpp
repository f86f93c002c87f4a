// What a writer shows of an article besides its metadata, owned: it outlives the pages that it was read from,
// so that the pages of one article can be joined before anything is written.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "render/part.hpp"

namespace clean_article::render {

// A kept block for programs: of --blocks.
struct ShownBlock {
  const char* kind = "";  // "paragraph", "heading" …
  std::uint8_t level = 0;
  std::string text;
  std::uint32_t offset = 0;  // of its first text, in bytes of its page as UTF-8
  std::string path;          // of its element: "html/body[1]/p[2]"
  double score = 0;
  std::size_t page = 1;  // of the article
};

// Only what the style it was read for needs is filled.
struct Content {
  std::vector<Part> parts;         // where anything is marked
  std::string text;                // plain, where nothing is
  std::vector<ShownBlock> blocks;  // where the style asks for them
  std::size_t pages = 1;

  // Of the text, without what formats put around it.
  std::size_t bytes() const;

  // Puts the page that the article goes on behind this one.
  void append(Content next);
};

}  // namespace clean_article::render
