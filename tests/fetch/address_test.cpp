#include "fetch/address.hpp"

#include <netinet/in.h>
#include <sys/un.h>

#include "catch.hpp"

using namespace clean_article::fetch;

TEST_CASE("addresses of the internet are public") {
  for (const char* address :
       {"1.1.1.1",         "9.255.255.255",       "11.0.0.0",    "100.63.255.255", "100.128.0.0",
        "126.0.0.1",       "128.0.0.1",           "169.253.0.1", "172.15.255.255", "172.32.0.0",
        "192.167.0.1",     "192.169.0.1",         "198.17.0.1",  "198.20.0.0",     "223.255.255.255",
        "2606:4700::1111", "[2a00:1450:4001::1]", "2001:200::1", "::ffff:1.1.1.1", "64:ff9b::808:808"}) {
    CAPTURE(address);
    CHECK(is_public_address(address) == true);
  }
}

TEST_CASE("all other addresses are not") {
  for (const char* address : {"0.0.0.0",
                              "10.0.0.1",
                              "10.255.255.255",
                              "100.64.0.1",
                              "100.127.255.255",
                              "127.0.0.1",
                              "127.255.255.255",
                              "169.254.169.254",
                              "172.16.0.1",
                              "172.31.255.255",
                              "192.0.0.1",
                              "192.0.2.1",
                              "192.88.99.1",
                              "192.168.1.1",
                              "198.18.0.1",
                              "198.19.255.255",
                              "198.51.100.1",
                              "203.0.113.1",
                              "224.0.0.1",
                              "239.255.255.255",
                              "240.0.0.1",
                              "255.255.255.255",
                              "::",
                              "::1",
                              "[::1]",
                              "::127.0.0.1",
                              "::ffff:10.0.0.1",
                              "::ffff:169.254.169.254",
                              "64:ff9b::a00:1",
                              "64:ff9b:1::1",
                              "100::1",
                              "2001::1",
                              "2001:db8::1",
                              "2002:101:101::1",
                              "3fff::1",
                              "4000::1",
                              "fc00::1",
                              "fd12::1",
                              "fe80::1",
                              "fe80::1%eth0",
                              "fec0::1",
                              "ff02::1"}) {
    CAPTURE(address);
    CHECK(is_public_address(address) == false);
  }
}

TEST_CASE("names are no addresses") {
  for (const char* name : {"", "example.org", "localhost", "127.1", "2130706433", "1.2.3.4.5", "[", "]"}) {
    CAPTURE(name);
    CHECK_FALSE(is_public_address(name).has_value());
  }
}

TEST_CASE("socket addresses are judged and written as text") {
  sockaddr_in four{};
  four.sin_family = AF_INET;
  four.sin_addr.s_addr = htonl(0x01020304);
  const auto& generic_four = reinterpret_cast<const sockaddr&>(four);
  CHECK(is_public_address(generic_four));
  CHECK(address_text(generic_four) == "1.2.3.4");

  sockaddr_in6 six{};
  six.sin6_family = AF_INET6;
  six.sin6_addr = in6addr_loopback;
  const auto& generic_six = reinterpret_cast<const sockaddr&>(six);
  CHECK_FALSE(is_public_address(generic_six));
  CHECK(address_text(generic_six) == "::1");

  sockaddr_un local{};
  local.sun_family = AF_UNIX;
  const auto& generic_local = reinterpret_cast<const sockaddr&>(local);
  CHECK_FALSE(is_public_address(generic_local));
  CHECK(address_text(generic_local).empty());
}
