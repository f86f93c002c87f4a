#include "fetch/retry.hpp"

#include <algorithm>
#include <charconv>

#include "base/base.hpp"
#include "fetch/libcurl.hpp"

namespace clean_article::fetch {
namespace {

std::chrono::milliseconds bounded(std::int64_t seconds) {
  return std::chrono::seconds(
      std::clamp<std::int64_t>(seconds, 0, static_cast<std::int64_t>(kMostRetryAfterSeconds)));
}

std::uint64_t hash_of(std::string_view text, std::uint64_t hash = 14695981039346656037ULL) {  // FNV-1a
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  return hash;
}

}  // namespace

std::optional<std::chrono::milliseconds> read_retry_after(const std::string& value, std::int64_t now) {
  if (value.empty()) return std::nullopt;
  if (value.find_first_not_of("0123456789") == std::string::npos) {
    std::int64_t seconds = 0;
    const auto read = std::from_chars(value.data(), value.data() + value.size(), seconds);
    return read.ec == std::errc() ? bounded(seconds) : bounded(kMostRetryAfterSeconds);
  }
  const std::time_t date = libcurl().getdate(value.c_str(), nullptr);
  if (date < 0) return std::nullopt;
  return bounded(static_cast<std::int64_t>(date) - now);
}

std::chrono::milliseconds wait_before_try(unsigned next, std::string_view url,
                                          std::chrono::milliseconds least) {
  constexpr unsigned kMostDoublings = 16;
  constexpr std::uint64_t kParts = 1024;
  const std::chrono::milliseconds wait = least * (1U << std::min(next - 2, kMostDoublings));
  const std::uint64_t part = hash_of(url, hash_of(std::to_string(next))) % kParts;
  return wait + wait * part / (2 * kParts);
}

}  // namespace clean_article::fetch
