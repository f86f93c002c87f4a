// Whether a text can hold one of some strings at all, told from which runs of three bytes it has: an answer
// for dozens of expressions from one look at a text. Owns how such runs are hashed.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace clean_article::site {

inline constexpr std::size_t kProbeBytes = 3;

// Enough that even of a long text only few are taken: who looks for dozens of strings would soon find one by
// chance.
inline constexpr unsigned kProbeBits = 12;

// Of three bytes, the first the highest.
constexpr std::uint16_t probe_of(std::uint32_t run) {
  return static_cast<std::uint16_t>((run * 0x9E37'79B1u) >> (32 - kProbeBits));
}
constexpr std::uint32_t add_to_run(std::uint32_t run, char next) {
  return (run << 8 | static_cast<unsigned char>(next)) & 0xFF'FFFF;
}
constexpr std::uint16_t probe_of(const char* run) {
  return probe_of(add_to_run(add_to_run(add_to_run(0, run[0]), run[1]), run[2]));
}

// Some of a string's runs, spread over it; a string of fewer has some of them twice. The string has
// kProbeBytes or more.
struct PatternProbe {
  std::array<std::uint16_t, 4> runs;
};

constexpr PatternProbe make_probe(std::string_view string) {
  PatternProbe probe{};
  const std::size_t last = string.size() - kProbeBytes;
  for (std::size_t i = 0; i < probe.runs.size(); ++i)
    probe.runs[i] = probe_of(string.data() + i * last / (probe.runs.size() - 1));
  return probe;
}

// The runs that a text has.
class TextRuns {
 public:
  explicit TextRuns(std::string_view text) {
    std::uint32_t run = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
      run = add_to_run(run, text[i]);
      const std::uint16_t probe = probe_of(run);
      if (i + 1 >= kProbeBytes) has_[probe / 64] |= std::uint64_t{1} << probe % 64;
    }
  }

  // False only where none of the strings is in the text.
  bool may_hold_any(std::span<const PatternProbe> strings) const {
    const auto has_all = [&](const PatternProbe& string) {
      return (has(string.runs[0]) & has(string.runs[1]) & has(string.runs[2]) & has(string.runs[3])) != 0;
    };
    return std::ranges::any_of(strings, has_all);
  }

 private:
  std::uint64_t has(std::uint16_t probe) const { return has_[probe / 64] >> probe % 64 & 1; }

  std::array<std::uint64_t, (std::size_t{1} << kProbeBits) / 64> has_{};
};

}  // namespace clean_article::site
