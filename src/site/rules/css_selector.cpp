#include "site/rules/css_selector.hpp"

#include <optional>

#include "text/text.hpp"

namespace clean_article::site {
namespace {

constexpr std::size_t kMostBytes = 4096;
constexpr int kMostNesting = 8;

bool is_name_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}

// Names of XPath, as those of CSS, begin with no digit and no dash. CSS may escape any character in a name;
// XPath has no word for that, but for a colon between a prefix and a name.
bool is_xpath_name(std::string_view name) {
  bool begins = true;
  for (const char c : name) {
    if (c == ':' ? begins : !is_name_char(c) || (begins && (c == '-' || (c >= '0' && c <= '9'))))
      return false;
    begins = c == ':';
  }
  return !begins;
}

// A string of XPath, which has no escapes: what holds both kinds of quotes cannot be one.
std::optional<std::string> quoted(std::string_view text) {
  if (text.find('\'') == std::string_view::npos) return "'" + std::string(text) + "'";
  if (text.find('"') == std::string_view::npos) return "\"" + std::string(text) + "\"";
  return std::nullopt;
}

std::string has_word(const std::string& attribute, const std::string& padded) {
  return "contains(concat(' ', normalize-space(" + attribute + "), ' '), " + padded + ")";
}

class Translator {
 public:
  explicit Translator(std::string_view selector) : text_(selector) {}

  Result<std::string> translate() {
    std::string all = read_list("//");
    if (!error_ && at_ < text_.size()) fail("has no meaning here");
    if (error_) return *error_;
    return all;
  }

 private:
  bool done() const { return error_ || at_ >= text_.size(); }
  char now() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  void skip_space() {
    while (at_ < text_.size() && text::is_html_space(text_[at_])) ++at_;
  }
  bool take(char c) {
    if (now() != c) return false;
    ++at_;
    return true;
  }
  void fail(const std::string& what) {
    if (error_) return;
    const std::string found = at_ < text_.size() ? "'" + std::string(1, text_[at_]) + "' " : "the end ";
    error_ = Error{ErrorKind::kUsage, found + what + " at character " + std::to_string(at_ + 1)};
    at_ = text_.size();
  }

  std::string read_name() {
    std::string name;
    while (at_ < text_.size()) {
      if (text_[at_] == '\\' && at_ + 1 < text_.size()) {
        ++at_;
      } else if (!is_name_char(text_[at_])) {
        break;
      }
      name += text_[at_++];
    }
    if (name.empty()) fail("stands where a name was expected");
    return name;
  }

  // Of an element or an attribute.
  std::string read_element_name() {
    const std::size_t begin = at_;
    std::string name = read_name();
    if (error_) return name;
    if (!is_xpath_name(name)) {
      at_ = begin;
      fail("stands where a name was expected");
    }
    return name;
  }

  std::string string_of(std::string_view value) {
    const auto made = quoted(value);
    if (!made) fail("ends a text that holds both kinds of quotes, which XPath cannot say");
    return made.value_or("''");
  }

  std::string read_list(const std::string& first_axis) {
    std::string all = read_chain(first_axis);
    while (take(',')) all += " | " + read_chain(first_axis);
    return all;
  }

  // Compounds and the combinators between them.
  std::string read_chain(const std::string& first_axis) {
    skip_space();
    std::string path = first_axis + read_compound();
    while (!done()) {
      const bool spaced = text::is_html_space(now());
      skip_space();
      if (done() || now() == ',' || now() == ')') break;
      if (take('>')) {
        skip_space();
        path += "/" + read_compound();
      } else if (take('~')) {
        skip_space();
        path += "/following-sibling::" + read_compound();
      } else if (take('+')) {
        skip_space();
        path += "/following-sibling::*[1]/self::" + read_compound();
      } else if (spaced) {
        path += "//" + read_compound();
      } else {
        fail("has no meaning here");
      }
    }
    return path;
  }

  // "p.lead[lang]:first-child" as "p[…][…]".
  std::string read_compound() {
    std::string out = "*";
    if (is_name_char(now())) {
      out = read_element_name();
    } else if (!take('*') && now() != '.' && now() != '#' && now() != '[' && now() != ':') {
      fail("stands where a selector was expected");
    }
    while (!done() && (now() == '.' || now() == '#' || now() == '[' || now() == ':')) {
      out += "[" + read_simple() + "]";
    }
    return out;
  }

  std::string read_simple() {
    if (take('.')) return has_word("@class", string_of(" " + read_name() + " "));
    if (take('#')) return "@id = " + string_of(read_name());
    if (take('[')) return read_attribute();
    ++at_;  // ':'
    const std::string name = read_name();
    if (name == "first-child") return "not(preceding-sibling::*)";
    if (name == "last-child") return "not(following-sibling::*)";
    if (!take('(')) {
      fail("follows a pseudo-class that is not understood");
      return "";
    }
    if (++nesting_ > kMostNesting) fail("nests too deep");
    skip_space();
    std::string out;
    if (name == "nth-child") {
      const std::string number = read_name();
      if (number.find_first_not_of("0123456789") != std::string::npos) fail("follows what is no number");
      out = "count(preceding-sibling::*) = " + number + " - 1";
    } else if (name == "not") {
      out = "not(self::" + read_compound() + ")";
    } else if (name == "has") {
      out = read_list(take('>') ? "./" : ".//");
    } else {
      fail("opens a pseudo-class that is not understood");
    }
    skip_space();
    if (!take(')')) fail("stands where ')' was expected");
    --nesting_;
    return out;
  }

  std::string read_attribute() {
    skip_space();
    std::string attribute = "@" + read_element_name();
    skip_space();
    if (take(']')) return attribute;
    const char kind = now() == '=' ? '=' : now();
    if (kind != '=') ++at_;
    if (!take('=')) fail("stands where '=' or ']' was expected");
    skip_space();
    const std::string value = read_value();
    skip_space();
    if (!take(']')) fail("stands where ']' was expected");
    const std::string text = string_of(value);
    switch (kind) {
      case '=':
        return attribute + " = " + text;
      case '~':
        return has_word(attribute, string_of(" " + value + " "));
      case '|':
        return attribute + " = " + text + " or starts-with(" + attribute + ", " + string_of(value + "-") +
               ")";
      case '^':
        return "starts-with(" + attribute + ", " + text + ")";
      case '*':
        return "contains(" + attribute + ", " + text + ")";
      case '$':
        return "substring(" + attribute + ", string-length(" + attribute + ") - string-length(" + text +
               ") + 1) = " + text;
      default:
        fail("follows an operator that is none");
        return "";
    }
  }

  std::string read_value() {
    const char quote = now();
    if (quote != '"' && quote != '\'') return read_name();
    const std::size_t end = text_.find(quote, ++at_);
    if (end == std::string_view::npos) {
      fail("comes before a quote is closed");
      return "";
    }
    std::string value(text_.substr(at_, end - at_));
    at_ = end + 1;
    return value;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  int nesting_ = 0;
  std::optional<Error> error_;
};

}  // namespace

Result<std::string> css_to_xpath(std::string_view selector) {
  while (!selector.empty() && text::is_html_space(selector.back())) selector.remove_suffix(1);
  if (selector.size() > kMostBytes)
    return Error{ErrorKind::kUsage, "is longer than " + size_in_words(kMostBytes)};
  return Translator(selector).translate();
}

}  // namespace clean_article::site
