// The proxy for a URL: the one that was given, or that the environment names. It is the user's own choice and
// trusted: it may stand at a private address. It resolves names itself, so behind one only addresses written
// in a URL can be refused.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace clean_article::fetch {

using Environment = std::function<const char*(const char*)>;  // as getenv

// `given` where it is not nullptr ("": none), else the value of http_proxy, https_proxy or all_proxy (and
// HTTPS_PROXY, ALL_PROXY; HTTP_PROXY can be set by a web client of a CGI program and is not read); "" when
// there is none, or no_proxy excepts the host.
std::string proxy_for(std::string_view scheme, std::string_view host, const std::string* given,
                      const Environment& environment);

// Whether a no_proxy value ("localhost, .example.org *") excepts the host: an entry stands for itself and
// its subdomains.
bool is_excepted_from_proxy(std::string_view host, std::string_view no_proxy);

}  // namespace clean_article::fetch
