#include "cli/log.hpp"

#include <unistd.h>

#include <mutex>

#include "bulk/bulk.hpp"
#include "text/text.hpp"

namespace clean_article::cli {
namespace {

struct Log {
  std::mutex mutex;
  bool as_json = false;
  std::string status;  // on the last line of the terminal
};

Log& log() {
  static Log once;
  return once;
}

constexpr std::string_view kClearLine = "\r\x1b[K";

// When nobody listens there is nobody to tell that, either.
void write_line(std::string_view line) {
  std::string bytes;
  if (!log().status.empty()) bytes = kClearLine;
  bytes.append(line).append("\n").append(log().status);
  static_cast<void>(bulk::write_all(STDERR_FILENO, bytes));
}

void write_object(std::string_view level, std::string_view input, std::string_view code,
                  std::string_view message) {
  const auto add = [](std::string_view name, std::string_view value, std::string& out) {
    records::append_string_member(name, text::valid_utf8(std::string(value)), out);
  };
  std::string out = "{";
  add("level", level, out);
  if (!input.empty()) add("input", input, out);
  if (!code.empty()) add("code", code, out);
  add("message", message, out);
  write_line(out + "}");
}

void say(std::string_view level, std::string_view input, std::string_view code, std::string_view message) {
  const std::lock_guard lock(log().mutex);
  if (log().as_json) return write_object(level, input, code, message);
  write_line("clean-article: " + printable(input) + (input.empty() ? "" : ": ") + printable(message));
}

}  // namespace

void log_as_json() {
  const std::lock_guard lock(log().mutex);
  log().as_json = true;
}

bool is_log_as_json() {
  const std::lock_guard lock(log().mutex);
  return log().as_json;
}

void complain(std::string_view message) {
  say("error", "", "", message);
}

void complain(std::string_view input, const Error& error) {
  say("error", input, records::error_code(error.kind), error.message);
}

void tell(std::string_view input, std::string_view message) {
  say("info", input, "", message);
}

void note(std::string_view line) {
  const std::lock_guard lock(log().mutex);
  if (log().as_json && !line.starts_with('{'))
    write_object("info", "", "", line);
  else
    write_line(line);
}

void show_status(std::string_view line) {
  const std::lock_guard lock(log().mutex);
  if (line == log().status) return;
  log().status = line;
  static_cast<void>(bulk::write_all(STDERR_FILENO, std::string(kClearLine).append(line)));
}

int refuse(std::string_view message) {
  complain(message);
  return kCannotRun;
}

int refuse_usage(const std::string& message, const std::string& words) {
  if (is_log_as_json()) {
    say("error", "", records::error_code(ErrorKind::kUsage), message);
    return kCannotRun;
  }
  note("clean-article: " + printable(message) + "\n'clean-article " + words + "--help' tells more.");
  return kCannotRun;
}

}  // namespace clean_article::cli
