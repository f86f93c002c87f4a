#include "metadata/readers/source_search.hpp"

#include "text/text.hpp"

namespace clean_article::metadata {

using text::find_in;

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
