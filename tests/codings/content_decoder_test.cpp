#include "codings/content_decoder.hpp"

#include <array>

#include "catch.hpp"
#include "compressed.hpp"

using namespace clean_article;
using namespace clean_article::test;
using codings::ContentDecoder;
using codings::Decoding;

namespace {

struct Undone {
  Decoding decoding = Decoding::kGoesOn;
  std::string bytes;
  bool is_complete = false;
};

// `sent` undone in pieces of so many bytes.
Undone undo(const std::string& codings, std::string_view sent, std::size_t piece = 7) {
  auto decoder = ContentDecoder::create(codings);
  REQUIRE(decoder.ok());
  Undone undone;
  const auto sink = [&](std::string_view bytes) {
    undone.bytes += bytes;
    return true;
  };
  for (; !sent.empty() && undone.decoding == Decoding::kGoesOn;
       sent.remove_prefix(std::min(piece, sent.size())))
    undone.decoding = decoder->feed(sent.substr(0, piece), sink);
  undone.is_complete = undone.decoding == Decoding::kGoesOn && decoder->is_complete();
  return undone;
}

struct Row {
  std::string codings;
  std::string sent;
};

const std::string kPage = "<p>Bread, bread, bread and the smell of it.</p>";

std::vector<Row> rows() {
  return {{"gzip", gzip(kPage)},
          {"X-GZIP", gzip(kPage)},
          {"deflate", deflated(kPage, kZlibWindow)},
          {"deflate", deflated(kPage, kRawWindow)},
          {"br", brotli(kPage)},
          {"zstd", zstd(kPage)},
          {"identity, gzip", gzip(kPage)},
          {"br, gzip", gzip(brotli(kPage))},
          {"gzip, zstd", zstd(gzip(kPage))}};
}

}  // namespace

TEST_CASE("each coding is undone, in pieces of any size") {
  for (const auto& [codings, sent] : rows()) {
    for (const std::size_t piece : {std::size_t{1}, std::size_t{2}, std::size_t{7}, sent.size()}) {
      CAPTURE(codings, piece);
      const Undone undone = undo(codings, sent, piece);
      CHECK(undone.bytes == kPage);
      CHECK(undone.is_complete);
    }
  }
}

TEST_CASE("a stream that breaks off anywhere is not complete") {
  for (const auto& [codings, sent] : rows()) {
    for (std::size_t bytes = 1; bytes < sent.size(); ++bytes) {
      CAPTURE(codings, bytes, sent.size());
      CHECK_FALSE(undo(codings, std::string_view(sent).substr(0, bytes)).is_complete);
    }
  }
}

TEST_CASE("no byte at all is an empty page") {
  CHECK(undo("gzip", "").is_complete);
}

TEST_CASE("what expands much comes out whole") {
  const std::string large(1'000'000, 'x');
  for (const std::size_t piece : {std::size_t{100}, std::size_t{100'000}}) {
    const Undone undone = undo("gzip", gzip(large), piece);
    CHECK(undone.bytes == large);
    CHECK(undone.is_complete);
  }
}

TEST_CASE("members of gzip follow each other, and what stands behind the last is no part of the page") {
  CHECK(undo("gzip", gzip("<p>one") + gzip("<p>two")).bytes == "<p>one<p>two");
  CHECK_FALSE(undo("gzip", gzip("<p>one") + gzip("<p>two").substr(0, 12)).is_complete);
  const Undone behind = undo("gzip", gzip("<p>one") + "\r\n\r\n");
  CHECK(behind.bytes == "<p>one");
  CHECK(behind.is_complete);
}

TEST_CASE("damaged bytes are told") {
  for (const char* codings : {"gzip", "br", "zstd"}) {
    CAPTURE(codings);
    CHECK(undo(codings, "this is no compressed stream at all, but plain text").decoding ==
          Decoding::kDamaged);
  }
  std::string damaged = gzip(kPage);
  damaged[damaged.size() - 6] ^= 1;  // its check sum
  CHECK(undo("gzip", damaged).decoding == Decoding::kDamaged);
}

TEST_CASE("a coding that is unknown, and too many, are refused") {
  CHECK_FALSE(ContentDecoder::create("compress").ok());
  CHECK_FALSE(ContentDecoder::create("gzip, sdch").ok());
  CHECK_FALSE(ContentDecoder::create("gzip, gzip, gzip, gzip").ok());
  const auto none = ContentDecoder::create(" , identity,");
  REQUIRE(none.ok());
  CHECK(none->is_identity());
}

TEST_CASE("who has enough stops the decoder") {
  auto decoder = ContentDecoder::create("gzip, gzip");
  REQUIRE(decoder.ok());
  const auto enough = [](std::string_view) { return false; };
  CHECK(decoder->feed(gzip(gzip(std::string(100'000, 'x'))), enough) == Decoding::kStopped);
}

TEST_CASE("a step takes no more than it has room for, and says where a member ends") {
  auto coding = codings::make_gzip_coding();
  const std::string sent = gzip(std::string(1000, 'a')) + gzip("b");
  std::string_view in = sent;
  std::array<char, 600> room{};
  std::size_t made = 0;
  CHECK(coding->step(in, room, made) == codings::Step::kGoesOn);
  CHECK(made == 600);
  made = 0;
  CHECK(coding->step(in, room, made) == codings::Step::kEnds);
  CHECK(made == 400);
  CHECK(in == gzip("b"));
  CHECK(coding->may_go_on(in));
}

TEST_CASE("frames of LZ4 follow each other") {
  // One stored block: magic, descriptor without checksums, its own check byte, size, bytes, end mark.
  const std::string frame(
      "\x04\x22\x4D\x18\x60\x40\x82\x03\0\0\x80"
      "abc"
      "\0\0\0\0",
      18);
  auto coding = codings::make_lz4_coding();
  REQUIRE(coding != nullptr);
  const std::string sent = frame + frame;
  std::string_view in = sent;
  std::array<char, 100> room{};
  for (int i = 0; i < 2; ++i) {
    std::size_t made = 0;
    CHECK(coding->step(in, room, made) == codings::Step::kEnds);
    CHECK(std::string_view(room.data(), made) == "abc");
  }
  CHECK(in.empty());
  in = "no frame at all";
  std::size_t made = 0;
  CHECK(coding->step(in, room, made) == codings::Step::kDamaged);
}

TEST_CASE("a body may be compressed three times") {
  CHECK(undo("gzip, gzip, gzip", gzip(gzip(gzip(kPage)))).bytes == kPage);
  CHECK_FALSE(ContentDecoder::create("gzip, gzip, gzip, gzip").ok());
}
