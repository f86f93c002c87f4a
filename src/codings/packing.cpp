#include "codings/packing.hpp"

#include <zlib.h>

#include <array>
#include <cstddef>

#include "codings/library.hpp"

// Of <zstd.h>: what it has promised since its version 1.4, so that building does not need it.
extern "C" {
struct ZSTD_CCtx_s;
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

namespace clean_article::codings {
namespace {

constexpr std::size_t kPieceBytes = std::size_t{64} << 10;

struct Zlib {
  decltype(&::deflateInit2_) init = nullptr;
  decltype(&::deflate) deflate = nullptr;
  decltype(&::deflateReset) reset = nullptr;
  decltype(&::deflateEnd) end = nullptr;
  bool is_here = false;
};

const Zlib& zlib() {
  return loaded<Zlib>("libz.so.1", [](Zlib& z, Library& library) {
    library.find(z.init, "deflateInit2_");
    library.find(z.deflate, "deflate");
    library.find(z.reset, "deflateReset");
    library.find(z.end, "deflateEnd");
  });
}

struct Zstd {
  ZSTD_CCtx_s* (*create)() = nullptr;
  std::size_t (*compress)(ZSTD_CCtx_s*, ZSTD_outBuffer_s*, ZSTD_inBuffer_s*, int) = nullptr;
  unsigned (*is_error)(std::size_t) = nullptr;
  std::size_t (*destroy)(ZSTD_CCtx_s*) = nullptr;
  bool is_here = false;
};

const Zstd& zstd() {
  return loaded<Zstd>("libzstd.so.1", [](Zstd& z, Library& library) {
    library.find(z.create, "ZSTD_createCCtx");
    library.find(z.compress, "ZSTD_compressStream2");
    library.find(z.is_error, "ZSTD_isError");
    library.find(z.destroy, "ZSTD_freeCCtx");
  });
}

// Both are made only where their library is here (is_here), so that no function is missing.
// NOLINTBEGIN(clang-analyzer-core.CallAndMessage)

class Gzip : public Packing {
 public:
  Gzip() {
    constexpr int kGzipWindow = 15 + 16;  // as zlib wants it told
    constexpr int kUsualMemory = 8;
    zlib().init(&stream_, Z_DEFAULT_COMPRESSION, Z_DEFLATED, kGzipWindow, kUsualMemory, Z_DEFAULT_STRATEGY,
                ZLIB_VERSION, static_cast<int>(sizeof stream_));
  }
  ~Gzip() override { zlib().end(&stream_); }
  Gzip(const Gzip&) = delete;
  Gzip& operator=(const Gzip&) = delete;

  bool add(std::string_view bytes, std::string& out) override { return run(bytes, Z_NO_FLUSH, out); }
  bool end_member(std::string& out) override {
    return run({}, Z_FINISH, out) && zlib().reset(&stream_) == Z_OK;
  }

 private:
  bool run(std::string_view bytes, int flush, std::string& out) {
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream_.avail_in = static_cast<uInt>(bytes.size());
    std::array<char, kPieceBytes> piece{};
    int code = Z_OK;
    do {
      stream_.next_out = reinterpret_cast<Bytef*>(piece.data());
      stream_.avail_out = static_cast<uInt>(piece.size());
      code = zlib().deflate(&stream_, flush);
      if (code == Z_STREAM_ERROR) return false;
      out.append(piece.data(), piece.size() - stream_.avail_out);
    } while (stream_.avail_out == 0);
    return flush != Z_FINISH || code == Z_STREAM_END;
  }

  z_stream stream_{};
};

class ZstdFrames : public Packing {
 public:
  ZstdFrames() : state_(zstd().create(), zstd().destroy) {}

  bool add(std::string_view bytes, std::string& out) override {
    return run(bytes, 0, out);  // ZSTD_e_continue
  }
  bool end_member(std::string& out) override {
    return run({}, 2, out);  // ZSTD_e_end
  }

 private:
  bool run(std::string_view bytes, int operation, std::string& out) {
    ZSTD_inBuffer_s from{bytes.data(), bytes.size(), 0};
    std::array<char, kPieceBytes> piece{};
    while (true) {
      ZSTD_outBuffer_s into{piece.data(), piece.size(), 0};
      const std::size_t left = zstd().compress(state_.get(), &into, &from, operation);
      if (zstd().is_error(left) != 0) return false;
      out.append(piece.data(), into.pos);
      if (operation == 0 ? from.pos == from.size : left == 0) return true;
    }
  }

  std::unique_ptr<ZSTD_CCtx_s, std::size_t (*)(ZSTD_CCtx_s*)> state_;
};

// NOLINTEND(clang-analyzer-core.CallAndMessage)

}  // namespace

std::unique_ptr<Packing> make_gzip_packing() {
  return zlib().is_here ? std::make_unique<Gzip>() : nullptr;
}

std::unique_ptr<Packing> make_zstd_packing() {
  return zstd().is_here ? std::make_unique<ZstdFrames>() : nullptr;
}

}  // namespace clean_article::codings
