// How long a server is left alone before it is asked once more. Pure: the same arguments give the same time.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace clean_article::fetch {

// What a Retry-After header asks for: seconds, or a date; never less than nothing, and never more than
// kMostRetryAfterSeconds. Nothing where it says neither. `now` is in seconds since 1970. Only after
// load_libcurl().
std::optional<std::chrono::milliseconds> read_retry_after(const std::string& value, std::int64_t now);

// The wait before try `next` (2 is the first that is waited for): `least`, doubled with each, and up to half
// as much again, so that many who were turned away do not come back at once. How much, follows from the URL.
std::chrono::milliseconds wait_before_try(unsigned next, std::string_view url,
                                          std::chrono::milliseconds least);

}  // namespace clean_article::fetch
