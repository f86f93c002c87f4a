// Which network addresses a page may be fetched from. Knows addresses only: no names, no URLs.
#pragma once

#include <optional>
#include <string>
#include <string_view>

struct sockaddr;

namespace clean_article::fetch {

// Whether the address is one of the public internet. Private, loopback, link-local, shared (CGNAT),
// multicast, documentation and reserved ranges are not, nor are 6to4 and Teredo. IPv4 inside IPv6 (mapped
// or NAT64) is judged as the IPv4 address it leads to. Families other than these two are not public.
bool is_public_address(const sockaddr& address);

// The same for an address in text, with or without the brackets of IPv6; nothing when it is none.
std::optional<bool> is_public_address(std::string_view text);

// "192.0.2.1", "2001:db8::1"; "" for other families.
std::string address_text(const sockaddr& address);

// The message for an address or host that is refused.
std::string private_address_refused(std::string_view address);

}  // namespace clean_article::fetch
