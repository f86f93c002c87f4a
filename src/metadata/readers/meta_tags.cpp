#include "metadata/readers/meta_tags.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "text/text.hpp"

namespace clean_article::metadata {

namespace {

struct MetaName {
  std::string_view name;  // lower case, with ':' for '.' and '-' for '_'
  Item item;
  Trust trust;
};

using enum Item;
using enum Trust;

// Sailthru and Parsely feed recommendation services with the article's own data, so they stand above what is
// made for sharing, where titles are often reworded. Names that many systems fill with defaults stand low.
constexpr auto kNames = std::to_array<MetaName>({
    {"citation-title", kTitle, kStructured},
    {"parsely-title", kTitle, kDeclared},
    {"sailthru:title", kTitle, kDeclared},
    {"dc:title", kTitle, kDeclared},
    {"dcterms:title", kTitle, kDeclared},
    {"og:title", kTitle, kDeclared},
    {"twitter:title", kTitle, kGeneric},
    {"title", kTitle, kGeneric},
    {"headline", kTitle, kGeneric},

    {"citation-author", kAuthor, kStructured},
    {"parsely-author", kAuthor, kDeclared},
    {"sailthru:author", kAuthor, kDeclared},
    {"dc:creator", kAuthor, kDeclared},
    {"dcterms:creator", kAuthor, kDeclared},
    {"article:author", kAuthor, kDeclared},
    {"og:article:author", kAuthor, kDeclared},
    {"book:author", kAuthor, kDeclared},
    {"author", kAuthor, kDeclared},
    {"byl", kAuthor, kDeclared},
    {"article:author-name", kAuthor, kDeclared},
    {"authors", kAuthor, kDeclared},
    {"article-author", kAuthor, kDeclared},
    {"cxenseparse:author", kAuthor, kDeclared},
    {"cxense:author", kAuthor, kDeclared},
    {"twitter:creator", kAuthor, kGuess},

    {"article:published-time", kDate, kStructured},
    {"og:article:published-time", kDate, kStructured},
    {"parsely-pub-date", kDate, kStructured},
    {"sailthru:date", kDate, kDeclared},
    {"citation-publication-date", kDate, kDeclared},
    {"citation-online-date", kDate, kDeclared},
    {"citation-date", kDate, kDeclared},
    {"dc:date:issued", kDate, kDeclared},
    {"dc:date:published", kDate, kDeclared},
    {"dc:date:created", kDate, kDeclared},
    {"dc:date", kDate, kVague},
    {"ms:date", kDate, kVague},
    {"dcterms:date", kDate, kVague},
    {"dcterms:created", kDate, kDeclared},
    {"dc:created", kDate, kDeclared},
    {"dc:issued", kDate, kDeclared},
    {"dcterms:issued", kDate, kDeclared},
    {"cxenseparse:recs:publishtime", kDate, kDeclared},
    {"cxenseparse:publishtime", kDate, kDeclared},
    {"vr:published-time", kDate, kDeclared},
    {"rnews:datepublished", kDate, kDeclared},
    {"og:pubdate", kDate, kDeclared},
    {"og:published-time", kDate, kDeclared},
    {"og:publish-date", kDate, kDeclared},
    {"bt:pubdate", kDate, kDeclared},
    {"date", kDate, kVague},
    {"pubdate", kDate, kDeclared},
    {"publishdate", kDate, kDeclared},
    {"publish-date", kDate, kDeclared},
    {"published-date", kDate, kDeclared},
    {"publication-date", kDate, kDeclared},
    {"published", kDate, kDeclared},
    {"published-time", kDate, kDeclared},
    {"publishtime", kDate, kDeclared},
    {"publish-time", kDate, kDeclared},
    {"publishdate:iso", kDate, kDeclared},
    {"article:published", kDate, kDeclared},
    {"article:published-date", kDate, kDeclared},
    {"article:post-date", kDate, kDeclared},
    {"article-date-original", kDate, kDeclared},
    {"article:create", kDate, kDeclared},
    {"created", kDate, kVague},
    {"creation-date", kDate, kVague},
    {"datecreated", kDate, kVague},
    {"datepublished", kDate, kDeclared},
    {"originalpublicationdate", kDate, kDeclared},
    {"displaydate", kDate, kDeclared},
    {"ptime", kDate, kDeclared},
    {"pdate", kDate, kDeclared},
    {"dat", kDate, kDeclared},
    {"pub-date", kDate, kDeclared},
    {"timestamp", kDate, kVague},
    {"release-date", kDate, kGeneric},
    {"video:release-date", kDate, kGeneric},
    {"og:video:release-date", kDate, kGeneric},

    {"article:modified-time", kModified, kStructured},
    {"og:article:modified-time", kModified, kStructured},
    {"og:updated-time", kModified, kDeclared},
    {"dcterms:modified", kModified, kDeclared},
    {"dc:modified", kModified, kDeclared},
    {"dc:date:modified", kModified, kDeclared},
    {"last-modified", kModified, kDeclared},
    {"lastmod", kModified, kDeclared},
    {"modified", kModified, kDeclared},
    {"updated-time", kModified, kDeclared},
    {"datemodified", kModified, kDeclared},
    {"revised", kModified, kGeneric},
    {"article:updated-time", kModified, kDeclared},

    {"og:site-name", kSitename, kStructured},
    {"application-name", kSitename, kGeneric},
    {"apple-mobile-web-app-title", kSitename, kGuess},
    {"citation-journal-title", kSitename, kDeclared},
    {"dc:publisher", kSitename, kGeneric},
    {"dcterms:publisher", kSitename, kGeneric},
    {"twitter:site", kSitename, kGuess},

    {"og:url", kUrl, kDeclared},
    {"parsely-link", kUrl, kDeclared},
    {"twitter:url", kUrl, kGeneric},

    {"og:description", kDescription, kDeclared},
    {"description", kDescription, kStructured},
    {"sailthru:description", kDescription, kDeclared},
    {"twitter:description", kDescription, kGeneric},
    {"dc:description", kDescription, kGeneric},
    {"dcterms:description", kDescription, kGeneric},
    {"dcterms:abstract", kDescription, kGeneric},
    {"citation-abstract", kDescription, kGeneric},
    {"excerpt", kDescription, kGeneric},

    {"og:locale", kLanguage, kGeneric},
    {"content-language", kLanguage, kDeclared},
    {"language", kLanguage, kGeneric},
    {"dc:language", kLanguage, kDeclared},
    {"dcterms:language", kLanguage, kDeclared},
    {"citation-language", kLanguage, kDeclared},

    {"article:section", kCategory, kStructured},
    {"og:article:section", kCategory, kStructured},
    {"parsely-section", kCategory, kDeclared},
    {"section", kCategory, kDeclared},
    {"category", kCategory, kDeclared},
    {"dc:subject", kTag, kGeneric},
    {"dcterms:subject", kTag, kGeneric},
    {"article:tag", kTag, kStructured},
    {"og:article:tag", kTag, kStructured},
    {"parsely-tags", kTag, kDeclared},
    {"sailthru:tags", kTag, kDeclared},
    {"news-keywords", kTag, kDeclared},
    {"citation-keywords", kTag, kDeclared},
    {"keywords", kTag, kGeneric},

    {"og:image", kImage, kStructured},
    {"og:image:secure-url", kImage, kDeclared},
    {"og:image:url", kImage, kDeclared},
    {"twitter:image", kImage, kDeclared},
    {"twitter:image:src", kImage, kDeclared},
    {"parsely-image-url", kImage, kDeclared},
    {"sailthru:image:full", kImage, kGeneric},
    {"thumbnail", kImage, kGeneric},

    {"dc:rights", kLicense, kGeneric},
    {"dcterms:rights", kLicense, kGeneric},
    {"dcterms:license", kLicense, kDeclared},
    {"license", kLicense, kDeclared},

    {"og:type", kPageType, kDeclared},
    {"parsely-type", kPageType, kGeneric},
    {"dc:type", kPageType, kGeneric},
});

const std::unordered_map<std::string_view, const MetaName*>& names() {
  static const auto map = [] {
    std::unordered_map<std::string_view, const MetaName*> made;
    for (const MetaName& row : kNames) made.emplace(row.name, &row);
    return made;
  }();
  return map;
}

// "DC.Title", "dc:title" and "dc_title" are one.
std::string normal_name(std::string_view name) {
  std::string out;
  for (const char c : name) out += c == '.' ? ':' : c == '_' ? '-' : text::ascii_lower(c);
  return out;
}

}  // namespace

void read_meta_tag(const html::Document& document, html::NodeId meta, Candidates& out) {
  constexpr std::size_t kMostNames = 8;
  std::string_view raw_names[3];
  std::size_t name_count = 0;
  std::string_view content;
  document.visit_attributes(meta, [&](const html::Attribute& a) {
    using text::equal_ignoring_ascii_case;
    if (equal_ignoring_ascii_case(a.name, "property") || equal_ignoring_ascii_case(a.name, "name") ||
        equal_ignoring_ascii_case(a.name, "http-equiv")) {
      if (name_count < std::size(raw_names)) raw_names[name_count++] = a.raw_value;
    } else if (equal_ignoring_ascii_case(a.name, "content") ||
               (content.empty() && equal_ignoring_ascii_case(a.name, "value"))) {
      content = a.raw_value;
    }
  });
  if (content.empty()) return;
  for (std::size_t i = 0; i < name_count; ++i) {
    std::string_view rest = raw_names[i];
    for (std::size_t n = 0; n < kMostNames && !rest.empty(); ++n) {  // several names may share one content
      while (!rest.empty() && text::is_html_space(rest.front())) rest.remove_prefix(1);
      const std::string_view name = rest.substr(0, rest.find_first_of(" \t\r\n\f"));
      rest.remove_prefix(name.size());
      const auto row = names().find(normal_name(name));
      if (row == names().end()) continue;
      std::string value;
      text::append_decoding_references(content, text::ReferenceContext::kAttribute, value);
      if (value.find('&') != std::string::npos) {  // escaped twice
        std::string again;
        text::append_decoding_references(value, text::ReferenceContext::kText, again);
        value = std::move(again);
      }
      out.add(row->second->item, row->second->trust, value, "meta " + std::string(name));
    }
  }
}

}  // namespace clean_article::metadata
