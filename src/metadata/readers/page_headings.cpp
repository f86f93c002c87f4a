#include "metadata/readers/page_headings.hpp"

#include <algorithm>

#include "metadata/readers/candidates.hpp"
#include "metadata/readers/element_text.hpp"
#include "metadata/readers/person_names.hpp"
#include "text/text.hpp"

namespace clean_article::metadata {

bool PageHeadings::shows(std::string_view title) const {
  const std::string wanted = bare(title);
  const std::vector<extract::Block>& blocks = page_.blocks;
  return std::any_of(blocks.begin(), blocks.end(), [&](const extract::Block& block) {
    return block.kind == extract::BlockKind::kHeading && bare(page_.text_of(block)) == wanted;
  });
}

bool PageHeadings::links_home_as(std::string_view name) const {
  constexpr int kMostLinks = 300;  // the logo stands among the first
  const std::string wanted = bare(name);
  const auto nodes = document_.nodes();
  int links = 0;
  for (html::NodeId id = 0; id < nodes.size() && links < kMostLinks; ++id) {
    if (nodes[id].tag != html::Tag::k_a) continue;
    ++links;
    if (leads_home(id) && bare(text_inside(document_, id)) == wanted) return true;
  }
  return false;
}

// Whether an element is an <a> to some front page.
bool PageHeadings::leads_home(html::NodeId element) const {
  if (document_[element].tag != html::Tag::k_a) return false;
  bool home = false;
  document_.visit_attributes(element, [&](const html::Attribute& a) {
    if (!text::equal_ignoring_ascii_case(a.name, "href")) return;
    const auto address = text::resolve_url(marks_.base, a.raw_value);
    const auto parts = address ? text::split_url(*address) : std::nullopt;
    home = home || (parts && parts->path == "/");
  });
  return home;
}

// A heading that leads to the front page, as the logo does, is the site's name.
bool PageHeadings::names_site(html::NodeId heading) const {
  if (leads_home(document_[heading].parent)) return true;
  for (html::NodeId id = heading + 1; id < document_[heading].end; ++id)
    if (leads_home(id)) return true;
  return false;
}

// A heading that is the end or the beginning of the page's title is the site's name where another heading is
// all the rest of it, as in forums.
bool PageHeadings::is_beside_title(const std::string& heading) const {
  const std::string whole = bare(marks_.title);
  const std::string own = bare(heading);
  if (own.empty() || own.size() >= whole.size()) return false;
  std::string rest;
  if (whole.ends_with(' ' + own)) rest = whole.substr(0, whole.size() - own.size() - 1);
  if (whole.starts_with(own + ' ')) rest = whole.substr(own.size() + 1);
  return !rest.empty() && shows(rest);
}

// The words of a heading. An element that opens it may be a kicker: where the page's title goes without that,
// so does the heading.
std::string PageHeadings::words_of_heading(html::NodeId heading) const {
  std::string whole = folded(text_of_heading(document_, heading));
  html::NodeId first = heading + 1;
  while (first < document_[heading].end && document_[first].tag == html::Tag::kText) {
    std::string text;
    document_.append_text(first, text);
    if (!folded(text).empty()) return whole;
    ++first;
  }
  if (first >= document_[heading].end || document_[first].parent != heading) return whole;
  const std::string kicker = folded(text_inside(document_, first));
  if (kicker.empty() || kicker.size() >= whole.size() || !whole.starts_with(kicker)) return whole;
  const std::string rest = folded(std::string_view(whole).substr(kicker.size()));
  const std::string title = bare(marks_.title);
  const bool goes_without =
      !bare(rest).empty() && title.starts_with(bare(rest)) && !title.starts_with(bare(whole));
  return goes_without ? rest : whole;
}

std::vector<std::string> PageHeadings::find(bool is_front_page) const {
  constexpr std::size_t kMostHeadings = 10;
  std::vector<std::string> headings;
  std::vector<std::string> beside;
  for (const html::NodeId h1 : marks_.heading) {
    if (headings.size() >= kMostHeadings) break;
    if (names_site(h1) && !is_front_page) continue;
    std::string heading = words_of_heading(h1);
    (is_beside_title(heading) ? beside : headings).push_back(std::move(heading));
  }
  if (headings.empty()) add_lower_headings(headings);
  headings.insert(headings.end(), beside.begin(), beside.end());
  return headings;
}

// Where no <h1> tells, headings below it that begin or end the page's title do.
void PageHeadings::add_lower_headings(std::vector<std::string>& headings) const {
  const std::string whole = bare(marks_.title);
  for (const extract::Block& block : page_.blocks) {
    if (block.kind != extract::BlockKind::kHeading || block.level < 2) continue;
    std::string heading = folded(page_.text_of(block));
    const std::string own = bare(heading);
    // The shorter half of a title is rather the site, a chapter or a series.
    const bool is_most = 2 * own.size() >= whole.size();
    if (own.empty() || own == whole || !is_most) continue;
    if (!whole.starts_with(own + ' ') && !whole.ends_with(' ' + own)) continue;
    headings.push_back(std::move(heading));
    return;
  }
}

}  // namespace clean_article::metadata
