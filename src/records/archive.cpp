#include "records/archive.hpp"

#include <algorithm>
#include <utility>

#include "records/header_lines.hpp"
#include "records/json.hpp"
#include "text/text.hpp"

namespace clean_article::records {
namespace {

constexpr std::string_view kRecordEnd = "\r\n\r\n";

// How a record begins that another one with a wrong length holds.
constexpr std::string_view kSwallowed = "\r\n\r\nWARC/1.";

std::string fields_of(const ArchiveHead& head, const std::string& file, std::uint64_t offset) {
  std::string out;
  append_string_member("url", text::valid_utf8(head.url), out);
  if (head.id.empty())
    append_member("\"record_id\"", "null", out);
  else
    append_string_member("record_id", text::valid_utf8(head.id), out);
  append_string_member("date", text::valid_utf8(head.date), out);
  append_string_member("file", text::valid_utf8(file), out);
  append_member("\"offset\"", std::to_string(offset), out);
  if (!head.truncated.empty()) append_string_member("truncated", text::valid_utf8(head.truncated), out);
  return out;
}

}  // namespace

void Archive::note(const std::string& what, std::uint64_t offset) {
  // One is enough to say that the file is damaged, and where it begins to be.
  if (trouble_.empty()) trouble_ = "at byte " + std::to_string(offset) + ": " + what;
}

bool Archive::begins_record(std::string_view bytes) const {
  if (form_ == ArchiveForm::kWarc) return bytes.starts_with(kWarcBegin);
  return read_arc_head(bytes.substr(0, bytes.find('\n'))).has_value();
}

// Moves to the beginning of the next record; false where there is none.
bool Archive::find_record() {
  std::uint64_t skipped = 0;
  while (true) {
    std::string_view here = stream_->peek(1);
    if (here.empty()) {
      if (stream_->gap().empty()) return false;
      if (!is_gap_told_) note(stream_->gap(), stream_->offset());
      is_gap_told_ = false;
      stream_->pass_gap();
      if (stream_->peek(1).empty()) return false;
      continue;
    }
    if (text::is_html_space(here.front())) {
      stream_->skip(1);
      continue;
    }
    // A line at a time, of which only the beginning counts; of ARC all of it.
    while (here.find('\n') == std::string_view::npos && here.size() < kMostRecordHeadBytes) {
      const std::size_t before = here.size();
      if (form_ == ArchiveForm::kWarc && before >= kWarcBegin.size()) break;
      here = stream_->peek(before + 1);
      if (here.size() == before) break;
    }
    if (begins_record(here)) return true;
    if (skipped == 0) note("what stands between two records is none", stream_->offset());
    // A member that begins within a line begins a record.
    const std::size_t line =
        std::min(std::min(here.find('\n'), here.size() - 1) + 1, stream_->bytes_of_member());
    stream_->skip(line);
    skipped += line;
  }
}

std::optional<ArchiveHead> Archive::read_head() {
  std::string_view here = stream_->peek(1);
  std::size_t head_bytes = 0;
  std::size_t end = std::string_view::npos;
  while (true) {
    if (form_ == ArchiveForm::kWarc) {
      end = find_head_end(here, head_bytes);
    } else if (const std::size_t line_end = here.find('\n'); line_end != std::string_view::npos) {
      head_bytes = line_end;
      end = line_end + 1;
    }
    if (end != std::string_view::npos || here.size() > kMostRecordHeadBytes) break;
    const std::size_t before = here.size();
    here = stream_->peek(before + 1);
    if (here.size() == before) break;
  }
  if (end == std::string_view::npos) {
    note("the head of a record is cut short", stream_->offset());
    stream_->skip(std::min(here.size(), kWarcBegin.size()));
    return std::nullopt;
  }
  const std::string_view lines = here.substr(0, head_bytes);
  auto head = form_ == ArchiveForm::kWarc ? read_warc_head(lines) : read_arc_head(lines);
  if (!head) note("a record does not say how long it is", stream_->offset());
  stream_->skip(end);
  return head;
}

// The length of the block at the front, which is at hand. The one told may be wrong: then it runs over the
// next record.
std::size_t Archive::true_length(std::size_t told) {
  const std::string_view block = stream_->peeked().substr(0, told);
  const std::size_t of_member = stream_->bytes_of_member();
  std::size_t length = told;
  if (of_member < told && begins_record(block.substr(of_member))) length = of_member;
  const std::string_view behind = stream_->peek(told + kRecordEnd.size()).substr(told);
  if (form_ == ArchiveForm::kWarc && length == told && !behind.starts_with(kRecordEnd))
    length = std::min(stream_->peeked().substr(0, told).find(kSwallowed), told);
  if (length < told) {
    note("a record is shorter than it says", stream_->offset());
    if (stream_->peeked().substr(0, length).ends_with(kRecordEnd)) length -= kRecordEnd.size();
  }
  return length;
}

// Takes the block behind a head. False where it is no page.
bool Archive::read_block(const ArchiveHead& head, Record& record) {
  const std::uint64_t offset = record.place;
  const bool is_held = head.is_page && head.length <= max_block_bytes_;
  std::uint64_t got = 0;
  if (is_held) {
    const auto told = static_cast<std::size_t>(head.length);
    got = std::min(stream_->peek(told).size(), told);
    const std::size_t length = got == told ? true_length(told) : static_cast<std::size_t>(got);
    record.bytes = stream_->peeked().substr(0, length);
    stream_->skip(length);
  } else {
    got = stream_->skip_far(head.length);
  }
  if (got < head.length) {
    const std::string why = "the record is cut short: " + std::to_string(got) + " of " +
                            std::to_string(head.length) + " bytes" +
                            (stream_->gap().empty() ? "" : "; " + stream_->gap());
    note(why, offset);
    is_gap_told_ = !stream_->gap().empty();
    record.error = {ErrorKind::kInput, why};
  } else if (!is_held) {
    record.error = {ErrorKind::kTooLarge, "the record is larger than " + size_in_words(max_block_bytes_)};
  }
  if (record.has_error()) record.bytes = std::string();
  return head.is_page;
}

bool Archive::next(Record& record) {
  while (find_record()) {
    record = Record();
    record.place = stream_->offset();
    const auto head = read_head();
    if (!head) continue;
    if (!read_block(*head, record)) continue;
    record.kind = head->kind;
    record.fields = fields_of(*head, file_, record.place);
    record.url = head->url;
    record.date = head->date;
    record.content_type = head->content_type;
    record.is_clipped = !head->truncated.empty();
    return true;
  }
  return false;
}

}  // namespace clean_article::records
