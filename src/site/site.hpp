// The door of the site floor: what is known of the web before a page is read.
#pragma once

#include "site/apply_rule.hpp"    // IWYU pragma: export
#include "site/css_selector.hpp"  // IWYU pragma: export
#include "site/phrases.hpp"       // IWYU pragma: export
#include "site/rule_file.hpp"     // IWYU pragma: export
#include "site/site_rule.hpp"     // IWYU pragma: export
#include "site/site_rules.hpp"    // IWYU pragma: export
