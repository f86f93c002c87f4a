#include "records/wet.hpp"

#include "records/json.hpp"
#include "records/warc_record.hpp"
#include "text/text.hpp"

namespace clean_article::records {
namespace {

std::string member(std::string_view object, std::string_view name) {
  const auto members = json_members(object);
  if (!members) return "";
  for (const JsonMember& found : *members)
    if (found.name.substr(1, found.name.size() - 2) == name) return json_string(found.value).value_or("");
  return "";
}

}  // namespace

std::string wet_head(std::string_view software) {
  return warc_record("1.0", "warcinfo", "", "application/warc-fields",
                     "software: " + std::string(software) +
                         "\r\nformat: WARC File Format 1.0\r\ndescription: text of articles\r\n");
}

std::string wet_record(std::string_view fields, std::string_view article, const std::string& name,
                       const std::string& date) {
  const std::string object = std::string("{").append(fields).append("}");
  std::string url = member(object, "url");
  if (url.empty()) url = member(article, "url");
  if (url.empty()) url = "file:" + name;
  std::string captured = member(object, "date");
  if (captured.empty()) captured = date;
  std::string lines = "WARC-Target-URI: " + one_line(url) + "\r\nWARC-Date: " + one_line(captured) + "\r\n";
  if (const std::string id = member(object, "record_id"); !id.empty())
    lines += "WARC-Refers-To: " + one_line(id) + "\r\n";
  // "eng", as Common Crawl writes it.
  if (const std::string code = text::three_letter_language(member(article, "language")); !code.empty())
    lines += "WARC-Identified-Content-Language: " + code + "\r\n";
  return warc_record("1.0", "conversion", lines, "text/plain", member(article, "text"));
}

}  // namespace clean_article::records
