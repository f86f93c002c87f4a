// URLs: what is read and written is read as the same again, and resolving gives absolute addresses.
#include <string>

#include "fuzzed_bytes.hpp"
#include "text/text.hpp"

using namespace clean_article;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzzing::FuzzedBytes input(data, size);
  const std::string base = text::valid_utf8(std::string(input.line()));
  const std::string reference = text::valid_utf8(std::string(input.rest()));
  static_cast<void>(text::split_url(base));
  static_cast<void>(text::looks_like_url(base));
  for (const text::Letters letters : {text::Letters::kEncoded, text::Letters::kKept}) {
    const auto url = text::parse_url(base, nullptr, letters);
    if (!url) continue;
    const std::string written = url->text();
    const auto again = text::parse_url(written, nullptr, letters);
    fuzzing::promise(again && again->text() == written);
    if (const auto relative = text::parse_url(reference, &*url, letters))
      fuzzing::promise(text::parse_url(relative->text(), nullptr, letters).has_value());
  }
  if (const auto resolved = text::resolve_url(base, reference))
    fuzzing::promise(text::parse_url(*resolved, nullptr, text::Letters::kKept).has_value());
  return 0;
}
