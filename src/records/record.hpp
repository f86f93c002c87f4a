// A record: one page in a stream of many, as it stands there, and the page that is made of it. Knows nothing
// of the streams themselves.
#pragma once

#include <cstdint>
#include <string>

#include "base/base.hpp"

namespace clean_article::records {

enum class RecordKind {
  kJsonLine,  // a line of JSON lines
  kHttp,      // an answer of HTTP, head and body
  kBody,      // the bytes of a page
};

struct Record {
  RecordKind kind = RecordKind::kBody;
  std::string bytes;        // of that kind; empty where there is an error
  std::uint64_t place = 0;  // number of the line, or offset in the file
  std::string name;         // what it is called in its file, "" where only its place tells it from others
  std::string fields;       // members of JSON that its line of output begins with: "\"offset\":12,\"id\":7"
  std::string url;
  std::string date;                    // when it was saved, "" when not known
  std::string content_type;            // of kBody
  bool is_clipped = false;             // who saved it says that it is not whole
  bool is_beside_pages = false;        // what a crawl asks for to come to pages: a redirect, robots.txt
  Error error{ErrorKind::kInput, ""};  // with a message where the record cannot be read

  bool has_error() const { return !error.message.empty(); }
};

// How JSON lines are read and written.
struct LineNames {
  std::string page{};         // field of the page, "" for the first there is of html, text, content and h
  std::string text = "text";  // field of the text
  bool base64 = false;        // the page is in base64
  bool text_only = false;     // nothing but the text goes out
};

struct Page {
  std::string bytes;
  std::string url;
  std::string content_type;
  std::string date;
};

// The page of a record. May write to its `fields` and `is_beside_pages`, and takes its bytes.
Result<Page> open_record(Record& record, const LineNames& names, std::size_t max_bytes);

// Reads records one after the other.
class Reader {
 public:
  virtual ~Reader() = default;

  // The next one; nothing when all have been read.
  virtual bool next(Record& record) = 0;

  // What was wrong between records since last asked, "" for nothing: "at byte 812: …".
  virtual std::string trouble() = 0;
};

}  // namespace clean_article::records
