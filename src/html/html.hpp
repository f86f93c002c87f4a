// The door of the html floor: a page's source in, its tree out.
#pragma once

#include "html/parse/markup.hpp"       // IWYU pragma: export
#include "html/parse/parser.hpp"       // IWYU pragma: export
#include "html/tree/document.hpp"      // IWYU pragma: export
#include "html/tree/page_address.hpp"  // IWYU pragma: export
#include "html/tree/refresh.hpp"       // IWYU pragma: export
#include "html/tree/tag.hpp"           // IWYU pragma: export
#include "html/xpath/xpath.hpp"        // IWYU pragma: export
