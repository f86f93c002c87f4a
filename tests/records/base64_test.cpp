#include "records/base64.hpp"

#include "catch.hpp"

namespace clean_article::records {
namespace {

TEST_CASE("base64 is read in both alphabets, in lines and without padding") {
  CHECK(decode_base64("") == "");
  CHECK(decode_base64("YQ==") == "a");
  CHECK(decode_base64("YWI") == "ab");
  CHECK(decode_base64("YW\r\nJj\n") == "abc");
  CHECK(decode_base64("-_+/") == decode_base64("+/-_"));
}

TEST_CASE("what is no base64 is nothing") {
  CHECK_FALSE(decode_base64("a*b"));
  CHECK_FALSE(decode_base64("YQ==YQ=="));
}

}  // namespace
}  // namespace clean_article::records
