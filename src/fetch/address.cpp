// The ranges are those of IANA's special-purpose address registries.
#include "fetch/address.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

namespace clean_article::fetch {
namespace {

using Ipv4 = std::uint32_t;  // in host order
using Ipv6 = std::array<std::uint8_t, 16>;

constexpr Ipv4 ipv4(unsigned a, unsigned b, unsigned c, unsigned d) {
  return a << 24 | b << 16 | c << 8 | d;
}

struct Ipv4Range {
  Ipv4 first;
  unsigned prefix_bits;
};

constexpr Ipv4Range kNotPublic[] = {
    {ipv4(0, 0, 0, 0), 8},        // "this network"
    {ipv4(10, 0, 0, 0), 8},       // private
    {ipv4(100, 64, 0, 0), 10},    // shared: carrier-grade NAT
    {ipv4(127, 0, 0, 0), 8},      // loopback
    {ipv4(169, 254, 0, 0), 16},   // link-local, cloud metadata among it
    {ipv4(172, 16, 0, 0), 12},    // private
    {ipv4(192, 0, 0, 0), 24},     // protocol assignments
    {ipv4(192, 0, 2, 0), 24},     // documentation
    {ipv4(192, 88, 99, 0), 24},   // 6to4 relays
    {ipv4(192, 168, 0, 0), 16},   // private
    {ipv4(198, 18, 0, 0), 15},    // benchmarks
    {ipv4(198, 51, 100, 0), 24},  // documentation
    {ipv4(203, 0, 113, 0), 24},   // documentation
    {ipv4(224, 0, 0, 0), 4},      // multicast
    {ipv4(240, 0, 0, 0), 4},      // reserved, broadcast among it
};

struct Ipv6Range {
  std::array<std::uint16_t, 3> first;  // the leading groups; the rest is zero
  unsigned prefix_bits;
};

constexpr Ipv6Range kPublicIpv6 = {{0x2000, 0, 0}, 3};  // everything assigned to the internet so far
constexpr Ipv6Range kNotPublicIpv6[] = {
    {{0x2001, 0, 0}, 23},       // protocol assignments: Teredo, benchmarks, ORCHID
    {{0x2001, 0x0DB8, 0}, 32},  // documentation
    {{0x2002, 0, 0}, 16},       // 6to4
    {{0x3FFF, 0, 0}, 20},       // documentation
};

// IPv6 prefixes of 96 bits whose last 32 bits are an IPv4 address.
constexpr std::array<std::uint8_t, 12> kMapped = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF};
constexpr std::array<std::uint8_t, 12> kNat64 = {0x00, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0};

bool is_public(Ipv4 address) {
  return std::none_of(std::begin(kNotPublic), std::end(kNotPublic), [&](const Ipv4Range& range) {
    return (address ^ range.first) >> (32 - range.prefix_bits) == 0;
  });
}

bool is_within(const Ipv6& address, const Ipv6Range& range) {
  for (unsigned bit = 0; bit < range.prefix_bits; ++bit) {
    const unsigned in_address = address[bit / 8] >> (7 - bit % 8) & 1u;
    const unsigned in_range = range.first[bit / 16] >> (15 - bit % 16) & 1u;
    if (in_address != in_range) return false;
  }
  return true;
}

bool is_public(const Ipv6& address) {
  for (const auto& prefix : {kMapped, kNat64}) {
    if (!std::equal(prefix.begin(), prefix.end(), address.begin())) continue;
    return is_public(ipv4(address[12], address[13], address[14], address[15]));
  }
  return is_within(address, kPublicIpv6) &&
         std::none_of(std::begin(kNotPublicIpv6), std::end(kNotPublicIpv6),
                      [&](const Ipv6Range& range) { return is_within(address, range); });
}

bool is_public(const in_addr& address) {
  return is_public(Ipv4{ntohl(address.s_addr)});
}

bool is_public(const in6_addr& address) {
  Ipv6 bytes;
  std::memcpy(bytes.data(), &address, bytes.size());
  return is_public(bytes);
}

// A sockaddr is read by copying: it may be less aligned than the family's own struct.
template <typename T>
T as(const sockaddr& address) {
  T copy;
  std::memcpy(&copy, &address, sizeof copy);
  return copy;
}

}  // namespace

bool is_public_address(const sockaddr& address) {
  if (address.sa_family == AF_INET) return is_public(as<sockaddr_in>(address).sin_addr);
  if (address.sa_family == AF_INET6) return is_public(as<sockaddr_in6>(address).sin6_addr);
  return false;
}

std::optional<bool> is_public_address(std::string_view text) {
  if (text.starts_with('[') && text.ends_with(']')) text = text.substr(1, text.size() - 2);
  const std::string address(text.substr(0, text.find('%')));  // a zone such as "%eth0" changes nothing
  in_addr four{};
  if (inet_pton(AF_INET, address.c_str(), &four) == 1) return is_public(four);
  in6_addr six{};
  if (inet_pton(AF_INET6, address.c_str(), &six) == 1) return is_public(six);
  return std::nullopt;
}

std::string private_address_refused(std::string_view address) {
  return "address " + std::string(address) + " is private (use --allow-private)";
}

std::string address_text(const sockaddr& address) {
  std::array<char, INET6_ADDRSTRLEN> text{};
  if (address.sa_family == AF_INET) {
    const in_addr four = as<sockaddr_in>(address).sin_addr;
    inet_ntop(AF_INET, &four, text.data(), text.size());
  } else if (address.sa_family == AF_INET6) {
    const in6_addr six = as<sockaddr_in6>(address).sin6_addr;
    inet_ntop(AF_INET6, &six, text.data(), text.size());
  }
  return text.data();
}

}  // namespace clean_article::fetch
