// Source to Document. The only floor that knows Gumbo.
#pragma once

#include <memory>
#include <string_view>

#include "base/base.hpp"
#include "html/tree/document.hpp"

namespace clean_article::html {

// Parses pages one after the other and keeps its memory between them. One per thread.
class Parser {
 public:
  explicit Parser(const Limits& limits);
  ~Parser();
  Parser(Parser&&) noexcept;
  Parser& operator=(Parser&&) noexcept;

  // The page as a reader sees it: pieces that its scripts put in place stand there, and a <noscript> keeps to
  // itself what is in it. Any valid UTF-8 gives a Document: what goes beyond the limits loses tags, never
  // text. The answer is valid until the next call or the end of the Parser, and as long as `utf8` lives.
  const Document& parse(std::string_view utf8);

  // The page as Gumbo reads it, without scripts.
  const Document& parse_as_sent(std::string_view utf8);

  // A text without markup as a Document: <html><body> and one <p> a line that is not blank, its
  // characters taken as they stand.
  const Document& parse_lines(std::string_view utf8);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace clean_article::html
