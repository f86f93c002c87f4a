#include "records/web_archive.hpp"

#include <cstdint>
#include <optional>
#include <string>

#include "records/http_answer.hpp"
#include "text/text.hpp"

namespace clean_article::records {
namespace {

constexpr std::string_view kMagic = "bplist0";
constexpr std::size_t kTrailerBytes = 32;

// What the high half of an object's first byte says of it; the low half is its size, or kSizeFollows.
constexpr unsigned kInteger = 0x1;
constexpr unsigned kData = 0x4;
constexpr unsigned kAscii = 0x5;
constexpr unsigned kUtf16 = 0x6;
constexpr unsigned kDictionary = 0xD;
constexpr unsigned kSizeFollows = 0xF;

// Numbers stand with their highest byte first. Nothing where the file has no such bytes.
std::optional<std::uint64_t> number_at(std::string_view bytes, std::uint64_t at, std::size_t size) {
  if (size == 0 || size > sizeof(std::uint64_t) || at > bytes.size() || size > bytes.size() - at)
    return std::nullopt;
  std::uint64_t number = 0;
  for (const char c : bytes.substr(at, size)) number = number << 8 | static_cast<unsigned char>(c);
  return number;
}

struct Object {
  unsigned kind;
  std::uint64_t size;   // in bytes, letters of UTF-16 or members, by its kind
  std::uint64_t begin;  // of its content
};

class PropertyList {
 public:
  static std::optional<PropertyList> open(std::string_view bytes) {
    if (!is_property_list(bytes) || bytes.size() < kMagic.size() + 1 + kTrailerBytes) return std::nullopt;
    PropertyList list;
    list.bytes_ = bytes;
    const std::uint64_t trailer = bytes.size() - kTrailerBytes;
    list.offset_bytes_ = static_cast<unsigned char>(bytes[trailer + 6]);
    list.reference_bytes_ = static_cast<unsigned char>(bytes[trailer + 7]);
    list.count_ = *number_at(bytes, trailer + 8, 8);
    list.top_ = *number_at(bytes, trailer + 16, 8);
    list.offsets_ = *number_at(bytes, trailer + 24, 8);
    return list;
  }

  std::optional<Object> top() const { return object(top_); }

  // The value of a key.
  std::optional<Object> member(const Object& dictionary, std::string_view name) const {
    // Both tables lie in the file, however many members it claims.
    if (dictionary.kind != kDictionary || dictionary.size > bytes_.size()) return std::nullopt;
    for (std::uint64_t i = 0; i < dictionary.size; ++i) {
      const auto key = referred(dictionary, i);
      if (!key) return std::nullopt;
      if (key->kind == kAscii && content(*key) == name) return referred(dictionary, dictionary.size + i);
    }
    return std::nullopt;
  }

  // The bytes of data or of a string of ASCII; "" where they are not in the file.
  std::string_view content(const Object& object) const {
    const bool is_there = object.begin <= bytes_.size() && object.size <= bytes_.size() - object.begin;
    return is_there ? bytes_.substr(object.begin, object.size) : std::string_view();
  }

  // Of names, types and addresses, which are ASCII in every form.
  std::string word(const Object& dictionary, std::string_view name) const {
    const auto found = member(dictionary, name);
    if (!found || (found->kind != kAscii && found->kind != kUtf16)) return "";
    if (found->kind == kAscii) return std::string(content(*found));
    std::string word;
    for (std::uint64_t i = 0; i < found->size; ++i) {
      const auto unit = number_at(bytes_, found->begin + 2 * i, 2);
      if (!unit || *unit >= 0x80) return "";
      word += static_cast<char>(*unit);
    }
    return word;
  }

 private:
  std::optional<Object> object(std::uint64_t number) const {
    if (number >= count_ || number > bytes_.size()) return std::nullopt;
    const auto offset = number_at(bytes_, offsets_ + number * offset_bytes_, offset_bytes_);
    const auto mark = offset ? number_at(bytes_, *offset, 1) : std::nullopt;
    if (!mark) return std::nullopt;
    Object object{static_cast<unsigned>(*mark >> 4), *mark & 0xF, *offset + 1};
    if (object.size != kSizeFollows) return object;
    const auto size_mark = number_at(bytes_, object.begin, 1);
    if (!size_mark || *size_mark >> 4 != kInteger || (*size_mark & 0xF) > 3) return std::nullopt;
    const std::size_t size_bytes = std::size_t{1} << (*size_mark & 0xF);
    const auto size = number_at(bytes_, object.begin + 1, size_bytes);
    if (!size) return std::nullopt;
    object.size = *size;
    object.begin += 1 + size_bytes;
    return object;
  }

  std::optional<Object> referred(const Object& dictionary, std::uint64_t place) const {
    const auto number = number_at(bytes_, dictionary.begin + place * reference_bytes_, reference_bytes_);
    return number ? object(*number) : std::nullopt;
  }

  std::string_view bytes_;
  std::size_t offset_bytes_ = 0;
  std::size_t reference_bytes_ = 0;
  std::uint64_t count_ = 0;
  std::uint64_t top_ = 0;
  std::uint64_t offsets_ = 0;
};

}  // namespace

bool is_property_list(std::string_view bytes) {
  return bytes.starts_with(kMagic);
}

Result<Page> open_web_archive(std::string_view bytes) {
  const auto list = PropertyList::open(bytes);
  const auto top = list ? list->top() : std::nullopt;
  const auto main = top ? list->member(*top, "WebMainResource") : std::nullopt;
  if (!main) return Error{ErrorKind::kNotHtml, "a property list, and no web archive of Safari"};
  const auto data = list->member(*main, "WebResourceData");
  if (!data || data->kind != kData || (data->size > 0 && list->content(*data).empty()))
    return Error{ErrorKind::kInput, "a web archive that is damaged"};
  Page page{std::string(list->content(*data)), list->word(*main, "WebResourceURL"),
            list->word(*main, "WebResourceMIMEType"), ""};
  if (const Status type = check_page_type(page.content_type); !type.ok()) return type.error();
  const std::string charset = list->word(*main, "WebResourceTextEncodingName");
  if (!page.content_type.empty() && !charset.empty()) page.content_type += "; charset=" + charset;
  if (!text::split_url(page.url)) page.url.clear();
  return page;
}

}  // namespace clean_article::records
