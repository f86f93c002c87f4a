// The door of the ground floor: results and limits, which every other floor speaks in.
#pragma once

#include "base/limits.hpp"  // IWYU pragma: export
#include "base/result.hpp"  // IWYU pragma: export
