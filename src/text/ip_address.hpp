// IPv4 and IPv6 addresses as URLs spell them: octal and hexadecimal numbers, fewer than four of them. Owns
// reading and writing; which address may be visited is not its business.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace clean_article::text {

using Ipv6Groups = std::array<std::uint16_t, 8>;

// Whether a domain can be nothing but an IPv4 address: its last label is a number.
bool ends_in_number(std::string_view domain);

std::optional<std::uint32_t> parse_ipv4(std::string_view domain);
std::string ipv4_text(std::uint32_t address);

std::optional<Ipv6Groups> parse_ipv6(std::string_view text);  // without brackets
std::string ipv6_text(const Ipv6Groups& groups);              // by RFC 5952, but never with IPv4 in it

}  // namespace clean_article::text
