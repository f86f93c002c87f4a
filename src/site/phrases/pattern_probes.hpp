// Whether a text can hold one of some strings at all, told from which runs of three bytes it has: an answer
// for dozens of expressions from one look at a text. Owns how such runs are hashed.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace clean_article::site {

inline constexpr std::size_t kProbeBytes = 3;

constexpr std::uint8_t probe_of(const char* run) {
  const auto byte = [&](int i) { return static_cast<std::uint32_t>(static_cast<unsigned char>(run[i])); };
  const std::uint32_t packed = byte(0) << 16 | byte(1) << 8 | byte(2);
  return static_cast<std::uint8_t>(packed * 0x9E37'79B1u >> 24);
}

// Some of a string's runs, spread over it; a string of fewer has some of them twice. The string has
// kProbeBytes or more.
struct PatternProbe {
  std::array<std::uint8_t, 4> runs;
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
    for (std::size_t i = 0; i + kProbeBytes <= text.size(); ++i) has_[probe_of(text.data() + i)] = 1;
  }

  // False only where none of the strings is in the text.
  bool may_hold_any(std::span<const PatternProbe> strings) const {
    for (const PatternProbe& string : strings)
      if ((has_[string.runs[0]] & has_[string.runs[1]] & has_[string.runs[2]] & has_[string.runs[3]]) != 0)
        return true;
    return false;
  }

 private:
  std::array<std::uint8_t, 256> has_{};
};

}  // namespace clean_article::site
