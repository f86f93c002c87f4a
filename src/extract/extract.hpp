// The door of the extract floor: a parsed page in, its blocks with their verdicts out.
#pragma once

#include "extract/blocks/block_text.hpp"        // IWYU pragma: export
#include "extract/blocks/blocks.hpp"            // IWYU pragma: export
#include "extract/blocks/marks.hpp"             // IWYU pragma: export
#include "extract/blocks/permalinks.hpp"        // IWYU pragma: export
#include "extract/confidence/choice_facts.hpp"  // IWYU pragma: export
#include "extract/confidence/confidence.hpp"    // IWYU pragma: export
#include "extract/finish/evidence.hpp"          // IWYU pragma: export
#include "extract/finish/rule.hpp"              // IWYU pragma: export
#include "extract/finish/site_verdicts.hpp"     // IWYU pragma: export
#include "extract/finish/table.hpp"             // IWYU pragma: export
#include "extract/finish/verdict.hpp"           // IWYU pragma: export
#include "extract/judge/extractor.hpp"          // IWYU pragma: export
#include "extract/learn/template_learner.hpp"   // IWYU pragma: export
#include "extract/rescue/rescue.hpp"            // IWYU pragma: export
#include "extract/scorer/dump_scorer.hpp"       // IWYU pragma: export
#include "extract/scorer/scorer.hpp"            // IWYU pragma: export
#include "extract/structured/linked_data.hpp"   // IWYU pragma: export
