#include "metadata/readers/visible_dates.hpp"

#include <algorithm>

#include "metadata/dates/date_words.hpp"
#include "metadata/dates/relative_date.hpp"
#include "metadata/readers/element_text.hpp"
#include "text/text.hpp"

namespace clean_article::metadata {

namespace {

using extract::Block;
using extract::BlockKind;
using extract::Blocks;
using extract::Category;
using html::NodeId;

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

}  // namespace

class VisibleDates::Look {
 public:
  Look(const html::Document& document, const extract::Extraction& extraction, const PageMarks& marks,
       const ArticlePlace& place, const DateReading& reading, Candidates& out)
      : document_(document),
        page_(*extraction.page),
        verdicts_(*extraction.verdicts),
        marks_(marks),
        place_(place),
        around_(document, page_, place_),
        reading_(reading),
        out_(out) {}

  void read_near() {
    if (page_.blocks.empty()) return;
    read_times();
    read_named_dates();
    read_header_dates();
  }

  void read_far() {
    if (!page_.blocks.empty()) read_dates_elsewhere();
  }

 private:
  static constexpr std::size_t kBehindText = 6;  // blocks that may tell the date of the text above
  static constexpr std::uint32_t kLongestLineChars = 200;

  void read_times() {
    for (const TimeMark& mark : marks_.times) {
      const std::size_t block = around_.block_at(mark.node);
      const bool near = around_.in_head(block);
      const bool foreign = around_.is_foreign(block);
      const Item item = mark.modified ? Item::kModified : Item::kDate;
      const bool told = mark.published || mark.modified;
      if (!told && around_.is_in_card(block)) continue;
      Trust trust = told && near       ? Trust::kDeclared
                    : told && !foreign ? Trust::kSecondary
                    : near && !foreign ? Trust::kVisible
                                       : Trust::kGuess;
      Item kind = item;
      if (!told && block < page_.blocks.size() && near) {
        const std::string_view text = page_.text_of(page_.blocks[block]);
        if (text.size() < 200 && says_change(text)) kind = Item::kModified;
      }
      out_.add(kind, trust, mark.value, told ? "date property" : "<time>");
      if (near && !foreign) add_relative_date(mark.value, "<time>");
    }
  }

  void add_dates_of(std::size_t block, Trust trust, const std::string& source) {
    add_dates_in(page_.text_of(page_.blocks[block]), trust, source);
  }

  void add_dates_in(std::string_view text, Trust trust, const std::string& source) {
    std::size_t behind = 0;
    for (const FoundDate& found : find_dates(text, reading_)) {
      const std::string_view before = text.substr(behind, found.begin - behind);
      behind = found.end;
      if (says_membership(before)) continue;
      const bool change = says_change(before);
      const bool first = !change && says_first(before);
      out_.add(change ? Item::kModified : Item::kDate, first ? Trust::kDeclared : trust, found.date.iso(),
               source);
    }
    if (behind == 0 && trust == Trust::kVisible) add_relative_date(text, source);
  }

  // "Published 17 May 2024", "17 May 2024 · 5 min read": a line that says little else.
  void add_shown_date(std::string_view text) {
    constexpr std::size_t kMostBeside = 25;  // bytes
    const std::vector<FoundDate> found = find_dates(text, reading_);
    if (found.size() != 1 || says_change(text)) return;
    const FoundDate& date = found.front();
    constexpr std::size_t kFigures = 8;  // "5/11/2024"
    const std::string_view written = text.substr(date.begin, std::min(kFigures, date.end - date.begin));
    const bool in_figures = std::all_of(written.begin(), written.end(), [](char c) { return c < 'A'; });
    constexpr int kMonths = 12;
    if (in_figures && date.date.day <= kMonths) return;  // 5/11 may be read as 11/5
    if (text.size() - (date.end - date.begin) <= kMostBeside)
      out_.add(Item::kShownDate, Trust::kVisible, date.date.iso(), "date below the title");
  }

  // "3 hours ago" near the title, less trusted than any date there. Elsewhere it is of other stories.
  void add_relative_date(std::string_view text, const std::string& source) {
    if (!reading_.fetched) return;
    const std::string lower = text::to_lower(text);
    const auto found = relative_date(lower, reading_.language, *reading_.fetched);
    if (!found) return;
    const std::string_view before = std::string_view(lower).substr(0, found->begin);
    const bool change = says_change(before);
    out_.add(change ? Item::kModified : Item::kDate, Trust::kVague, found->date.iso(),
             source + ": \"" + lower.substr(found->begin, found->end - found->begin) + "\", fetched " +
                 reading_.fetched->iso());
  }

  // Of lists of stories only what is near the article is of use.
  static constexpr std::size_t kMostMarks = 30;

  // Short elements whose class says that they hold a date, the nearest to the title first.
  void read_named_dates() {
    std::vector<std::pair<std::size_t, const extract::Element*>> found;
    for (const extract::Element& element : page_.elements) {
      const std::uint32_t blocks = element.end_block - element.first_block;
      if (!element.categories.has(Category::k_class_meta) || blocks > 2) continue;
      const std::string names = around_.class_names(element.node);
      const bool dated = contains(names, "date") || contains(names, "publish") || contains(names, "posted") ||
                         contains(names, "timestamp") || contains(names, "time");
      if (!dated || contains(names, "event")) continue;
      const std::size_t block = around_.block_at(element.node);
      if (block >= page_.blocks.size() || around_.is_comment(block)) continue;
      found.emplace_back(
          around_.distance_to_title(block) + (around_.is_foreign(block) ? page_.blocks.size() : 0), &element);
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    if (found.size() > kMostMarks) found.resize(kMostMarks);
    for (const auto& [distance, element] : found) {
      constexpr std::size_t kLongest = 200;  // bytes
      std::string text = folded(text_inside(document_, element->node));
      if (text.size() > kLongest) continue;
      const bool near = around_.in_head(around_.block_at(element->node)) && distance < page_.blocks.size();
      const std::string title = document_.attribute(element->node, "title").value_or("");
      if (!title.empty() && find_dates(text, reading_).empty()) text = title;
      add_dates_in(text, near ? Trust::kVisible : Trust::kGuess, "class of a date");
    }
  }

  void read_header_dates() {
    for (const std::size_t b : around_.head_blocks()) {
      const Block& block = page_.blocks[b];
      if (around_.is_foreign(b) || (b == place_.title && block.kind == BlockKind::kHeading)) continue;
      const std::string_view text = page_.text_of(block);
      constexpr std::size_t kDateline = 40;  // bytes: "BERLIN, 17 May 2024 – The council …"
      const bool is_line = block.chars <= kLongestLineChars;
      add_dates_in(is_line ? text : text.substr(0, kDateline), Trust::kVisible,
                   is_line ? "line near the title" : "dateline");
      if (is_line && b > place_.title) add_shown_date(text);
    }
  }

  void read_dates_elsewhere() {
    const std::size_t end = std::min(place_.last_kept + 1 + kBehindText, page_.blocks.size());
    for (std::size_t b = place_.last_kept + 1; b < end; ++b)
      if (page_.blocks[b].chars <= 2 * kLongestLineChars && !around_.is_comment(b))
        add_dates_of(b, Trust::kGuess, "line behind the text");
    for (std::size_t b = place_.first_kept; b <= place_.last_kept && b < page_.blocks.size(); ++b)
      if (verdicts_[b].kept && page_.blocks[b].chars <= kLongestLineChars && !around_.is_in_card(b))
        add_dates_of(b, Trust::kGuess, "text");
    for (std::size_t b = 0; b < page_.blocks.size(); ++b)
      if (page_.blocks[b].chars <= kLongestLineChars && !around_.is_in_card(b))
        add_dates_of(b, Trust::kGuess, "page");
    read_info_lines();
  }

  // Lines of information however long they are, and dates that a page shows in short and tells in full.
  void read_info_lines() {
    std::size_t read = 0;
    for (const extract::Element& element : page_.elements) {
      const std::size_t block = around_.block_at(element.node);
      if (block >= page_.blocks.size() || read >= kMostMarks) break;
      const bool abbreviation = element.tag == html::Tag::k_abbr;
      const bool info =
          element.categories.has(Category::k_class_meta) && element.end_block - element.first_block == 1;
      if ((!abbreviation && !info) || around_.is_comment(block)) continue;
      ++read;
      if (abbreviation)
        add_dates_in(document_.attribute(element.node, "title").value_or(""), Trust::kGuess, "<abbr title>");
      else
        add_dates_of(block, Trust::kGuess, "line of information");
    }
  }

  const html::Document& document_;
  const Blocks& page_;
  const std::vector<extract::Verdict>& verdicts_;
  const PageMarks& marks_;
  const ArticlePlace& place_;
  const Surroundings around_;
  const DateReading& reading_;
  Candidates& out_;
};

VisibleDates::VisibleDates(const html::Document& document, const extract::Extraction& extraction,
                           const PageMarks& marks, const ArticlePlace& place, const DateReading& reading,
                           Candidates& out)
    : look_(std::make_unique<Look>(document, extraction, marks, place, reading, out)) {}
VisibleDates::~VisibleDates() = default;

void VisibleDates::read_near() {
  look_->read_near();
}
void VisibleDates::read_far() {
  look_->read_far();
}

}  // namespace clean_article::metadata
