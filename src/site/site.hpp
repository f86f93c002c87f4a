// The door of the site floor: what is known of the web before a page is read.
#pragma once

#include "site/phrases/phrases.hpp"     // IWYU pragma: export
#include "site/rules/apply_rule.hpp"    // IWYU pragma: export
#include "site/rules/css_selector.hpp"  // IWYU pragma: export
#include "site/rules/rule_file.hpp"     // IWYU pragma: export
#include "site/rules/site_rule.hpp"     // IWYU pragma: export
#include "site/rules/site_rules.hpp"    // IWYU pragma: export
#include "site/words/words.hpp"         // IWYU pragma: export
