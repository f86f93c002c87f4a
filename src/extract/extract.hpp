// The door of the extract floor: a parsed page in, its blocks with their verdicts out.
#pragma once

#include "extract/blocks.hpp"            // IWYU pragma: export
#include "extract/dump_scorer.hpp"       // IWYU pragma: export
#include "extract/extractor.hpp"         // IWYU pragma: export
#include "extract/json_text.hpp"         // IWYU pragma: export
#include "extract/marks.hpp"             // IWYU pragma: export
#include "extract/rescue.hpp"            // IWYU pragma: export
#include "extract/rule_verdicts.hpp"     // IWYU pragma: export
#include "extract/scorer.hpp"            // IWYU pragma: export
#include "extract/template_learner.hpp"  // IWYU pragma: export
#include "extract/verdict.hpp"           // IWYU pragma: export
