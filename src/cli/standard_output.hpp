// Standard output, with every write checked, and lines on standard error. Knows nothing of pages.
#pragma once

#include <string>
#include <string_view>

namespace clean_article::cli {

class StandardOutput {
 public:
  // False when no more can be written. Then either the reader has gone, which nobody needs to be told, or
  // error() says what is wrong.
  bool write(std::string_view bytes);

  // Closes it: some file systems say only then that the disk is full.
  bool close();

  bool is_broken() const { return broken_; }
  const std::string& error() const { return error_; }

 private:
  bool fail(int error_number);

  std::string error_;
  bool broken_ = false;
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
