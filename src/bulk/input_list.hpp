// A list of inputs: a file, or standard input, with a path or a URL in each line. Owns its reading, in memory
// that does not grow with the list; what a word means is sources.cpp's.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "base/base.hpp"
#include "records/records.hpp"

namespace clean_article::bulk {

class InputList {
 public:
  // `path` may be "-", standard input, and may be compressed. Words end at a line feed, with a carriage
  // return before it or not, or with `nul` at a NUL byte. A line that begins with '#' is none. Reads nothing
  // yet.
  static Result<InputList> open(const std::string& path, bool nul);

  // The next word that is not empty; nothing at the end, or where trouble() says why it does not go on.
  std::optional<std::string> next();

  const std::string& name() const { return name_; }
  const std::string& trouble() const { return trouble_; }

 private:
  InputList(std::string name, std::unique_ptr<records::ByteStream> stream, char end)
      : name_(std::move(name)), stream_(std::move(stream)), end_(end) {}

  std::string name_;
  std::unique_ptr<records::ByteStream> stream_;
  char end_;
  bool is_first_ = true;  // no word has been read
  std::string trouble_;
};

}  // namespace clean_article::bulk
