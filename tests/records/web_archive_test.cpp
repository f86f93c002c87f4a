// The page in a web archive of Safari. The files are made here, object by object.
#include "records/web_archive.hpp"

#include <vector>

#include "catch.hpp"

namespace clean_article::records {
namespace {

std::string number(std::uint64_t value, int bytes) {
  std::string out;
  for (int i = bytes - 1; i >= 0; --i) out += static_cast<char>(value >> (8 * i));
  return out;
}

std::string object(unsigned kind, std::uint64_t size, const std::string& content) {
  const std::string begin = size < 15
                                ? std::string{static_cast<char>(kind << 4 | size)}
                                : std::string{static_cast<char>(kind << 4 | 15), '\x12'} + number(size, 4);
  return begin + content;
}
std::string ascii(const std::string& text) {
  return object(5, text.size(), text);
}
std::string data(const std::string& bytes) {
  return object(4, bytes.size(), bytes);
}
std::string dictionary(const std::vector<std::uint64_t>& references) {
  std::string content;
  for (const std::uint64_t reference : references) content += number(reference, 2);
  return object(13, references.size() / 2, content);
}

std::string list_of(const std::vector<std::string>& objects, std::uint64_t top = 0) {
  std::string out = "bplist00";
  std::string offsets;
  for (const std::string& one : objects) {
    offsets += number(out.size(), 4);
    out += one;
  }
  const std::uint64_t table = out.size();
  return out + offsets + std::string(6, '\0') + "\x04\x02" + number(objects.size(), 8) + number(top, 8) +
         number(table, 8);
}

const std::string kPage = "<p>caf\xE9 and more than fifteen bytes";

std::string archive(const std::string& type = "text/html") {
  const std::string utf16 = object(6, 10,
                                   std::string("\0i\0s\0o\0-\0"
                                               "8\0"
                                               "8\0"
                                               "5\0"
                                               "9\0-\0"
                                               "1",
                                               20));
  return list_of({dictionary({1, 2}), ascii("WebMainResource"), dictionary({3, 4, 5, 6, 7, 8, 9, 10}),
                  ascii("WebResourceData"), ascii("WebResourceURL"), ascii("WebResourceMIMEType"),
                  ascii("WebResourceTextEncodingName"), data(kPage), ascii("https://example.org/story"),
                  ascii(type), utf16});
}

TEST_CASE("the main resource is the page, with its charset and address") {
  REQUIRE(is_property_list(archive()));
  const auto page = open_web_archive(archive());
  REQUIRE(page.ok());
  CHECK(page->bytes == kPage);
  CHECK(page->url == "https://example.org/story");
  CHECK(page->content_type == "text/html; charset=iso-8859-1");
}

TEST_CASE("what is no page says what it is") {
  CHECK(open_web_archive(list_of({ascii("a")})).error().message ==
        "a property list, and no web archive of Safari");
  CHECK(open_web_archive(archive("image/png")).error().kind == ErrorKind::kNotHtml);
  CHECK(open_web_archive("bplist00").error().kind == ErrorKind::kNotHtml);
}

TEST_CASE("a damaged file is an error and no more") {
  const std::string whole = archive();
  for (std::size_t bytes = 0; bytes < whole.size(); ++bytes)
    static_cast<void>(open_web_archive("bplist00" + whole.substr(0, bytes)));
  std::size_t pages = 0;
  for (std::size_t at = 8; at < whole.size(); ++at) {
    for (const char c : {'\0', '\x7F', '\xFF'}) {
      std::string changed = whole;
      changed[at] = c;
      if (open_web_archive(changed).ok()) ++pages;
    }
  }
  CHECK(pages > 0);  // a byte of the text may be any
  // A dictionary that claims to have more members than a file could name.
  std::string many = list_of({object(13, 0xFFFFFFFF, "")});
  CHECK_FALSE(open_web_archive(many).ok());
  // Objects that contain themselves.
  CHECK_FALSE(open_web_archive(list_of({dictionary({0, 0})})).ok());
}

}  // namespace
}  // namespace clean_article::records
