// The head of a record in a WARC or ARC file. Owns the two forms; reads no stream.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "records/record.hpp"

namespace clean_article::records {

struct ArchiveHead {
  std::uint64_t length = 0;  // of the block behind it, in bytes
  bool is_page = false;      // the answer of a server, or what stands for one
  RecordKind kind = RecordKind::kHttp;
  std::string url;
  std::string id;
  std::string date;  // ISO 8601
  std::string content_type;
  std::string truncated;  // why it was clipped when it was saved, "" when it was not
};

inline constexpr std::string_view kWarcBegin = "WARC/";

// Of WARC 0.17 to 1.1: `head` are its lines, from "WARC/1.0" on, without the empty one. Nothing where it does
// not say how long its block is.
std::optional<ArchiveHead> read_warc_head(std::string_view head);

// Of ARC: one line, in its first or second version. Nothing where it is none.
std::optional<ArchiveHead> read_arc_head(std::string_view line);

}  // namespace clean_article::records
