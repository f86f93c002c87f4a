// The door of the text floor: encodings, Unicode, character references, URLs, search.
#pragma once

#include "text/byte_hash.hpp"      // IWYU pragma: export
#include "text/decode.hpp"         // IWYU pragma: export
#include "text/edit_distance.hpp"  // IWYU pragma: export
#include "text/file_kind.hpp"      // IWYU pragma: export
#include "text/json_form.hpp"      // IWYU pragma: export
#include "text/language_code.hpp"  // IWYU pragma: export
#include "text/references.hpp"     // IWYU pragma: export
#include "text/search.hpp"         // IWYU pragma: export
#include "text/sixteen_bytes.hpp"  // IWYU pragma: export
#include "text/unicode.hpp"        // IWYU pragma: export
#include "text/url.hpp"            // IWYU pragma: export
#include "text/url_host.hpp"       // IWYU pragma: export
#include "text/valid_utf8.hpp"     // IWYU pragma: export
