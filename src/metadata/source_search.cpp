#include "metadata/source_search.hpp"

namespace clean_article::metadata {

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

std::vector<std::uint32_t> places_of_properties(std::string_view source) {
  constexpr std::string_view kBoth = "rop";  // some write itemProp
  std::vector<std::uint32_t> places;
  for (std::size_t at = find_in(source, kBoth, 0); at != std::string_view::npos;
       at = find_in(source, kBoth, at + kBoth.size()))
    places.push_back(static_cast<std::uint32_t>(at));
  return places;
}

bool has_answers(std::string_view source) {
  constexpr std::string_view kVocabulary = "schema.org/";
  constexpr std::size_t kMostTypes = 1'000;
  std::size_t at = find_in(source, kVocabulary, 0);
  for (std::size_t types = 0; at != std::string_view::npos && types < kMostTypes; ++types) {
    const std::string_view rest = source.substr(at + kVocabulary.size());
    for (const std::string_view type :
         {"Comment", "Answer", "DiscussionForumPosting", "UserComments", "Question"})
      if (rest.starts_with(type)) return true;
    at = find_in(source, kVocabulary, at + kVocabulary.size());
  }
  return false;
}

}  // namespace clean_article::metadata
