#include "extract/rescue/script_values.hpp"

#include <algorithm>
#include <charconv>
#include <unordered_map>
#include <utility>
#include <vector>

#include "extract/structured/json_text.hpp"

namespace clean_article::extract {

namespace {

bool is_name_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '$' ||
         static_cast<unsigned char>(c) >= 0x80;
}

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

struct Token {
  enum Kind { kEnd, kString, kName, kSign } kind = kEnd;  // a number is a name
  std::string_view text;                                  // of a string what stands between the quotes
};

class Tokens {
 public:
  explicit Tokens(std::string_view source) : source_(source) {}

  Token next() {
    while (at_ < source_.size() && is_space(source_[at_])) ++at_;
    if (at_ >= source_.size()) return {};
    const std::size_t begin = at_;
    const char c = source_[at_];
    if (c == '"' || c == '\'' || c == '`') {
      ++at_;
      while (at_ < source_.size() && source_[at_] != c) at_ += source_[at_] == '\\' ? 2 : 1;
      const std::size_t end = std::min(at_, source_.size());
      at_ = std::min(end + 1, source_.size());
      return {Token::kString, source_.substr(begin + 1, end - begin - 1)};
    }
    if (!is_name_char(c)) {
      ++at_;
      return {Token::kSign, source_.substr(begin, 1)};
    }
    while (at_ < source_.size() && is_name_char(source_[at_])) ++at_;
    return {Token::kName, source_.substr(begin, at_ - begin)};
  }

 private:
  std::string_view source_;
  std::size_t at_ = 0;
};

// One pass over a script's tokens.
class LiteralReader {
 public:
  void read(std::string_view script) {
    Tokens tokens(script);
    Token before;
    bool is_value = false;  // the token before was the colon behind key_
    for (Token token = tokens.next(); token.kind != Token::kEnd; token = tokens.next()) {
      if (token.kind == Token::kSign)
        read_sign(token.text.front(), before);
      else if (in_parameters_ && token.kind == Token::kName)
        parameters_.push_back(token.text);
      else if (in_arguments_ && depth_ == call_depth_ + 1)
        argument_ = token;
      if (is_value && token.kind != Token::kSign) values_.push_back({key_, token});
      is_value = token.kind == Token::kSign && token.text == ":" &&
                 (before.kind == Token::kName || before.kind == Token::kString);
      if (is_value) key_ = before.text;
      before = token;
    }
    if (in_arguments_) arguments_.push_back(argument_);
  }

  void give(const TakeText& take) const {
    std::unordered_map<std::string_view, std::string_view> given;  // strings by the parameters' names
    for (std::size_t i = 0; i < parameters_.size() && i < arguments_.size(); ++i)
      if (arguments_[i].kind == Token::kString) given.emplace(parameters_[i], arguments_[i].text);
    for (const auto& [key, value] : values_) {
      if (value.kind == Token::kString) {
        take(key, decode_json_string(value.text));
      } else if (const auto text = given.find(value.text); text != given.end()) {
        take(key, decode_json_string(text->second));
      }
    }
  }

 private:
  // Follows the brackets to the first function's parameters, its end and the arguments behind it.
  void read_sign(char sign, const Token& before) {
    if (sign == '(' || sign == '[' || sign == '{') {
      if (sign == '(' && before.text == "function" && function_depth_ < 0) {
        in_parameters_ = true;
        function_depth_ = depth_;
      } else if (sign == '(' && ended_ && before.text.size() == 1 &&
                 (before.text == "}" || before.text == ")")) {
        in_arguments_ = true;
        ended_ = false;
        call_depth_ = depth_;
      }
      ++depth_;
    } else if (sign == ')' || sign == ']' || sign == '}') {
      --depth_;
      in_parameters_ = false;
      if (sign == '}' && depth_ == function_depth_ && arguments_.empty()) ended_ = true;
      if (in_arguments_ && depth_ == call_depth_) {
        arguments_.push_back(argument_);
        in_arguments_ = false;
      }
    } else if (sign == ',' && in_arguments_ && depth_ == call_depth_ + 1) {
      arguments_.push_back(argument_);
      argument_ = {};
    }
  }

  std::vector<std::pair<std::string_view, Token>> values_;
  std::vector<std::string_view> parameters_;
  std::vector<Token> arguments_;
  Token argument_;
  std::string_view key_;
  int depth_ = 0;
  int function_depth_ = -1;
  int call_depth_ = 0;
  bool in_parameters_ = false, in_arguments_ = false, ended_ = false;
};

}  // namespace

void for_each_literal_text(std::string_view script, const TakeText& take) {
  LiteralReader reader;
  reader.read(script);
  reader.give(take);
}

void for_each_flat_text(std::string_view json, const TakeText& take) {
  struct Reference {
    std::string_view key;
    std::size_t element;
  };
  std::vector<Reference> references;
  std::vector<std::string_view> strings;  // by element, "" where it is none
  Tokens tokens(json);
  int depth = 0;
  std::string_view key;
  Token before;
  bool is_value = false;
  bool any = false;  // anything since the last comma of the array
  std::string_view own;
  const auto end_element = [&] {
    if (any) strings.push_back(own);
    own = {};
    any = false;
  };
  for (Token token = tokens.next(); token.kind != Token::kEnd; token = tokens.next()) {
    if (token.kind == Token::kSign) {
      const char sign = token.text.front();
      if (sign == '[' || sign == '{') {
        if (depth > 0) any = true;
        ++depth;
      } else if (sign == ']' || sign == '}') {
        if (--depth == 0) end_element();
      } else if (sign == ',' && depth == 1) {
        end_element();
      }
    } else {
      any = true;
      if (depth == 1 && token.kind == Token::kString) own = token.text;
      std::size_t element = 0;
      if (is_value && depth == 2 && token.kind == Token::kName &&
          std::from_chars(token.text.data(), token.text.data() + token.text.size(), element).ec ==
              std::errc())
        references.push_back({key, element});
    }
    is_value = token.kind == Token::kSign && token.text == ":" && before.kind == Token::kString;
    if (is_value) key = before.text;
    before = token;
  }
  for (const Reference& r : references)
    if (r.element < strings.size() && !strings[r.element].empty())
      take(r.key, decode_json_string(strings[r.element]));
}

}  // namespace clean_article::extract
