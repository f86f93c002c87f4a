// Streams of records: JSON lines, WARC and ARC, compressed or not, books, mails and web archives.
#include <sys/mman.h>
#include <unistd.h>

#include <memory>
#include <string>

#include "fuzzed_bytes.hpp"
#include "records/records.hpp"

using namespace clean_article;

namespace {

constexpr std::size_t kMostPageBytes = std::size_t{1} << 18;

int file_of(std::string_view bytes) {
  const int file = ::memfd_create("fuzz", MFD_CLOEXEC);
  fuzzing::promise(file >= 0 &&
                   ::write(file, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()));
  ::lseek(file, 0, SEEK_SET);
  return file;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzzing::FuzzedBytes input(data, size);
  if (records::is_mail(input.rest())) {
    static_cast<void>(records::open_mail(input.rest()));
    return 0;
  }
  if (records::is_property_list(input.rest())) {
    const auto page = records::open_web_archive(input.rest());
    if (page.ok()) fuzzing::promise(page->bytes.size() <= size);
    return 0;
  }
  const auto stream = std::make_shared<records::ByteStream>(file_of(input.rest()), true);
  const records::StreamKind kind = records::kind_of(*stream);
  const std::unique_ptr<records::Reader> reader = records::open_reader(stream, kind, "fuzz", kMostPageBytes);
  if (reader == nullptr) return 0;
  records::Record record;
  for (std::size_t count = 0; reader->next(record); ++count) {
    fuzzing::promise(count <= size);  // a record takes bytes
    const auto page = records::open_record(record, {}, kMostPageBytes);
    if (page.ok()) fuzzing::promise(page->bytes.size() <= kMostPageBytes);
    record = records::Record();
  }
  static_cast<void>(reader->trouble());
  return 0;
}
