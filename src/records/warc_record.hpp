// Records of WARC, written, and how far a file of them is whole. Knows how one is made; what stands in it is
// the caller's.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace clean_article::records {

// An identifier made from what a record says, so that the same record has the same one in each run.
std::string urn_of(std::string_view content);

// A value for a line of a head: whoever wrote it may not begin another one.
std::string one_line(std::string text);

// `lines` are further lines of the head, each with its CR LF. The identifier is made from all of it.
std::string warc_record(const std::string& version, const std::string& type, const std::string& lines,
                        const std::string& content_type, const std::string& block);

// An exchange over HTTP.
struct WarcExchange {
  std::string url;
  std::string address;   // of the server; "" when not known
  std::string request;   // its head; "" when not known
  std::string head;      // of the answer, with the empty line
  std::string body;      // its codings still on it, its chunks joined
  bool is_whole = true;  // whether the body is
  std::int64_t time_us;  // when it was asked for, since 1970
};

// The record that a WARC 1.1 file of exchanges begins with.
std::string warc_head(std::string_view software, std::int64_t time_us);

// Where the last record ends behind which nothing is damaged or missing: so much of a file that a killed run
// has left can be gone on with. 0 where there is none, or no file.
std::uint64_t end_of_whole_records(const std::string& path);

// The records of an exchange, `response` and `request`.
struct ExchangeRecords {
  std::string response;
  std::string request;  // "" where the request is not known
};
ExchangeRecords warc_exchange(const WarcExchange& exchange);

}  // namespace clean_article::records
