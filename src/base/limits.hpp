// Every bound on the work one page may cause. Counts, never clocks: the same bytes give the same
// output on any machine.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace clean_article {

// The defaults are far above what real pages need (measured on 2,943 pages: depth 54, 12,800 elements,
// 2.66 MB) and low enough that no input takes more than seconds or 300 MB.
struct Limits {
  std::size_t max_input_bytes = std::size_t{16} << 20;  // decoded; more is an error, never a cut
  std::uint32_t max_depth = 512;                        // open elements; deeper tags go, their text stays
  std::uint32_t max_elements = 250'000;                 // further tags go, their text stays
  std::uint32_t max_open_formatting = 64;  // left open at once; counts only where Gumbo has no hooks
  std::size_t max_arena_bytes = std::size_t{160} << 20;  // Gumbo's tree
};

// Blocks of text of a page; all text that is left stands in the last. The longest page of the collections has
// 3,045 blocks. A block costs about 2 KB, most of it signals.
inline constexpr std::size_t kMostBlocks = 100'000;

// For messages: "16 MiB", "1 KiB", "1000 bytes"; only whole units.
inline std::string size_in_words(std::size_t bytes) {
  constexpr std::size_t kMebi = std::size_t{1} << 20;
  constexpr std::size_t kKibi = std::size_t{1} << 10;
  if (bytes >= kMebi && bytes % kMebi == 0) return std::to_string(bytes / kMebi) + " MiB";
  if (bytes >= kKibi && bytes % kKibi == 0) return std::to_string(bytes / kKibi) + " KiB";
  return std::to_string(bytes) + (bytes == 1 ? " byte" : " bytes");
}

}  // namespace clean_article
