// Every bound on the work that one input may cause, in one list. Counts, never clocks: the same bytes give
// the same output on any machine (a server that does not answer is the one exception). Owns the values and
// what they mean; the floors that keep to them know how. Bounds inside a heuristic ("no name has more words")
// stand there.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace clean_article {

inline constexpr std::size_t kKibi = std::size_t{1} << 10;
inline constexpr std::size_t kMebi = std::size_t{1} << 20;

enum class LimitUnit : std::uint8_t { kBytes, kCount, kSeconds, kTimes };

// Name, unit, value, option, of what, what happens beyond. docs/limits.md is written from the rows, and a
// test compares it. Real pages (2,943 were measured) have at most 54 open elements, 12,800 elements, 3,045
// blocks, 70 attributes on a tag and 2.66 MB.
#define CLEAN_ARTICLE_PAGE_LIMITS(X)                                                                         \
  X(kMostInputBytes, kBytes, 16 * kMebi, "--max-bytes", "an input, as it comes and decoded",                 \
    "it is refused, never cut")                                                                              \
  X(kMostDepth, kCount, 512, "", "elements open inside each other", "deeper tags go, their text stays")      \
  X(kMostElements, kCount, 250'000, "", "elements of a page", "further tags go, their text stays")           \
  X(kMostArenaBytes, kBytes, 160 * kMebi, "", "Gumbo's tree",                                                \
    "the page is read as simple nesting, without Gumbo")                                                     \
  X(kMostOpenFormatting, kCount, 64, "", "formatting elements open at once, where Gumbo has no hooks",       \
    "the same")                                                                                              \
  X(kMostParses, kCount, 8, "", "readings of a page whose tags meant another thing than was guessed",        \
    "the same")                                                                                              \
  X(kMostBlocks, kCount, 60'000, "", "blocks of text of a page, lines of a text without markup",             \
    "all text that is left stands in the last")                                                              \
  X(kMostComparedWords, kCount, 1'000'000, "", "words that are compared with the rest of the page",          \
    "later ones count as said once")                                                                         \
  X(kMostExplainedBlocks, kCount, 10'000, "", "blocks of which --explain says what their score is made of",  \
    "it is not said of the others")                                                                          \
  X(kMostTableColumns, kCount, 200, "", "columns of a table", "what stands beyond is put into the last")     \
  X(kMostStyleBytes, kBytes, 300'000, "", "the page's own style sheets", "the rest is not read")             \
  X(kMostStyleRules, kCount, 8'000, "", "their rules that hide something", "further ones are not known")     \
  X(kMostBaseBytes, kBytes, 2 * kKibi, "", "the address in <base>", "it is not used")                        \
  X(kMostAddedBytes, kBytes, 16 * kMebi, "",                                                                 \
    "what a page's address adds to its links, in formats with links", "they stay as they stand on the page") \
  X(kMostJsonScripts, kCount, 100, "", "scripts with structured data", "further ones are not read")          \
  X(kMostJsonValues, kCount, 100'000, "", "values of a page's structured data", "further ones are not read") \
  X(kMostCandidates, kCount, 2'000, "", "candidates for metadata", "further ones are not taken")             \
  X(kMostFieldBytes, kBytes, 4'000, "", "a field of metadata", "a longer one is no candidate")

#define CLEAN_ARTICLE_RULE_LIMITS(X)                                                                         \
  X(kMostRuleFileBytes, kBytes, 4 * kMebi, "", "a file of site rules, phrases or words",                     \
    "it is refused with its name")                                                                           \
  X(kMostRuleLines, kCount, 20'000, "", "lines of a site rule", "the rest is not read, which is said")       \
  X(kMostRuleBytes, kBytes, 512 * kMebi, "",                                                                 \
    "bytes that a site's rule reads of one page; those of a pattern count by its size",                      \
    "what its other lines would do is left undone, which is said")                                           \
  X(kMostXPathSteps, kCount, 40'000'000, "", "nodes and pieces of text that its expressions look at",        \
    "further expressions find nothing, which is said")                                                       \
  X(kMostReplacedGrowth, kTimes, 4, "", "the size of a page (or 1 MiB) after all replacements",              \
    "what would exceed it is not replaced")                                                                  \
  X(kMostRuleWraps, kCount, 10'000, "", "elements that wrap_in() puts around others", "no further ones")     \
  X(kMostRuleMoves, kCount, 1'000, "", "elements that move_into() moves", "no further ones")                 \
  X(kMostPatternBytes, kBytes, 128 * kKibi, "", "one pattern, compiled",                                     \
    "the line does nothing, which is said")                                                                  \
  X(kMostPatterns, kCount, 1'000, "", "patterns of a site's rule", "further ones do nothing, which is said") \
  X(kMostTaughtPagesOfSite, kCount, 50, "", "pages that a site's template is learned from",                  \
    "further ones teach nothing")                                                                            \
  X(kMostTaughtPages, kCount, 4'000, "", "pages that templates are learned from", "the same")

#define CLEAN_ARTICLE_STREAM_LIMITS(X)                                                                       \
  X(kMostRecordTimes, kTimes, 4, "--max-bytes",                                                              \
    "an input's limit that a line or a record may take (and 1 MiB)", "it is skipped and told")               \
  X(kMostRecordHeadBytes, kBytes, 256 * kKibi, "", "the head of a record", "the record is skipped and told") \
  X(kMostHeldBytes, kBytes, 64 * kMebi, "", "records that wait for each other", "the next is read later")    \
  X(kMostJsonLevels, kCount, 500, "", "values inside each other in a line of JSON", "the line fails")        \
  X(kMostMailLevels, kCount, 16, "", "parts inside each other in a mail", "deeper ones are not read")        \
  X(kMostCodingLayers, kCount, 3, "", "compressions of one body", "the body is refused")                     \
  X(kMostHeaderLineBytes, kBytes, 100 * kKibi, "", "one line of a server's header (libcurl's own limit)",    \
    "the page is refused")                                                                                   \
  X(kMostHeaderBytes, kBytes, 256 * kKibi, "", "all lines of it", "the page is refused")                     \
  X(kMostRedirects, kCount, 10, "", "redirects of a URL", "the page is refused")                             \
  X(kMostConnectSeconds, kSeconds, 10, "", "to connect", "the page fails")                                   \
  X(kMostFetchSeconds, kSeconds, 30, "--timeout", "for a URL", "the page fails")                             \
  X(kMostUrlsAhead, kCount, 1'000, "", "inputs that are looked ahead for hosts to fetch from, in order",     \
    "the next is read when the first is done")                                                               \
  X(kMostTries, kCount, 3, "", "requests for a URL whose server is busy or whose connection breaks",         \
    "the page fails")                                                                                        \
  X(kMostRetryAfterSeconds, kSeconds, 120, "", "that a server may have itself left alone (Retry-After)",     \
    "it is asked all the same")                                                                              \
  X(kMostRobotsBytes, kBytes, 500 * kKibi, "", "a robots.txt", "the rest is not read")                       \
  X(kMostRobotsRedirects, kCount, 5, "", "redirects of a robots.txt", "there is none")                       \
  X(kMostKnownHosts, kCount, 10'000, "", "hosts whose robots.txt is kept in memory (and 64 MiB of rules)",   \
    "it is fetched again when it is needed")                                                                 \
  X(kMostPagesOfArticle, kCount, 20, "", "pages of one article that is fetched", "it ends there")            \
  X(kMostMessageBytes, kBytes, 1 * kKibi, "", "a name or a reason in a message", "its middle is left out")

#define CLEAN_ARTICLE_LIMITS(X) \
  CLEAN_ARTICLE_PAGE_LIMITS(X)  \
  CLEAN_ARTICLE_RULE_LIMITS(X)  \
  CLEAN_ARTICLE_STREAM_LIMITS(X)

#define CLEAN_ARTICLE_LIMIT(name, unit, value, option, what, beyond) \
  inline constexpr std::size_t name = (value);
CLEAN_ARTICLE_LIMITS(CLEAN_ARTICLE_LIMIT)
#undef CLEAN_ARTICLE_LIMIT

// Those that a caller may set.
struct Limits {
  std::size_t max_input_bytes = kMostInputBytes;
  std::uint32_t max_depth = kMostDepth;
  std::uint32_t max_elements = kMostElements;
  std::uint32_t max_open_formatting = kMostOpenFormatting;
  std::size_t max_arena_bytes = kMostArenaBytes;
};

// For messages: "16 MiB", "1 KiB", "1000 bytes"; only whole units.
inline std::string size_in_words(std::size_t bytes) {
  if (bytes >= kMebi && bytes % kMebi == 0) return std::to_string(bytes / kMebi) + " MiB";
  if (bytes >= kKibi && bytes % kKibi == 0) return std::to_string(bytes / kKibi) + " KiB";
  return std::to_string(bytes) + (bytes == 1 ? " byte" : " bytes");
}

}  // namespace clean_article
