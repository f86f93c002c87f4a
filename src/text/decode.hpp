// Bytes to UTF-8. Owns the choice of the encoding and the conversion; knows nothing of HTML beyond the
// prescan of its <meta> tags.
#pragma once

#include <memory>
#include <string_view>

#include "base/base.hpp"

namespace clean_article::text {

// Where the encoding of a page was learned, in falling order of trust. A declaration that the bytes belie
// (UTF-8 declared as Latin 1, or the reverse) is passed over.
enum class EncodingSource { kByteOrderMark, kCaller, kHttpHeader, kMeta, kUtf8Check, kDetected, kFallback };

struct DecodeHints {
  std::string_view encoding;      // named by the user; "" when not
  std::string_view content_type;  // an HTTP Content-Type value; "" when there is none
  bool is_html = true;            // whether a <meta> prescan makes sense
};

struct Decoded {
  std::string_view utf8;      // valid UTF-8, without a byte order mark; of the bytes given, or of the Decoder
  std::string_view encoding;  // WHATWG name in its own spelling, e.g. "windows-1251"; static storage
  EncodingSource source;
};

// Decodes pages one after the other and keeps its buffer between them. One per thread.
class Decoder {
 public:
  Decoder();
  ~Decoder();
  Decoder(Decoder&&) noexcept;
  Decoder& operator=(Decoder&&) noexcept;

  // `bytes` must stay alive as long as the answer is used; the answer is valid until the next call.
  // Malformed sequences become U+FFFD. UTF-8 that was encoded a second time ("â€™" for "’") is read as it was
  // meant, unless hints.encoding says how to read it. Only an unknown hints.encoding or a breach of
  // max_input_bytes (of the decoded text) is an error.
  Result<Decoded> decode(std::string_view bytes, const DecodeHints& hints, const Limits& limits);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// The WHATWG encoding for a label such as "latin1" or " UTF8 ", or "" for an unknown one.
std::string_view encoding_for_label(std::string_view label);

}  // namespace clean_article::text
