// The command line: what each word means, and what is said of those that mean nothing.
#include "cli/args.hpp"

#include "catch.hpp"

namespace clean_article::cli {
namespace {

using namespace std::chrono_literals;
using Words = std::vector<std::string>;

Args parsed(const Words& words) {
  const Result<Args> args = parse_args(words);
  INFO((args.ok() ? "" : args.error().message));
  REQUIRE(args.ok());
  return *args;
}

std::string complaint(const Words& words) {
  const Result<Args> args = parse_args(words);
  if (args.ok()) return "(none)";
  CHECK(args.error().kind == ErrorKind::kUsage);
  return args.error().message;
}

TEST_CASE("inputs are taken as they stand") {
  CHECK(parsed({}).inputs.empty());
  CHECK(parsed({"a.html", "-", "https://example.com/"}).inputs ==
        Words{"a.html", "-", "https://example.com/"});
  CHECK(parsed({"caf\xE9.html"}).inputs == Words{"caf\xE9.html"});
}

TEST_CASE("behind -- everything is an input") {
  const Args args = parsed({"-q", "--", "-v", "--explain"});
  CHECK(args.quiet);
  CHECK_FALSE(args.verbose);
  CHECK(args.inputs == Words{"-v", "--explain"});
}

TEST_CASE("requests are made as curl's users know them") {
  const Args args = parsed({"-A", "me/1", "-H", "Accept-Language: de", "--header=X-Empty:", "-b", "a=b; c=d",
                            "-x", "http://proxy.example:3128", "https://example.com/"});
  CHECK(args.user_agent == "me/1");
  CHECK(args.headers ==
        std::vector<std::pair<std::string, std::string>>{{"Accept-Language", "de"}, {"X-Empty", ""}});
  CHECK(args.cookies == "a=b; c=d");
  CHECK(args.proxy == "http://proxy.example:3128");
  CHECK_FALSE(parsed({"a.html"}).proxy.has_value());
  for (const char* proxy : {"", "proxy.example:3128", "localhost:1", "socks5h://127.0.0.1:9050"})
    CHECK(parsed({"--proxy", proxy}).proxy == proxy);
}

TEST_CASE("a request that could not be sent is no option") {
  for (const char* header : {"no colon", ": x", "a b: c", "X: a\nY: b", "X: a\rY: b"}) {
    CAPTURE(header);
    CHECK(complaint({"--header", header}).starts_with("option '--header' needs 'NAME: VALUE', not "));
  }
  CHECK(complaint({"--cookie", "cookies.txt"}) ==
        "option '--cookie' needs 'NAME=VALUE; NAME=VALUE', not 'cookies.txt'");
  CHECK(complaint({"--cookie", "a=b\r\nX: y"}).starts_with("option '--cookie' needs "));
  CHECK(complaint({"--user-agent", "a\nb"}) == "option '--user-agent' needs a name without line breaks");
  CHECK(complaint({"--proxy", "ftp://proxy.example"}) ==
        "option '--proxy' needs a URL such as http://host:3128, not 'ftp://proxy.example'");
  CHECK(complaint({"--proxy", "no proxy"}) ==
        "option '--proxy' needs a URL such as http://host:3128, not 'no proxy'");
}

TEST_CASE("options may stand before, between and behind the inputs") {
  const Args args = parsed({"a.html", "-o", "out", "b.html", "-q"});
  CHECK(args.inputs == Words{"a.html", "b.html"});
  CHECK(args.output == "out");
  CHECK(args.quiet);
}

TEST_CASE("rules are switched off one by one") {
  CHECK(parsed({"--without", "caption", "--without=title"}).without == Words{"caption", "title"});
  CHECK(complaint({"--without", "captoin"}) ==
        "option '--without': there is no finishing rule 'captoin'; is 'caption' meant?");
}

TEST_CASE("values stand behind a space, an equals sign or their letter") {
  CHECK(parsed({"--jobs", "3"}).jobs == 3);
  CHECK(parsed({"--jobs=3"}).jobs == 3);
  CHECK(parsed({"-j3"}).jobs == 3);
  CHECK(parsed({"-j", "3"}).jobs == 3);
  CHECK(parsed({"-vo", "out"}).output == "out");
}

TEST_CASE("all options arrive") {
  const Args args = parsed({"--output-file",   "f",
                            "--explain",       "-v",
                            "--from",          "text",
                            "--base-url",      "https://example.com/a",
                            "--encoding",      "windows-1251",
                            "--content-type",  "text/html; charset=utf-8",
                            "--rules",         "r1",
                            "--rules",         "r2",
                            "--max-bytes",     "2M",
                            "--timeout",       "2.5",
                            "--allow-private", "x.html"});
  CHECK(args.output_file == "f");
  CHECK(args.explain);
  CHECK(args.verbose);
  CHECK(args.from == InputForm::kText);
  CHECK(args.base_url == "https://example.com/a");
  CHECK(args.encoding == "windows-1251");
  CHECK(args.content_type == "text/html; charset=utf-8");
  CHECK(args.rules_folders == Words{"r1", "r2"});
  CHECK(args.max_bytes == std::size_t{2} << 20);
  CHECK(args.timeout == 2500ms);
  CHECK(args.allow_private);
}

TEST_CASE("what is not asked for has the defaults that the help names") {
  const Args args = parsed({"x.html"});
  CHECK(args.action == Action::kClean);
  CHECK(args.from == InputForm::kAuto);
  CHECK(args.max_bytes == std::size_t{16} << 20);
  CHECK(args.timeout == 30s);
  CHECK(args.jobs == 0);
  CHECK_FALSE(args.allow_private);
}

TEST_CASE("the trade between missing and unwanted text is the user's, and so are comments") {
  const auto trade = [](const char* option) { return parse_args({option, "a"})->trade; };
  CHECK(trade("--precision") == Trade::kPrecision);
  CHECK(trade("--recall") == Trade::kRecall);
  CHECK(trade("-q") == Trade::kBalanced);
  CHECK(parse_args({"--comments", "a"})->comments);
  CHECK_FALSE(parse_args({"a"})->comments);
}

TEST_CASE("help and version come before everything that could be wrong") {
  CHECK(parsed({"-h", "--from", "nonsense"}).action == Action::kHelp);
  CHECK(parsed({"--version", "--jobs", "0"}).action == Action::kVersion);
  CHECK(parsed({"-V"}).action == Action::kVersion);
  const Args lint = parsed({"rules", "lint", "--help"});
  CHECK(lint.action == Action::kRulesHelp);
  CHECK(lint.inputs == Words{"lint"});
}

TEST_CASE("sizes have units") {
  CHECK(parsed({"--max-bytes", "1"}).max_bytes == 1);
  CHECK(parsed({"--max-bytes", "500K"}).max_bytes == 500 * 1024);
  CHECK(parsed({"--max-bytes", "1g"}).max_bytes == std::size_t{1} << 30);
  for (const char* bad : {"0", "-1", "", "M", "1.5M", "2G", "99999999999999999999", "1MB", " 1"}) {
    CAPTURE(bad);
    CHECK(complaint({"--max-bytes=" + std::string(bad)}).find("option '--max-bytes' needs") == 0);
  }
}

TEST_CASE("numbers are whole, positive and nothing else") {
  for (const char* bad : {"0", "-2", "two", "2x", "1.5", "1025", "99999999999999999999"}) {
    CHECK(complaint({"--jobs=" + std::string(bad)}) ==
          "option '--jobs' needs a number from 1 to 1024, not '" + std::string(bad) + "'");
  }
  for (const char* bad : {"0", "-2", "x", "inf", "nan", "1e9"}) {
    CHECK(complaint({"--timeout=" + std::string(bad)}).find("option '--timeout' needs a number") == 0);
  }
}

TEST_CASE("an unknown option is told with the one that was meant") {
  CHECK(complaint({"--ouput-dir", "x"}) == "there is no option '--ouput-dir'; did you mean '--output-dir'?");
  CHECK(complaint({"--job=3"}) == "there is no option '--job'; did you mean '--jobs'?");
  CHECK(complaint({"--expl"}) == "there is no option '--expl'; did you mean '--explain'?");
  CHECK(complaint({"--xyzzy"}) == "there is no option '--xyzzy'");
  CHECK(complaint({"-z"}) == "there is no option '-z'");
  CHECK(complaint({"-qz"}) == "there is no option '-z'");
  CHECK(complaint({"--hepl"}) == "there is no option '--hepl'; did you mean '--help'?");
  CHECK(complaint({"-help"}) == "there is no option '-help'; did you mean '--help'?");
  CHECK(complaint({"-O"}) == "there is no option '-O'; did you mean '-o'?");
}

TEST_CASE("an option is never guessed from its beginning") {
  CHECK(complaint({"--verb"}).find("there is no option '--verb'") == 0);
}

TEST_CASE("a value that is missing, or is one too many, is told") {
  CHECK(complaint({"a.html", "-o"}) == "option '--output' needs a value");
  CHECK(complaint({"--jobs"}) == "option '--jobs' needs a value");
  CHECK(complaint({"--jobs="}) == "option '--jobs' needs a value");
  CHECK(complaint({"--output-dir", "--quiet"}) == "option '--output-dir' needs a value");
  CHECK(complaint({"--output-dir", ""}) == "option '--output-dir' needs a value that is not empty");
  CHECK(complaint({"--explain=yes"}) == "option '--explain' takes no value");
  CHECK(complaint({"-o", "a", "-o", "b"}) == "option '--output' is given twice");
}

TEST_CASE("a value that makes no sense is told with those that do") {
  CHECK(complaint({"--from", "pdf"}) == "option '--from' needs auto, html, text or jsonl, not 'pdf'");
  CHECK(complaint({"--encoding", "klingon"}) ==
        "option '--encoding' needs an encoding such as utf-8, windows-1251 or shift_jis, not 'klingon'");
  CHECK(complaint({"--base-url", "example.com"}) ==
        "option '--base-url' needs an http or https URL, not 'example.com'");
}

TEST_CASE("what makes no sense together is told") {
  CHECK(complaint({"--output-dir", "d", "--output-file", "f"}) ==
        "options '--output-dir' and '--output-file' contradict each other");
  CHECK(complaint({"--precision", "--recall"}) ==
        "options '--precision' and '--recall' contradict each other");
  CHECK(complaint({"-o", "d", "--output-file", "f"}) ==
        "options '--output' and '--output-file' contradict each other");
  CHECK(complaint({"-0", "a"}) == "option '--null' belongs to '--files-from FILE'");
  CHECK(complaint({"--retry-failed", "a"}) == "option '--retry-failed' belongs to '--resume'");
  CHECK(complaint({"--shard", "3/2"}).starts_with("option '--shard' needs a number and of how many"));
  CHECK(complaint({"--explain", "--json"}).find("options '--explain' and '--json' contradict each other") ==
        0);
  CHECK(complaint({"--explain", "-f", "md"}).find("options '--explain' and '--format' contradict") == 0);
  CHECK(parsed({"--explain", "-f", "txt"}).explain);
  CHECK(complaint({"-", "-"}) == "standard input ('-') is given twice");
  CHECK(complaint({""}).find("an INPUT is empty") == 0);
}

TEST_CASE("no summary and a line on every page go together") {
  const Args args = parsed({"-qv"});
  CHECK(args.quiet);
  CHECK(args.verbose);
}

TEST_CASE("an option that means nothing to a rules command is told") {
  CHECK(complaint({"rules", "lint", "--markdown", "r"}) ==
        "option '--markdown' means nothing to 'rules lint'");
  CHECK(complaint({"rules", "list", "--pages", "p"}) == "option '--pages' means nothing to 'rules list'");
  CHECK(parsed({"rules", "why", "--timeout", "3", "-v", "x.html"}).timeout == 3s);
}

}  // namespace
}  // namespace clean_article::cli
