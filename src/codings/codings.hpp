// The door of the codings floor: compressed bytes undone, whatever they are of.
#pragma once

#include "codings/coding.hpp"           // IWYU pragma: export
#include "codings/content_decoder.hpp"  // IWYU pragma: export
#include "codings/library.hpp"          // IWYU pragma: export
#include "codings/packing.hpp"          // IWYU pragma: export
