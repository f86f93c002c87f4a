// Looking for short texts in long ones: see search.hpp. On x86-64 the same code is compiled for the wider
// vectors of AVX2 too and that taken where the processor has them.
#include "text/search.hpp"

#include <cstdint>
#include <cstring>

namespace clean_article::text {

namespace {

constexpr std::size_t kBlock = 256;
constexpr std::size_t kShortest = 3;  // bytes of a part that is looked for in this way

// Steps over blocks of the text from `at` on in which no place has the first two and the last two bytes of
// `part`; stops where fewer bytes are left than a block and a part. (The words of a page's markup begin
// alike: its first three alone were met in so many blocks that half of all looking was in these.) In vectors
// of kBytes, which should be what the processor has. Always inlined, so that it is compiled for the processor
// that its caller is for.
template <std::size_t kBytes>
[[gnu::always_inline]] inline std::size_t skip_blocks(std::string_view text, std::string_view part,
                                                      std::size_t at) {
  typedef signed char Bytes __attribute__((vector_size(kBytes)));
  const std::size_t to_last = part.size() - 1;
  const Bytes first = Bytes{} + static_cast<signed char>(part[0]);
  const Bytes second = Bytes{} + static_cast<signed char>(part[1]);
  const Bytes last_but_one = Bytes{} + static_cast<signed char>(part[to_last - 1]);
  const Bytes last = Bytes{} + static_cast<signed char>(part[to_last]);
  for (; at + kBlock + part.size() <= text.size(); at += kBlock) {
    Bytes any{};
    for (std::size_t i = 0; i < kBlock; i += kBytes) {
      const char* const from = text.data() + at + i;
      Bytes a, b, c, d;
      std::memcpy(&a, from, kBytes);
      std::memcpy(&b, from + 1, kBytes);
      std::memcpy(&c, from + to_last - 1, kBytes);
      std::memcpy(&d, from + to_last, kBytes);
      any |= (a == first) & (b == second) & (c == last_but_one) & (d == last);
    }
    std::uint64_t words[kBytes / sizeof(std::uint64_t)];
    std::memcpy(words, &any, kBytes);
    std::uint64_t all = 0;
    for (const std::uint64_t word : words) all |= word;
    if (all != 0) break;
  }
  return at;
}

using SkipBlocks = std::size_t (*)(std::string_view, std::string_view, std::size_t);

#if defined(__x86_64__)
[[gnu::target("avx2")]] std::size_t skip_with_avx2(std::string_view text, std::string_view part,
                                                   std::size_t at) {
  return skip_blocks<32>(text, part, at);
}
#endif
std::size_t skip_plainly(std::string_view text, std::string_view part, std::size_t at) {
  return skip_blocks<16>(text, part, at);
}

SkipBlocks best_skip() {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2")) return skip_with_avx2;
#endif
  return skip_plainly;
}

}  // namespace

std::size_t find_in(std::string_view text, std::string_view part, std::size_t from) {
  static const SkipBlocks skip = best_skip();
  if (part.size() < kShortest) return text.find(part, from);
  for (std::size_t at = from;; at += kBlock) {
    at = skip(text, part, at);
    if (at + kBlock + part.size() > text.size()) return text.find(part, at);
    const std::size_t found = text.substr(at, kBlock + part.size() - 1).find(part);
    if (found != std::string_view::npos) return at + found;
  }
}

}  // namespace clean_article::text
