// The values of options, from the words that stand for them: numbers, sizes, seconds, shares. Owns how a
// wrong one is told; which options there are is others'.
#pragma once

#include <boost/program_options/variables_map.hpp>
#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/base.hpp"
#include "cli/words.hpp"

namespace clean_article::cli {

// Each reads a whole word, or nothing.

// A whole number from `least` to `most`.
std::optional<std::size_t> read_number(std::string_view word, std::size_t least, std::size_t most);
// "500K", "16M", "1G", or bytes; at most 1 GiB.
std::optional<std::size_t> read_size(std::string_view word);
// Seconds from 0.001 to a day.
std::optional<std::chrono::milliseconds> read_seconds(std::string_view word);
// From 0 to 1.
std::optional<double> read_share(std::string_view word);

// Values by option name; reads and checks one after the other and keeps the first error.
class Values {
 public:
  explicit Values(const boost::program_options::variables_map& values) : values_(values) {}

  bool has(const char* name) const { return values_.count(name) > 0; }
  const std::string& word(const char* name) const { return values_[name].as<std::string>(); }

  void read(const char* name, std::string& into) {
    if (!has(name)) return;
    into = values_[name].as<std::string>();
    if (into.empty()) fail("option '--" + std::string(name) + "' needs a value that is not empty");
  }

  void read(const char* name, std::vector<std::string>& into) const {
    if (has(name)) into = values_[name].as<std::vector<std::string>>();
  }

  // `right` says what the value should have been: "a number from 1 to 1024".
  template <typename T, typename Reader>
  void read(const char* name, T& into, const Reader& reader, const std::string& right) {
    if (!has(name)) return;
    const auto& word = values_[name].as<std::string>();
    if (const auto value = reader(word)) {
      into = static_cast<T>(*value);
    } else {
      fail("option '--" + std::string(name) + "' needs " + right + ", not " + in_quotes(word));
    }
  }

  void fail(std::string message) {
    if (!error_) error_ = usage(std::move(message));
  }
  const std::optional<Error>& error() const { return error_; }

 private:
  const boost::program_options::variables_map& values_;
  std::optional<Error> error_;
};

}  // namespace clean_article::cli
