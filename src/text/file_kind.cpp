#include "text/file_kind.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "text/json_form.hpp"
#include "text/unicode.hpp"

namespace clean_article::text {
namespace {

bool begins_with(std::string_view bytes, std::string_view word) {
  return bytes.size() >= word.size() && equal_ignoring_ascii_case(bytes.substr(0, word.size()), word);
}

// Takes what stands between `bytes` and the end of `end`; false when that end is not in sight.
bool skip_past(std::string_view& bytes, std::string_view end) {
  const auto at = bytes.find(end);
  if (at == std::string_view::npos) return false;
  bytes.remove_prefix(at + end.size());
  return true;
}

// A file that begins with bytes of its kind's own.
struct Magic {
  std::size_t at;
  std::string_view bytes;
  std::string_view kind;
};
constexpr auto kContainers = std::to_array<Magic>({
    {0, "WARC/0.", "a WARC file"},
    {0, "WARC/1.", "a WARC file"},
    {0, "filedesc://", "an ARC file"},
});
constexpr auto kForeign = std::to_array<Magic>({
    {0, "%PDF-", "a PDF file"},
    {0, "%!PS", "a PostScript file"},
    {0, "{\\rtf", "an RTF file"},
    {0, "PK\x03\x04", "a ZIP file"},  // EPUB, ODT and DOCX among them
    {0, "PK\x05\x06", "a ZIP file"},
    {0, "\x1F\x8B\x08", "a gzip file"},
    {0, "BZh91AY&SY", "a bzip2 file"},
    {0,
     {"\xFD"
      "7zXZ\0",
      6},
     "an xz file"},
    {0, "\x28\xB5\x2F\xFD", "a zstd file"},
    {0, "\x04\x22\x4D\x18", "an LZ4 file"},
    {0, "7z\xBC\xAF\x27\x1C", "a 7-Zip file"},
    {0, "Rar!\x1A\x07", "a RAR file"},
    {257, "ustar", "a tar file"},
    {60, "BOOKMOBI", "a Mobipocket book"},
    {0, "ITSF", "a CHM file"},
    {0, "AT&TFORM", "a DjVu file"},
    {0, "bplist0", "a property list"},  // a web archive has been opened before
    {0, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "a file of an old Office program"},
    {0, {"SQLite format 3\0", 16}, "an SQLite file"},
    {0,
     "\x7F"
     "ELF",
     "a program"},
    {0, "\x89PNG\r\n\x1A\n", "a PNG image"},
    {0, "\xFF\xD8\xFF", "a JPEG image"},
    {0, "GIF87a", "a GIF image"},
    {0, "GIF89a", "a GIF image"},
    {8, "WEBPVP8", "a WebP image"},
    {4, "ftypavif", "an AVIF image"},
    {4, "ftypmp4", "an MP4 film"},
    {4, "ftypisom", "an MP4 film"},
});

template <std::size_t kCount>
std::string_view kind_by_magic(std::string_view bytes, const std::array<Magic, kCount>& kinds) {
  for (const Magic& magic : kinds)
    if (bytes.size() >= magic.at && bytes.substr(magic.at).starts_with(magic.bytes)) return magic.kind;
  return {};
}

// Fields of a mail's head: those that only programs write, and those that people copy along with its text.
constexpr std::string_view kProgramsFields[] = {"mime-version", "message-id",   "received",
                                                "return-path",  "delivered-to", "content-type"};
constexpr std::string_view kPeoplesFields[] = {"from", "to", "date", "subject"};
constexpr std::size_t kFewestFields = 2;  // of each sort
constexpr std::size_t kMostHeadBytes = std::size_t{32} << 10;

// A file of RFC 5322: a head of fields, in which at least two of each sort stand. `multipart` tells whether
// it has parts that belong together, as saved pages have.
bool begins_with_mail_head(std::string_view bytes, bool& multipart) {
  bytes = bytes.substr(0, kMostHeadBytes);
  if (bytes.starts_with("From ")) skip_past(bytes, "\n");  // an mbox
  std::size_t programs = 0;
  std::size_t peoples = 0;
  while (!bytes.empty()) {
    const std::string_view line = bytes.substr(0, bytes.find('\n'));
    bytes.remove_prefix(std::min(line.size() + 1, bytes.size()));
    if (line.empty() || line == "\r") break;
    const auto holds = [&](std::string_view word) {
      return lower_ascii(line).find(word) != std::string::npos;
    };
    multipart = multipart || holds("multipart/related");
    if (line.front() == ' ' || line.front() == '\t') continue;  // the line before goes on
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || line.substr(0, colon).find(' ') != std::string_view::npos)
      return false;
    const auto is_named = [&](std::string_view name) {
      return equal_ignoring_ascii_case(line.substr(0, colon), name);
    };
    programs += std::any_of(std::begin(kProgramsFields), std::end(kProgramsFields), is_named) ? 1 : 0;
    peoples += std::any_of(std::begin(kPeoplesFields), std::end(kPeoplesFields), is_named) ? 1 : 0;
  }
  return programs >= kFewestFields && (peoples >= kFewestFields || multipart);
}

}  // namespace

std::string_view page_container(std::string_view bytes) {
  const std::string_view kind = kind_by_magic(bytes, kContainers);
  if (!kind.empty()) return kind;
  // A mail's head begins with a field's name.
  const char first = bytes.empty() ? '<' : ascii_lower(bytes.front());
  bool multipart = false;
  if (first < 'a' || first > 'z' || !begins_with_mail_head(bytes, multipart)) return {};
  return multipart ? "an MHTML file" : "an e-mail";
}

std::string_view foreign_kind(std::string_view bytes) {
  const std::string_view kind = kind_by_magic(bytes, kForeign);
  if (!kind.empty()) return kind;
  switch (json_form(bytes)) {
    case JsonForm::kLines:
      return "a file of JSON lines";
    case JsonForm::kDocument:
      return "a JSON document";
    case JsonForm::kNone:
      break;
  }
  return page_container(bytes);
}

bool looks_like_html(std::string_view first_bytes) {
  // Elements that pages begin with. Not <svg>, <rss>, <feed>: those are files of another kind.
  static constexpr std::array<std::string_view, 16> kFirstTags = {
      "html", "head", "body", "title", "meta", "link",  "script", "style",
      "base", "div",  "p",    "h1",    "main", "table", "center", "article"};

  // UTF-16 is ASCII with NULs between: without them the marks show.
  std::string plain(first_bytes);
  std::erase(plain, '\0');
  std::string_view rest = plain;
  for (const std::string_view mark : {"\xEF\xBB\xBF", "\xFE\xFF", "\xFF\xFE"}) {
    if (rest.starts_with(mark)) rest.remove_prefix(mark.size());
  }

  bool commented = false;
  while (true) {
    while (!rest.empty() && is_html_space(rest.front())) rest.remove_prefix(1);
    if (rest.starts_with("<!--")) {
      commented = true;
      if (!skip_past(rest, "-->")) return true;  // a long licence or a banner before the page
    } else if (begins_with(rest, "<?xml")) {
      if (!skip_past(rest, ">")) return false;
    } else {
      break;
    }
  }
  if (rest.empty()) return commented;
  if (begins_with(rest, "<!doctype")) {
    rest.remove_prefix(9);
    while (!rest.empty() && is_html_space(rest.front())) rest.remove_prefix(1);
    return begins_with(rest, "html");
  }
  if (rest.front() != '<') return false;
  rest.remove_prefix(1);
  return std::any_of(kFirstTags.begin(), kFirstTags.end(), [&](std::string_view tag) {
    if (!begins_with(rest, tag)) return false;
    const std::string_view behind = rest.substr(tag.size());
    return behind.empty() || behind.front() == '>' || behind.front() == '/' || is_html_space(behind.front());
  });
}

}  // namespace clean_article::text
