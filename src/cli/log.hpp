// What is said on standard error, as lines for people or as JSON, around the line that shows how far a run
// has come; and the exit codes that go with it. Knows nothing of pages.
#pragma once

#include <string>
#include <string_view>

#include "base/base.hpp"
#include "cli/printable.hpp"  // IWYU pragma: export

namespace clean_article::cli {

// The exit codes; help_text() promises them. To the last one the number of the signal is added.
enum ExitCode : int { kAllWell = 0, kSomeFailed = 1, kCannotRun = 2, kInterrupted = 128 };

// From now on each message is an object of JSON: level ("error" or "info"), input and code where there are
// such, message.
void log_as_json();
bool is_log_as_json();

// "clean-article: MESSAGE", in one write so that the lines of two programs stay whole.
void complain(std::string_view message);

// "clean-article: NAME: MESSAGE"
void complain(std::string_view input, const Error& error);

// The same of what is no failure.
void tell(std::string_view input, std::string_view message);

// Any line; one that is an object of JSON already stays as it is.
void note(std::string_view line);

// A line that stays the last one, replaced by the next; "" takes it away. For a terminal.
void show_status(std::string_view line);

// A complaint before the program ends for it; the exit code.
int refuse(std::string_view message);

// Of a command line that makes no sense. `words` are those of the command whose help tells more: "rules lint
// ".
int refuse_usage(const std::string& message, const std::string& words = "");

}  // namespace clean_article::cli
