#include "text/search.hpp"

namespace clean_article::text {

std::size_t find_in(std::string_view text, std::string_view part, std::size_t from) {
  // A block at once, by the first three bytes, in a loop that compilers make vectors of.
  constexpr std::size_t kBlock = 256;
  constexpr std::size_t kCompared = 3;
  std::size_t at = from;
  for (; part.size() >= kCompared && at + kBlock + part.size() <= text.size(); at += kBlock) {
    unsigned char any = 0;  // a byte, so that a vector holds many
    const char* block = text.data() + at;
    for (std::size_t i = 0; i < kBlock; ++i)
      any |= static_cast<unsigned char>(int{block[i] == part[0]} & int{block[i + 1] == part[1]} &
                                        int{block[i + 2] == part[2]});
    if (any == 0) continue;
    const std::size_t found = text.substr(at, kBlock + part.size() - 1).find(part);
    if (found != std::string_view::npos) return at + found;
  }
  return text.find(part, at);
}

}  // namespace clean_article::text
