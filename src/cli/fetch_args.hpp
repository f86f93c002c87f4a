// What the user says of fetching: how requests look, how many URLs are fetched at a time, what is kept of
// them.
#pragma once

#include "cli/args.hpp"
#include "cli/values.hpp"

namespace clean_article::cli {

// What is sent to servers, and by which way.
void read_requests(Values& values, Args& args);

// How many URLs are fetched, and what is kept of them.
void read_crawl(Values& values, Args& args);

}  // namespace clean_article::cli
