#include "records/line.hpp"

#include <algorithm>
#include <vector>

#include "records/json.hpp"
#include "text/text.hpp"

namespace clean_article::records {
namespace {

constexpr std::string_view kStatus = "status";
constexpr std::string_view kError = "error";
constexpr std::string_view kText = "text";  // as the article has it

// The name of a member as it reads, without its quotation marks.
std::string name_of(const JsonMember& member) {
  return json_string(member.name).value_or("");
}

std::vector<JsonMember> members_of(std::string_view object) {
  return json_members(object).value_or(std::vector<JsonMember>());
}

std::string quoted(std::string_view name) {
  std::string out;
  append_json_string(name, out);
  return out;
}

}  // namespace

std::string_view error_code(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::kUsage:
      return "usage";
    case ErrorKind::kInput:
      return "bad_input";
    case ErrorKind::kFetch:
      return "fetch";
    case ErrorKind::kRobots:
      return "robots";
    case ErrorKind::kTooLarge:
      return "too_large";
    case ErrorKind::kNotHtml:
      return "not_html";
    case ErrorKind::kNoArticle:
      return "no_article";
    case ErrorKind::kUnwanted:
      return "unwanted";
    case ErrorKind::kOutput:
      return "output";
  }
  return "";
}

std::string line_of(std::string_view fields, std::string_view article, const std::optional<Error>& error,
                    const LineNames& names) {
  std::string out = "{";
  std::vector<std::string> taken;
  if (!names.text_only) {
    const std::string object = std::string("{").append(fields).append("}");
    for (const JsonMember& member : members_of(object)) {
      std::string name = name_of(member);
      if (name == kStatus || name == kError || name == names.text) continue;
      append_member(member.name, member.value, out);
      taken.push_back(std::move(name));
    }
    append_string_member(kStatus, error ? "error" : "ok", out);
  }
  const std::vector<JsonMember> article_members = error ? std::vector<JsonMember>() : members_of(article);
  std::string_view text = error || article_members.empty() ? "null" : "";
  for (const JsonMember& member : article_members) {
    const std::string name = name_of(member);
    if (name == kText) text = member.value;
    if (name == kText || names.text_only) continue;
    const bool is_taken = name == names.text || std::find(taken.begin(), taken.end(), name) != taken.end();
    append_member(is_taken ? quoted("article_" + name) : std::string(member.name), member.value, out);
  }
  if (error && !names.text_only) {
    std::string why = "{";
    append_string_member("code", error_code(error->kind), why);
    append_string_member("message", text::valid_utf8(error->message), why);
    append_member(quoted(kError), why + "}", out);
  }
  if (!text.empty()) append_member(quoted(names.text), text, out);
  return out + "}\n";
}

}  // namespace clean_article::records
