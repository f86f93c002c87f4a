#include "metadata/readers/bylines.hpp"

#include <algorithm>
#include <array>

#include "metadata/readers/element_text.hpp"
#include "metadata/readers/person_names.hpp"
#include "metadata/words/byline_words.hpp"
#include "text/text.hpp"

namespace clean_article::metadata {

namespace {

using extract::Block;
using extract::BlockKind;
using extract::Category;
using html::NodeId;

constexpr std::uint32_t kLongestLineChars = 200;
constexpr std::uint32_t kLongestNameChars = 80;

// Of lists of stories only what is near the article is of use.
constexpr std::size_t kMostMarks = 30;

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

// Whether class names, lower case, say that an element holds who wrote.
bool says_author(const std::string& names) {
  const auto holds = [&](std::string_view section) {
    for (const site::Word& word : site::words_in_use().list(site::WordList::kAuthorClasses))
      if (word.section == section && contains(names, word.text)) return true;
    return false;
  };
  // "author-date" is a date, "publish-date-author" the line of both.
  const std::size_t date = names.rfind("date");
  if (date != std::string::npos && names.find("author", date) == std::string::npos) return false;
  return holds("yes") && !holds("no");
}

// By microformats, where every class is meant as written.
bool is_microformat(std::string_view names) {
  return contains(names, "h-card") || contains(names, "p-author");
}

// "By keeping an eye on costs …" begins a sentence; "by jdoe42" may be a byline.
bool goes_on_small(std::string_view behind_lead) {
  constexpr char32_t kLastCased =
      0x58F;  // of the scripts that have small letters: Latin, Greek, Cyrillic, Armenian
  while (behind_lead.starts_with(' ')) behind_lead.remove_prefix(1);
  if (behind_lead.find(' ') == std::string_view::npos) return false;
  std::size_t at = 0;
  const char32_t c = text::next_code_point(behind_lead, at);
  return c <= kLastCased && text::is_letter(c) && !text::is_upper(c);
}

// Whether a line may begin as a byline does: decided by its first characters alone, since most lines of a
// page are looked at.
bool may_begin_so(std::string_view line, bool only_signatures) {
  const BylineLeads& leads = byline_leads();
  if (line.empty()) return false;
  const char front = text::ascii_lower(line.front());
  if (!leads.first_bytes[static_cast<unsigned char>(front)]) return false;  // most lines
  const auto is_ascii = [](char c) { return (c & '\x80') == 0; };
  return std::any_of(leads.all.begin(), leads.all.end(), [&](const BylineLead& lead) {
    if ((only_signatures && !lead.signature) || front != lead.words.front()) return false;
    return !is_ascii(front) || text::equal_ignoring_ascii_case(line.substr(0, lead.words.size()), lead.words);
  });
}

// Whether a line may hold a date near its beginning.
bool may_hold_date(std::string_view line) {
  constexpr std::size_t kNear = 60;  // bytes
  line = line.substr(0, kNear);
  return std::any_of(line.begin(), line.end(),
                     [](char c) { return (c >= '0' && c <= '9') || (c & '\x80') != 0; });
}

Trust trust_of(bool near) {
  return near ? Trust::kVisible : Trust::kGuess;
}

}  // namespace

void Bylines::read_near() {
  if (page_.blocks.empty()) return;
  read_named();
  for (const std::size_t b : around_.head_blocks()) read_line(b, Reach::kNear);
}

void Bylines::read_far() {
  for (std::size_t b = 0; b < page_.blocks.size(); ++b)
    if (!around_.in_head(b)) read_line(b, Reach::kFar);
}

void Bylines::read_signatures() {
  for (std::size_t b = 0; b < page_.blocks.size(); ++b)
    if (!around_.in_head(b)) read_line(b, Reach::kSignature);
}

// Elements whose class says that they hold a name, and links to the pages of authors.
void Bylines::read_named() {
  struct Mark {
    std::size_t distance;       // from the title, in blocks
    std::vector<NodeId> nodes;  // side by side: several authors
    std::string source;
    bool near;
  };
  std::vector<Mark> found;
  const auto add = [&](NodeId node, std::string source) {
    const std::size_t block = around_.block_at(node);
    if (around_.is_comment(block)) return;
    if (!found.empty() && found.back().source == source && stands_beside(found.back().nodes.back(), node))
      return found.back().nodes.push_back(node);
    const bool near = around_.in_head(block);
    const bool surely = near && is_microformat(source);
    found.push_back({surely ? 0 : around_.distance_to_title(block), {node}, std::move(source), near});
  };
  for (const extract::Element& element : page_.elements) {
    const bool likely =
        element.categories.has(Category::k_class_author) || element.categories.has(Category::k_class_meta);
    constexpr std::uint32_t kMostBlocks = 3;
    const std::uint32_t blocks = element.end_block - element.first_block;
    if (!likely || blocks > kMostBlocks) continue;
    const std::string names = around_.class_names(element.node);
    if (says_author(names)) add(element.node, "class " + folded(names));
  }
  for (const NodeId link : marks_.author_links) add(link, "link to an author");
  std::stable_sort(found.begin(), found.end(),
                   [](const Mark& a, const Mark& b) { return a.distance < b.distance; });
  if (found.size() > kMostMarks) found.erase(found.begin() + kMostMarks, found.end());
  for (const Mark& mark : found) {
    constexpr std::size_t kLongest = 150;  // bytes: longer texts are biographies
    std::string text;
    for (const NodeId node : mark.nodes) {
      const std::string own = text_parts_inside(document_, node);
      if (own.empty() || own.size() > kLongest) continue;
      text += text.empty() ? "" : "; ";
      text += own;
    }
    out_.add(Item::kAuthor, trust_of(mark.near), text, mark.source);
  }
}

// Whether no more than a comma or an "and" stands between two elements.
bool Bylines::stands_beside(NodeId one, NodeId other) const {
  constexpr NodeId kFarthest = 12;     // nodes: wrappers
  constexpr std::size_t kLongest = 5;  // bytes: ", and"
  const NodeId end = document_[one].end;
  if (other < end || other > end + kFarthest) return false;
  std::string between;
  for (NodeId id = end; id < other; ++id)
    if (document_[id].tag == html::Tag::kText) document_.append_text(id, between);
  return folded(between).size() <= kLongest;
}

// Lines that begin as bylines do, "By Jane Doe", or say so behind a date; and a line of its own below "By".
void Bylines::read_line(std::size_t b, Reach reach) {
  const Block& block = page_.blocks[b];
  if (block.chars > kLongestLineChars) return;
  std::string_view text = page_.text_of(block);
  while (!text.empty() && text::is_html_space(text.front())) text.remove_prefix(1);
  const bool begins_so = may_begin_so(text, reach == Reach::kSignature);
  const bool is_title = block.kind == BlockKind::kHeading && block.level <= 2;
  const bool may_go_on_so =
      !is_title && reach != Reach::kSignature && (reach == Reach::kNear || may_hold_date(text));
  if ((!begins_so && !may_go_on_so) || around_.is_comment(b)) return;
  const std::string line = folded(text);
  const std::string lower = text::to_lower(line);
  bool leads = false;
  for (const BylineLead& lead : byline_leads().all)
    if (lower.starts_with(lead.words) && (lead.signature || reach != Reach::kSignature))
      leads = read_lead(b, lead, line, reach) || leads;
  if (leads || !may_go_on_so || around_.is_foreign(b)) return;
  if (line.size() == lower.size()) read_middle(line, lower, reach);
  if (reach != Reach::kNear) return;
  read_parts(b, text);
  if (around_.is_below_title(b)) read_name_and_date(line);
}

// Of a line in several parts those that are bylines: "14.08.2008 | Автор: …", a title and below it "By …",
// figures and then "作者：…".
void Bylines::read_parts(std::size_t b, std::string_view text) {
  static constexpr auto kSigns = std::to_array<std::string_view>({"\n", " | ", " · ", " • ", " / "});
  const auto read_part = [&](std::string_view part) {
    const std::string line = folded(part);
    const std::string lower = text::to_lower(line);
    for (const BylineLead& lead : byline_leads().all)
      if (lower.starts_with(lead.words) && line.size() > lead.words.size() + 1)
        read_lead(b, lead, line, Reach::kNear);
  };
  for (std::size_t at = 0; at < text.size();) {
    std::size_t next = std::string_view::npos;
    std::size_t begin = next;
    for (const std::string_view sign : kSigns)
      if (const std::size_t found = text.find(sign, at); found < next)
        next = found, begin = found + sign.size();
    if (next == std::string_view::npos) break;
    std::size_t end = text.size();
    for (const std::string_view sign : kSigns) end = std::min(end, text.find(sign, begin));
    read_part(text.substr(begin, end - begin));
    at = begin;
  }
  // Where no blanks part words, a lead may stand in the middle of a line.
  for (const BylineLead& known : byline_leads().all) {
    if (!known.is_han || !known.wants_colon) continue;
    const std::string_view lead = known.words;
    const std::size_t at = text.find(lead);
    if (at == std::string_view::npos || at == 0) continue;
    const std::string_view rest = text.substr(at + lead.size());
    if (!rest.starts_with(":") && !rest.starts_with("：")) continue;
    const std::size_t name = rest.find_first_not_of(" \xEF\xBC\x9A:");  // behind the colon
    if (name == std::string_view::npos) continue;
    read_part(text.substr(at, lead.size() + std::min(rest.find_first_of(" \n", name), rest.size())));
  }
}

// "Jane Doe, 17 May 2024", "17 May 2024 | Jane Doe" below the title: a name beside a date. Places look the
// same, so this counts where nothing else tells.
void Bylines::read_name_and_date(std::string_view line) {
  static constexpr auto kSigns =
      std::to_array<std::string_view>({", ", " | ", " · ", " • ", " – ", " — ", " - ", " / "});
  constexpr std::size_t kBetween = 12;  // bytes: "on Monday, "
  const auto add = [&](std::string_view name) {
    if (is_full_name(name) && !names_organisation(name))
      out_.add(Item::kAuthor, Trust::kVague, name, "name beside a date");
  };
  const std::vector<FoundDate> dates = find_dates(line, reading_);
  if (dates.empty()) return;
  const FoundDate& date = dates.front();
  for (const std::string_view sign : kSigns) {
    const std::size_t at = line.find(sign);
    if (at < date.begin && date.begin - at - sign.size() <= kBetween) return add(line.substr(0, at));
    const std::string_view behind = line.substr(date.end);
    if (date.begin > kBetween || !behind.starts_with(sign)) continue;
    const std::string_view name = behind.substr(sign.size());
    std::size_t end = name.size();
    for (const std::string_view other : kSigns) end = std::min(end, name.find(other));
    return add(name.substr(0, end));
  }
}

bool Bylines::read_lead(std::size_t b, const BylineLead& lead, std::string_view line, Reach reach) {
  const Trust trust = reach == Reach::kSignature ? Trust::kVague : trust_of(reach == Reach::kNear);
  const std::string_view rest = line.substr(std::min(lead.words.size(), line.size()));
  const bool beside = around_.is_foreign(b);
  if ((rest.empty() && !lead.wants_colon) || rest == ":") {
    if (b + 1 >= page_.blocks.size() || page_.blocks[b + 1].chars >= kLongestNameChars) return true;
    const std::string below = folded(page_.text_of(page_.blocks[b + 1]));
    // A side column says more of others; there it must be a name by its look.
    if (!beside || is_full_name(below))
      out_.add(Item::kAuthor, trust, below, "line below \"" + std::string(line) + "\"");
    return true;
  }
  const Block& block = page_.blocks[b];
  const bool is_title = block.kind == BlockKind::kHeading && block.level <= 2;
  if (is_title || beside || rest.empty()) return false;
  // Elements that touch glue the word to the name: "ByJane Doe".
  const bool glued = lead.words == "by" && rest.front() >= 'A' && rest.front() <= 'Z' && line[1] == 'y';
  const bool goes_on = rest.front() == ' ' && !lead.wants_colon && !goes_on_small(rest);
  const bool colon = rest.front() == ':' || rest.starts_with("：");
  if (!colon && !glued && !goes_on) return false;
  out_.add(Item::kAuthor, trust, glued ? rest : line, "byline");
  return true;
}

// "17 May 2024 by Jane Doe", "Posted by Jane Doe"
void Bylines::read_middle(std::string_view line, std::string_view lower, Reach reach) {
  for (const site::Word& middle : site::words_in_use().list(site::WordList::kBylineMiddles)) {
    const std::string_view lead = middle.text;
    const std::size_t at = lower.find(lead);
    constexpr std::size_t kFarthest = 60;  // bytes: a date and a category, not a sentence
    constexpr std::size_t kOneWord = 12;   // bytes, beside the title: "Contributed"
    if (at > kFarthest || at + lead.size() >= line.size()) continue;
    if ((at > kOneWord || reach != Reach::kNear) && find_dates(line.substr(0, at), reading_).empty())
      continue;
    std::size_t name = at + lead.size();
    if (text::is_upper(text::next_code_point(line, name)))
      out_.add(Item::kAuthor, trust_of(reach == Reach::kNear), line.substr(at + 1), "byline");
  }
}

}  // namespace clean_article::metadata
