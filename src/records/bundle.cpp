#include "records/bundle.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <utility>

#include "codings/codings.hpp"
#include "records/json.hpp"
#include "records/stream_kind.hpp"
#include "text/text.hpp"

// Of <archive.h>: what libarchive has promised since its version 3.0, so that building does not need it.
extern "C" {
struct archive;
struct archive_entry;
}

namespace clean_article::records {
namespace {

constexpr int kOk = 0;
constexpr int kEnd = 1;
constexpr int kWarn = -20;  // and what was asked for has been done

struct Libarchive {
  archive* (*read_new)() = nullptr;
  int (*support_zip)(archive*) = nullptr;
  int (*support_tar)(archive*) = nullptr;
  int (*open)(archive*, void*, int (*)(archive*, void*), ssize_t (*)(archive*, void*, const void**),
              int (*)(archive*, void*)) = nullptr;
  int (*next_header)(archive*, archive_entry**) = nullptr;
  ssize_t (*read_data)(archive*, void*, std::size_t) = nullptr;
  int (*free)(archive*) = nullptr;
  const char* (*error)(archive*) = nullptr;
  const char* (*name_utf8)(archive_entry*) = nullptr;
  const char* (*name)(archive_entry*) = nullptr;
  mode_t (*type)(archive_entry*) = nullptr;
  bool is_here = false;
};

const Libarchive& lib() {
  return codings::loaded<Libarchive>("libarchive.so.13", [](Libarchive& l, codings::Library& library) {
    library.find(l.read_new, "archive_read_new");
    library.find(l.support_zip, "archive_read_support_format_zip_streamable");
    library.find(l.support_tar, "archive_read_support_format_tar");
    library.find(l.open, "archive_read_open");
    library.find(l.next_header, "archive_read_next_header");
    library.find(l.read_data, "archive_read_data");
    library.find(l.free, "archive_read_free");
    library.find(l.error, "archive_error_string");
    library.find(l.name_utf8, "archive_entry_pathname_utf8");
    library.find(l.name, "archive_entry_pathname");
    library.find(l.type, "archive_entry_filetype");
  });
}

// A zip or tar may say that little is much. Pages become a tenth of their size; what becomes less than a
// two-hundredth is no page, and not read on once it is that large.
constexpr std::uint64_t kHarmlessBytes = std::uint64_t{256} << 20;
constexpr std::uint64_t kMostRatio = 200;

constexpr std::size_t kPieceBytes = std::size_t{64} << 10;

bool has_page_ending(std::string_view name) {
  const std::string lower = text::lower_ascii(name);
  return lower.ends_with(".html") || lower.ends_with(".htm") || lower.ends_with(".xhtml") ||
         lower.ends_with(".txt");
}

// Hidden files, and what the Mac adds to zip files.
bool is_passed_over(std::string_view name) {
  if (name.starts_with("__MACOSX/")) return true;
  const std::string_view last = name.substr(name.rfind('/') + 1);
  return last.empty() || last.front() == '.';
}

bool leads_out(std::string_view name) {
  if (name.starts_with('/') || name.find('\\') != std::string_view::npos) return true;
  for (std::size_t at = 0; at < name.size();) {
    const std::size_t end = std::min(name.find('/', at), name.size());
    if (name.substr(at, end - at) == "..") return true;
    at = end + 1;
  }
  return false;
}

}  // namespace

struct Bundle::State {
  std::shared_ptr<ByteStream> stream;
  std::string file;
  std::size_t max_page_bytes = 0;
  bool is_book = false;
  archive* reader = nullptr;
  std::string trouble;
  bool has_ended = false;
  std::size_t shown = 0;  // bytes of the stream that libarchive looks at

  std::string name;  // of the entry
  std::uint64_t entries = 0;
  std::uint64_t unpacked = 0;
  bool entry_has_ended = true;
  std::string entry_error;
  std::unique_ptr<Reader> inner;  // of a WARC file in it

  void stop(std::string why) {
    if (trouble.empty()) trouble = std::move(why);
    has_ended = true;
    entry_has_ended = true;
  }

  // Bytes of the entry; 0 at its end.
  std::size_t read(char* into, std::size_t bytes) {
    if (entry_has_ended) return 0;
    const ssize_t got = lib().read_data(reader, into, bytes);
    if (got <= 0) entry_has_ended = true;
    if (got < 0) {
      const char* const why = lib().error(reader);
      entry_error = why == nullptr ? "it is damaged" : why;
      return 0;
    }
    unpacked += static_cast<std::uint64_t>(got);
    if (unpacked > kHarmlessBytes &&
        unpacked > kMostRatio * std::max<std::uint64_t>(stream->bytes_read(), 1)) {
      stop("it is more than " + std::to_string(kMostRatio) + " times as large as its file: not read on");
      return 0;
    }
    return static_cast<std::size_t>(got);
  }
};

Bundle::Bundle(std::shared_ptr<ByteStream> stream, BundleForm form, std::string file,
               std::size_t max_page_bytes)
    : state_(std::make_unique<State>()) {
  state_->stream = std::move(stream);
  state_->file = std::move(file);
  state_->max_page_bytes = max_page_bytes;
  state_->is_book = form == BundleForm::kBook;
  if (!lib().is_here) {
    state_->stop("libarchive, which unpacks it, is not here (Debian's package: libarchive13)");
    return;
  }
  state_->reader = lib().read_new();
  (form == BundleForm::kTar ? lib().support_tar : lib().support_zip)(state_->reader);
  const auto read = [](archive*, void* user, const void** bytes) -> ssize_t {
    State& state = *static_cast<State*>(user);
    state.stream->skip(state.shown);
    const std::string_view here = state.stream->peek(1);
    state.shown = here.size();
    *bytes = here.data();
    return static_cast<ssize_t>(here.size());
  };
  if (lib().open(state_->reader, state_.get(), nullptr, read, nullptr) != kOk)
    state_->stop("it cannot be unpacked");
}

Bundle::~Bundle() {
  state_->inner.reset();
  if (state_->reader != nullptr) lib().free(state_->reader);
}

const std::string& Bundle::entry_name() const {
  return state_->name;
}

std::string Bundle::trouble() {
  return std::exchange(state_->trouble, "");
}

// Moves to the next file; false where there is none.
bool Bundle::open_entry() {
  while (!state_->has_ended) {
    archive_entry* entry = nullptr;
    const int code = lib().next_header(state_->reader, &entry);
    if (code == kEnd) {
      state_->has_ended = true;
      if (!state_->stream->gap().empty()) state_->stop(state_->stream->gap());
      return false;
    }
    if (code != kOk && code != kWarn) {
      const char* const why = lib().error(state_->reader);
      state_->stop(why == nullptr ? "it is damaged" : why);
      return false;
    }
    ++state_->entries;
    const char* name = lib().name_utf8(entry);
    if (name == nullptr) name = lib().name(entry);
    state_->name = name == nullptr ? "file " + std::to_string(state_->entries) : text::valid_utf8(name);
    state_->entry_has_ended = false;
    state_->entry_error.clear();
    if (S_ISREG(lib().type(entry)) && !is_passed_over(state_->name)) return true;
  }
  return false;
}

void Bundle::pass_entry() {
  std::string piece(kPieceBytes, '\0');
  while (state_->read(piece.data(), piece.size()) > 0) {
  }
}

bool Bundle::next_of_inner(Record& record) {
  if (state_->inner == nullptr) return false;
  const bool is_there = state_->inner->next(record);
  if (std::string why = state_->inner->trouble(); !why.empty() && state_->trouble.empty())
    state_->trouble = state_->name + ": " + why;
  if (is_there)
    record.name = state_->name + ":" + std::to_string(record.place);
  else
    state_->inner.reset();
  return is_there;
}

// The file that the stream stands at, where it is a page.
bool Bundle::read_page(Record& record) {
  std::string bytes(kPieceBytes, '\0');
  std::size_t filled = 0;
  while (filled < bytes.size()) {
    const std::size_t got = state_->read(bytes.data() + filled, bytes.size() - filled);
    if (got == 0) break;
    filled += got;
  }
  bytes.resize(filled);
  auto first = std::make_shared<std::string>(bytes);
  auto inner =
      std::make_shared<ByteStream>([this, first, at = std::size_t{0}](char* into, std::size_t room) mutable {
        if (at == first->size()) return static_cast<ssize_t>(state_->read(into, room));
        const std::size_t count = std::min(room, first->size() - at);
        std::copy_n(first->data() + at, count, into);
        at += count;
        return static_cast<ssize_t>(count);
      });
  const StreamKind kind = is_compressed(bytes) ? kind_of(*inner) : kind_of(std::string_view(bytes));
  if (kind == StreamKind::kWarc || kind == StreamKind::kArc) {
    state_->inner = open_reader(inner, kind, state_->file + "/" + state_->name, state_->max_page_bytes);
    return next_of_inner(record);
  }
  const bool is_package = state_->is_book && state_->name.ends_with(".opf");
  if (kind != StreamKind::kOther ||
      !(is_package || has_page_ending(state_->name) || text::looks_like_html(bytes)))
    return false;
  record = Record();
  record.place = state_->entries;
  record.name = state_->name;
  append_string_member("file", text::valid_utf8(state_->file), record.fields);
  append_string_member("name", state_->name, record.fields);
  if (leads_out(state_->name)) {
    record.error = {ErrorKind::kInput, "its name leads out of the archive"};
    return true;
  }
  std::string piece(kPieceBytes, '\0');
  for (std::size_t got = 0; bytes.size() <= state_->max_page_bytes; bytes.append(piece, 0, got)) {
    got = state_->read(piece.data(), piece.size());
    if (got == 0) break;
  }
  if (!state_->entry_error.empty() || state_->has_ended)
    record.error = {ErrorKind::kInput, state_->entry_error.empty() ? "it is cut short" : state_->entry_error};
  else if (bytes.size() > state_->max_page_bytes)
    record.error = {ErrorKind::kTooLarge, "the page is larger than " + size_in_words(state_->max_page_bytes)};
  else
    record.bytes = std::move(bytes);
  return true;
}

bool Bundle::next(Record& record) {
  while (true) {
    if (next_of_inner(record)) return true;
    pass_entry();
    if (!open_entry()) return false;
    if (read_page(record)) return true;
  }
}

bool is_zip_of_files(std::string_view bytes) {
  constexpr std::size_t kNameLengthAt = 26;
  constexpr std::size_t kNameAt = 30;
  if (!bytes.starts_with("PK\x03\x04") || bytes.size() < kNameAt) return false;
  const std::size_t length = static_cast<unsigned char>(bytes[kNameLengthAt]) |
                             static_cast<std::size_t>(static_cast<unsigned char>(bytes[kNameLengthAt + 1]))
                                 << 8;
  const std::string_view name = bytes.substr(kNameAt, length);
  // EPUB and ODT, Office, Java.
  for (const std::string_view other : {"mimetype", "[Content_Types].xml", "_rels/", "META-INF/"})
    if (name.starts_with(other)) return false;
  return true;
}

bool is_tar(std::string_view bytes) {
  constexpr std::string_view kMagic = "ustar";
  return bytes.size() >= kTarMagicEnd && bytes.substr(kTarMagicEnd - kMagic.size()).starts_with(kMagic);
}

}  // namespace clean_article::records
