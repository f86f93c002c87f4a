// JSON by RFC 8259, read strictly and left as it stands: where the members of an object are, not what they
// mean. So a value goes out with the very bytes it came with.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace clean_article::records {

// Views of the text that was read.
struct JsonMember {
  std::string_view name;   // with its quotation marks
  std::string_view value;  // a whole value, without white space around it
};

// The members of the object that `text` is; nothing where it is none, or anything in it is no JSON. `text`
// must be UTF-8.
std::optional<std::vector<JsonMember>> json_members(std::string_view text);

// The same, and in the same pass what the last string means that is wanted by the name of its member, which
// has its quotation marks; "" where none is. Asked once for each member, in their order.
using IsWanted = std::function<bool(std::string_view quoted_name)>;
std::optional<std::vector<JsonMember>> json_members(std::string_view text, const IsWanted& is_wanted,
                                                    std::string& meaning);

// What a string of JSON, quotation marks and all, means; nothing for what is none. A half of a surrogate pair
// is U+FFFD.
std::optional<std::string> json_string(std::string_view value);

// UTF-8 as a string of JSON.
void append_json_string(std::string_view utf8, std::string& out);

// Members in order, each behind a comma where `out` has one already.
void append_member(std::string_view quoted_name, std::string_view value, std::string& out);
void append_string_member(std::string_view name, std::string_view utf8, std::string& out);

}  // namespace clean_article::records
