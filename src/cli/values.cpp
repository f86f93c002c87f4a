#include "cli/values.hpp"

#include <charconv>
#include <cmath>
#include <system_error>

#include "text/text.hpp"

namespace clean_article::cli {

namespace {

constexpr std::size_t kLargestMaxBytes = std::size_t{1} << 30;
constexpr double kLongestTimeoutSeconds = 24 * 60 * 60;

}  // namespace

std::optional<std::size_t> read_number(std::string_view word, std::size_t least, std::size_t most) {
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
  if (error != std::errc() || end != word.data() + word.size() || number < least || number > most) {
    return std::nullopt;
  }
  return number;
}

std::optional<std::size_t> read_size(std::string_view word) {
  int shift = 0;
  if (!word.empty()) {
    switch (text::ascii_lower(word.back())) {
      case 'k':
        shift = 10;
        break;
      case 'm':
        shift = 20;
        break;
      case 'g':
        shift = 30;
        break;
      default:
        break;
    }
  }
  if (shift > 0) word.remove_suffix(1);
  const auto number = read_number(word, 1, kLargestMaxBytes >> shift);
  if (!number) return std::nullopt;
  return *number << shift;
}

std::optional<std::chrono::milliseconds> read_seconds(std::string_view word) {
  double seconds = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), seconds);
  if (error != std::errc() || end != word.data() + word.size() || !std::isfinite(seconds) ||
      seconds < 0.001 || seconds > kLongestTimeoutSeconds) {
    return std::nullopt;
  }
  return std::chrono::milliseconds(std::llround(seconds * 1000));
}

std::optional<double> read_share(std::string_view word) {
  double share = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), share);
  const bool is_read = error == std::errc() && end == word.data() + word.size();
  if (!is_read || !(share >= 0 && share <= 1)) return std::nullopt;
  return share;
}

}  // namespace clean_article::cli
