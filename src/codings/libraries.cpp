// The libraries that undo codings, each behind a Coding.
#include <zlib.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "codings/coding.hpp"
#include "codings/library.hpp"

// Of <brotli/decode.h>, <zstd.h>, <lz4frame.h> and <libdeflate.h>: what they have promised since their
// versions 1.0, so that building needs none of them.
extern "C" {
struct libdeflate_decompressor;
struct BrotliDecoderStateStruct;
struct ZSTD_DCtx_s;
struct LZ4F_dctx_s;
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

struct Zlib {
  decltype(&::inflateInit2_) init = nullptr;
  decltype(&::inflate) inflate = nullptr;
  decltype(&::inflateReset2) reset = nullptr;
  decltype(&::inflateEnd) end = nullptr;
  bool is_here = false;
};

const Zlib& zlib() {
  return loaded<Zlib>("libz.so.1", [](Zlib& z, Library& library) {
    library.find(z.init, "inflateInit2_");
    library.find(z.inflate, "inflate");
    library.find(z.reset, "inflateReset2");
    library.find(z.end, "inflateEnd");
  });
}

// Undoes members of gzip that are whole in memory, twice as fast as zlib does.
struct Libdeflate {
  libdeflate_decompressor* (*create)() = nullptr;
  int (*decompress)(libdeflate_decompressor*, const void*, std::size_t, void*, std::size_t, std::size_t*,
                    std::size_t*) = nullptr;
  void (*destroy)(libdeflate_decompressor*) = nullptr;
  bool is_here = false;
};

const Libdeflate& libdeflate() {
  return loaded<Libdeflate>("libdeflate.so.0", [](Libdeflate& l, Library& library) {
    library.find(l.create, "libdeflate_alloc_decompressor");
    library.find(l.decompress, "libdeflate_gzip_decompress_ex");
    library.find(l.destroy, "libdeflate_free_decompressor");
  });
}

constexpr int kWindowBits = 15;
constexpr int kGzip = kWindowBits + 16;  // as zlib wants it told
constexpr int kZlibFrame = kWindowBits;
constexpr int kNoFrame = -kWindowBits;

// The codings below are made only where their library is here (is_here), so that no function is missing.
// NOLINTBEGIN(clang-analyzer-core.CallAndMessage)

class Inflating : public Coding {
 public:
  explicit Inflating(bool is_gzip) : is_gzip_(is_gzip), is_framed_(is_gzip) {
    zlib().init(&stream_, is_gzip ? kGzip : kZlibFrame, ZLIB_VERSION, static_cast<int>(sizeof stream_));
  }
  ~Inflating() override { zlib().end(&stream_); }
  Inflating(const Inflating&) = delete;
  Inflating& operator=(const Inflating&) = delete;

  Step step(std::string_view& in, std::span<char> out, std::size_t& made) override {
    if (is_framed_) return inflate(in, out, made);
    // The first two bytes tell how the rest is to be read.
    for (; head_.size() < 2 && !in.empty(); in.remove_prefix(1)) head_ += in.front();
    if (head_.size() < 2) return Step::kGoesOn;
    is_framed_ = true;
    if (!begins_zlib_frame()) zlib().reset(&stream_, kNoFrame);
    std::string_view head = head_;
    const Step first = inflate(head, out, made);
    return first == Step::kGoesOn ? inflate(in, out.subspan(made), made) : first;
  }

  bool take_member(std::string_view& in, std::string& out) override {
    if (!is_gzip_ || !libdeflate().is_here) return false;
    if (whole_ == nullptr) whole_.reset(libdeflate().create());
    if (whole_ == nullptr) return false;
    enum Answer { kDone, kDamaged, kNotFilled, kNoRoom };  // as the library numbers them
    for (std::size_t room = std::max(room_.size(), kLeastRoomBytes); room <= kMostMemberBytes; room *= 4) {
      if (room_.size() < room) room_ = std::vector<char>(room);
      std::size_t taken = 0;
      std::size_t made = 0;
      const int answer =
          libdeflate().decompress(whole_.get(), in.data(), in.size(), room_.data(), room, &taken, &made);
      if (answer == kNoRoom) continue;
      if (answer != kDone) return false;
      out.append(room_.data(), made);
      in.remove_prefix(taken);
      return true;
    }
    return false;
  }

  bool may_go_on(std::string_view bytes) const override { return is_gzip_ && bytes.front() == 0x1F; }

 private:
  static constexpr std::size_t kLeastRoomBytes = kMostMemberBytes / 16;

  struct FreeWhole {
    void operator()(libdeflate_decompressor* state) const { libdeflate().destroy(state); }
  };

  Step inflate(std::string_view& in, std::span<char> out, std::size_t& made) {
    if (has_ended_) zlib().reset(&stream_, kGzip);
    has_ended_ = false;
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(in.data()));
    stream_.avail_in = static_cast<uInt>(in.size());
    stream_.next_out = reinterpret_cast<Bytef*>(out.data());
    stream_.avail_out = static_cast<uInt>(out.size());
    const int code = zlib().inflate(&stream_, Z_NO_FLUSH);
    in.remove_prefix(in.size() - stream_.avail_in);
    made += out.size() - stream_.avail_out;
    if (code != Z_OK && code != Z_STREAM_END && code != Z_BUF_ERROR) return Step::kDamaged;
    has_ended_ = code == Z_STREAM_END;
    return has_ended_ ? Step::kEnds : Step::kGoesOn;
  }

  bool begins_zlib_frame() const {
    const unsigned first = static_cast<unsigned char>(head_[0]);
    const unsigned second = static_cast<unsigned char>(head_[1]);
    return (first & 0x0F) == Z_DEFLATED && (first << 8 | second) % 31 == 0;  // RFC 1950
  }

  bool is_gzip_;
  bool is_framed_;
  bool has_ended_ = false;
  std::string head_;
  z_stream stream_{};
  std::unique_ptr<libdeflate_decompressor, FreeWhole> whole_;
  std::vector<char> room_;  // for a member taken at once
};

struct Brotli {
  BrotliDecoderStateStruct* (*create)(void*, void*, void*) = nullptr;
  int (*decompress)(BrotliDecoderStateStruct*, std::size_t*, const std::uint8_t**, std::size_t*,
                    std::uint8_t**, std::size_t*) = nullptr;
  void (*destroy)(BrotliDecoderStateStruct*) = nullptr;
  bool is_here = false;
};

const Brotli& brotli() {
  return loaded<Brotli>("libbrotlidec.so.1", [](Brotli& b, Library& library) {
    library.find(b.create, "BrotliDecoderCreateInstance");
    library.find(b.decompress, "BrotliDecoderDecompressStream");
    library.find(b.destroy, "BrotliDecoderDestroyInstance");
  });
}

class Unbrotling : public Coding {
 public:
  Unbrotling() : state_(brotli().create(nullptr, nullptr, nullptr), brotli().destroy) {}

  Step step(std::string_view& in, std::span<char> out, std::size_t& made) override {
    enum Answer { kError, kDone, kWantsMore, kHasMore };  // as the library numbers them
    std::size_t in_bytes = in.size();
    const auto* next_in = reinterpret_cast<const std::uint8_t*>(in.data());
    std::size_t room = out.size();
    auto* next_out = reinterpret_cast<std::uint8_t*>(out.data());
    const int answer = brotli().decompress(state_.get(), &in_bytes, &next_in, &room, &next_out, nullptr);
    in.remove_prefix(in.size() - in_bytes);
    made += out.size() - room;
    if (answer == kError) return Step::kDamaged;
    return answer == kDone ? Step::kEnds : Step::kGoesOn;
  }

  bool may_go_on(std::string_view /*bytes*/) const override { return false; }

 private:
  std::unique_ptr<BrotliDecoderStateStruct, void (*)(BrotliDecoderStateStruct*)> state_;
};

struct Zstd {
  ZSTD_DCtx_s* (*create)() = nullptr;
  std::size_t (*decompress)(ZSTD_DCtx_s*, ZSTD_outBuffer_s*, ZSTD_inBuffer_s*) = nullptr;
  std::size_t (*load_dictionary)(ZSTD_DCtx_s*, const void*, std::size_t) = nullptr;
  unsigned (*is_error)(std::size_t) = nullptr;
  std::size_t (*destroy)(ZSTD_DCtx_s*) = nullptr;
  bool is_here = false;
};

const Zstd& zstd() {
  return loaded<Zstd>("libzstd.so.1", [](Zstd& z, Library& library) {
    library.find(z.create, "ZSTD_createDStream");
    library.find(z.decompress, "ZSTD_decompressStream");
    library.find(z.load_dictionary, "ZSTD_DCtx_loadDictionary");
    library.find(z.is_error, "ZSTD_isError");
    library.find(z.destroy, "ZSTD_freeDStream");
  });
}

class Unzstding : public Coding {
 public:
  Unzstding() : state_(zstd().create(), zstd().destroy) {}

  Step step(std::string_view& in, std::span<char> out, std::size_t& made) override {
    ZSTD_inBuffer_s from{in.data(), in.size(), 0};
    ZSTD_outBuffer_s into{out.data(), out.size(), 0};
    // It takes no more than it has room for, and may stop before all is taken although room is left.
    while (true) {
      const std::size_t before = from.pos + into.pos;
      const std::size_t wanted = zstd().decompress(state_.get(), &into, &from);
      const bool is_error = zstd().is_error(wanted) != 0;
      const bool is_full = into.pos == into.size;
      const bool is_stuck = from.pos + into.pos == before || from.pos == from.size;
      if (!is_error && wanted != 0 && !is_full && !is_stuck) continue;
      in.remove_prefix(from.pos);
      made += into.pos;
      if (is_error) return Step::kDamaged;
      return wanted == 0 ? Step::kEnds : Step::kGoesOn;
    }
  }

  bool may_go_on(std::string_view /*bytes*/) const override { return true; }

  bool use_dictionary(std::string_view dictionary) override {
    return zstd().is_error(zstd().load_dictionary(state_.get(), dictionary.data(), dictionary.size())) == 0;
  }

 private:
  std::unique_ptr<ZSTD_DCtx_s, std::size_t (*)(ZSTD_DCtx_s*)> state_;
};

struct Lz4 {
  std::size_t (*create)(LZ4F_dctx_s**, unsigned) = nullptr;
  std::size_t (*decompress)(LZ4F_dctx_s*, void*, std::size_t*, const void*, std::size_t*,
                            const void*) = nullptr;
  unsigned (*is_error)(std::size_t) = nullptr;
  std::size_t (*destroy)(LZ4F_dctx_s*) = nullptr;
  bool is_here = false;
};

const Lz4& lz4() {
  return loaded<Lz4>("liblz4.so.1", [](Lz4& l, Library& library) {
    library.find(l.create, "LZ4F_createDecompressionContext");
    library.find(l.decompress, "LZ4F_decompress");
    library.find(l.is_error, "LZ4F_isError");
    library.find(l.destroy, "LZ4F_freeDecompressionContext");
  });
}

class Unlz4ing : public Coding {
 public:
  Unlz4ing() {
    constexpr unsigned kVersion = 100;  // LZ4F_VERSION
    if (lz4().is_error(lz4().create(&state_, kVersion)) != 0) state_ = nullptr;
  }
  ~Unlz4ing() override { lz4().destroy(state_); }
  Unlz4ing(const Unlz4ing&) = delete;
  Unlz4ing& operator=(const Unlz4ing&) = delete;

  Step step(std::string_view& in, std::span<char> out, std::size_t& made) override {
    if (state_ == nullptr) return Step::kDamaged;
    while (true) {
      std::size_t room = out.size();
      std::size_t taken = in.size();
      const std::size_t wanted = lz4().decompress(state_, out.data(), &room, in.data(), &taken, nullptr);
      if (lz4().is_error(wanted) != 0) return Step::kDamaged;
      in.remove_prefix(taken);
      out = out.subspan(room);
      made += room;
      if (wanted == 0) return Step::kEnds;
      if (out.empty() || in.empty() || room + taken == 0) return Step::kGoesOn;
    }
  }

  bool may_go_on(std::string_view /*bytes*/) const override { return true; }

 private:
  LZ4F_dctx_s* state_ = nullptr;
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

std::unique_ptr<Coding> make_lz4_coding() {
  return lz4().is_here ? std::make_unique<Unlz4ing>() : nullptr;
}

}  // namespace clean_article::codings
