// The three libraries that undo codings. libcurl needs them itself: they are loaded with it, and not when the
// program starts.
#pragma once

#include <memory>

#include "fetch/content_coding.hpp"

namespace clean_article::fetch {

// nullptr where the library is not there.
std::unique_ptr<Coding> make_gzip_coding();
std::unique_ptr<Coding> make_deflate_coding();  // with zlib's frame, or without as some servers send it
std::unique_ptr<Coding> make_brotli_coding();
std::unique_ptr<Coding> make_zstd_coding();

}  // namespace clean_article::fetch
