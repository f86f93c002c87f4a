// What an output is called. Owns the endings of pages and the rules that keep two outputs apart; touches
// no disk.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace clean_article::bulk {

// Whether a file's name says that it is a page: .html .htm .xhtml .txt, in any case.
bool has_page_ending(std::string_view file_name);

inline constexpr std::string_view kTextEnding = ".txt";

// The names an output would like: the brief one if it has that for itself, else the full one.
struct NameWish {
  std::string brief;  // "story.txt"
  std::string full;   // "story.html.txt"
};

// `ending` is that of the outputs' format: ".txt".
NameWish wish_for_file(std::string_view file_name, std::string_view ending = kTextEnding);

// One file name for a URL: host and path, in letters, digits, '.', '_' and '-' only.
NameWish wish_for_url(std::string_view url, std::string_view ending = kTextEnding);

// "a.txt" and 2: "a-2.txt".
std::string numbered(const std::string& name, unsigned number);

// A name for each wish, all different and none in `taken`. All who want the same brief name get their
// full one, so the answer does not depend on who came first; only equal full names are numbered in order.
std::vector<std::string> choose_names(const std::vector<NameWish>& wishes,
                                      const std::set<std::string>& taken);

}  // namespace clean_article::bulk
