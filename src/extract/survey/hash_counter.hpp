// Counting by hash: the one table that repeated texts, repeated siblings and look-alike groups share.
#pragma once

#include <bit>
#include <cstdint>
#include <vector>

namespace clean_article::extract {

// A map from hash to a small number with a bound on its entries given in advance. Reuses its memory.
class HashCounter {
 public:
  // Empties the table and makes room for that many different hashes.
  void reset(std::size_t most) {
    const std::size_t slots = std::bit_ceil(most * 2 + 2);
    if (slots > slots_.size()) slots_.resize(slots);
    mask_ = slots - 1;  // of a larger table the beginning is used, which stays in the caches
    used_ = 0;
    if (++round_ == 0) {
      slots_.assign(slots_.size(), Slot{});
      round_ = 1;
    }
  }

  // How often `hash` was counted before; counts it.
  std::uint32_t count(std::uint64_t hash) { return find(hash).value++; }

  // How often it was counted.
  std::uint32_t total(std::uint64_t hash) { return find(hash).value; }

  // A number for each different hash, 0, 1, 2 … in the order they are first asked for. Not to be mixed with
  // count() in one table.
  std::uint32_t number(std::uint64_t hash) {
    Slot& slot = find(hash);
    if (slot.value == 0) slot.value = ++used_;
    return slot.value - 1;
  }

  // Forgets all, and gives back what the next page will hardly need.
  void forget_large() {
    constexpr std::size_t kMostKept = std::size_t{1} << 18;  // slots: 4 MiB
    if (slots_.size() > kMostKept) std::vector<Slot>().swap(slots_);
  }

 private:
  struct Slot {
    std::uint64_t hash = 0;
    std::uint32_t value = 0;
    std::uint32_t round = 0;  // in which it was taken; one of an older round is free
  };

  Slot& find(std::uint64_t hash) {
    for (std::size_t at = (hash ^ hash >> 32) & mask_;; at = (at + 1) & mask_) {
      Slot& slot = slots_[at];
      if (slot.round != round_) return slot = {hash, 0, round_}, slot;
      if (slot.hash == hash) return slot;
    }
  }

  std::vector<Slot> slots_;
  std::size_t mask_ = 0;
  std::uint32_t used_ = 0;
  std::uint32_t round_ = 0;  // counts resets
};

}  // namespace clean_article::extract
