// Which files apply to a host.
#include "site/rules/site_rules.hpp"

#include <sys/stat.h>

#include <chrono>
#include <filesystem>
#include <string>
#include <thread>

#include "catch.hpp"
#include "corpora.hpp"
#include "temp_folder.hpp"

namespace clean_article::site {
namespace {

std::string files_for(const SiteRules& rules, std::string_view host) {
  std::string all;
  for (const RuleSource& source : rules.sources(host)) {
    if (!all.empty()) all += ' ';
    all += source.name.substr(source.name.rfind('/') + 1);
  }
  return all;
}

TEST_CASE("a host's files are found by its labels") {
  const testing::TempFolder folder;
  for (const char* name : {"example.com.txt", ".example.com.txt", "blog.example.com.txt", ".co.uk.txt",
                           "x.com.txt", "a.b.c.d.txt", "UPPER.org.txt", "LICENSE", ".txt"}) {
    folder.write(name, "body: //p\n");
  }
  const auto rules = SiteRules::create({folder.path()}, false);
  REQUIRE(rules.ok());
  struct Case {
    std::string_view host, files;
  };
  const Case cases[] = {
      {"example.com", "example.com.txt"},
      {"www.example.com", "example.com.txt"},
      {"WWW.Example.COM.", "example.com.txt"},
      {"blog.example.com", "blog.example.com.txt .example.com.txt"},
      {"www.blog.example.com", "blog.example.com.txt .example.com.txt"},
      {"a.b.example.com", ".example.com.txt"},
      {"netflix.com", ""},
      {"x.com", "x.com.txt"},
      {"notexample.com", ""},
      {"example.com.evil.net", ""},
      {"news.co.uk", ".co.uk.txt"},
      {"upper.org", "UPPER.org.txt"},
      {"a.b.c.d", "a.b.c.d.txt"},
      {"", ""},
      {"..", ""},
      {"../../etc/passwd", ""},
  };
  for (const Case& c : cases) {
    INFO(c.host);
    CHECK(files_for(**rules, c.host) == c.files);
    CHECK(((*rules)->find(c.host) != nullptr) == !c.files.empty());
  }
}

TEST_CASE("a host's file that cannot be used is told, whatever it is") {
  const testing::TempFolder folder;
  folder.write("good.org.txt", "body: //p\n");
  REQUIRE(::mkfifo(folder.path("pipe.org.txt").c_str(), 0600) == 0);
  std::filesystem::create_directory(folder.path("folder.org.txt"));
  std::filesystem::create_symlink("/dev/zero", folder.path("device.org.txt"));
  std::filesystem::create_symlink("nowhere", folder.path("gone.org.txt"));
  std::filesystem::resize_file(folder.write("sparse.org.txt", ""), std::uintmax_t{3} << 30);
  folder.write("binary.org.txt", std::string("body: //p\n\0", 11));
  const auto rules = SiteRules::create({folder.path()}, false);
  REQUIRE(rules.ok());
  CHECK_FALSE((*rules)->find("good.org")->refused);
  struct Case {
    std::string host, why;
  };
  const Case cases[] = {{"pipe.org", "is a FIFO, not a regular file"},
                        {"folder.org", "is a folder"},
                        {"device.org", "is a device, not a regular file"},
                        {"gone.org", "cannot be read: No such file or directory"},
                        {"sparse.org", "is larger than 4 MiB"},
                        {"binary.org", "is no text file"}};
  for (const Case& c : cases) {
    INFO(c.host);
    const auto rule = (*rules)->find(c.host);
    REQUIRE(rule->refused);
    CHECK(rule->refused->message == folder.path(c.host + ".txt") + " " + c.why);
  }
}

TEST_CASE("global.txt goes behind every host's files") {
  const testing::TempFolder folder;
  folder.write("example.com.txt", "strip: //a\n");
  folder.write("global.txt", "strip: //b\n");
  const auto rules = SiteRules::create({folder.path()}, false);
  CHECK(files_for(**rules, "example.com") == "example.com.txt global.txt");
  CHECK(files_for(**rules, "other.org") == "global.txt");
  CHECK((*rules)->find("example.com")->strips.size() == 2);
}

TEST_CASE("a folder's file hides that of an earlier folder and the one built in") {
  const testing::TempFolder first;
  const testing::TempFolder second;
  first.write("example.com.txt", "body: //first\n");
  first.write("other.org.txt", "body: //first\n");
  second.write("sites/example.com.txt", "body: //second\n");
  const auto rules = SiteRules::create({first.path(), second.path()}, true);
  REQUIRE(rules.ok());
  CHECK((*rules)->find("example.com")->bodies.at(0).xpath.text() == "//second");
  CHECK((*rules)->find("other.org")->bodies.at(0).xpath.text() == "//first");
  CHECK_FALSE(SiteRules::create({first.path("nothing")}, false).ok());
}

TEST_CASE("rules are found from several threads at once") {
  const testing::TempFolder folder;
  for (int i = 0; i < 50; ++i) folder.write("h" + std::to_string(i) + ".org.txt", "body: //p[@id='x']\n");
  const auto rules = SiteRules::create({folder.path()}, false);
  std::vector<std::thread> threads;
  std::atomic<int> found = 0;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([&] {
      for (int i = 0; i < 100; ++i)
        found += (*rules)->find("h" + std::to_string(i) + ".org") != nullptr ? 1 : 0;
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(found == 4 * 50);
}

TEST_CASE("a rule file may spell its host in any script") {
  const testing::TempFolder folder;
  folder.write("blåbær.example.txt", "body: //p\n");
  folder.write("xn--fsq.example.txt", "body: //p\n");
  const auto rules = SiteRules::create({folder.path()}, false);
  REQUIRE(rules.ok());
  for (const char* host : {"blåbær.example", "BLÅBÆR.example", "www.xn--blbr-roah.example", "例.example"})
    CHECK((*rules)->find(host) != nullptr);
  CHECK((*rules)->find("blabaer.example") == nullptr);
}

TEST_CASE("a page names its host") {
  html::Parser parser({});
  CHECK(declared_host(parser.parse("<link rel=Canonical href='https://A.example/x'>")) == "a.example");
  CHECK(declared_host(parser.parse("<meta property=og:url content='http://b.example:80/'><p>x")) ==
        "b.example");
  CHECK(declared_host(parser.parse(
            "<link rel=canonical href='/x'><body><link rel=canonical href='https://c.example'>")) == "");
}

TEST_CASE("the community's rules are read: nearly every expression compiles") {
  const auto folder = test::find_in_corpora("ftr-site-config");
  if (!folder) return;
  const auto rules = SiteRules::create({folder->string()}, false);
  REQUIRE(rules.ok());
  std::size_t files = 0;
  std::size_t bad_expressions = 0;
  std::size_t unknown = 0;
  for (const RuleSource& source : (*rules)->all()) {
    Result<RuleFile> file = load_rule_file(source.name);
    REQUIRE(file.ok());
    ++files;
    SiteRuleBuilder builder;
    builder.add(*file);
    for (const Complaint& c : file->complaints) {
      bad_expressions += c.message.find(" in: ") != std::string::npos ? 1 : 0;
      unknown += c.message.starts_with("there is no directive") ? 1 : 0;
    }
  }
  CHECK(files > 2000);
  CHECK(bad_expressions <= 8);  // of 8,552: the 99.9 % that compile
  CHECK(unknown <= 10);         // typos
}

}  // namespace
}  // namespace clean_article::site
