#include "records/json_lines.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "records/base64.hpp"
#include "records/json.hpp"
#include "text/text.hpp"

namespace clean_article::records {
namespace {

// Where a page stands when nobody says, the likeliest first.
constexpr std::string_view kPageNames[] = {"html", "text", "content", "h"};

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

Error bad_line(std::string message) {
  return {ErrorKind::kInput, std::move(message)};
}

bool is_named(std::string_view quoted_name, std::string_view name) {
  const std::string_view inside = quoted_name.substr(1, quoted_name.size() - 2);
  return inside == name || (inside.find('\\') != std::string_view::npos && json_string(quoted_name) == name);
}

// What the first member of that name means, "" where there is none or it is no string.
std::string string_of(const std::vector<JsonMember>& members, std::string_view name) {
  const auto found = std::find_if(members.begin(), members.end(),
                                  [&](const JsonMember& member) { return is_named(member.name, name); });
  return found == members.end() ? "" : json_string(found->value).value_or("");
}

// Tells the field of the page while a line is read.
class PageField {
 public:
  explicit PageField(std::span<const std::string_view> names) : better_names_(names) {}

  // Whether a field is the page, unless a better one comes behind it.
  bool is_best(std::string_view quoted_name) {
    for (std::size_t i = 0; i < better_names_.size(); ++i) {
      if (!is_named(quoted_name, better_names_[i])) continue;
      better_names_ = better_names_.first(i);
      best_ = quoted_name;
      return true;
    }
    return false;
  }

  bool is(const JsonMember& member) const { return member.name.data() == best_.data(); }

 private:
  std::span<const std::string_view> better_names_;  // than that of best_
  std::string_view best_;
};

}  // namespace

// The stream stands behind the line feed of a line whose beginning is gone.
bool JsonLines::skip_line() {
  while (true) {
    const std::string_view here = stream_->peek(1);
    if (here.empty()) return false;
    const std::size_t end = here.find('\n');
    stream_->skip(end == std::string_view::npos ? here.size() : end + 1);
    if (end != std::string_view::npos) return true;
  }
}

bool JsonLines::next(Record& record) {
  record = Record();
  record.kind = RecordKind::kJsonLine;
  std::size_t searched = 0;
  std::string_view here = stream_->peek(1);
  if (here.empty()) return false;
  record.place = ++line_;
  std::size_t end = 0;
  const auto refuse_long_line = [&] {
    record.error = {ErrorKind::kTooLarge, "the line is longer than " + size_in_words(max_line_bytes_)};
  };
  while ((end = here.find('\n', searched)) == std::string_view::npos) {
    searched = here.size();
    if (searched > max_line_bytes_) {
      refuse_long_line();
      skip_line();
      return true;
    }
    here = stream_->peek(searched + 1);
    if (here.size() > searched) continue;
    if (!stream_->gap().empty()) record.error = bad_line("the line is cut short: " + stream_->gap());
    break;
  }
  const std::string_view line = here.substr(0, end);
  // However large the pieces are in which the stream comes.
  if (line.size() > max_line_bytes_) refuse_long_line();
  if (!record.has_error()) record.bytes = line;
  if (line_ == 1 && record.bytes.starts_with(kByteOrderMark)) record.bytes.erase(0, kByteOrderMark.size());
  stream_->skip(std::min(line.size() + 1, here.size()));
  return true;
}

std::string JsonLines::trouble() {
  if (stream_->gap().empty() || was_told_) return "";
  was_told_ = true;  // and nothing follows: lines behind a gap would not be those of their numbers
  return stream_->gap();
}

Result<Page> open_json_line(Record& record, const LineNames& names, std::size_t max_bytes) {
  const std::string line = text::valid_utf8(std::move(record.bytes));
  record.bytes = std::string();
  if (std::all_of(line.begin(), line.end(), text::is_html_space)) return bad_line("the line is empty");
  const std::string_view named = names.page;
  using Names = std::span<const std::string_view>;
  PageField field(named.empty() ? Names(kPageNames) : Names(&named, 1));
  std::string bytes;
  const auto members = json_members(
      line, [&field](std::string_view name) { return field.is_best(name); }, bytes);
  if (!members) return bad_line("the line is no JSON object");
  const JsonMember* held = nullptr;
  for (const JsonMember& member : *members)
    if (field.is(member))
      held = &member;
    else
      append_member(member.name, member.value, record.fields);
  if (held == nullptr)
    return bad_line(named.empty() ? "it has no field html, text, content or h"
                                  : "it has no field '" + names.page + "'");
  if (!held->value.starts_with('"'))
    return bad_line("its field " + std::string(held->name) + " is no string");
  // Its room was that of the line, of which it may be little.
  if (bytes.size() < bytes.capacity() / 2) bytes.shrink_to_fit();
  Page page{std::move(bytes), string_of(*members, "url"), "text/html; charset=utf-8",
            string_of(*members, "date")};
  if (names.base64) {
    auto decoded = decode_base64(page.bytes);
    if (!decoded) return bad_line("its field " + std::string(held->name) + " is no base64");
    page.bytes = std::move(*decoded);
    page.content_type.clear();
  }
  if (page.bytes.size() > max_bytes)
    return Error{ErrorKind::kTooLarge,
                 "the page is larger than " + size_in_words(max_bytes) + " (--max-bytes)"};
  return page;
}

}  // namespace clean_article::records
