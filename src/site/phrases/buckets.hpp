// A hash table that is made once and then only read, as two flat arrays: fit to be compiled into the program.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace clean_article::site {

// Entries by bucket, which the low bits of their hashes tell. Owns nothing.
template <typename Entry>
struct Buckets {
  std::span<const Entry> entries;
  std::span<const std::uint32_t> begins;  // bucket → its first entry; one more for the end

  std::size_t count() const { return begins.size() - 1; }

  // All entries that may have this hash, and others.
  std::span<const Entry> of(std::uint64_t hash) const {
    const std::size_t bucket = static_cast<std::size_t>(hash) & (count() - 1);
    return entries.subspan(begins[bucket], begins[bucket + 1] - begins[bucket]);
  }
};

// The arrays themselves, while they grow.
template <typename Entry>
struct BucketArrays {
  std::vector<Entry> entries;
  std::vector<std::uint32_t> begins;

  // Sorts entries into so many buckets, a power of two; those of one bucket keep their order.
  template <typename HashOf>
  void sort(std::size_t buckets, const HashOf& hash_of) {
    const auto bucket_of = [&](const Entry& entry) { return hash_of(entry) & (buckets - 1); };
    std::stable_sort(entries.begin(), entries.end(),
                     [&](const Entry& a, const Entry& b) { return bucket_of(a) < bucket_of(b); });
    begins.assign(buckets + 1, 0);
    for (const Entry& entry : entries) ++begins[bucket_of(entry) + 1];
    for (std::size_t i = 1; i <= buckets; ++i) begins[i] += begins[i - 1];
  }
  Buckets<Entry> view() const { return {entries, begins}; }
};

}  // namespace clean_article::site
