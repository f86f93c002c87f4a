#include "metadata/readers/head_lines.hpp"

#include <algorithm>
#include <array>

#include "metadata/words/byline_words.hpp"
#include "text/text.hpp"

namespace clean_article::metadata {

namespace {

using extract::Block;
using extract::BlockKind;
using extract::Category;

// What parts the words of a line that is a path or a row of links.
constexpr auto kPathMarks = std::to_array<std::string_view>({" | ", " › ", " » ", " > ", " / ", "|"});

bool is_path(std::string_view line) {
  return std::any_of(kPathMarks.begin(), kPathMarks.end(),
                     [&](std::string_view mark) { return line.find(mark) != std::string_view::npos; });
}

bool holds_any(std::string_view text, site::WordList list) {
  for (const site::Word& word : site::words_in_use().list(list))
    if (text.find(word.text) != std::string_view::npos) return true;
  return false;
}

bool is_byline(std::string_view lower) {
  const std::vector<BylineLead>& leads = byline_leads().all;
  return std::any_of(leads.begin(), leads.end(), [&](const BylineLead& lead) {
    if (!lower.starts_with(lead.words) || lower.size() == lead.words.size()) return false;
    const char next = lower[lead.words.size()];
    return next == ':' || (next == ' ' && !lead.wants_colon);
  });
}

// Words, or what would be some in a script that parts none.
std::size_t count_words(std::string_view line) {
  constexpr std::size_t kHanPerWord = 2;
  std::size_t words = 0;
  std::size_t han = 0;
  bool inside = false;
  for (std::size_t at = 0; at < line.size();) {
    const char32_t c = text::next_code_point(line, at);
    han += text::is_cjk(c) ? 1 : 0;
    const bool is_word = text::is_word(c) && !text::is_cjk(c);
    words += is_word && !inside ? 1 : 0;
    inside = text::is_space(c) ? false : inside || is_word;
  }
  return words + han / kHanPerWord;
}

bool ends_sentence(std::string_view line) {
  for (const std::string_view sign : {".", "。", "।", "؟", "?", "!", "…", ".”", ".“", ".\"", ".»"})
    if (line.ends_with(sign)) return true;
  return false;
}

bool ends_unlike_title(std::string_view line) {
  for (const std::string_view sign : {".", "。", "।", ":", "：", ",", ";"})
    if (line.ends_with(sign)) return true;
  return false;
}

bool tells_date(std::string_view line) {
  return !find_dates(line, {}).empty();
}

bool may_be_title(std::string_view line) {
  constexpr std::size_t kFewestWords = 3;
  constexpr std::size_t kMostWords = 25;
  const std::string lower = text::to_lower(line);
  const std::size_t words = count_words(line);
  return words >= kFewestWords && words <= kMostWords && !ends_unlike_title(line) &&
         !holds_any(lower, site::WordList::kCreditMarks) && !is_path(line) && !is_byline(lower) &&
         !tells_date(line);
}

// Who wrote and when, as it stands near a title.
bool signs(std::string_view line) {
  return is_byline(text::to_lower(line)) || tells_date(line);
}

class Standfirst {
 public:
  Standfirst(const html::Document& document, const extract::Extraction& extraction, const ArticlePlace& place)
      : page_(*extraction.page),
        verdicts_(*extraction.verdicts),
        place_(place),
        around_(document, page_, place) {}

  std::string find() const {
    constexpr std::size_t kFarthest = 6;  // blocks: a date, an author and buttons may stand between
    const std::size_t end =
        std::min({place_.first_kept + 1, place_.title + 1 + kFarthest, page_.blocks.size()});
    for (std::size_t b = place_.title + 1; b < end; ++b) {
      std::string line = folded(page_.text_of(page_.blocks[b]));
      if (may_be_standfirst(b, line)) return line;
    }
    return "";
  }

 private:
  bool may_be_standfirst(std::size_t b, std::string_view line) const {
    constexpr std::size_t kFewestWords = 5;
    constexpr std::size_t kMostWords = 80;
    const Block& block = page_.blocks[b];
    const extract::Verdict& verdict = verdicts_[b];
    if (block.kind != BlockKind::kParagraph && block.kind != BlockKind::kHeading) return false;
    // What a rule took out is no such line, but for the rule that looks for it.
    if (extract::is_finished_away(verdict) && extract::decided_by(verdict) != "standfirst") return false;
    if (around_.is_foreign(b)) return false;
    const std::size_t words = count_words(line);
    const std::string lower = text::to_lower(line);
    if (words < kFewestWords || words > kMostWords || is_byline(lower) ||
        holds_any(lower, site::WordList::kCreditMarks) || block.link_chars * 2 > block.chars)
      return false;
    if (is_named(b)) return true;
    // Without a name it is the line that stands directly there, is left out of the text and says a sentence.
    return !verdict.kept && b < place_.first_kept && b <= place_.title + 2 &&
           (ends_sentence(line) || block.kind == BlockKind::kHeading) && !tells_date(line);
  }

  // Whether an element around this block alone is called so.
  bool is_named(std::size_t b) const {
    for (std::uint32_t e = page_.blocks[b].inner_element; e != extract::kNone; e = page_.elements[e].parent) {
      const extract::Element& element = page_.elements[e];
      if (element.first_block != b || element.end_block != b + 1) return false;
      if (element.categories.has(Category::k_class_hero) &&
          holds_any(around_.class_names(element.node), site::WordList::kStandfirstClasses))
        return true;
    }
    return false;
  }

  const extract::Blocks& page_;
  const std::vector<extract::Verdict>& verdicts_;
  const ArticlePlace& place_;
  const Surroundings around_;
};

}  // namespace

std::size_t find_title_line(const extract::Extraction& extraction, std::size_t first_kept) {
  constexpr std::size_t kFarthest = 15;   // lines: byline, date, buttons, caption
  constexpr std::size_t kSignedNear = 3;  // lines between a title and who wrote it
  constexpr std::size_t kSigned = 8;      // words that this weighs
  const extract::Blocks& page = *extraction.page;
  std::size_t best = page.blocks.size();
  std::size_t best_score = 0;
  std::size_t signature = page.blocks.size();  // the nearest line below that signs
  for (std::size_t b = first_kept; b-- > first_kept - std::min(first_kept, kFarthest);) {
    const std::string line = folded(page.text_of(page.blocks[b]));
    if (signs(line)) signature = b;
    if (!(*extraction.verdicts)[b].phrase.list.empty() || !may_be_title(line)) continue;
    const bool is_signed = signature < page.blocks.size() && signature - b <= kSignedNear;
    const std::size_t score = count_words(line) + (is_signed ? kSigned : 0);
    if (score <= best_score) continue;
    best_score = score;
    best = b;
  }
  return best;
}

void read_standfirst(const html::Document& document, const extract::Extraction& extraction,
                     const ArticlePlace& place, Candidates& out) {
  if (place.title >= place.first_kept + 1 || extraction.page->blocks.empty()) return;
  if (extraction.page->blocks[place.title].kind != BlockKind::kHeading && !place.by_line) return;
  out.add(Item::kDescription, Trust::kGuess, Standfirst(document, extraction, place).find(),
          "line under the title");
}

}  // namespace clean_article::metadata
