// robots.txt of servers: a path is the first line, the file follows.
#include <string>

#include "fetch/robots.hpp"
#include "fuzzed_bytes.hpp"

using namespace clean_article;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzzing::FuzzedBytes input(data, size);
  const std::string path = "/" + std::string(input.line());
  const std::string file(input.rest());
  const fetch::Robots robots = fetch::Robots::parse(file, "clean-article");
  fuzzing::promise(robots.allows("/robots.txt"));
  const fetch::Robots all = fetch::Robots::parse("User-agent: *\nDisallow: /\n", "clean-article");
  fuzzing::promise(path == "/robots.txt" || !all.allows(path));
  static_cast<void>(robots.allows(path));
  return 0;
}
