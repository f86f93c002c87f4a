// The door of the site floor: what is known of the web before a page is read.
#pragma once

#include "site/phrases.hpp"  // IWYU pragma: export
