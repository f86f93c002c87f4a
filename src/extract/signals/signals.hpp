// The columns that a scorer judges blocks by. Each is a number computed from the page alone, the same for
// training and for running; names and meanings stand in signal_list.hpp.
#pragma once

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

// One row of kSignalCount numbers a block.
class SignalTable {
 public:
  // Makes room; the values are whatever was there before.
  void reset(std::size_t blocks) {
    values_.resize(blocks * kSignalCount);
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
  std::span<const float> rows() const { return values_; }  // all, one after the other
  float* row_data(std::size_t block) { return values_.data() + block * kSignalCount; }
  void set(std::size_t block, Signal signal, double value) {
    values_[block * kSignalCount + static_cast<std::size_t>(signal)] = static_cast<float>(value);
  }
  // The column that lies `step` behind `signal`: for families of signals listed in a fixed order.
  void set(std::size_t block, Signal signal, std::size_t step, double value) {
    values_[block * kSignalCount + static_cast<std::size_t>(signal) + step] = static_cast<float>(value);
  }
  float get(std::size_t block, Signal signal) const {
    return values_[block * kSignalCount + static_cast<std::size_t>(signal)];
  }

 private:
  std::vector<float> values_;
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

// Fills the whole table, which has been reset to the survey's blocks.
void add_all_signals(const Survey& survey, SignalTable& table);

// The groups, each in a file of its own; they fill their columns of `table` for every block.
void add_text_signals(const Survey& survey, SignalTable& table);
void add_place_signals(const Survey& survey, SignalTable& table);
void add_ancestor_signals(const Survey& survey, SignalTable& table);
void add_mass_signals(const Survey& survey, SignalTable& table);
void add_group_signals(const Survey& survey, SignalTable& table);
void add_sequence_signals(const Survey& survey, SignalTable& table);
void add_region_signals(const Survey& survey, SignalTable& table);
void add_list_signals(const Survey& survey, SignalTable& table);
void add_repeat_signals(const Survey& survey, SignalTable& table);
void add_page_signals(const Survey& survey, SignalTable& table);

}  // namespace clean_article::extract
