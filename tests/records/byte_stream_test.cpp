// A file as one run of bytes: what is given away, and what stays.
#include "records/byte_stream.hpp"

#include <string>

#include "catch.hpp"
#include "compressed.hpp"
#include "streams.hpp"

namespace clean_article::records {
namespace {

using test::gzip;
using testing::stream_of;

constexpr std::size_t kPeekedBytes = std::size_t{1} << 20;

TEST_CASE("What was peeked at is given away where it stands") {
  std::string page(300'000, 'a');
  page.back() = 'z';
  for (const bool is_packed : {false, true}) {
    const auto stream = stream_of(is_packed ? gzip(page) : page);
    const char* const where = stream->peek(kPeekedBytes).data();
    const std::string taken = stream->take_peeked();
    CHECK(taken == page);
    CHECK(taken.data() == where);
    CHECK(stream->peek(1).empty());
    CHECK(stream->gap().empty());
  }
}

TEST_CASE("What was skipped is not given away, and what comes later is still to come") {
  const std::string first(200'000, 'a');
  const auto stream = stream_of(gzip(first) + gzip("second"));
  REQUIRE(stream->peek(first.size()) == first);
  stream->skip(first.size() - 2);
  CHECK(stream->take_peeked() == "aa");
  const std::uint64_t second = gzip(first).size();
  CHECK(stream->peek(kPeekedBytes) == "second");
  CHECK(stream->offset() == second);
  CHECK(stream->take_peeked() == "second");
}

TEST_CASE("A stream that is at its end says so as often as it is asked") {
  const auto stream = stream_of(gzip("page"));
  for (int i = 0; i < 3; ++i) CHECK(stream->peek(kPeekedBytes) == "page");
  CHECK(stream->bytes_read() == gzip("page").size());
  CHECK(stream->gap().empty());
}

}  // namespace
}  // namespace clean_article::records
