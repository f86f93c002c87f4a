// Hosts of URLs by the WHATWG standard, section 3: domains (IDNA), IPv4 and IPv6 addresses in any spelling.
// Knows nothing of the rest of a URL.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace clean_article::text {

// A host as it is written: lower case, letters beyond ASCII as "xn--…", "0x7f.1" as "127.0.0.1", IPv6 in
// brackets and in its shortest form. Nothing when it is no host. That of a scheme which the standard does not
// know ("gopher://…") is taken as it stands.
std::optional<std::string> parse_host(std::string_view host, bool is_special);

// A domain in ASCII, by UTS 46 (not transitional); nothing when it cannot be one.
std::optional<std::string> domain_to_ascii(std::string_view domain);

}  // namespace clean_article::text
