#include "extract/structured/json_tree.hpp"

#include "extract/structured/json_text.hpp"
#include "text/text.hpp"

namespace clean_article::extract {

namespace {

// Far above the structured data of real pages; what is nested deeper is left out.
constexpr std::size_t kDeepest = 100;

// One pass over the text with a stack of what is open.
class Reading {
 public:
  Reading(std::string_view json, std::vector<JsonTree::Value>& out) : json_(json), out_(out) {}

  void run() {
    while (at_ < json_.size() && out_.size() < kMostJsonValues) {
      const char c = json_[at_];
      if (text::is_html_space(c) || c == ',' || c == ':') {
        ++at_;
      } else if (c == '/') {
        skip_comment();
      } else if (c == '{' || c == '[') {
        open(c);
      } else if (c == '}' || c == ']') {
        ++at_;
        close();
        if (open_.empty()) break;  // behind the first whole value there is nothing of worth
      } else if (c == '"') {
        read_string();
      } else {
        read_literal();
      }
    }
    while (!open_.empty()) close();
  }

 private:
  void skip_comment() {
    const std::string_view rest = json_.substr(at_);
    if (rest.starts_with("/*")) {
      const std::size_t end = json_.find("*/", at_ + 2);
      at_ = end == std::string_view::npos ? json_.size() : end + 2;
    } else if (rest.starts_with("//")) {
      at_ = std::min(json_.find('\n', at_), json_.size());
    } else {
      ++at_;
    }
  }

  bool in_object() const { return !open_.empty() && out_[open_.back()].kind == JsonKind::kObject; }

  void add(JsonKind kind, std::string_view raw) {
    const auto id = static_cast<JsonTree::Id>(out_.size());
    out_.push_back({kind, in_object() ? key_ : std::string_view(), raw, id + 1});
    key_ = {};
  }

  void open(char c) {
    if (open_.size() >= kDeepest) {
      at_ = json_.size();
      return;
    }
    ++at_;
    add(c == '{' ? JsonKind::kObject : JsonKind::kArray, {});
    open_.push_back(static_cast<JsonTree::Id>(out_.size() - 1));
  }

  void close() {
    if (open_.empty()) return;
    out_[open_.back()].end = static_cast<JsonTree::Id>(out_.size());
    open_.pop_back();
    key_ = {};
  }

  std::size_t skip_space(std::size_t at) const {
    while (at < json_.size() && text::is_html_space(json_[at])) ++at;
    return at;
  }

  // Where the string that begins at `begin` ends. Some pages forget to escape quotes inside: one that is
  // followed by none of the signs that may follow a string belongs to the text.
  std::size_t string_end(std::size_t begin) const {
    std::size_t end = json_string_end(json_, begin);
    while (end < json_.size()) {
      const std::size_t next = skip_space(end + 1);
      if (next >= json_.size() || std::string_view(",:}]/\"").find(json_[next]) != std::string_view::npos)
        return end;
      end = json_string_end(json_, end + 1);
    }
    return end;
  }

  void read_string() {
    const std::size_t begin = at_ + 1;
    const std::size_t end = string_end(begin);
    const std::string_view raw = json_.substr(begin, end - begin);
    at_ = std::min(end + 1, json_.size());
    const std::size_t next = skip_space(at_);
    if (in_object() && next < json_.size() && json_[next] == ':') {
      key_ = raw;
      at_ = next + 1;
    } else if (!open_.empty()) {
      add(JsonKind::kString, raw);
    }
  }

  void read_literal() {
    const std::size_t begin = at_;
    while (at_ < json_.size() &&
           std::string_view(",:}]{[\"/ \t\r\n").find(json_[at_]) == std::string_view::npos)
      ++at_;
    if (at_ == begin) ++at_;
    if (open_.empty()) return;
    const std::string_view raw = json_.substr(begin, at_ - begin);
    const std::size_t next = skip_space(at_);
    if (in_object() && key_.empty() && next < json_.size() && json_[next] == ':') {
      key_ = raw;  // a name without quotes
      at_ = next + 1;
    } else if (raw != "null") {
      add(JsonKind::kLiteral, raw);
    } else {
      key_ = {};
    }
  }

  std::string_view json_;
  std::vector<JsonTree::Value>& out_;
  std::vector<JsonTree::Id> open_;
  std::string_view key_;
  std::size_t at_ = 0;
};

}  // namespace

JsonTree::JsonTree(std::string_view json) {
  // What stands before the first bracket is wrapping: "<!--", "//<![CDATA[", a byte order mark.
  const std::size_t begin = json.find_first_of("{[");
  if (begin == std::string_view::npos) return;
  std::size_t at = begin;
  if (json[at] == '[' && json.substr(at).starts_with("[CDATA[")) at = json.find_first_of("{[", at + 7);
  if (at != std::string_view::npos) Reading(json.substr(at), values_).run();
}

JsonTree::Id JsonTree::member(Id object, std::string_view key) const {
  if (values_[object].kind != JsonKind::kObject) return kNone;
  for (Id id = object + 1; id < values_[object].end; id = values_[id].end)
    if (values_[id].key == key) return id;
  return kNone;
}

std::string JsonTree::text(Id id) const {
  const Value& value = values_[id];
  if (value.kind == JsonKind::kLiteral) return std::string(value.raw);
  if (value.kind != JsonKind::kString) return "";
  std::string decoded = decode_json_string(value.raw);
  // Twice, since "&amp;quot;" is not rare.
  for (int round = 0; round < 2 && decoded.find('&') != std::string::npos; ++round) {
    std::string plain;
    text::append_decoding_references(decoded, text::ReferenceContext::kText, plain);
    decoded = std::move(plain);
  }
  return decoded;
}

}  // namespace clean_article::extract
