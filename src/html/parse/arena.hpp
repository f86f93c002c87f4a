// Memory for one parse of Gumbo: handed out in a row, given back all at once. Knows nothing of Gumbo's
// types. Private to this floor.
#pragma once

#include <cstddef>
#include <memory>
#include <vector>

namespace clean_article::html {

class Arena {
 public:
  explicit Arena(std::size_t budget_bytes) : budget_(budget_bytes) {}

  // Memory for `bytes`, aligned for any scalar, or nullptr when the budget is spent.
  void* allocate(std::size_t bytes) {
    bytes = (bytes + kAlignment - 1) & ~(kAlignment - 1);
    if (static_cast<std::size_t>(limit_ - at_) < bytes && !next_block(bytes)) return nullptr;
    last_ = at_;
    at_ += bytes;
    return last_;
  }

  // Takes back the latest allocation; any other stays until reset().
  void release(void* memory) {
    if (memory == last_ && memory != nullptr) at_ = last_;
  }

  // Whether these bytes lie within the memory in use, aligned as allocate() aligns.
  bool owns(const void* memory, std::size_t bytes) const;

  // Forgets everything that was handed out, and keeps a modest part of the memory for the next page.
  void reset();

 private:
  static constexpr std::size_t kAlignment = 8;

  struct Block {
    std::unique_ptr<char[]> bytes;
    std::size_t size;
  };

  bool next_block(std::size_t bytes);

  std::size_t budget_;
  std::size_t taken_ = 0;  // of the budget, by the blocks in use
  std::vector<Block> blocks_;
  std::size_t used_blocks_ = 0;
  char* at_ = nullptr;
  char* limit_ = nullptr;
  char* last_ = nullptr;
};

}  // namespace clean_article::html
