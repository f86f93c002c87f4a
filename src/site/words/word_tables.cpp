// Making the tables of word lists: see word_tables.hpp.
#include "site/words/word_tables.hpp"

namespace clean_article::site {

std::uint32_t WordTableBuilder::add_text(std::string_view text) {
  const auto at = static_cast<std::uint32_t>(text_.size());
  text_ += text;
  return at;
}

void WordTableBuilder::add_list(const std::vector<WordEntry>& entries) {
  std::size_t sections = 0;
  std::uint32_t section_at = 0;
  for (const WordEntry& entry : entries) {
    if (entry.sections != sections) {
      sections = entry.sections;
      section_at = add_text(entry.section);
    }
    const std::uint32_t at = add_text(entry.text);
    words_.push_back({at, static_cast<std::uint16_t>(entry.text.size()),
                      static_cast<std::uint16_t>(entry.section.size()), section_at});
  }
  begins_.push_back(static_cast<std::uint32_t>(words_.size()));
}

}  // namespace clean_article::site
