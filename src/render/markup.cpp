#include "render/markup.hpp"

#include "render/fields.hpp"
#include "render/target.hpp"

namespace clean_article::render {

namespace {

using metadata::Metadata;

std::string attribute(std::string_view name, std::string_view value) {
  if (value.empty()) return "";
  return ' ' + std::string(name) + "=\"" + escaped(value) + '"';
}

std::string element(std::string_view name, std::string_view value, std::string_view attributes = "") {
  if (value.empty()) return "";
  const std::string begin = '<' + std::string(name) + std::string(attributes) + '>';
  return begin + escaped(value) + "</" + std::string(name) + ">\n";
}

std::string meta(std::string_view name, std::string_view value) {
  return value.empty() ? "" : "<meta" + attribute("name", name) + attribute("content", value) + ">\n";
}

}  // namespace

std::string to_html(const Metadata& m, const std::vector<Part>& parts) {
  std::string out = "<!DOCTYPE html>\n<html" + attribute("lang", m.language.value) +
                    attribute("dir", m.direction.value) + ">\n<head>\n<meta charset=\"utf-8\">\n<title>" +
                    escaped(m.title.value) + "</title>\n";
  for (const std::string& author : m.authors.values) out += meta("author", author);
  out += meta("date", m.date.value) + meta("description", m.description.value);
  // Only addresses of pages: what a page calls its own may be anything.
  if (const std::string canonical = safe_target("", m.url.value); !canonical.empty())
    out += "<link rel=\"canonical\"" + attribute("href", canonical) + ">\n";
  return out + "</head>\n<body>\n<article>\n" + elements_of(parts, Vocabulary::kHtml) +
         "</article>\n</body>\n</html>\n";
}

std::string to_xml(const Metadata& m, const std::vector<Part>& parts) {
  std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<doc";
  out += attribute("sitename", m.sitename.value) + attribute("title", m.title.value) +
         attribute("author", joined(m.authors)) + attribute("date", m.date.value) +
         attribute("modified", m.modified.value) + attribute("url", m.url.value) +
         attribute("hostname", m.hostname.value) + attribute("description", m.description.value) +
         attribute("categories", joined(m.categories)) + attribute("tags", joined(m.tags)) +
         attribute("license", m.license.value) + attribute("language", m.language.value) +
         attribute("image", m.image.value) + attribute("pagetype", m.page_type.value) +
         attribute("fingerprint", fingerprint_text(m));
  return out + ">\n<main>\n" + elements_of(parts, Vocabulary::kXml) + "</main>\n</doc>\n";
}

std::string to_tei(const Metadata& m, const std::vector<Part>& parts) {
  std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"" +
                    attribute("xml:lang", m.language.value) +
                    ">\n<teiHeader>\n<fileDesc>\n<titleStmt>\n<title type=\"main\">" +
                    escaped(m.title.value) + "</title>\n";
  for (const std::string& author : m.authors.values) out += element("author", author);
  out += "</titleStmt>\n<publicationStmt>\n";
  // A publisher, or the words that nobody published it: one of them has to stand here.
  out += m.sitename ? element("publisher", m.sitename.value) : "<p/>\n";
  if (m.sitename && m.license)
    out += "<availability>\n" + element("p", m.license.value) + "</availability>\n";
  if (m.sitename && m.date) out += element("date", m.date.value, attribute("when", m.date.value));
  out += "</publicationStmt>\n";
  if (m.word_count > 0)
    out += "<notesStmt>\n" + element("note", fingerprint_text(m), attribute("type", "fingerprint")) +
           "</notesStmt>\n";
  out +=
      "<sourceDesc>\n<biblFull>\n<titleStmt>\n<title type=\"main\">" + escaped(m.title.value) + "</title>\n";
  for (const std::string& author : m.authors.values) out += element("author", author);
  out += "</titleStmt>\n<publicationStmt>\n";
  if (const std::string& publisher = m.sitename ? m.sitename.value : m.hostname.value; publisher.empty()) {
    out += "<p/>\n";
  } else {
    out += element("publisher", publisher);
    if (const std::string url = safe_target("", m.url.value); !url.empty())
      out += "<pubPlace><ptr type=\"URL\"" + attribute("target", url) + "/></pubPlace>\n";
    if (m.date) out += element("date", m.date.value, attribute("when", m.date.value));
  }
  out += "</publicationStmt>\n</biblFull>\n</sourceDesc>\n</fileDesc>\n";
  out +=
      "<encodingDesc>\n<appInfo>\n<application ident=\"clean-article\" "
      "version=\"1\">\n<label>clean-article</label>\n"
      "</application>\n</appInfo>\n</encodingDesc>\n";
  const bool described = m.description || m.categories || m.tags || m.language;
  if (described) {
    out += "<profileDesc>\n";
    if (m.description) out += "<abstract>\n" + element("p", m.description.value) + "</abstract>\n";
    if (m.language)
      out += "<langUsage>\n" + element("language", m.language.value, attribute("ident", m.language.value)) +
             "</langUsage>\n";
    if (m.categories || m.tags) {
      out += "<textClass>\n<keywords>\n";
      for (const std::string& value : m.categories.values)
        out += element("term", value, attribute("type", "category"));
      for (const std::string& value : m.tags.values) out += element("term", value, attribute("type", "tag"));
      out += "</keywords>\n</textClass>\n";
    }
    out += "</profileDesc>\n";
  }
  const std::string body = elements_of(parts, Vocabulary::kTei);
  return out + "</teiHeader>\n<text>\n<body>\n<div type=\"entry\">\n" + (body.empty() ? "<p/>\n" : body) +
         "</div>\n</body>\n</text>\n</TEI>\n";
}

}  // namespace clean_article::render
