// Bodies compressed for tests. brotli and zstd are made by hand, uncompressed inside their frames: the tests
// need no libraries that write them.
#pragma once

#include <zlib.h>

#include <string>
#include <string_view>

#include "catch.hpp"

namespace clean_article::test {

inline constexpr int kGzipWindow = 15 + 16;  // as zlib wants it told
inline constexpr int kZlibWindow = 15;
inline constexpr int kRawWindow = -15;

inline std::string deflated(std::string_view bytes, int window) {
  z_stream stream{};
  REQUIRE(deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, window, 9, Z_DEFAULT_STRATEGY) == Z_OK);
  std::string out(deflateBound(&stream, static_cast<uLong>(bytes.size())), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  REQUIRE(deflate(&stream, Z_FINISH) == Z_STREAM_END);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

inline std::string gzip(std::string_view bytes) {
  return deflated(bytes, kGzipWindow);
}

inline void append_little_endian(unsigned value, int bytes, std::string& out) {
  for (; bytes > 0; --bytes, value >>= 8) out += static_cast<char>(value & 0xFF);
}

// RFC 7932: a window of 16 bits, one stored block, an empty last one. 1 to 65,536 bytes.
inline std::string brotli(std::string_view bytes) {
  std::string out;
  append_little_endian(static_cast<unsigned>(bytes.size() - 1) << 4 | 1U << 20, 3, out);
  return out.append(bytes) + '\x03';
}

// RFC 8878: one frame of known size, one raw block. At most 255 bytes.
inline std::string zstd(std::string_view bytes) {
  std::string out("\x28\xB5\x2F\xFD\x20");
  out += static_cast<char>(bytes.size());
  append_little_endian(static_cast<unsigned>(bytes.size()) << 3 | 1U, 3, out);
  return out.append(bytes);
}

}  // namespace clean_article::test
