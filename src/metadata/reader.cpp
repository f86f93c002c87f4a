#include "metadata/reader.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <optional>

#include "extract/extract.hpp"
#include "html/html.hpp"
#include "metadata/choose/author_choice.hpp"
#include "metadata/choose/date_choice.hpp"
#include "metadata/choose/language.hpp"
#include "metadata/choose/title_choice.hpp"
#include "metadata/dates/dates.hpp"
#include "metadata/readers/article_place.hpp"
#include "metadata/readers/bylines.hpp"
#include "metadata/readers/candidates.hpp"
#include "metadata/readers/element_text.hpp"
#include "metadata/readers/head_lines.hpp"
#include "metadata/readers/linked_data.hpp"
#include "metadata/readers/page_headings.hpp"
#include "metadata/readers/page_marks.hpp"
#include "metadata/readers/person_names.hpp"
#include "metadata/readers/visible_dates.hpp"
#include "text/text.hpp"

namespace clean_article::metadata {

namespace {

Field first_value(const Candidates& candidates, Item item) {
  for (const Candidate* c : candidates.of(item)) return take(*c, c->value);
  return {};
}

// The first that is a link, made absolute.
Field first_link(const Candidates& candidates, Item item, std::string_view base) {
  for (const Candidate* c : candidates.of(item))
    if (auto absolute = text::resolve_url(base, c->value); absolute && text::split_url(*absolute))
      return take(*c, std::move(*absolute));
  return {};
}

// All values of the most trusted source, parted at commas.
ListField all_of_best(const Candidates& candidates, Item item) {
  constexpr std::size_t kMost = 100;
  ListField list;
  const auto found = candidates.of(item);
  for (const Candidate* c : found) {
    if (c->trust != found.front()->trust || c->source != found.front()->source) continue;
    for (std::size_t begin = 0; begin <= c->value.size();) {
      const std::size_t end = std::min(c->value.find(',', begin), c->value.size());
      std::string value = folded(std::string_view(c->value).substr(begin, end - begin));
      begin = end + 1;
      if (value.empty() || list.values.size() >= kMost) continue;
      if (std::find(list.values.begin(), list.values.end(), value) == list.values.end())
        list.values.push_back(std::move(value));
    }
    list.source = c->source;
  }
  return list;
}

std::string without_www(std::string host) {
  if (host.starts_with("www.")) host.erase(0, 4);
  return host;
}

// The part of a host that somebody registered: "bbc.co.uk" of "news.bbc.co.uk".
std::string_view domain_of(std::string_view host) {
  std::vector<std::string_view> labels;
  for (std::size_t begin = 0; begin <= host.size();) {
    const std::size_t end = std::min(host.find('.', begin), host.size());
    labels.push_back(host.substr(begin, end - begin));
    begin = end + 1;
  }
  constexpr std::size_t kLongestSecondLevel = 3;  // "co.uk", "com.au", "org.br"
  std::size_t owner = labels.size() >= 2 ? labels.size() - 2 : 0;
  if (owner > 0 && labels.back().size() == 2 && labels[owner].size() <= kLongestSecondLevel) --owner;
  return host.substr(static_cast<std::size_t>(labels[owner].data() - host.data()));
}

// What its owner is called there: "bbc".
std::string_view owner_of(std::string_view domain) {
  return domain.substr(0, domain.find('.'));
}

int day_number(std::string_view iso_day) {
  const auto number = [&](std::size_t at, std::size_t size) {
    int value = 0;
    if (at + size <= iso_day.size()) std::from_chars(iso_day.data() + at, iso_day.data() + at + size, value);
    return value;
  };
  if (iso_day.size() < 10) return 0;
  Date date;
  date.year = number(0, 4);
  date.month = number(5, 2);
  date.day = number(8, 2) + 1;  // somewhere it is tomorrow already
  return date.day_number();
}

class MetadataChoice {
 public:
  MetadataChoice(const html::Document& document, const extract::Extraction& extraction, const PageInfo& info)
      : document_(document),
        extraction_(extraction),
        info_(info),
        headings_(document, *extraction.page, marks_) {}

  Metadata run() {
    marks_ = read_page_marks(document_, info_.url, candidates_);
    add_rule_values(Item::kTitle, info_.titles);
    add_rule_values(Item::kAuthor, info_.authors);
    add_rule_values(Item::kDate, info_.dates);
    if (const auto& linked_data = extraction_.survey->facts->linked_data; linked_data != nullptr)
      read_linked_data(*linked_data, info_.url, candidates_);
    choose_url();
    choose_language();
    reading_ = {m_.language.value, day_number(info_.date), parse_date(info_.fetched, {})};
    place_ = place_article(extraction_, document_, marks_);
    visible_dates_.emplace(document_, extraction_, marks_, place_, reading_, candidates_);
    visible_dates_->read_near();
    bylines_.emplace(document_, extraction_, marks_, place_, reading_, candidates_);
    bylines_->read_near();
    choose_site();
    choose_title();
    choose_site_by_title();
    choose_authors();
    choose_dates();
    read_standfirst(document_, extraction_, place_, candidates_);
    m_.description = first_value(candidates_, Item::kDescription);
    m_.categories = all_of_best(candidates_, Item::kCategory);
    m_.tags = all_of_best(candidates_, Item::kTag);
    m_.image = first_link(candidates_, Item::kImage, marks_.base);
    m_.license = first_value(candidates_, Item::kLicense);
    m_.page_type = first_value(candidates_, Item::kPageType);
    m_.page_type.value = text::to_lower(m_.page_type.value);
    return std::move(m_);
  }

 private:
  void add_rule_values(Item item, const std::vector<RuleValue>& values) {
    // Authors that a rule finds one by one are one list.
    for (const RuleValue& v : values)
      candidates_.add(item, Trust::kRule, v.value, "site rule " + std::string(v.from));
  }

  void choose_url() {
    m_.url = first_link(candidates_, Item::kUrl, marks_.base);
    // A canonical address on another host, or of the front page, is a mistake of the template's.
    const auto own = text::split_url(info_.url);
    const auto canonical = text::split_url(m_.url.value);
    const bool front_page = canonical && canonical->path == "/" && own && own->path != "/";
    if (own && (!canonical || front_page)) m_.url = {std::string(info_.url), "the page's address"};
    if (const auto parts = text::split_url(m_.url.value)) {
      m_.hostname = {without_www(parts->host), m_.url.source};
    }
  }

  void choose_language() {
    for (const Candidate* c : candidates_.of(Item::kLanguage)) {
      std::string tag = language_tag(c->value);
      if (tag.empty()) continue;
      m_.language = take(*c, std::move(tag));
      break;
    }
    for (const Candidate* c : candidates_.of(Item::kDirection)) {
      std::string value = text::to_lower(c->value);
      if (value != "ltr" && value != "rtl") continue;
      m_.direction = take(*c, std::move(value));
      break;
    }
  }

  void choose_site() {
    for (const Candidate* c : candidates_.of(Item::kSitename)) {
      std::string name = c->value;
      if (name.starts_with('@')) name.erase(0, 1);
      if (name.empty() || name.find("://") != std::string::npos) continue;
      m_.sitename = take(*c, std::move(name));
      break;
    }
    signing_site_ = m_.sitename.value;
    for (const Candidate* c : candidates_.of(Item::kSitename)) site_names_.push_back(c->value);
    if (m_.hostname) {
      const std::string_view domain = domain_of(m_.hostname.value);
      host_names_ = {m_.hostname.value, std::string(domain), std::string(owner_of(domain))};
      site_names_.insert(site_names_.end(), host_names_.begin(), host_names_.end());
    }
  }

  // Where no name is declared, the page's title names the site behind the article's title, or before it.
  void choose_site_by_title() {
    if (m_.sitename || is_front_page()) return;
    const std::string name = outer_part(marks_.title, m_.title.value);
    if (name.empty()) return;
    const bool sure = is_name_of_host(name, host_names_) || headings_.links_home_as(name);
    if (!sure && !headings_.shows(m_.title.value)) return;
    m_.sitename = {name, "<title>"};
    // A title may end with a section, or with who wrote: only a name that the address spells is no author's.
    if (!sure) return;
    site_names_.push_back(name);
    signing_site_ = name;
  }

  bool is_front_page() const {
    const auto own = text::split_url(info_.url);
    return own && own->path == "/";
  }

  void choose_title() {
    candidates_.add(Item::kTitle, Trust::kVisible, marks_.title, "<title>");
    if (place_.by_line)
      candidates_.add(Item::kTitle, Trust::kGuess,
                      extraction_.page->text_of(extraction_.page->blocks[place_.title]),
                      "line above the text");
    m_.title =
        metadata::choose_title(candidates_, {.headings = headings_.find(is_front_page()),
                                             .site_names = site_names_,
                                             .url = info_.url,
                                             .is_article = extraction_.survey->facts->declares_article(),
                                             .is_front_page = is_front_page()});
  }

  void choose_authors() {
    m_.authors = metadata::choose_authors(
        candidates_, {.sitename = signing_site_, .site_names = site_names_, .is_front_page = is_front_page()},
        *bylines_);
  }

  void choose_dates() {
    const ChosenDates chosen = metadata::choose_dates(
        candidates_,
        {.reading = reading_, .url = m_.url ? m_.url.value : info_.url, .source = document_.source()},
        *visible_dates_);
    m_.date = chosen.date;
    m_.modified = chosen.modified;
  }

  const html::Document& document_;
  const extract::Extraction& extraction_;
  const PageInfo& info_;
  Metadata m_;
  Candidates candidates_;
  PageMarks marks_;
  const PageHeadings headings_;
  ArticlePlace place_;
  DateReading reading_;
  std::optional<VisibleDates> visible_dates_;
  std::optional<Bylines> bylines_;
  std::vector<std::string> site_names_;
  std::vector<std::string> host_names_;  // of them those that the address spells
  std::string signing_site_;             // the name under which the site itself may sign
};

}  // namespace

Metadata read_metadata(const html::Document& document, const extract::Extraction& extraction,
                       const PageInfo& info) {
  return MetadataChoice(document, extraction, info).run();
}

}  // namespace clean_article::metadata
