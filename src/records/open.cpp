// From a record to its page.
#include "records/http_answer.hpp"
#include "records/json_lines.hpp"
#include "records/record.hpp"

namespace clean_article::records {

Result<Page> open_record(Record& record, const LineNames& names, std::size_t max_bytes) {
  if (record.has_error()) return record.error;
  if (record.kind == RecordKind::kJsonLine) return open_json_line(record, names, max_bytes);
  if (record.kind == RecordKind::kHttp) return open_http_answer(record, max_bytes);
  if (const Status type = check_page_type(record.content_type); !type.ok()) return type.error();
  return Page{std::move(record.bytes), record.url, record.content_type, record.date};
}

}  // namespace clean_article::records
