#include "extract/blocks/permalinks.hpp"

#include <optional>
#include <string>

#include "site/site.hpp"
#include "text/text.hpp"

namespace clean_article::extract {

namespace {

using html::Document;
using html::NodeId;
using html::Tag;

// Signs that have letters in them: a pilcrow whose UTF-8 was taken for Latin-1 by whoever saved the page.
constexpr std::string_view kMangledPilcrow = "â¶";  // in lower case, as all texts here

constexpr std::size_t kMostPhraseBytes = 200;
constexpr std::size_t kMostSignChars = 3;

bool is_sign(std::string_view text) {
  for (std::size_t at = 0; at < text.size();)
    if (text::is_word(text::next_code_point(text, at))) return text == kMangledPilcrow;
  return text::count_code_points(text) <= kMostSignChars;
}

// Whether that section of the list of permalinks has the text. Small letters.
bool is_known(std::string_view section, std::string_view text) {
  for (const site::Word& word : site::words_in_use().list(site::WordList::kPermalinks))
    if (word.section == section && word.text == text) return true;
  return false;
}

// Whether the text begins so, and the name of a heading or a word for it follows.
bool begins_as_known(std::string_view text) {
  for (const site::Word& word : site::words_in_use().list(site::WordList::kPermalinks))
    if (word.section == "beginning" && text.starts_with(word.text) &&
        text.substr(word.text.size()).starts_with(' '))
      return true;
  return false;
}

// The fragment that a link leads to, where it may be one of its own page.
std::optional<std::string> fragment_of(const Document& document, NodeId link, bool& is_bare) {
  const std::optional<std::string> target = document.attribute(link, "href");
  const std::size_t hash = target ? target->find('#') : std::string::npos;
  if (hash == std::string::npos) return std::nullopt;
  is_bare = hash == 0;
  return target->substr(hash + 1);
}

// Whether the heading, what is in it, or what it is directly in has that name.
bool has_name(const Document& document, NodeId heading, std::string_view fragment) {
  const auto named = [&](NodeId id) {
    return document.attribute(id, "id") == fragment || document.attribute(id, "name") == fragment;
  };
  for (NodeId id = heading; id < document[heading].end; ++id)
    if (document[id].tag != Tag::kText && named(id)) return true;
  const NodeId outer = document[heading].parent;
  return outer != html::kNoNode && named(outer);
}

}  // namespace

bool is_permalink(const Document& document, NodeId heading, NodeId link, std::string_view shown) {
  bool is_bare = false;
  const auto fragment = fragment_of(document, link, is_bare);
  if (!fragment || shown.size() > kMostPhraseBytes) return false;
  const std::string text = text::fold_html_space(text::to_lower(shown));
  if (is_known("top", text)) return is_bare && (fragment->empty() || fragment->starts_with("top"));
  if (fragment->empty()) return false;
  const bool says = is_sign(text) || text == '#' + text::to_lower(*fragment) || is_known("whole", text) ||
                    begins_as_known(text);
  return (says && is_bare) || ((says || is_known("word", text)) && has_name(document, heading, *fragment));
}

}  // namespace clean_article::extract
