// The door of the ground floor: results and limits, which every other floor speaks in, and files read whole.
#pragma once

#include "base/descriptor.hpp"    // IWYU pragma: export
#include "base/limits.hpp"        // IWYU pragma: export
#include "base/regular_file.hpp"  // IWYU pragma: export
#include "base/result.hpp"        // IWYU pragma: export
