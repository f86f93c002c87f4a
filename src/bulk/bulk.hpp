// The door of the bulk floor: many inputs, one after the other or side by side, to many outputs.
#pragma once

#include "bulk/duplicates.hpp"  // IWYU pragma: export
#include "bulk/input.hpp"       // IWYU pragma: export
#include "bulk/isolation.hpp"   // IWYU pragma: export
#include "bulk/journal.hpp"     // IWYU pragma: export
#include "bulk/load.hpp"        // IWYU pragma: export
#include "bulk/manifest.hpp"    // IWYU pragma: export
#include "bulk/pages.hpp"       // IWYU pragma: export
#include "bulk/part_file.hpp"   // IWYU pragma: export
#include "bulk/resumption.hpp"  // IWYU pragma: export
#include "bulk/runner.hpp"      // IWYU pragma: export
#include "bulk/sink.hpp"        // IWYU pragma: export
#include "bulk/sources.hpp"     // IWYU pragma: export
#include "bulk/walk.hpp"        // IWYU pragma: export
