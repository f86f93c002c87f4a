// Bytes to UTF-8 with any declaration: what comes out is valid UTF-8 within the limit.
#include <array>

#include "fuzzed_bytes.hpp"
#include "text/text.hpp"

using namespace clean_article;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzzing::FuzzedBytes input(data, size);
  static text::Decoder decoder;
  const bool is_html = input.flag();
  const std::string encoding(input.line());
  const std::string type(input.line());
  Limits limits;
  limits.max_input_bytes = std::size_t{1} << 20;
  const std::string_view named = text::encoding_for_label(encoding).empty() ? "" : std::string_view(encoding);
  const auto decoded = decoder.decode(input.rest(), {named, type, is_html}, limits);
  if (!decoded.ok()) return 0;
  fuzzing::promise(decoded->utf8.size() <= limits.max_input_bytes ||
                   decoded->utf8.size() <= input.rest().size());
  fuzzing::promise(text::valid_utf8(std::string(decoded->utf8)) == decoded->utf8);
  fuzzing::promise(!decoded->encoding.empty());
  return 0;
}
