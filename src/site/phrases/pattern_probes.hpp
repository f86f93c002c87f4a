// Whether a text can hold one of some strings at all, told from which runs of three bytes it has: an answer
// for dozens of expressions from one walk over a text. Owns how such runs are hashed.
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
inline constexpr unsigned kProbeBits = 13;

// Runs by number: those of three bytes by their hash, behind these the single bytes, and one that every text
// has.
inline constexpr std::uint16_t kFirstByteRun = 1u << kProbeBits;
inline constexpr std::uint16_t kRunOfAll = kFirstByteRun + 256;

// Of the last three of four bytes, the last the lowest: the factor's own lowest byte is 0, which shifts the
// first one out.
constexpr std::uint16_t probe_of(std::uint32_t four_bytes) {
  return static_cast<std::uint16_t>(four_bytes * 0x3779'B100u >> (32 - kProbeBits));
}
constexpr std::uint32_t add_to_run(std::uint32_t run, char next) {
  return run << 8 | static_cast<unsigned char>(next);
}
constexpr std::uint16_t probe_of(const char* run) {
  return probe_of(add_to_run(add_to_run(add_to_run(0, run[0]), run[1]), run[2]));
}
constexpr std::uint16_t probe_of_byte(char byte) {
  return kFirstByteRun + static_cast<unsigned char>(byte);
}

// Some of a string's runs, spread over it. Where it has fewer its bytes tell more.
struct PatternProbe {
  std::array<std::uint16_t, 4> runs;
};

constexpr PatternProbe make_probe(std::string_view string) {
  if (string.empty()) return {{kRunOfAll, kRunOfAll, kRunOfAll, kRunOfAll}};
  PatternProbe probe{};
  const std::size_t all = string.size() < kProbeBytes ? 0 : string.size() - kProbeBytes + 1;
  const std::size_t runs = std::min(all, probe.runs.size());
  for (std::size_t i = 0; i < runs; ++i)
    probe.runs[i] = probe_of(string.data() + i * (all - 1) / std::max<std::size_t>(runs - 1, 1));
  for (std::size_t i = runs; i < probe.runs.size(); ++i)
    probe.runs[i] = probe_of_byte(string[(i - runs) % string.size()]);
  return probe;
}

// The runs that a text has. One for many texts, for what it holds is never cleared: each run has the round in
// which a text had it last.
class TextRuns {
 public:
  void read(std::string_view text) {
    if (++round_ == 0) {
      seen_in_.fill(0);
      round_ = 1;
    }
    std::uint32_t run = 0;  // with the first two bytes it is none of the text: that may seem to hold more
    for (const char c : text) {
      run = add_to_run(run, c);
      seen_in_[probe_of(run)] = round_;
      seen_in_[probe_of_byte(c)] = round_;
    }
    seen_in_[kRunOfAll] = round_;
  }

  // False only where the string is not in the text.
  bool may_hold(const PatternProbe& string) const {
    return has(string.runs[0]) && has(string.runs[1]) && has(string.runs[2]) && has(string.runs[3]);
  }
  bool may_hold_any(std::span<const PatternProbe> strings) const {
    return std::ranges::any_of(strings, [&](const PatternProbe& string) { return may_hold(string); });
  }

 private:
  bool has(std::uint16_t run) const { return seen_in_[run] == round_; }

  std::array<std::uint8_t, kRunOfAll + 1> seen_in_{};
  std::uint8_t round_ = 0;
};

}  // namespace clean_article::site
