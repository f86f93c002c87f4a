#include "text/url_host.hpp"

#include <simdjson.h>
#include <unicode/uidna.h>

#include <algorithm>
#include <array>
#include <memory>

#include "text/ip_address.hpp"
#include "text/percent.hpp"
#include "text/unicode.hpp"

namespace clean_article::text {
namespace {

constexpr std::string_view kForbiddenInHost = "\t\n\r #/:<>?@[\\]^|";

bool is_forbidden_in_host(char c) {
  return c == '\0' || kForbiddenInHost.find(c) != std::string_view::npos;
}

bool is_forbidden_in_domain(char c) {
  return is_forbidden_in_host(c) || (c >= 0 && c <= 0x1F) || c == '%' || c == '\x7F';
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// One for all threads: ICU's is never changed once it is open.
const UIDNA* idna() {
  struct Close {
    void operator()(UIDNA* opened) const { uidna_close(opened); }
  };
  static const std::unique_ptr<UIDNA, Close> opened = [] {
    UErrorCode error = U_ZERO_ERROR;
    return std::unique_ptr<UIDNA, Close>(
        uidna_openUTS46(UIDNA_CHECK_BIDI | UIDNA_CHECK_CONTEXTJ | UIDNA_NONTRANSITIONAL_TO_ASCII, &error));
  }();
  return opened.get();
}

// URLs may have hosts that DNS has not.
constexpr std::uint32_t kPassedOver = UIDNA_ERROR_EMPTY_LABEL | UIDNA_ERROR_LABEL_TOO_LONG |
                                      UIDNA_ERROR_DOMAIN_NAME_TOO_LONG | UIDNA_ERROR_LEADING_HYPHEN |
                                      UIDNA_ERROR_TRAILING_HYPHEN | UIDNA_ERROR_HYPHEN_3_4;

std::optional<std::string> parse_opaque_host(std::string_view host) {
  if (std::any_of(host.begin(), host.end(), is_forbidden_in_host)) return std::nullopt;
  std::string out;
  append_percent_encoded(host, PercentSet::kControls, Letters::kEncoded, out);
  return out;
}

}  // namespace

std::optional<std::string> domain_to_ascii(std::string_view domain) {
  std::string ascii;
  if (is_ascii(domain)) {
    ascii = lower_ascii(domain);  // also of "xn--" and what decodes to nothing
  } else {
    if (idna() == nullptr || !simdjson::validate_utf8(domain.data(), domain.size())) return std::nullopt;
    UIDNAInfo info = UIDNA_INFO_INITIALIZER;
    UErrorCode error = U_ZERO_ERROR;
    ascii.resize(domain.size() * 2 + 64);  // room for most; ICU tells when it needs more
    const auto convert = [&] {
      return uidna_nameToASCII_UTF8(idna(), domain.data(), static_cast<std::int32_t>(domain.size()),
                                    ascii.data(), static_cast<std::int32_t>(ascii.size()), &info, &error);
    };
    std::int32_t length = convert();
    if (error == U_BUFFER_OVERFLOW_ERROR) {
      ascii.resize(static_cast<std::size_t>(length));
      error = U_ZERO_ERROR;
      length = convert();
    }
    if (U_FAILURE(error) || (info.errors & ~kPassedOver) != 0) return std::nullopt;
    ascii.resize(static_cast<std::size_t>(length));
  }
  if (ascii.empty() || std::any_of(ascii.begin(), ascii.end(), is_forbidden_in_domain)) return std::nullopt;
  return ascii;
}

std::optional<std::string> parse_host(std::string_view host, bool is_special) {
  if (host.starts_with('[')) {
    if (!host.ends_with(']')) return std::nullopt;
    const auto address = parse_ipv6(host.substr(1, host.size() - 2));
    return address ? std::optional('[' + ipv6_text(*address) + ']') : std::nullopt;
  }
  if (!is_special) return parse_opaque_host(host);
  auto domain = host.find('%') == std::string_view::npos ? domain_to_ascii(host)
                                                         : domain_to_ascii(percent_decoded(host));
  if (!domain || !ends_in_number(*domain)) return domain;
  const auto address = parse_ipv4(*domain);
  return address ? std::optional(ipv4_text(*address)) : std::nullopt;
}

}  // namespace clean_article::text
