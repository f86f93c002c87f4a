// The door of the records floor: streams of pages, and what goes out for each.
#pragma once

#include "records/byte_stream.hpp"  // IWYU pragma: export
#include "records/json.hpp"         // IWYU pragma: export
#include "records/line.hpp"         // IWYU pragma: export
#include "records/mail_page.hpp"    // IWYU pragma: export
#include "records/record.hpp"       // IWYU pragma: export
#include "records/saved_page.hpp"   // IWYU pragma: export
#include "records/stream_kind.hpp"  // IWYU pragma: export
#include "records/warc_record.hpp"  // IWYU pragma: export
#include "records/web_archive.hpp"  // IWYU pragma: export
#include "records/wet.hpp"          // IWYU pragma: export
