#include "fetch/proxy.hpp"

#include <initializer_list>

#include "text/text.hpp"

namespace clean_article::fetch {
namespace {

// The first of the variables that is set, even to nothing: that is how one switches a proxy off.
std::string_view first_set(const Environment& environment, std::initializer_list<const char*> names) {
  for (const char* name : names) {
    if (const char* value = environment(name)) return value;
  }
  return {};
}

bool is_within_domain(std::string_view host, std::string_view domain) {
  while (domain.starts_with('.')) domain.remove_prefix(1);
  if (domain.empty() || host.size() < domain.size()) return false;
  const std::size_t rest = host.size() - domain.size();
  return text::equal_ignoring_ascii_case(host.substr(rest), domain) && (rest == 0 || host[rest - 1] == '.');
}

}  // namespace

bool is_excepted_from_proxy(std::string_view host, std::string_view no_proxy) {
  if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
  if (host.ends_with('.')) host.remove_suffix(1);
  while (!no_proxy.empty()) {
    const std::size_t end = no_proxy.find_first_of(", \t");
    const std::string_view entry = no_proxy.substr(0, end);
    if (entry == "*" || is_within_domain(host, entry)) return true;
    // Hosts are ASCII; people write theirs as they read them.
    const auto ascii = text::domain_to_ascii(entry);
    if (ascii && is_within_domain(host, *ascii)) return true;
    no_proxy.remove_prefix(end == std::string_view::npos ? no_proxy.size() : end + 1);
  }
  return false;
}

std::string proxy_for(std::string_view scheme, std::string_view host, const std::string* given,
                      const Environment& environment) {
  if (is_excepted_from_proxy(host, first_set(environment, {"no_proxy", "NO_PROXY"}))) return {};
  if (given != nullptr) return *given;
  return std::string(scheme == "https"
                         ? first_set(environment, {"https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"})
                         : first_set(environment, {"http_proxy", "all_proxy", "ALL_PROXY"}));
}

}  // namespace clean_article::fetch
