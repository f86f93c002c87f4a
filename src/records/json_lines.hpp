// JSON lines: a page a line, in one of its fields. Owns the cutting of a stream into lines and the reading of
// one; every line that comes in is a record, whatever it holds.
#pragma once

#include <memory>

#include "records/byte_stream.hpp"
#include "records/record.hpp"

namespace clean_article::records {

class JsonLines : public Reader {
 public:
  // A line above `max_line_bytes` is a record with an error, and is never held.
  JsonLines(std::shared_ptr<ByteStream> stream, std::size_t max_line_bytes)
      : stream_(std::move(stream)), max_line_bytes_(max_line_bytes) {}

  bool next(Record& record) override;
  std::string trouble() override;

 private:
  bool skip_line();

  std::shared_ptr<ByteStream> stream_;
  std::size_t max_line_bytes_;
  std::uint64_t line_ = 0;
  bool was_told_ = false;
};

Result<Page> open_json_line(Record& record, const LineNames& names, std::size_t max_bytes);

}  // namespace clean_article::records
