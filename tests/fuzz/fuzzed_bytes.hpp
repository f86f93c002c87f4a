// What a fuzzer gives, read piece by piece: numbers from the front, the rest as text. Knows no target.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

namespace clean_article::fuzzing {

class FuzzedBytes {
 public:
  FuzzedBytes(const std::uint8_t* data, std::size_t size)
      : left_(reinterpret_cast<const char*>(data), size) {}

  bool is_empty() const { return left_.empty(); }

  // 0 where nothing is left.
  std::uint8_t byte() {
    if (left_.empty()) return 0;
    const auto first = static_cast<std::uint8_t>(left_.front());
    left_.remove_prefix(1);
    return first;
  }
  bool flag() { return (byte() & 1U) != 0; }

  template <typename Things>
  const auto& one_of(const Things& things) {
    return things[byte() % things.size()];
  }

  // Up to the next line end, or all.
  std::string_view line() {
    const std::size_t end = left_.find('\n');
    const std::string_view text = left_.substr(0, end);
    left_.remove_prefix(end == std::string_view::npos ? left_.size() : end + 1);
    return text;
  }
  std::string_view rest() const { return left_; }

 private:
  std::string_view left_;
};

// A promise that is broken ends the program, which is what a fuzzer looks for.
inline void promise(bool is_kept) {
  if (!is_kept) std::abort();
}

}  // namespace clean_article::fuzzing
