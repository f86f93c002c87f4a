// Captions that no element marks: paragraphs that end with who took the picture, or begin as captions do,
// above the first paragraph of the text, below the last one or beside a picture; and figures' numbers under
// one.
#include <algorithm>
#include <span>
#include <string_view>
#include <vector>

#include "extract/finish/rules/rules.hpp"
#include "extract/finish/rules/source_line.hpp"
#include "extract/finish/rules/story.hpp"

namespace clean_article::extract::rules {

namespace {

constexpr float kMostWords = 80;

// rules/words/picture-credits.txt by its sections.
struct PictureCredits {
  explicit PictureCredits(const site::Words& words) {
    for (const site::Word& word : words.list(site::WordList::kPictureCredits)) {
      if (word.section == "picture agency") picture_agencies.push_back(word.text);
      if (word.section == "not before") not_before.push_back(word.text);
      if (word.section == "agency") agencies.push_back(word.text);
      if (word.section == "joint") joints.push_back(word.text);
      if (word.section == "figure") figures.push_back(word.text);
      if (word.section == "beginning") beginnings.push_back(word.text);
    }
  }

  std::vector<std::string_view> picture_agencies, not_before, agencies, joints, figures, beginnings;
};

const PictureCredits& words() {
  return site::words_in_use().made<PictureCredits>();
}

bool ends_with_any(std::string_view text, std::span<const std::string_view> ends, std::string_view& rest) {
  for (const std::string_view end : ends)
    if (text.ends_with(end)) {
      rest = text.substr(0, text.size() - end.size());
      return true;
    }
  return false;
}

bool ends_with_credit(std::string_view text) {
  while (!text.empty() && std::string_view(").] ").find(text.back()) != std::string_view::npos)
    text.remove_suffix(1);
  std::string_view rest;
  std::string_view before;
  if (ends_with_any(text, words().picture_agencies, rest))
    return !rest.empty() && !ends_with_any(rest, words().not_before, before);
  return ends_with_any(text, words().agencies, rest) && ends_with_any(rest, words().joints, rest) &&
         !rest.empty();
}

bool begins_as_caption(std::string_view text) {
  return std::ranges::any_of(words().beginnings,
                             [&](std::string_view begin) { return text.starts_with(begin); });
}

// "Figure 3: The mill", "Abb. 3. Die Mühle".
bool begins_with_number_of_figure(std::string_view text) {
  for (const std::string_view figure : words().figures) {
    if (!text.starts_with(figure)) continue;
    std::size_t at = figure.size();
    while (at < text.size() && text[at] >= '0' && text[at] <= '9') ++at;
    return at > figure.size() && at < text.size() && (text[at] == ':' || text[at] == '.');
  }
  return false;
}

// Whether a picture stands right above a block.
bool is_under_picture(const Survey& survey, std::size_t i) {
  const Element& own = survey.element(survey.block(i).element);
  if (i == 0) return own.images_before > 0;
  const Element& above = survey.element(survey.block(i - 1).element);
  return own.images_before > above.images_end;  // never where one holds the other
}

}  // namespace

void caption_line(const FinishContext& page, Marker& mark) {
  constexpr PhraseBits kCredit = phrase_bit(site::PhraseClass::kCredit);
  const Survey& survey = page.survey();
  const bool is_article = is_story(page);
  const auto is_worded_so = [&](std::size_t i) {
    return ends_with_credit(page.text_of(i)) || begins_as_caption(page.text_of(i));
  };
  const auto has_phrase = [&](std::size_t i) { return is_article && (page.phrases(i) & kCredit) != 0; };
  std::size_t end_of_text = page.size();
  while (end_of_text > 0 && (!page.is_kept(end_of_text - 1) || !survey.measure(end_of_text - 1).paragraph ||
                             is_worded_so(end_of_text - 1)))
    --end_of_text;
  bool above_text = true;  // no paragraph that is text has come yet
  for (std::size_t i = 0; i < page.size(); ++i) {
    if (!page.is_kept(i) || survey.block(i).kind != BlockKind::kParagraph) continue;
    bool is_caption = false;
    if (survey.measure(i).words <= kMostWords && !closes_with_source(page, i)) {
      const bool under_picture = is_under_picture(survey, i);
      const bool stands_so = above_text || under_picture || i >= end_of_text;  // of most blocks it says no
      is_caption = (stands_so && (has_phrase(i) || is_worded_so(i))) ||
                   (is_article && under_picture && begins_with_number_of_figure(page.text_of(i)));
    }
    if (is_caption) mark.mark(i);
    above_text = above_text && (is_caption || !survey.measure(i).paragraph);
  }
}

}  // namespace clean_article::extract::rules
