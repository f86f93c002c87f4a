#include "bulk/manifest.hpp"

#include <array>
#include <charconv>
#include <cstdio>
#include <cstdlib>

#include "records/records.hpp"
#include "text/text.hpp"

namespace clean_article::bulk {
namespace {

constexpr std::string_view kStatusWords[] = {"ok", "error", "begun"};  // as RowStatus counts

void add_number(std::string_view name, std::uint64_t number, std::string& out) {
  records::append_member("\"" + std::string(name) + "\"", std::to_string(number), out);
}

constexpr std::string_view kDigits = "0123456789abcdef";

// File names are bytes: those that are no UTF-8 stand in hexadecimal digits, too, and so nothing is lost.
void add_name(std::string_view name, const std::string& bytes, std::string& out) {
  const std::string valid = text::valid_utf8(bytes);
  records::append_string_member(name, valid, out);
  if (valid == bytes) return;
  std::string hex;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    hex += {kDigits[byte >> 4], kDigits[byte & 0xF]};
  }
  records::append_string_member(std::string(name) + "_bytes", hex, out);
}

std::string from_hex(std::string_view hex) {
  std::string bytes;
  for (std::size_t i = 0; i + 1 < hex.size(); i += 2)
    bytes += static_cast<char>(kDigits.find(hex[i]) << 4 | kDigits.find(hex[i + 1]));
  return bytes;
}

class Members {
 public:
  explicit Members(const std::vector<records::JsonMember>& members) : members_(members) {}

  std::string_view value(std::string_view name) const {
    for (const records::JsonMember& member : members_)
      if (member.name.substr(1, member.name.size() - 2) == name) return member.value;
    return {};
  }
  std::string word(std::string_view name) const { return records::json_string(value(name)).value_or(""); }
  std::string name(const std::string& name) const {
    const std::string hex = word(name + "_bytes");
    return hex.empty() ? word(name) : from_hex(hex);
  }
  template <typename Number>
  void read(std::string_view name, Number& into) const {
    const std::string_view digits = value(name);
    std::from_chars(digits.data(), digits.data() + digits.size(), into);
  }

 private:
  const std::vector<records::JsonMember>& members_;
};

}  // namespace

std::string line_of(const ManifestRow& row) {
  std::string out = "{";
  add_name("input", row.input, out);
  records::append_string_member("status", kStatusWords[static_cast<std::size_t>(row.status)], out);
  if (!row.code.empty()) {
    records::append_string_member("code", row.code, out);
    records::append_string_member("reason", text::valid_utf8(row.reason), out);
  }
  if (row.holds_many) {
    add_number("pages", row.pages, out);
    add_number("cleaned", row.cleaned, out);
  }
  add_number("bytes", row.bytes, out);
  add_number("text_bytes", row.text_bytes, out);
  std::array<char, 32> milliseconds{};
  std::snprintf(milliseconds.data(), milliseconds.size(), "%.3f", row.milliseconds);
  records::append_member("\"ms\"", milliseconds.data(), out);
  add_name("output", row.output, out);
  if (row.end) add_number("end", *row.end, out);
  if (row.stamp.time_ns != 0) {
    add_number("size", row.stamp.bytes, out);
    records::append_member("\"time\"", std::to_string(row.stamp.time_ns), out);
  }
  records::append_string_member("options", row.options, out);
  return out + "}\n";
}

std::optional<ManifestRow> read_row(std::string_view line) {
  const auto found = records::json_members(line);
  if (!found) return std::nullopt;
  const Members members(*found);
  ManifestRow row;
  row.input = members.name("input");
  if (row.input.empty()) return std::nullopt;
  const std::string status = members.word("status");
  for (std::size_t i = 0; i < std::size(kStatusWords); ++i)
    if (status == kStatusWords[i]) row.status = static_cast<RowStatus>(i);
  row.code = members.word("code");
  row.reason = members.word("reason");
  row.holds_many = !members.value("pages").empty();
  members.read("pages", row.pages);
  members.read("cleaned", row.cleaned);
  members.read("bytes", row.bytes);
  members.read("text_bytes", row.text_bytes);
  row.milliseconds = std::strtod(std::string(members.value("ms")).c_str(), nullptr);
  row.output = members.name("output");
  if (!members.value("end").empty()) members.read("end", row.end.emplace());
  members.read("size", row.stamp.bytes);
  members.read("time", row.stamp.time_ns);
  row.options = members.word("options");
  return row;
}

}  // namespace clean_article::bulk
