#include "cli/standard_output.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>

namespace clean_article::cli {

bool StandardOutput::fail_with(int error_number) {
  return fail(
      error_number == EPIPE ? "" : "cannot write to standard output: " + bulk::system_message(error_number));
}

bool StandardOutput::write(std::string_view bytes) {
  if (is_broken()) return false;
  const int why = bulk::write_all(STDOUT_FILENO, bytes);
  return why == 0 || fail_with(why);
}

bool StandardOutput::close() {
  if (is_broken()) return false;
  return ::close(STDOUT_FILENO) == 0 || fail_with(errno);
}

void note(std::string_view line) {
  // When nobody listens there is nobody to tell that, either.
  static_cast<void>(bulk::write_all(STDERR_FILENO, std::string(line) + "\n"));
}

void complain(std::string_view message) {
  note("clean-article: " + std::string(message));
}

namespace {

bool is_continuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80;
}

// The bytes of the character that `bytes` begin with; 1 where they are no UTF-8.
std::size_t character_bytes(std::string_view bytes) {
  const auto lead = static_cast<unsigned char>(bytes.front());
  const std::size_t size = lead < 0xC2 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 1;
  if (size > bytes.size() || !std::ranges::all_of(bytes.substr(1, size - 1), is_continuation)) return 1;
  return size;
}

// What is an order to a terminal: the control characters, those of Latin 1 too, whatever they are written in.
bool is_order(std::string_view character) {
  const auto last = static_cast<unsigned char>(character.back());
  if (character.size() == 1) return last < 0x20 || (last >= 0x7F && last < 0xA0);
  return character.size() == 2 && character.front() == '\xC2' && last < 0xA0;
}

void append_printable(std::string_view words, std::string& out) {
  for (std::size_t at = 0; at < words.size();) {
    const std::string_view character = words.substr(at, character_bytes(words.substr(at)));
    at += character.size();
    if (!is_order(character)) {
      out.append(character);
      continue;
    }
    for (const char c : character) {
      std::array<char, 5> escape{};
      std::snprintf(escape.data(), escape.size(), "\\x%02x", static_cast<unsigned char>(c));
      out += escape.data();
    }
  }
}

}  // namespace

std::string printable(std::string_view name) {
  std::string out;
  if (name.size() <= kMostMessageBytes) {
    append_printable(name, out);
    return out;
  }
  std::size_t head = kMostMessageBytes / 2;
  std::size_t tail = name.size() - kMostMessageBytes / 2;
  while (head > 0 && is_continuation(name[head])) --head;
  while (tail < name.size() && is_continuation(name[tail])) ++tail;
  append_printable(name.substr(0, head), out);
  out += "…";
  append_printable(name.substr(tail), out);
  return out;
}

void settle_streams() {
  for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    // open() takes the lowest free number, which is this one. Not writable: output that goes nowhere is an
    // error.
    if (::fcntl(descriptor, F_GETFD) == -1) static_cast<void>(::open("/dev/null", O_RDONLY));
  }
  std::signal(SIGPIPE, SIG_IGN);
  // Beyond the limit of a file's size a write fails then, and what was written of it is taken away.
  std::signal(SIGXFSZ, SIG_IGN);
}

}  // namespace clean_article::cli
