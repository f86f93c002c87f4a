// The slow half of Arena: getting blocks and giving them back.
#include "html/parse/arena.hpp"

#include <algorithm>
#include <cstdint>
#include <new>

namespace clean_article::html {
namespace {

constexpr std::size_t kFirstBlockBytes = std::size_t{1} << 20;  // the tree of an ordinary page
constexpr std::size_t kRetainedBytes = std::size_t{8} << 20;    // the tree of a large one

}  // namespace

bool Arena::next_block(std::size_t bytes) {
  // A retained block that fits comes first; smaller ones are skipped, not lost.
  while (used_blocks_ < blocks_.size()) {
    Block& block = blocks_[used_blocks_++];
    taken_ += block.size;
    if (block.size < bytes) continue;
    at_ = block.bytes.get();
    limit_ = at_ + block.size;
    last_ = nullptr;
    return true;
  }
  const std::size_t left = budget_ - std::min(taken_, budget_);
  const std::size_t size = std::min(std::max({bytes, kFirstBlockBytes, taken_ / 2}), left);
  if (size < bytes) return false;
  std::unique_ptr<char[]> memory(new (std::nothrow) char[size]);  // called from C: must not throw
  if (memory == nullptr) return false;
  blocks_.push_back({std::move(memory), size});
  ++used_blocks_;
  taken_ += size;
  at_ = blocks_.back().bytes.get();
  limit_ = at_ + size;
  last_ = nullptr;
  return true;
}

bool Arena::owns(const void* memory, std::size_t bytes) const {
  const auto at = reinterpret_cast<std::uintptr_t>(memory);
  if (at % kAlignment != 0) return false;
  for (std::size_t i = used_blocks_; i-- > 0;) {
    const auto begin = reinterpret_cast<std::uintptr_t>(blocks_[i].bytes.get());
    if (at >= begin && at - begin <= blocks_[i].size && blocks_[i].size - (at - begin) >= bytes) return true;
  }
  return false;
}

void Arena::reset() {
  std::size_t kept = 0;
  std::size_t count = 0;
  while (count < blocks_.size() && kept + blocks_[count].size <= kRetainedBytes)
    kept += blocks_[count++].size;
  blocks_.resize(count);
  used_blocks_ = 0;
  taken_ = 0;
  at_ = limit_ = last_ = nullptr;
}

}  // namespace clean_article::html
