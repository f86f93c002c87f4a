#include "render/markup.hpp"

#include "render/target.hpp"

namespace clean_article::render {

namespace {

using metadata::FieldRow;
using metadata::HtmlPlace;
using metadata::Metadata;
using metadata::TeiPlace;

std::string attribute(std::string_view name, std::string_view value) {
  if (value.empty()) return "";
  return ' ' + std::string(name) + "=\"" + escaped(value) + '"';
}

std::string element(std::string_view name, std::string_view value, std::string_view attributes = "") {
  if (value.empty()) return "";
  const std::string begin = '<' + std::string(name) + std::string(attributes) + '>';
  return begin + escaped(value) + "</" + std::string(name) + ">\n";
}

// What an HTML head says of a field.
std::string in_head(const FieldRow& row, const Metadata& m) {
  std::string out;
  for (const std::string& value : row.values(m)) {
    if (row.html.in == HtmlPlace::In::kMeta) {
      out += "<meta" + attribute("name", row.html.name) + attribute("content", value) + ">\n";
    } else if (row.html.in == HtmlPlace::In::kLink) {
      // Only addresses of pages: what a page calls its own may be anything.
      const std::string target = safe_target("", value);
      if (!target.empty())
        out += "<link" + attribute("rel", row.html.name) + attribute("href", target) + ">\n";
    }
  }
  return out;
}

// What a TEI header says, by the places of the fields.
class TeiHeader {
 public:
  explicit TeiHeader(const Metadata& m) : m_(m) {}

  std::string write() const {
    return "<teiHeader>\n<fileDesc>\n" + title_statement() + publication() +
           around("notesStmt", each(TeiPlace::kNote, "note", "type", "fingerprint")) +
           "<sourceDesc>\n<biblFull>\n" + title_statement() + source_publication() +
           "</biblFull>\n</sourceDesc>\n</fileDesc>\n" +
           "<encodingDesc>\n<appInfo>\n<application ident=\"clean-article\" version=\"1\">\n"
           "<label>clean-article</label>\n</application>\n</appInfo>\n</encodingDesc>\n" +
           around("profileDesc", profile()) + "</teiHeader>\n";
  }

  std::string language() const { return first(TeiPlace::kLanguage); }

 private:
  std::vector<std::string> values(TeiPlace place) const {
    std::vector<std::string> all;
    for (const FieldRow& row : metadata::field_list()) {
      if (row.tei != place) continue;
      for (std::string& value : row.values(m_)) all.push_back(std::move(value));
    }
    return all;
  }

  std::string first(TeiPlace place) const {
    const std::vector<std::string> all = values(place);
    return all.empty() ? "" : all.front();
  }

  // An element for each value; where `name` is given with that attribute of a fixed value.
  std::string each(TeiPlace place, std::string_view element_name, std::string_view name = "",
                   std::string_view fixed = "") const {
    std::string out;
    for (const std::string& value : values(place))
      out += element(element_name, value, name.empty() ? "" : attribute(name, fixed));
    return out;
  }

  // An element for each value, which is its attribute, too.
  std::string each_with_value(TeiPlace place, std::string_view element_name, std::string_view name) const {
    std::string out;
    for (const std::string& value : values(place))
      out += element(element_name, value, attribute(name, value));
    return out;
  }

  static std::string around(std::string_view name, const std::string& inside) {
    if (inside.empty()) return "";
    return '<' + std::string(name) + ">\n" + inside + "</" + std::string(name) + ">\n";
  }

  std::string title_statement() const {
    return "<titleStmt>\n<title type=\"main\">" + escaped(first(TeiPlace::kTitle)) + "</title>\n" +
           each(TeiPlace::kAuthor, "author") + "</titleStmt>\n";
  }

  // A publisher, or the words that nobody published it: one of them has to stand here.
  std::string publication() const {
    const std::string publisher = each(TeiPlace::kPublisher, "publisher");
    if (publisher.empty()) return around("publicationStmt", "<p/>\n");
    return around("publicationStmt", publisher + around("availability", each(TeiPlace::kLicence, "p")) +
                                         each_with_value(TeiPlace::kDate, "date", "when"));
  }

  std::string source_publication() const {
    std::string publisher = each(TeiPlace::kPublisher, "publisher");
    if (publisher.empty()) publisher = each(TeiPlace::kHost, "publisher");
    if (publisher.empty()) return around("publicationStmt", "<p/>\n");
    const std::string url = safe_target("", first(TeiPlace::kAddress));
    if (!url.empty())
      publisher += "<pubPlace><ptr type=\"URL\"" + attribute("target", url) + "/></pubPlace>\n";
    return around("publicationStmt", publisher + each_with_value(TeiPlace::kDate, "date", "when"));
  }

  std::string profile() const {
    return around("abstract", each(TeiPlace::kAbstract, "p")) +
           around("langUsage", each_with_value(TeiPlace::kLanguage, "language", "ident")) +
           around("textClass", around("keywords", each(TeiPlace::kCategory, "term", "type", "category") +
                                                      each(TeiPlace::kTag, "term", "type", "tag")));
  }

  const Metadata& m_;
};

}  // namespace

std::string to_html(const Metadata& m, const std::vector<Part>& parts) {
  std::string root;
  std::string title;
  std::string head;
  for (const FieldRow& row : metadata::field_list()) {
    if (row.html.in == HtmlPlace::In::kRootAttribute) root += attribute(row.html.name, row.text(m));
    if (row.html.in == HtmlPlace::In::kTitle) title += row.text(m);
    head += in_head(row, m);
  }
  return "<!DOCTYPE html>\n<html" + root + ">\n<head>\n<meta charset=\"utf-8\">\n<title>" + escaped(title) +
         "</title>\n" + head + "</head>\n<body>\n<article>\n" + elements_of(parts, Vocabulary::kHtml) +
         "</article>\n</body>\n</html>\n";
}

std::string to_xml(const Metadata& m, const std::vector<Part>& parts) {
  std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<doc";
  for (const FieldRow& row : metadata::field_list()) out += attribute(row.xml, row.text(m));
  return out + ">\n<main>\n" + elements_of(parts, Vocabulary::kXml) + "</main>\n</doc>\n";
}

std::string to_tei(const Metadata& m, const std::vector<Part>& parts) {
  const TeiHeader header(m);
  const std::string body = elements_of(parts, Vocabulary::kTei);
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"" +
         attribute("xml:lang", header.language()) + ">\n" + header.write() +
         "<text>\n<body>\n<div type=\"entry\">\n" + (body.empty() ? "<p/>\n" : body) +
         "</div>\n</body>\n</text>\n</TEI>\n";
}

}  // namespace clean_article::render
