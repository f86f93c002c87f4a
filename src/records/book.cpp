#include "records/book.hpp"

#include <algorithm>
#include <filesystem>
#include <unordered_map>
#include <utility>

#include "text/text.hpp"

namespace clean_article::records {
namespace {

// A tag of XML: its name without prefix, and its attributes as they stand there.
class Tag {
 public:
  // The next opening tag of `rest`; false where there is none.
  bool read(std::string_view& rest) {
    while (true) {
      const std::size_t begin = rest.find('<');
      if (begin == std::string_view::npos) return false;
      rest.remove_prefix(begin + 1);
      if (rest.starts_with("!--")) {
        rest.remove_prefix(std::min(rest.find("-->"), rest.size()));
        continue;
      }
      text_ = rest.substr(0, rest.find('>'));
      rest.remove_prefix(text_.size());
      if (!text_.empty() && text_.front() != '/' && text_.front() != '?' && text_.front() != '!') return true;
    }
  }

  std::string_view name() const {
    const std::string_view name = text_.substr(0, text_.find_first_of(" \t\r\n/"));
    return name.substr(name.rfind(':') + 1);
  }

  std::string attribute(std::string_view wanted) const {
    std::string_view rest = text_;
    while (true) {
      const std::size_t equals = rest.find('=');
      const std::size_t quote = rest.find_first_of("\"'", equals == std::string_view::npos ? 0 : equals);
      if (equals == std::string_view::npos || quote == std::string_view::npos) return "";
      const std::string_view before = rest.substr(0, equals);
      const std::size_t end = rest.find(rest[quote], quote + 1);
      if (end == std::string_view::npos) return "";
      const std::size_t blank = before.find_last_of(" \t\r\n");
      if (blank != std::string_view::npos && before.substr(blank + 1) == wanted)
        return std::string(rest.substr(quote + 1, end - quote - 1));
      rest.remove_prefix(end + 1);
    }
  }

 private:
  std::string_view text_;
};

// "OPS/text/a b.xhtml" of "text/a%20b.xhtml#start" in "OPS/book.opf".
std::string file_of(std::string href, std::string_view package_name) {
  constexpr std::string_view kAmpersand = "&amp;";
  for (std::size_t at = href.find(kAmpersand); at != std::string::npos; at = href.find(kAmpersand, at + 1))
    href.erase(at + 1, kAmpersand.size() - 1);
  const std::string path = text::percent_decoded(href.substr(0, href.find('#')));
  return (std::filesystem::path(package_name).parent_path() / path).lexically_normal().string();
}

}  // namespace

std::vector<std::string> spine_of(std::string_view package, std::string_view name) {
  std::unordered_map<std::string, std::string> files;  // by their ids
  std::vector<std::string> spine;
  for (Tag tag; tag.read(package);) {
    if (tag.name() == "item") {
      files.emplace(tag.attribute("id"), file_of(tag.attribute("href"), name));
    } else if (tag.name() == "itemref") {
      const auto file = files.find(tag.attribute("idref"));
      if (file != files.end()) spine.push_back(file->second);
    }
  }
  return spine;
}

// The package document may stand behind what it puts in order: all that is text is held.
void Book::open() {
  is_open_ = true;
  std::unordered_map<std::string, std::size_t> places;  // of documents, by their names
  std::vector<std::string> spine;
  std::size_t held = 0;
  for (Record record; files_.next(record);) {
    if (files_.entry_name().ends_with(".opf")) {
      if (spine.empty()) spine = spine_of(record.bytes, files_.entry_name());
      continue;
    }
    held += record.bytes.size();
    if (held > kMostHeldBytes) {
      trouble_ = "its text is larger than " + size_in_words(kMostHeldBytes) + ": the rest is not read";
      break;
    }
    places.emplace(files_.entry_name(), documents_.size());
    documents_.push_back(std::move(record));
  }
  if (trouble_.empty()) trouble_ = files_.trouble();
  if (trouble_.empty() && documents_.empty()) trouble_ = "it is a book without documents";
  std::vector<Record> in_order;
  for (const std::string& name : spine) {
    const auto place = places.find(name);
    if (place == places.end()) continue;
    in_order.push_back(std::move(documents_[place->second]));
    places.erase(place);  // once is enough
  }
  if (!in_order.empty()) documents_ = std::move(in_order);
}

bool Book::next(Record& record) {
  if (!is_open_) open();
  if (given_ == documents_.size()) return false;
  record = std::move(documents_[given_++]);
  record.place = given_;
  return true;
}

std::string Book::trouble() {
  return std::exchange(trouble_, "");
}

// The first file of an EPUB says what it is, and is not compressed for that.
bool is_book(std::string_view bytes) {
  constexpr std::size_t kNameAt = 30;
  return bytes.starts_with("PK\x03\x04") && bytes.size() > kNameAt &&
         bytes.substr(kNameAt).starts_with("mimetypeapplication/epub+zip");
}

}  // namespace clean_article::records
