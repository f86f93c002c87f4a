// Where outputs go, and standard output with every write checked, and lines on standard error. Knows nothing
// of pages.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "bulk/bulk.hpp"

namespace clean_article::cli {

// Where texts go one behind the other.
class Output {
 public:
  virtual ~Output() = default;

  // False when no more can be written. Then either the reader has gone, which nobody needs to be told, or
  // error() says what is wrong.
  virtual bool write(std::string_view bytes) = 0;

  // Some file systems say only then that the disk is full.
  virtual bool close() = 0;

  // What is written next is of this input.
  virtual void turn_to(const bulk::Input& /*input*/) {}

  bool is_broken() const { return broken_; }
  const std::string& error() const { return error_; }

 protected:
  bool fail(std::string error) {
    broken_ = true;
    error_ = std::move(error);
    return false;
  }

 private:
  std::string error_;
  bool broken_ = false;
};

class StandardOutput : public Output {
 public:
  bool write(std::string_view bytes) override;
  bool close() override;

 private:
  bool fail_with(int error_number);
};

// "clean-article: MESSAGE" on standard error, in one write so that the lines of two programs stay whole.
void complain(std::string_view message);

// Any line on standard error.
void note(std::string_view line);

// A name fit for a terminal: control characters as \x1b.
std::string printable(std::string_view name);

// What every program takes for granted: descriptors 0 to 2 are open (else the first file opened would
// become standard output), and a pipe nobody reads is an error of write(), not a signal.
void settle_streams();

}  // namespace clean_article::cli
