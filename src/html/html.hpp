// The door of the html floor: a page's source in, its tree out.
#pragma once

#include "html/document.hpp"  // IWYU pragma: export
#include "html/markup.hpp"    // IWYU pragma: export
#include "html/parser.hpp"    // IWYU pragma: export
#include "html/tag.hpp"       // IWYU pragma: export
#include "html/xpath.hpp"     // IWYU pragma: export
