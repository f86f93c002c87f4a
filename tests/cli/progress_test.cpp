// The line that shows how far a run has come, and where it is shown.
#include "cli/progress.hpp"

#include "catch.hpp"
#include "program.hpp"

namespace clean_article::cli {
namespace {

using testing::contains;
using testing::page_with;
using testing::Program;

ProgressState state(std::uint64_t pages, std::uint64_t failed, double share, double seconds) {
  return {pages, failed, share, std::chrono::duration<double>(seconds)};
}

TEST_CASE("the line has a bar, pages, rate, time left and failures") {
  CHECK(progress_line(state(1234, 3, 0.25, 20), 100, false) ==
        "[#######                       ]  25 %  1,234 pages  61/s  1:00 left  3 failed");
  CHECK(progress_line(state(1, 0, 0.5, 10'000), 100, false) ==
        "[###############               ]  50 %  1 page  0/s  2:46:40 left");
  CHECK(progress_line(state(7, 0, -1, 2), 100, false) == "7 pages  3/s");
  CHECK(progress_line(state(7, 0, 0.9, 0.1), 100, false).ends_with(" 90 %  7 pages"));
  CHECK(contains(progress_line(state(7, 2, -1, 2), 100, true), "\x1b[31m2 failed\x1b[0m"));
}

TEST_CASE("the line is never wider than the terminal") {
  for (std::size_t columns = 2; columns < 120; ++columns) {
    CAPTURE(columns);
    CHECK(progress_line(state(123'456, 78, 0.333, 100), columns, false).size() < columns);
  }
}

// Standard error on a terminal, standard output in a file.
constexpr const char* kOnTerminal =
    "import os,pty,subprocess,sys\n"
    "m,s=pty.openpty()\n"
    "p=subprocess.Popen(sys.argv[1:],stdout=open('out','wb'),stderr=s)\n"
    "os.close(s)\n"
    "seen=b''\n"
    "while True:\n"
    "  try: piece=os.read(m,9999)\n"
    "  except OSError: break\n"
    "  if not piece: break\n"
    "  seen+=piece\n"
    "p.wait()\n"
    "sys.stdout.buffer.write(seen)\n";

TEST_CASE("progress is shown on a terminal alone, and does not stay") {
  const Program program;
  program.write("on_terminal.py", kOnTerminal);
  for (int i = 0; i < 20; ++i) program.write("site/" + std::to_string(i) + ".html", page_with("iron"));
  program.write("site/bad.html", "<html></html>");
  // The second folder stays in work long enough for the line to be drawn.
  const std::string slow = "mkfifo names; (echo site; sleep 1.5; echo site/bad.html) > names & ";
  const auto shown =
      program.run(slow + "TERM=xterm python3 on_terminal.py \"$CA\" -i names -o texts; rm names");
  CHECK(contains(shown.out, "\r\x1b[K21 pages"));
  CHECK(contains(shown.out, "1 failed"));
  CHECK(contains(shown.out, "\r\x1b[K23 pages: ") == false);
  CHECK(contains(shown.out, "22 pages: 20 cleaned, 2 without an article; "));
  CHECK_FALSE(contains(
      program.run(slow + "NO_COLOR=1 TERM=xterm python3 on_terminal.py \"$CA\" -i names -o texts; rm names")
          .out,
      "\x1b[31m"));
  CHECK_FALSE(
      contains(program.run(slow + "TERM=dumb python3 on_terminal.py \"$CA\" -i names -o texts; rm names").out,
               "\x1b"));
  CHECK_FALSE(contains(program.run(slow + "TERM=xterm \"$CA\" -i names -o texts; rm names").err, "\x1b"));
}

}  // namespace
}  // namespace clean_article::cli
