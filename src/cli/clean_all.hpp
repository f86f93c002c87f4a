// All inputs of a command line cleaned, from their names to the exit code: joins sources, threads, outputs
// and the report, and leaves the work to them.
#pragma once

#include "cli/args.hpp"

namespace clean_article::cli {

// The exit code.
int clean_all(Args args);

}  // namespace clean_article::cli
