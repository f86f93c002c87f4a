#include "fetch/codings.hpp"

#include <dlfcn.h>
#include <zlib.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <type_traits>

// Of <brotli/decode.h> and <zstd.h>: what they have promised since their versions 1.0, so that building needs
// neither.
extern "C" {
struct BrotliDecoderStateStruct;
struct ZSTD_DCtx_s;
struct ZSTD_inBuffer_s {
  const void* src;
  std::size_t size;
  std::size_t pos;
};
struct ZSTD_outBuffer_s {
  void* dst;
  std::size_t size;
  std::size_t pos;
};
}

namespace clean_article::fetch {
namespace {

constexpr std::size_t kPieceBytes = std::size_t{64} << 10;  // of decoded bytes handed on at once
using Piece = std::array<char, kPieceBytes>;

class Library {
 public:
  explicit Library(const char* name) : handle_(dlopen(name, RTLD_NOW | RTLD_LOCAL)) {}

  template <typename Function>
  void find(Function& function, const char* name) {
    if (handle_ != nullptr) function = reinterpret_cast<std::decay_t<Function>>(dlsym(handle_, name));
    is_whole_ = is_whole_ && function != nullptr;
  }
  bool is_whole() const { return is_whole_; }

 private:
  void* handle_;
  bool is_whole_ = true;
};

// The functions of a library, found when first asked for; is_here where none is missing.
template <typename Functions>
const Functions& loaded() {
  static const Functions functions = [] {
    Functions found;
    Library library(Functions::kFile);
    found.find_in(library);
    found.is_here = library.is_whole();
    return found;
  }();
  return functions;
}

struct Zlib {
  static constexpr const char* kFile = "libz.so.1";
  decltype(&::inflateInit2_) init = nullptr;
  decltype(&::inflate) inflate = nullptr;
  decltype(&::inflateReset2) reset = nullptr;
  decltype(&::inflateEnd) end = nullptr;
  bool is_here = false;

  void find_in(Library& library) {
    library.find(init, "inflateInit2_");
    library.find(inflate, "inflate");
    library.find(reset, "inflateReset2");
    library.find(end, "inflateEnd");
  }
};

const Zlib& zlib() {
  return loaded<Zlib>();
}

constexpr int kWindowBits = 15;
constexpr int kGzip = kWindowBits + 16;  // as zlib wants it told
constexpr int kZlibFrame = kWindowBits;
constexpr int kNoFrame = -kWindowBits;

// The codings below are made only where their library is here (is_here), so that no function is missing.
// NOLINTBEGIN(clang-analyzer-core.CallAndMessage)

// Hands on what it decodes in pieces.
class PiecewiseCoding : public Coding {
 public:
  bool is_complete() const override { return is_complete_; }

 protected:
  bool is_complete_ = false;
  Piece piece_;
};

class Inflating : public PiecewiseCoding {
 public:
  explicit Inflating(bool is_gzip) : is_gzip_(is_gzip) {
    zlib().init(&stream_, is_gzip ? kGzip : kZlibFrame, ZLIB_VERSION, static_cast<int>(sizeof stream_));
  }
  ~Inflating() override { zlib().end(&stream_); }
  Inflating(const Inflating&) = delete;
  Inflating& operator=(const Inflating&) = delete;

  Decoding feed(std::string_view bytes, const ByteSink& sink) override {
    std::string head;  // the first two bytes tell how the rest is to be read
    if (!is_framed_) {
      head = head_.append(bytes);
      if (head.size() < 2) return Decoding::kGoesOn;
      bytes = head;
      is_framed_ = true;
      if (!is_gzip_ && !begins_zlib_frame(bytes)) zlib().reset(&stream_, kNoFrame);
    }
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream_.avail_in = static_cast<uInt>(bytes.size());
    while (stream_.avail_in > 0 || is_full_) {
      // Members of gzip may follow each other; anything else behind the end is no part of the page.
      if (is_complete_ && !(is_gzip_ && *stream_.next_in == 0x1F)) return Decoding::kGoesOn;
      if (is_complete_) zlib().reset(&stream_, kGzip);
      is_complete_ = false;
      stream_.next_out = reinterpret_cast<Bytef*>(piece_.data());
      stream_.avail_out = static_cast<uInt>(piece_.size());
      const int code = zlib().inflate(&stream_, Z_NO_FLUSH);
      if (code != Z_OK && code != Z_STREAM_END && code != Z_BUF_ERROR) return Decoding::kDamaged;
      is_complete_ = code == Z_STREAM_END;
      is_full_ = stream_.avail_out == 0 && !is_complete_;
      const std::size_t made = piece_.size() - stream_.avail_out;
      if (made > 0 && !sink({piece_.data(), made})) return Decoding::kStopped;
      if (code == Z_BUF_ERROR) break;
    }
    return Decoding::kGoesOn;
  }

 private:
  static bool begins_zlib_frame(std::string_view bytes) {
    const unsigned first = static_cast<unsigned char>(bytes[0]);
    const unsigned second = static_cast<unsigned char>(bytes[1]);
    return (first & 0x0F) == Z_DEFLATED && (first << 8 | second) % 31 == 0;  // RFC 1950
  }

  bool is_gzip_;
  bool is_framed_ = false;
  bool is_full_ = false;  // there may be more to come out than went in
  std::string head_;
  z_stream stream_{};
};

struct Brotli {
  static constexpr const char* kFile = "libbrotlidec.so.1";
  BrotliDecoderStateStruct* (*create)(void*, void*, void*) = nullptr;
  int (*decompress)(BrotliDecoderStateStruct*, std::size_t*, const std::uint8_t**, std::size_t*,
                    std::uint8_t**, std::size_t*) = nullptr;
  void (*destroy)(BrotliDecoderStateStruct*) = nullptr;
  bool is_here = false;

  void find_in(Library& library) {
    library.find(create, "BrotliDecoderCreateInstance");
    library.find(decompress, "BrotliDecoderDecompressStream");
    library.find(destroy, "BrotliDecoderDestroyInstance");
  }
};

const Brotli& brotli() {
  return loaded<Brotli>();
}

class Unbrotling : public PiecewiseCoding {
 public:
  Unbrotling() : state_(brotli().create(nullptr, nullptr, nullptr), brotli().destroy) {}

  Decoding feed(std::string_view bytes, const ByteSink& sink) override {
    enum Answer { kError, kDone, kWantsMore, kHasMore };  // as the library numbers them
    std::size_t in_bytes = bytes.size();
    const auto* in = reinterpret_cast<const std::uint8_t*>(bytes.data());
    for (int answer = kHasMore; answer == kHasMore && !is_complete_;) {
      std::size_t room = piece_.size();
      auto* out = reinterpret_cast<std::uint8_t*>(piece_.data());
      answer = brotli().decompress(state_.get(), &in_bytes, &in, &room, &out, nullptr);
      if (answer == kError) return Decoding::kDamaged;
      is_complete_ = answer == kDone;
      const std::size_t made = piece_.size() - room;
      if (made > 0 && !sink({piece_.data(), made})) return Decoding::kStopped;
    }
    return Decoding::kGoesOn;
  }

 private:
  std::unique_ptr<BrotliDecoderStateStruct, void (*)(BrotliDecoderStateStruct*)> state_;
};

struct Zstd {
  static constexpr const char* kFile = "libzstd.so.1";
  ZSTD_DCtx_s* (*create)() = nullptr;
  std::size_t (*decompress)(ZSTD_DCtx_s*, ZSTD_outBuffer_s*, ZSTD_inBuffer_s*) = nullptr;
  unsigned (*is_error)(std::size_t) = nullptr;
  std::size_t (*destroy)(ZSTD_DCtx_s*) = nullptr;
  bool is_here = false;

  void find_in(Library& library) {
    library.find(create, "ZSTD_createDStream");
    library.find(decompress, "ZSTD_decompressStream");
    library.find(is_error, "ZSTD_isError");
    library.find(destroy, "ZSTD_freeDStream");
  }
};

const Zstd& zstd() {
  return loaded<Zstd>();
}

class Unzstding : public PiecewiseCoding {
 public:
  Unzstding() : state_(zstd().create(), zstd().destroy) {}

  Decoding feed(std::string_view bytes, const ByteSink& sink) override {
    ZSTD_inBuffer_s in{bytes.data(), bytes.size(), 0};
    bool is_full = true;
    while (in.pos < in.size || is_full) {
      ZSTD_outBuffer_s out{piece_.data(), piece_.size(), 0};
      const std::size_t wanted = zstd().decompress(state_.get(), &out, &in);
      if (zstd().is_error(wanted) != 0) return Decoding::kDamaged;
      // Where nothing came out at the end of the input it only asks for the next frame.
      if (out.pos > 0 || in.pos > 0) is_complete_ = wanted == 0;
      is_full = out.pos == out.size && wanted != 0;
      if (out.pos > 0 && !sink({piece_.data(), out.pos})) return Decoding::kStopped;
    }
    return Decoding::kGoesOn;
  }

 private:
  std::unique_ptr<ZSTD_DCtx_s, std::size_t (*)(ZSTD_DCtx_s*)> state_;
};

// NOLINTEND(clang-analyzer-core.CallAndMessage)

}  // namespace

std::unique_ptr<Coding> make_gzip_coding() {
  return zlib().is_here ? std::make_unique<Inflating>(true) : nullptr;
}

std::unique_ptr<Coding> make_deflate_coding() {
  return zlib().is_here ? std::make_unique<Inflating>(false) : nullptr;
}

std::unique_ptr<Coding> make_brotli_coding() {
  return brotli().is_here ? std::make_unique<Unbrotling>() : nullptr;
}

std::unique_ptr<Coding> make_zstd_coding() {
  return zstd().is_here ? std::make_unique<Unzstding>() : nullptr;
}

}  // namespace clean_article::fetch
