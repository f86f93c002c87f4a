// Which blocks of a page belong to its article, told from what annotators wrote down: a reference text,
// or snippets that must and must not appear. For training only; knows texts, not pages or signals.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace clean_article::training {

enum class Label : std::int8_t { kUnknown = -1, kBoilerplate = 0, kContent = 1 };

// Lower-cased runs of letters, numbers and underscores: Python's \w+.
std::vector<std::string> split_words(std::string_view utf8);

using WordId = std::uint32_t;  // equal words have equal ids
inline constexpr std::uint32_t kNoPartner = 0xFFFF'FFFF;

// For each word of the page the index of its partner in the reference, or kNoPartner. Partners are in
// ascending order (a common subsequence) and of all such choices the one with the highest sum counts,
// where a word scores 1 and one that continues an unbroken run scores 3: so a stray "the" never tears a
// passage apart. Time is the product of the lengths; the table of choices stays below max_table_bytes
// as long as the square root of that product does.
std::vector<std::uint32_t> align_words(std::span<const WordId> page, std::span<const WordId> reference,
                                       std::size_t max_table_bytes = std::size_t{64} << 20);

// For each block the share of its words, 0 to 1, that stand in the reference as part of a passage.
std::vector<float> content_shares(std::span<const std::string> blocks, std::string_view reference);

// At least half of a content block's words stand in the reference. A block that stands in the optional
// text only (a summary that may or may not be printed) is unknown.
std::vector<Label> label_by_reference(std::span<const std::string> blocks, std::string_view reference,
                                      std::string_view optional_text);

// Weak labels. Content: the longest block with a wanted snippet, if the snippet is long or stands in no
// other block. Boilerplate: blocks with an unwanted snippet that hold little else. The rest is unknown.
std::vector<Label> label_by_snippets(std::span<const std::string> blocks, std::span<const std::string> wanted,
                                     std::span<const std::string> unwanted);

}  // namespace clean_article::training
