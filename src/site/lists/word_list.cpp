#include "site/lists/word_list.hpp"

#include <algorithm>

#include "site/phrases/built_in.hpp"
#include "text/text.hpp"

namespace clean_article::site {

WordList::WordList(std::string_view content) {
  sections_.emplace_back();
  while (!content.empty()) {
    const std::size_t end = std::min(content.find('\n'), content.size());
    const std::string line = text::to_lower(text::fold_html_space(content.substr(0, end)));
    content.remove_prefix(std::min(end + 1, content.size()));
    if (line.empty() || line.front() == '#') continue;
    if (line.front() == '[' && line.back() == ']')
      sections_.push_back({line.substr(1, line.size() - 2), {}});
    else
      sections_.back().lines.push_back(line);
  }
}

std::span<const std::string> WordList::section(std::string_view name) const {
  for (const Section& section : sections_)
    if (section.name == name) return section.lines;
  return {};
}

WordList WordList::built_in(std::string_view name) {
  const std::string path = "lists/" + std::string(name) + ".txt";
  for (const BuiltInFile& file : built_in_files())
    if (file.path == path) return WordList(file.content);
  return WordList("");
}

}  // namespace clean_article::site
