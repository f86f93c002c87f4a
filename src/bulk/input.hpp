// What the parts of this floor hand to each other: an input that was found, and its bytes. Knows nothing
// of how either came about.
#pragma once

#include <sys/stat.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "base/base.hpp"
#include "records/records.hpp"

namespace clean_article::bulk {

enum class InputKind {
  kFile,    // a path; only a regular file is ever opened for it
  kStream,  // standard input or another descriptor that the caller opened: read to its end
  kUrl,
  kRecord,  // one page of a file or stream that holds many
  kDamage,  // such a file that is damaged; always with the error, and its records come all the same
  kFolder,  // one that could not be listed or holds no page; always with the error
  kEnd,     // of a file or stream that holds many, behind its last record
  kDone,    // one that an earlier run has dealt with: `before` says how
};

// By which a file is known to be unchanged.
struct FileStamp {
  std::uint64_t bytes = 0;
  std::int64_t time_ns = 0;  // of its last change; 0 where there is no file
  bool operator==(const FileStamp& other) const = default;
};

struct ManifestRow;
struct LoadedPage;

struct Input {
  InputKind kind = InputKind::kFile;
  std::string name;            // the path or the URL; "standard input"
  int descriptor = -1;         // of a stream that is open already; a stream without is opened by its name
  std::string target;          // where its output goes below the output folder, "a/b.txt"
  std::optional<Error> error;  // what is wrong with it already, so that it need not be read

  std::shared_ptr<records::Record> record{};      // of kRecord
  std::string container{};                        // of kRecord: the name of the file or stream that holds it
  std::uint64_t read_bytes = 0;                   // of kRecord: so much of the file has been read
  std::shared_ptr<records::ByteStream> stream{};  // of which the beginning has been read
  std::shared_ptr<LoadedPage> page{};             // of kUrl: has been fetched already
  std::size_t held_bytes = 0;                     // that wait in memory for it

  FileStamp stamp{};  // of a file
  std::shared_ptr<const ManifestRow>
      before{};                           // of kDone, and of the first record where an earlier run stopped
  std::optional<std::uint64_t> cut_at{};  // what stands behind so many bytes in the output goes first
};

struct LoadedPage {
  std::string bytes;
  std::string url;           // after redirects; "" for a file
  std::string content_type;  // as the server said; "" for a file
  std::string fetched{};     // ISO 8601, when it was made for us; "" for a file
  std::string notice{};      // what its reader should know of how it came; "" for nothing
  bool is_from_network = false;
  bool is_record = false;
};

// A file or folder whatever path leads to it.
using FileId = std::pair<dev_t, ino_t>;

inline FileId file_id(const struct stat& status) {
  return {status.st_dev, status.st_ino};
}

}  // namespace clean_article::bulk
