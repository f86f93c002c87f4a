// Runs that are killed, stopped or run out of disk, and what the next one makes of what they left.
#include <algorithm>

#include "catch.hpp"
#include "program.hpp"

namespace clean_article::cli {
namespace {

using testing::contains;
using testing::page_with;
using testing::Program;
using Names = std::vector<std::string>;

std::string lines_of(int count) {
  std::string lines;
  for (int i = 0; i < count; ++i) {
    std::string page = page_with("iron " + std::to_string(i));
    std::string escaped;
    for (const char c : page) {
      if (c == '"' || c == '\\') escaped += '\\';
      escaped += c == '\n' ? ' ' : c;
    }
    lines += "{\"id\":" + std::to_string(i) + ",\"html\":\"" + escaped + "\"}\n";
  }
  return lines;
}

// Pages, and files that hold many, one of them long enough to be killed within.
void write_site(const Program& program) {
  for (int i = 0; i < 120; ++i)
    program.write("site/" + std::to_string(i % 5) + "/" + std::to_string(i) + ".html",
                  i % 9 == 0 ? "<html></html>" : page_with("no " + std::to_string(i)));
  program.write("site/2/many.jsonl", lines_of(1500));
  program.write("site/4/few.jsonl", lines_of(20) + "nonsense\n");
}

// Twenty runs that are killed after ever other times, and then one that is not.
std::string killed_and_resumed(const std::string& command) {
  return "for i in $(seq 1 20); do timeout -s KILL 0.$(printf %03d $((i * 97 % 41 * 8 + 5))) " + command +
         " > /dev/null 2>&1; done; " + command + "; code=$?; ";
}

// A manifest without what is of one run alone.
constexpr const char* kWithoutTimes = "sed -E 's/\"ms\":[0-9.]+//; s/(clean|out)(\\/|[.])/X\\2/g' ";

TEST_CASE("a folder that is killed at twenty points and resumed is as if it had run once") {
  const Program program;
  write_site(program);
  const auto ran = program.run("\"$CA\" -q -o clean --manifest m.clean site 2> /dev/null; " +
                               killed_and_resumed("\"$CA\" -q -j2 --resume --manifest m -o out site") +
                               "diff -r clean out && exit $code");
  CHECK(ran.exit_code == 1);  // some pages hold no article
  CHECK(ran.out.empty());
  CHECK(program.files("clean").size() == 108);
  CHECK(
      program.run(std::string("diff <(") + kWithoutTimes + "m) <(" + kWithoutTimes + "m.clean)").out.empty());
  CHECK_FALSE(program.has("m.part"));
  CHECK_FALSE(program.has("m.old"));
}

TEST_CASE("one file of all texts that is killed at twenty points and resumed is as if it had run once") {
  const Program program;
  write_site(program);
  for (const std::string name : {"out.jsonl", "out.jsonl.gz"}) {
    CAPTURE(name);
    const auto ran = program.run("\"$CA\" -q --jsonl --output-file clean_" + name + " site 2> /dev/null; " +
                                 killed_and_resumed("\"$CA\" -q --jsonl --resume -o " + name + " site") +
                                 "cmp clean_" + name + " " + name + " && exit $code");
    CHECK(ran.exit_code == 1);
    CHECK(ran.out.empty());
    CHECK(program.has(name + ".manifest"));
  }
  for (const std::string& file : program.files("")) CHECK_FALSE(contains(file, ".part"));
}

TEST_CASE("a run that came to its end is passed over, compressed or not") {
  const Program program;
  for (int i = 0; i < 3; ++i)
    program.write("site/" + std::to_string(i) + ".html", page_with("no " + std::to_string(i)));
  for (const std::string name : {"out.jsonl", "out.jsonl.gz", "out.jsonl.zst"}) {
    CAPTURE(name);
    const std::string run = "\"$CA\" --jsonl --resume -o " + name + " site";
    CHECK(program.run(run).exit_code == 0);
    program.run("cp " + name + " before");
    CHECK(contains(program.run(run).err, "0 pages: 0 cleaned; 3 inputs done before"));
    CHECK(program.run("cmp before " + name).exit_code == 0);
    // What comes to it goes on behind it.
    program.write("site/9.html", page_with("no 9"));
    CHECK(contains(program.run(run).err, "1 page: 1 cleaned; 3 inputs done before"));
    if (!name.ends_with(".zst")) CHECK(program.run("zcat -f " + name + " | wc -l").out == "4\n");
    program.run("rm site/9.html");
  }
}

TEST_CASE("what is done and unchanged is passed over, what has changed is not") {
  const Program program;
  for (const char* name : {"site/a.html", "site/b.html"}) program.write(name, page_with("iron"));
  program.write("site/c.html", "<html></html>");
  const std::string command = "\"$CA\" --resume -o out site";
  CHECK(contains(program.run(command).err, "3 pages: 2 cleaned, 1 without an article; "));
  CHECK(program.has("out/.clean-article-manifest"));
  const auto again = program.run(command);
  CHECK(again.exit_code == 1);  // as the clean run
  CHECK(contains(again.err, "0 pages: 0 cleaned; 3 inputs done before"));
  program.write("site/b.html", page_with("tin"));
  CHECK(contains(program.run(command).err, "1 page: 1 cleaned; 2 inputs done before"));
  CHECK(contains(program.read("out/b.txt"), "tin"));
  program.run("rm out/a.txt");
  CHECK(contains(program.run(command).err, "1 page: 1 cleaned; 2 inputs done before"));
  program.write("site/d.html", page_with("gold"));
  CHECK(contains(program.run(command).err, "1 page: 1 cleaned; 3 inputs done before"));
  // Other options make other texts.
  CHECK(contains(program.run("\"$CA\" --title --resume -o out site").err, "4 pages: 3 cleaned"));
}

TEST_CASE("what failed is tried again only with --retry-failed") {
  const Program program;
  program.write("site/a.html", page_with("iron"));
  program.run("ln -s later site/b.html");
  const std::string command = "\"$CA\" --resume -o out site";
  CHECK(contains(program.run(command).err, "2 pages: 1 cleaned, 1 failed; "));
  CHECK(contains(program.run(command).err, "2 inputs done before"));
  const auto retried = program.run("\"$CA\" --retry-failed --resume -o out site");
  CHECK(contains(retried.err, "1 page: 0 cleaned, 1 failed; 1 input done before; "));
  program.write("site/later", page_with("tin"));
  CHECK(program.run(command + " --retry-failed").exit_code == 0);
}

TEST_CASE("in one file a changed input takes what stood behind it along") {
  const Program program;
  for (const char* name : {"a", "b", "c"})
    program.write(std::string("site/") + name + ".html", page_with(name));
  const std::string command = "\"$CA\" --jsonl --resume --output-file out.jsonl site";
  program.run(command);
  program.write("site/b.html", page_with("brass"));
  CHECK(contains(program.run(command).err, "2 pages: 2 cleaned; 1 input done before; "));
  program.run("\"$CA\" -q --jsonl --output-file clean.jsonl site");
  CHECK(program.read("out.jsonl") == program.read("clean.jsonl"));
  program.write("site/d.html", page_with("tin"));
  CHECK(contains(program.run(command).err, "1 page: 1 cleaned; 3 inputs done before"));
  program.run("\"$CA\" -q --jsonl --output-file clean.jsonl site");
  CHECK(program.read("out.jsonl") == program.read("clean.jsonl"));
  CHECK(contains(program.run(command).err, "4 inputs done before"));
  CHECK(program.read("out.jsonl") == program.read("clean.jsonl"));
}

TEST_CASE("a first signal finishes the pages in hand, what is left is gone on with") {
  const Program program;
  program.write("many.jsonl", lines_of(3000));
  const auto ran = program.run(
      "env --default-signal=INT \"$CA\" --resume --output-file out.jsonl many.jsonl & pid=$!; for i in $(seq "
      "100); do"
      " [ -s out.jsonl.manifest.part ] && break; sleep 0.02; done; kill -INT $pid; wait $pid");
  CHECK(ran.exit_code == 130);
  CHECK(contains(ran.err, "interrupted: "));
  CHECK(contains(ran.err, "--resume goes on from here"));
  CHECK_FALSE(program.has("out.jsonl"));
  const auto rest = program.run("\"$CA\" --resume --output-file out.jsonl many.jsonl");
  CHECK(rest.exit_code == 0);
  CHECK_FALSE(contains(rest.err, "3000 pages"));
  CHECK(program.run("\"$CA\" -q many.jsonl | cmp - out.jsonl").exit_code == 0);
}

TEST_CASE("a signal is seen while standard input is waited for, and a second one ends at once") {
  const Program program;
  program.write("a.html", page_with("iron"));
  const auto waiting = program.run(
      "mkfifo names; exec 3<> names; \"$CA\" -i - < names > out & pid=$!; echo a.html >&3;"
      " for i in $(seq 100); do [ -s out ] && break; sleep 0.05; done; kill -TERM $pid; wait $pid");
  CHECK(waiting.exit_code == 143);
  CHECK(contains(program.read("out"), "iron"));
  const auto twice = program.run(
      "mkfifo page; env --default-signal=INT \"$CA\" -o texts/ /dev/fd/4 4<> page & pid=$!; sleep 0.5; kill "
      "-INT $pid; kill -INT $pid; wait $pid");
  CHECK(twice.exit_code == 130);
  CHECK(program.files("texts").empty());
}

TEST_CASE("a full disk ends the run, and it can be gone on with") {
  const Program program;
  for (int i = 0; i < 30; ++i)
    program.write("site/" + std::to_string(i) + ".html", page_with(std::to_string(i)));
  const std::string mount = "unshare -Urm bash -c 'mkdir -p disk && mount -t tmpfs -o size=48k none disk && ";
  if (program.run(mount + "true'").exit_code != 0) {
    WARN("no file systems can be mounted here: not tested on a full disk");
    return;
  }
  const auto ran =
      program.run(mount + "\"$0\" -o disk --resume --manifest m site; code=$?; ls -A disk | grep -c part;" +
                  " mount -o remount,size=4m disk; \"$0\" -q -o disk --resume --manifest m site && "
                  "\"$0\" -q -o clean site && diff -r clean disk && exit $code' \"$CA\"");
  CHECK(ran.exit_code == 2);
  CHECK(contains(ran.err, "No space left on device"));
  CHECK(ran.out == "0\n");
}

TEST_CASE("a file that may not grow loses itself alone") {
  const Program program;
  program.write("site/a.html", page_with("iron"));
  std::string large = page_with("tin");
  std::string text;
  for (int i = 0; i < 400; ++i)
    text += "<p>Paragraph " + std::to_string(i) +
            " of a long report about the bridge, which has more to say.</p>";
  large.insert(large.find("</article>"), text);
  program.write("site/b.html", large);
  const auto ran = program.run("ulimit -f 8; \"$CA\" -o out site");
  CHECK(ran.exit_code == 1);
  CHECK(contains(ran.err, "b.html: cannot write out/b.txt: File too large"));
  CHECK(program.files("out") == Names{"a.txt"});
}

TEST_CASE("each input has one row in the manifest, whatever happens to it") {
  const Program program;
  program.write("site/a.html", page_with("iron"));
  program.write("site/caf\xE9.html", page_with("tin"));
  program.write("site/empty.html", "<html></html>");
  program.write("site/many.jsonl", lines_of(3));
  program.write("site/secret.html", page_with("gold"));
  const auto ran = program.run(
      "mkfifo site/pipe.html; ln -s gone site/gone.html; chmod 0 site/secret.html;"
      " \"$CA\" -q --manifest m -o out site nothing.html");
  CHECK(ran.exit_code == 1);
  const std::string rows = program.read("m");
  CHECK(std::count(rows.begin(), rows.end(), '\n') == 8);
  CHECK(contains(rows, "{\"input\":\"site/a.html\",\"status\":\"ok\",\"bytes\":"));
  CHECK(contains(rows, "\"output\":\"out/site/a.txt\""));
  CHECK(contains(
      rows, "{\"input\":\"site/caf\xEF\xBF\xBD.html\",\"input_bytes\":\"736974652f636166e92e68746d6c\""));
  CHECK(contains(
      rows, "{\"input\":\"site/empty.html\",\"status\":\"error\",\"code\":\"no_article\",\"reason\":\""));
  CHECK(contains(
      rows,
      "{\"input\":\"site/gone.html\",\"status\":\"error\",\"code\":\"bad_input\",\"reason\":\"No such file"));
  CHECK(contains(rows, "{\"input\":\"site/many.jsonl\",\"status\":\"ok\",\"pages\":3,\"cleaned\":3,"));
  CHECK(contains(
      rows,
      "{\"input\":\"site/pipe.html\",\"status\":\"error\",\"code\":\"bad_input\",\"reason\":\"is a FIFO"));
  CHECK(contains(rows, "{\"input\":\"nothing.html\",\"status\":\"error\""));
}

TEST_CASE("a dry run reads no page and writes nothing") {
  const Program program;
  program.write("site/a.html", page_with("iron"));
  program.write("site/many.jsonl", lines_of(2));
  const auto ran = program.run("\"$CA\" --dry-run -o out site");
  CHECK(ran.exit_code == 0);
  CHECK(ran.out == "site/a.html -> out/a.txt\nsite/many.jsonl -> out/many.jsonl.jsonl\n");
  CHECK_FALSE(program.has("out"));
  CHECK(program.run("\"$CA\" --dry-run site/a.html").out == "site/a.html\n");
}

TEST_CASE("shards are parts of all inputs, and their outputs keep their names") {
  const Program program;
  for (const char* name : {"site/a.html", "site/a.htm", "site/b.html", "site/c.html", "site/d.html"})
    program.write(name, page_with("iron"));
  program.run(
      "for i in 1 2 3; do \"$CA\" -q --shard $i/3 -o out site; \"$CA\" -q --shard $i/3 -o $i site; done;"
      " \"$CA\" -q -o all site");
  CHECK(program.run("diff -r all out").exit_code == 0);
  CHECK(program.files("1") == Names{"a.htm.txt", "c.txt"});
  CHECK(program.files("3") == Names{"b.txt"});
  for (const char* wrong : {"0/3", "4/3", "3", "1/", "a/b"})
    CHECK(program.run(std::string("\"$CA\" --shard ") + wrong + " site").exit_code == 2);
}

TEST_CASE("messages and the summary are JSON where that is asked for") {
  const Program program;
  program.write("site/a.html", page_with("iron"));
  const auto ran = program.run("\"$CA\" --log-format json --summary json -o out site 'no\"thing.html'");
  CHECK(ran.exit_code == 1);
  CHECK(contains(ran.err,
                 "{\"level\":\"error\",\"input\":\"no\\\"thing.html\",\"code\":\"bad_input\",\"message\":"
                 "\"No such file or directory\"}\n{\"pages\":2,\"cleaned\":1,"));
  CHECK(contains(ran.err, "\"exit_code\":1}\n"));
  CHECK(contains(program.run("\"$CA\" -q --summary json -o out site").err, "{\"pages\":1,\"cleaned\":1,"));
  for (const char* order : {"--log-format json --jobs many", "--jobs many --log-format=json"}) {
    const auto refused = program.run(std::string("\"$CA\" ") + order + " site");
    CHECK(refused.exit_code == 2);
    CHECK(refused.err.starts_with(
        "{\"level\":\"error\",\"code\":\"usage\",\"message\":\"option '--jobs' needs "));
    CHECK(std::count(refused.err.begin(), refused.err.end(), '\n') == 1);
  }
}

TEST_CASE("pages in processes of their own give the same") {
  const Program program;
  write_site(program);
  program.run("\"$CA\" -q -o clean site; \"$CA\" -q -j2 --isolate -o out site");
  CHECK(program.run("diff -r clean out").exit_code == 0);
  CHECK(program.files("clean").size() == 108);
}

}  // namespace
}  // namespace clean_article::cli
