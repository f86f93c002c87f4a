// What programs that save pages write into them: where a page came from and when (SingleFile, HTTrack,
// browsers), and the Wayback Machine's toolbar and addresses, which are taken back. Owns these forms; parses
// no HTML.
#pragma once

#include "records/record.hpp"

namespace clean_article::records {

// Fills in address and date where the page has none, and undoes what was done to its bytes. Pages that nobody
// has marked stay as they are.
void undo_saving(Page& page);

}  // namespace clean_article::records
