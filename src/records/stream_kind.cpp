#include "records/stream_kind.hpp"

#include <algorithm>

#include "records/archive.hpp"
#include "records/book.hpp"
#include "records/bundle.hpp"
#include "records/json_lines.hpp"
#include "text/text.hpp"

namespace clean_article::records {
namespace {

constexpr std::string_view kArcBegin = "filedesc:";

// As much as the name of the first file in a zip file takes, where it tells what it is.
constexpr std::size_t kZipHeadBytes = 64;

// A page of plain text is no longer looked at for what it may become.
constexpr std::size_t kMostLookedAt = 4096;

// What a page takes in a record, more than its own bytes: escapes of JSON, base64, the head of an answer.
constexpr std::size_t kMostBesidePage = std::size_t{1} << 20;

// Whether more bytes may still change what the first ones are.
bool is_undecided(std::string_view bytes) {
  if (bytes.size() >= kMostLookedAt) return false;
  for (const std::string_view begin : {kWarcBegin, kArcBegin})
    if (bytes.size() < begin.size() && begin.starts_with(bytes)) return true;
  if (bytes.starts_with("PK\x03\x04") && bytes.size() < kZipHeadBytes) return true;
  // Names in tar are filled up with NUL bytes.
  if (bytes.size() < kTarMagicEnd && bytes.find('\0') != std::string_view::npos) return true;
  const bool is_blank = std::all_of(bytes.begin(), bytes.end(), text::is_html_space);
  // "{", or "{ \"na": the name of the first field and its colon tell JSON.
  return is_blank ||
         (text::json_form(bytes) == text::JsonForm::kLines && bytes.find(':') == std::string_view::npos &&
          bytes.find('}') == std::string_view::npos) ||
         bytes.find_first_not_of(" \t\r\n\xEF\xBB\xBF{") == std::string_view::npos;
}

}  // namespace

StreamKind kind_of(std::string_view first_bytes) {
  if (first_bytes.starts_with(kWarcBegin)) return StreamKind::kWarc;
  if (first_bytes.starts_with(kArcBegin)) return StreamKind::kArc;
  if (is_book(first_bytes)) return StreamKind::kBook;
  if (is_zip_of_files(first_bytes)) return StreamKind::kZip;
  if (is_tar(first_bytes)) return StreamKind::kTar;
  return text::json_form(first_bytes) == text::JsonForm::kLines ? StreamKind::kJsonLines : StreamKind::kOther;
}

StreamKind kind_of(ByteStream& stream) {
  std::string_view here = stream.peek(1);
  while (is_undecided(here)) {
    const std::size_t before = here.size();
    here = stream.peek(before + 1);
    if (here.size() == before) break;
  }
  return kind_of(here);
}

std::unique_ptr<Reader> open_reader(std::shared_ptr<ByteStream> stream, StreamKind kind,
                                    const std::string& name, std::size_t max_page_bytes) {
  const std::size_t most_bytes = max_page_bytes * kMostRecordTimes + kMostBesidePage;
  switch (kind) {
    case StreamKind::kJsonLines:
      return std::make_unique<JsonLines>(std::move(stream), most_bytes);
    case StreamKind::kWarc:
      return std::make_unique<Archive>(std::move(stream), ArchiveForm::kWarc, name, most_bytes);
    case StreamKind::kArc:
      return std::make_unique<Archive>(std::move(stream), ArchiveForm::kArc, name, most_bytes);
    case StreamKind::kZip:
    case StreamKind::kTar:
      return std::make_unique<Bundle>(std::move(stream),
                                      kind == StreamKind::kZip ? BundleForm::kZip : BundleForm::kTar, name,
                                      max_page_bytes);
    case StreamKind::kBook:
      return std::make_unique<Book>(std::move(stream), name, max_page_bytes);
    case StreamKind::kOther:
      break;
  }
  return nullptr;
}

}  // namespace clean_article::records
