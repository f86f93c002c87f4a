// Which word lists there are (rules/words/NAME.txt) and how one is written. Knows neither what a list is for
// nor where its file came from.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/base.hpp"

namespace clean_article::site {

enum class WordList : std::uint8_t {
  kSignalWords,        // single words that tell prose from page furniture
  kClassNames,         // words of class and id names
  kAuthorRoles,        // what those who write are called
  kBiographyVerbs,     // "is", behind the name that a biography begins with
  kBylineNotNames,     // what else of a byline is no name
  kBylineLeads,        // what stands before the names
  kBylineLines,        // what a line that is a byline begins with
  kBylineJoints,       // "and"
  kBylineEnds,         // behind which a byline tells something else
  kNobody,             // whoever is called so is not named
  kDateWords,          // words before a date that say of what it is
  kMonths,             // the names of the months
  kRelativeDates,      // "3 hours ago"
  kRelativeLeads,      // what may stand before that
  kRelativeTails,      // and behind it
  kErrorTitles,        // how the page for a wrong address is titled
  kPermalinks,         // links in a heading that lead to itself
  kNextPage,           // links to an article's next page
  kPageAddresses,      // what stands around the number of a page in an address
  kSmallNameWords,     // small words within names
  kAuthorClasses,      // class names of who wrote
  kOrganisationWords,  // words of organisations' names
  kOrganisationEnds,   // what such names end with where no blanks part words
  kCreditMarks,        // signs of captions and credits
  kStandfirstClasses,  // class names of the line under a title
  kCalendarMonths,     // months of other calendars, and shortened ones
  kLinkNotes,          // how a link opens, said beside it
  kWalls,              // pages that stand in the way of what was asked for
  kForumSoftware,      // what forums call themselves
  kAuthorPaths,        // addresses of pages about authors
  kAuthorLabels,       // what a page's card calls who wrote
  kBylineMiddles,      // what stands in a byline before the name
  kDateJoints,         // small words inside dates
  kDisclaimerLabels,   // what disclaimers begin with
  kPictureCredits,     // how captions end, and how they begin
  kScriptState,        // where scripts hold an article, and what its texts are called
  kUnseenClasses,      // class names of what no reader sees
  kCommentNames,       // names of what draws comments and of threads, and addresses of these
  kCount
};
inline constexpr std::size_t kWordLists = static_cast<std::size_t>(WordList::kCount);

// The list's name: "author-roles" …
std::string_view word_list_name(WordList list);

struct WordEntry {
  std::string section;       // "" before the first
  std::size_t sections = 0;  // that have begun: two that follow one another may have one name
  std::string text;
};

// `file` names the list in errors.
Result<std::vector<WordEntry>> read_word_list(std::string_view content, const std::string& file);

}  // namespace clean_article::site
