// A page for the tests of this floor: parsed, cut into blocks, ready to be asked.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/base.hpp"
#include "extract/blocks/blocks.hpp"
#include "html/html.hpp"

namespace clean_article::extract {

class PageBlocks {
 public:
  explicit PageBlocks(std::string html)
      : source_(std::move(html)), parser_(Limits{}), document_(parser_.parse(source_)) {
    blocks_ = &builder_.build(document_);
  }

  const html::Document& document() const { return document_; }
  const Blocks& blocks() const { return *blocks_; }
  Blocks& blocks_to_edit() { return builder_.blocks(); }
  const Block& operator[](std::size_t i) const { return blocks_->blocks[i]; }
  std::vector<std::string> texts() const {
    std::vector<std::string> all;
    for (const Block& b : blocks_->blocks) all.emplace_back(blocks_->text_of(b));
    return all;
  }

 private:
  std::string source_;
  html::Parser parser_;
  const html::Document& document_;
  BlockBuilder builder_;
  const Blocks* blocks_ = nullptr;
};

inline std::vector<std::string> texts_of(const std::string& html) {
  return PageBlocks(html).texts();
}

}  // namespace clean_article::extract
