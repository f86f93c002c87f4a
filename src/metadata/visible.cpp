#include "metadata/visible.hpp"

#include <algorithm>
#include <array>

#include "metadata/date_words.hpp"
#include "metadata/names.hpp"
#include "metadata/relative_date.hpp"
#include "text/text.hpp"

namespace clean_article::metadata {

namespace {

using extract::Block;
using extract::BlockKind;
using extract::Blocks;
using extract::Category;
using extract::kNone;
using html::NodeId;

// The first block that begins at or behind a node.
std::size_t block_at(const Blocks& page, NodeId node) {
  const auto found = std::partition_point(page.blocks.begin(), page.blocks.end(), [&](const Block& b) {
    return page.pieces[b.end_piece - 1].text_node < node;
  });
  return static_cast<std::size_t>(found - page.blocks.begin());
}

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

}  // namespace

class VisibleFacts::Look {
 public:
  Look(const html::Document& document, const extract::Extraction& extraction, const PageMarks& marks,
       const ArticlePlace& place, const DateReading& reading, Candidates& out)
      : document_(document),
        page_(*extraction.page),
        verdicts_(*extraction.verdicts),
        marks_(marks),
        place_(place),
        reading_(reading),
        out_(out) {}

  void run() {
    if (page_.blocks.empty()) return;
    read_times();
    read_named_dates();
    read_header_dates();
    read_named_authors();
    read_bylines();
  }

  void read_far_bylines() {
    for (std::size_t b = 0; b < page_.blocks.size(); ++b)
      if (!in_head(b)) read_byline(b, Trust::kGuess);
  }

  void read_far_dates() {
    if (!page_.blocks.empty()) read_dates_elsewhere();
  }

 private:
  // How many blocks around title and beginning of the text still belong to the article's head.
  static constexpr std::size_t kAboveTitle = 8;
  static constexpr std::size_t kIntoText = 5;
  static constexpr std::size_t kBehindText = 6;
  static constexpr std::uint32_t kLongestLineChars = 200;
  static constexpr std::uint32_t kLongestNameChars = 80;

  std::size_t head_begin() const { return place_.title - std::min(place_.title, kAboveTitle); }
  std::size_t head_end() const { return std::min(place_.first_kept + kIntoText, page_.blocks.size()); }
  bool in_head(std::size_t block) const { return block >= head_begin() && block < head_end(); }

  // Whether a block belongs to somebody else's text: comments, related stories, a side column.
  bool is_foreign(std::size_t block) const {
    return is_inside(block,
                     {Category::k_class_comment, Category::k_class_related, Category::k_class_sidebar,
                      Category::k_aside, Category::k_nav, Category::k_class_footer, Category::k_footer});
  }

  bool is_comment(std::size_t block) const {
    return is_inside(block, {Category::k_class_comment, Category::k_class_related});
  }

  // Whether an element of one of these categories is around a block and not around the article, too.
  bool is_inside(std::size_t block, std::initializer_list<Category> categories) const {
    if (block >= page_.blocks.size()) return true;
    const std::int16_t* nearest = page_.nearest_of(block);
    if (std::none_of(categories.begin(), categories.end(),
                     [&](Category c) { return nearest[static_cast<std::size_t>(c)] > 0; }))
      return false;
    for (std::uint32_t e = page_.blocks[block].inner_element; e != kNone; e = page_.elements[e].parent) {
      const extract::Element& element = page_.elements[e];
      const bool holds_article =
          element.first_block <= place_.first_kept && place_.first_kept < element.end_block;
      if (holds_article) return false;
      for (const Category c : categories)
        if (element.categories.has(c)) return true;
    }
    return false;
  }

  // In blocks; what stands above the title is farther than what stands below.
  std::size_t distance_to_title(std::size_t block) const {
    constexpr std::size_t kAbove = 5;
    return block >= place_.title ? block - place_.title : place_.title - block + kAbove;
  }

  // Blocks of the head, the nearest to the title first, those below it before those above.
  std::vector<std::size_t> head_blocks() const {
    std::vector<std::size_t> order;
    for (std::size_t b = place_.title; b < head_end(); ++b) order.push_back(b);
    for (std::size_t b = place_.title; b-- > head_begin();) order.push_back(b);
    return order;
  }

  void read_times() {
    for (const TimeMark& mark : marks_.times) {
      const std::size_t block = block_at(page_, mark.node);
      const bool near = in_head(block);
      const bool foreign = is_foreign(block);
      const Item item = mark.modified ? Item::kModified : Item::kDate;
      const bool told = mark.published || mark.modified;
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
      const bool change = says_change(before);
      out_.add(change ? Item::kModified : Item::kDate, trust, found.date.iso(), source);
    }
    if (behind == 0 && trust == Trust::kVisible) add_relative_date(text, source);
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

  // What a class and an id say, lower case. Undecoded: names are letters.
  std::string class_names(NodeId node) const {
    std::string names;
    document_.visit_attributes(node, [&](const html::Attribute& a) {
      if (!text::equal_ignoring_ascii_case(a.name, "class") && !text::equal_ignoring_ascii_case(a.name, "id"))
        return;
      for (const char c : a.raw_value) names += text::ascii_lower(c);
      names += ' ';
    });
    return names;
  }

  // Of lists of stories only what is near the article is of use.
  static constexpr std::size_t kMostMarks = 30;

  // Short elements whose class says that they hold a date, the nearest to the title first.
  void read_named_dates() {
    std::vector<std::pair<std::size_t, const extract::Element*>> found;
    for (const extract::Element& element : page_.elements) {
      const std::uint32_t blocks = element.end_block - element.first_block;
      if (!element.categories.has(Category::k_class_meta) || blocks > 2) continue;
      const std::string names = class_names(element.node);
      const bool dated = contains(names, "date") || contains(names, "publish") || contains(names, "posted") ||
                         contains(names, "timestamp") || contains(names, "time");
      if (!dated || contains(names, "event")) continue;
      const std::size_t block = block_at(page_, element.node);
      if (block >= page_.blocks.size() || is_comment(block)) continue;
      found.emplace_back(distance_to_title(block) + (is_foreign(block) ? page_.blocks.size() : 0), &element);
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    if (found.size() > kMostMarks) found.resize(kMostMarks);
    for (const auto& [distance, element] : found) {
      constexpr std::size_t kLongest = 200;  // bytes
      std::string text = folded(text_inside(document_, element->node));
      if (text.size() > kLongest) continue;
      const bool near = in_head(block_at(page_, element->node)) && distance < page_.blocks.size();
      const std::string title = document_.attribute(element->node, "title").value_or("");
      if (!title.empty() && find_dates(text, reading_).empty()) text = title;
      add_dates_in(text, near ? Trust::kVisible : Trust::kGuess, "class of a date");
    }
  }

  void read_header_dates() {
    for (const std::size_t b : head_blocks()) {
      const Block& block = page_.blocks[b];
      if (is_foreign(b) || (b == place_.title && block.kind == BlockKind::kHeading)) continue;
      const std::string_view text = page_.text_of(block);
      constexpr std::size_t kDateline = 40;  // bytes: "BERLIN, 17 May 2024 – The council …"
      const bool is_line = block.chars <= kLongestLineChars;
      add_dates_in(is_line ? text : text.substr(0, kDateline), Trust::kVisible,
                   is_line ? "line near the title" : "dateline");
    }
  }

  // Elements whose class says that they hold a name, and links to the pages of authors.
  void read_named_authors() {
    struct Mark {
      std::size_t distance;  // from the title, in blocks
      NodeId node;
      std::string source;
      bool near;
    };
    std::vector<Mark> found;
    const auto add = [&](NodeId node, std::size_t block, std::string source) {
      if (is_comment(block)) return;
      found.push_back({distance_to_title(block), node, std::move(source), in_head(block)});
    };
    for (const extract::Element& element : page_.elements) {
      const bool likely =
          element.categories.has(Category::k_class_author) || element.categories.has(Category::k_class_meta);
      constexpr std::uint32_t kMostBlocks = 3;
      const std::uint32_t blocks = element.end_block - element.first_block;
      if (!likely || blocks > kMostBlocks) continue;
      const std::string names = class_names(element.node);
      if (says_author(names)) add(element.node, block_at(page_, element.node), "class " + folded(names));
    }
    for (const NodeId link : marks_.author_links) add(link, block_at(page_, link), "link to an author");
    std::stable_sort(found.begin(), found.end(),
                     [](const Mark& a, const Mark& b) { return a.distance < b.distance; });
    if (found.size() > kMostMarks) found.erase(found.begin() + kMostMarks, found.end());
    for (const Mark& mark : found) {
      constexpr std::size_t kLongest = 150;  // bytes: longer texts are biographies
      const std::string text = text_parts_inside(document_, mark.node);
      if (text.size() > kLongest) continue;
      out_.add(Item::kAuthor, mark.near ? Trust::kVisible : Trust::kGuess, text, mark.source);
    }
  }

  // "By keeping an eye on costs …" begins a sentence; "by jdoe42" may be a byline.
  static bool goes_on_small(std::string_view behind_lead) {
    constexpr char32_t kLastCased =
        0x58F;  // of the scripts that have small letters: Latin, Greek, Cyrillic, Armenian
    while (behind_lead.starts_with(' ')) behind_lead.remove_prefix(1);
    if (behind_lead.find(' ') == std::string_view::npos) return false;
    std::size_t at = 0;
    const char32_t c = text::next_code_point(behind_lead, at);
    return c <= kLastCased && text::is_letter(c) && !text::is_upper(c);
  }

  static bool says_author(const std::string& names) {
    static constexpr auto kYes = std::to_array<std::string_view>(
        {"byline", "author", "autor", "auteur", "writer", "postuser-name", "username"});
    static constexpr auto kNo =
        std::to_array<std::string_view>({"avatar", "bio", "image", "desc", "title", "social", "date", "role",
                                         "job", "img", "photo", "authority", "authoriz"});
    const auto holds = [&](std::string_view word) { return contains(names, word); };
    return std::any_of(kYes.begin(), kYes.end(), holds) && std::none_of(kNo.begin(), kNo.end(), holds);
  }

  static constexpr auto kBylineLeads = std::to_array<std::string_view>(
      {"by",        "von",       "par",       "por",     "di",           "door",     "written by",
       "posted by", "text",      "author",    "authors", "published by", "autor",    "autorin",
       "przez",     "av",        "af",        "автор",   "article by",   "words by", "started by",
       "story by",  "author(s)", "a cura di", "texte",   "escrito por"});

  // Lines that begin as bylines do, "By Jane Doe", or say so behind a date; and a line of its own below "By".
  void read_bylines() {
    for (const std::size_t b : head_blocks()) read_byline(b, Trust::kVisible);
  }

  void read_byline(std::size_t b, Trust trust) {
    const Block& block = page_.blocks[b];
    if (block.chars > kLongestLineChars || is_foreign(b) ||
        (block.kind == BlockKind::kHeading && block.level <= 2))
      return;
    const std::string line = folded(page_.text_of(block));
    const std::string lower = text::to_lower(line);
    bool leads = false;
    for (const std::string_view lead : kBylineLeads) {
      if (!lower.starts_with(lead)) continue;
      const std::string_view rest = std::string_view(lower).substr(lead.size());
      // Elements that touch glue the word to the name: "ByJane Doe".
      const std::string_view shown = std::string_view(line).substr(lead.size());
      const bool glued =
          lead == "by" && !shown.empty() && shown.front() >= 'A' && shown.front() <= 'Z' && line[1] == 'y';
      if (rest.empty() || rest == ":") {
        if (b + 1 < page_.blocks.size() && page_.blocks[b + 1].chars < kLongestNameChars)
          out_.add(Item::kAuthor, trust, page_.text_of(page_.blocks[b + 1]), "line below \"" + line + "\"");
        leads = true;
      } else if (rest.front() == ':' || glued || (rest.front() == ' ' && !goes_on_small(shown))) {
        out_.add(Item::kAuthor, trust, glued ? shown : std::string_view(line), "byline");
        leads = true;
      }
    }
    if (leads || line.size() != lower.size()) return;
    for (const std::string_view lead : {" by ", " von ", " par "}) {
      const std::size_t at = lower.find(lead);
      constexpr std::size_t kFarthest = 60;  // bytes: a date and a category, not a sentence
      if (at > kFarthest || at + lead.size() >= line.size()) continue;
      std::size_t name = at + lead.size();
      if (find_dates(std::string_view(line).substr(0, at), reading_).empty() && at > 12) continue;
      if (text::is_upper(text::next_code_point(line, name)))
        out_.add(Item::kAuthor, trust, std::string_view(line).substr(at + 1), "byline");
    }
  }

  void read_dates_elsewhere() {
    const std::size_t end = std::min(place_.last_kept + 1 + kBehindText, page_.blocks.size());
    for (std::size_t b = place_.last_kept + 1; b < end; ++b)
      if (page_.blocks[b].chars <= 2 * kLongestLineChars && !is_comment(b))
        add_dates_of(b, Trust::kGuess, "line behind the text");
    for (std::size_t b = place_.first_kept; b <= place_.last_kept && b < page_.blocks.size(); ++b)
      if (verdicts_[b].kept && page_.blocks[b].chars <= kLongestLineChars)
        add_dates_of(b, Trust::kGuess, "text");
    for (std::size_t b = 0; b < page_.blocks.size(); ++b)
      if (page_.blocks[b].chars <= kLongestLineChars) add_dates_of(b, Trust::kGuess, "page");
    read_info_lines();
  }

  // Lines of information however long they are, and dates that a page shows in short and tells in full.
  void read_info_lines() {
    std::size_t read = 0;
    for (const extract::Element& element : page_.elements) {
      const std::size_t block = block_at(page_, element.node);
      if (block >= page_.blocks.size() || read >= kMostMarks) break;
      const bool abbreviation = element.tag == html::Tag::k_abbr;
      const bool info =
          element.categories.has(Category::k_class_meta) && element.end_block - element.first_block == 1;
      if ((!abbreviation && !info) || is_comment(block)) continue;
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
  const DateReading& reading_;
  Candidates& out_;
};

VisibleFacts::VisibleFacts(const html::Document& document, const extract::Extraction& extraction,
                           const PageMarks& marks, const ArticlePlace& place, const DateReading& reading,
                           Candidates& out)
    : look_(std::make_unique<Look>(document, extraction, marks, place, reading, out)) {}
VisibleFacts::~VisibleFacts() = default;

void VisibleFacts::read_near() {
  look_->run();
}
void VisibleFacts::read_far_bylines() {
  look_->read_far_bylines();
}
void VisibleFacts::read_far_dates() {
  look_->read_far_dates();
}

}  // namespace clean_article::metadata
