// The columns that a scorer judges blocks by. Each is a number computed from the page alone, the same for
// training and for running; names and meanings stand in signal_list.hpp.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/signals/signal_list.hpp"
#include "extract/survey/survey.hpp"

namespace clean_article::extract {

enum class Signal : std::uint16_t {
#define CLEAN_ARTICLE_SIGNAL(name, meaning, words) name,
  CLEAN_ARTICLE_SIGNALS(CLEAN_ARTICLE_SIGNAL)
#undef CLEAN_ARTICLE_SIGNAL
      kCount
};
inline constexpr std::size_t kSignalCount = static_cast<std::size_t>(Signal::kCount);

std::string_view signal_name(Signal signal);
std::string_view signal_meaning(Signal signal);

// What a signal saw, for readers: "20 blocks after the title". "" where its value says nothing to them.
std::string signal_words(Signal signal, float value);

// The row of one block, while it is filled.
class SignalRow {
 public:
  // Of kSignalCount numbers, which must outlive it.
  explicit SignalRow(float* values) : values_(values) {}

  void set(Signal signal, double value) const {
    values_[static_cast<std::size_t>(signal)] = static_cast<float>(value);
  }
  // Columns that are listed one behind the other: from `first` on, as many as there are values.
  void set(Signal first, std::span<const float> values) const {
    std::ranges::copy(values, values_ + static_cast<std::size_t>(first));
  }
  // The columns from `first` to `last` as another row has them.
  void copy(Signal first, Signal last, const float* other) const {
    std::copy(other + static_cast<std::size_t>(first), other + static_cast<std::size_t>(last) + 1,
              values_ + static_cast<std::size_t>(first));
  }
  const float* values() const { return values_; }

 private:
  float* values_;
};

// One row of kSignalCount numbers a block.
class SignalTable {
 public:
  // Makes room; the values are whatever was there before.
  void reset(std::size_t blocks) {
    if (blocks * kSignalCount > values_.size()) values_.resize(blocks * kSignalCount);
    blocks_ = blocks;
  }
  // Forgets all rows; the memory of a huge page is given back.
  void forget() {
    constexpr std::size_t kMostKept = std::size_t{1} << 21;  // numbers: 8 MiB, of 8,000 blocks
    blocks_ = 0;
    if (values_.capacity() > kMostKept) std::vector<float>().swap(values_);
  }
  std::size_t blocks() const { return blocks_; }
  std::span<const float> row(std::size_t block) const {
    return {values_.data() + block * kSignalCount, kSignalCount};
  }
  // All, one after the other.
  std::span<const float> rows() const { return std::span(values_).first(blocks_ * kSignalCount); }
  float* row_data(std::size_t block) { return values_.data() + block * kSignalCount; }
  float get(std::size_t block, Signal signal) const {
    return values_[block * kSignalCount + static_cast<std::size_t>(signal)];
  }

 private:
  std::vector<float> values_;  // of as many blocks as the largest page had
  std::size_t blocks_ = 0;
};

// Computes all signals of a page, reusing memory. One per thread.
class SignalMaker {
 public:
  // `survey` must have been prepared; the answer is valid until the next call.
  const SignalTable& make(const Survey& survey);
  void forget() { table_.forget(); }

 private:
  SignalTable table_;
};

// Makes a row for each of the survey's blocks.
void fill_signals(const Survey& survey, SignalTable& table);

}  // namespace clean_article::extract
