// The door of the metadata floor: what a page tells besides its text.
#pragma once

#include "metadata/dates.hpp"     // IWYU pragma: export
#include "metadata/fields.hpp"    // IWYU pragma: export
#include "metadata/language.hpp"  // IWYU pragma: export
#include "metadata/reader.hpp"    // IWYU pragma: export
