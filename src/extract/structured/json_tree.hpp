// JSON as pages have it, read as far as it can be read: comments, stray commas, raw line breaks, a missing
// end. Owns the reading; knows nothing of what the data means.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace clean_article::extract {

enum class JsonKind : std::uint8_t { kNothing, kString, kLiteral, kArray, kObject };

// The values of one text, in document order. Views into that text.
class JsonTree {
 public:
  using Id = std::uint32_t;
  static constexpr Id kNone = 0xFFFF'FFFF;

  struct Value {
    JsonKind kind;
    std::string_view key;  // as it stands between the quotes; "" in an array
    std::string_view raw;  // of a string what is between the quotes, of a literal its letters
    Id end;                // one past the last value inside it
  };

  // `json` must outlive the tree. Whatever it is, the answer is what could be made of it.
  explicit JsonTree(std::string_view json);

  const std::vector<Value>& values() const { return values_; }
  const Value& operator[](Id id) const { return values_[id]; }

  // The value of `key` in an object, kNone when there is none.
  Id member(Id object, std::string_view key) const;

  // Calls fn(Id) for each direct child of an array or object.
  template <typename Fn>
  void for_each_child(Id parent, Fn&& fn) const {
    for (Id id = parent + 1; id < values_[parent].end; id = values_[id].end) fn(id);
  }

  // Calls fn(std::string_view raw) for each string that is the value of `key` anywhere, or stands in an array
  // that is.
  template <typename Fn>
  void for_each_string(std::string_view key, Fn&& fn) const {
    for (Id id = 0; id < values_.size(); ++id) {
      const Value& value = values_[id];
      if (value.key != key) continue;
      if (value.kind == JsonKind::kString) fn(value.raw);
      if (value.kind != JsonKind::kArray) continue;
      for_each_child(id, [&](Id child) {
        if (values_[child].kind == JsonKind::kString) fn(values_[child].raw);
      });
    }
  }

  // A string with its escapes decoded, and character references, which many pages have in them, too; a
  // literal (a number) as it stands; "" for anything else.
  std::string text(Id id) const;

 private:
  std::vector<Value> values_;
};

}  // namespace clean_article::extract
