// The door of the metadata floor: what a page tells besides its text.
#pragma once

#include "metadata/choose/language.hpp"    // IWYU pragma: export
#include "metadata/dates/dates.hpp"        // IWYU pragma: export
#include "metadata/fields/field_list.hpp"  // IWYU pragma: export
#include "metadata/fields/fields.hpp"      // IWYU pragma: export
#include "metadata/reader.hpp"             // IWYU pragma: export
