// The records of a WARC or ARC file. Owns finding them, and finding the next one again where the file is
// damaged; what stands in a block is open_record's.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "records/archive_head.hpp"
#include "records/byte_stream.hpp"
#include "records/record.hpp"

namespace clean_article::records {

enum class ArchiveForm { kWarc, kArc };

class Archive : public Reader {
 public:
  // `file` is what its records call it. A block above `max_block_bytes` is a record with an error, and is
  // never held.
  Archive(std::shared_ptr<ByteStream> stream, ArchiveForm form, std::string file, std::size_t max_block_bytes)
      : stream_(std::move(stream)), form_(form), file_(std::move(file)), max_block_bytes_(max_block_bytes) {}

  bool next(Record& record) override;
  std::string trouble() override { return std::exchange(trouble_, ""); }

 private:
  bool find_record();
  bool begins_record(std::string_view bytes) const;
  std::optional<ArchiveHead> read_head();
  bool read_block(const ArchiveHead& head, Record& record);
  std::size_t true_length(std::size_t told);
  void note(const std::string& what, std::uint64_t offset);

  std::shared_ptr<ByteStream> stream_;
  ArchiveForm form_;
  std::string file_;
  std::size_t max_block_bytes_;
  std::string trouble_;
  bool is_gap_told_ = false;  // the one that the stream stands before
};

}  // namespace clean_article::records
