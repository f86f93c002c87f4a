// Where outputs go, and standard output with every write checked. Knows nothing of pages.
#pragma once

#include <cstdint>
#include <optional>
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

  // To be said before turn_to(): of what an earlier run has left of its output so many bytes stay.
  virtual void keep(std::uint64_t /*bytes*/) {}

  // Whether what is written next begins a file; standard output does not say.
  virtual bool is_empty() const { return false; }

  // All of a text has been written, and may be seen.
  virtual void end_text() {}

  // The input that it was turned to has ended.
  virtual void end_input() {}

  // The bytes of the output so far, where it may be cut here and gone on with by another run.
  virtual std::optional<std::uint64_t> place() const { return std::nullopt; }

  // Of the file that the last text went to; "" for none.
  virtual std::string path() const { return ""; }

  // What is not whole stays, for another run to go on with it.
  virtual void leave() {}

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

// What every program takes for granted: descriptors 0 to 2 are open (else the first file opened would
// become standard output), and a pipe nobody reads or a file that may not grow is an error of write(), not a
// signal.
void settle_streams();

}  // namespace clean_article::cli
