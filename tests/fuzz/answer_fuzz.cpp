// Answers of servers: head, codings and body as libcurl hands them on.
#include <algorithm>
#include <string>

#include "fetch/response.hpp"
#include "fuzzed_bytes.hpp"

using namespace clean_article;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t kMostBytes = std::size_t{1} << 20;
  fuzzing::FuzzedBytes input(data, size);
  fetch::Response response(kMostBytes);
  bool goes_on = true;
  while (goes_on && !input.is_empty()) {
    const std::string line = std::string(input.line()) + "\r\n";
    goes_on = response.on_header_line(line == "\r\r\n" ? "\r\n" : line);
    if (line.size() <= 3) break;
  }
  const std::size_t piece = input.byte() + std::size_t{1};
  for (std::string_view body = input.rest(); goes_on && !body.empty();) {
    goes_on = response.on_body(body.substr(0, piece));
    body.remove_prefix(std::min(piece, body.size()));
  }
  if (goes_on) response.on_end();
  fuzzing::promise(response.body().size() <= kMostBytes);
  if (response.refusal()) fuzzing::promise(!response.refusal()->message.empty());
  return 0;
}
