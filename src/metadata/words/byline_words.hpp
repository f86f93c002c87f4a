// The words of bylines that are no names, from rules/words/byline-lines.txt, in the form that they are
// compared in. The other lists of bylines are read as they are.
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "site/site.hpp"
#include "text/text.hpp"

namespace clean_article::metadata {

// What a line that is a byline begins with, lower case.
struct BylineLead {
  std::string_view words;
  bool signature = false;    // claims the text for somebody, wherever it stands
  bool wants_colon = false;  // without one it says something else: "Text me", a heading "Contributors"
  bool is_han = false;       // in a script whose words no blanks part
};

struct BylineLeads {
  explicit BylineLeads(const site::Words& words) {
    for (const site::Word& word : words.list(site::WordList::kBylineLines)) {
      BylineLead lead{word.text, word.section == "signature", word.text.ends_with(':')};
      if (lead.wants_colon) lead.words.remove_suffix(1);
      if (lead.words.empty()) continue;
      std::size_t at = 0;
      lead.is_han = text::is_cjk(text::next_code_point(lead.words, at));
      first_bytes[static_cast<unsigned char>(lead.words.front())] = true;
      all.push_back(lead);
    }
  }

  std::vector<BylineLead> all;
  std::array<bool, 256> first_bytes{};  // that some lead begins with
};

inline const BylineLeads& byline_leads() {
  return site::words_in_use().made<BylineLeads>();
}

}  // namespace clean_article::metadata
