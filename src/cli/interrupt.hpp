// Ctrl-C and its like while many outputs are written. Owns the signal handlers; knows no pages.
#pragma once

namespace clean_article::cli {

// From now on the first SIGINT, SIGTERM or SIGHUP is only noted, so that the pages in hand can be
// finished. The second one ends the program at once. Gives a descriptor that can be read when one has come,
// for who waits for something else; -1 where there is none.
int note_interrupts();

// The signal that came, 0 when none did.
int interrupt_signal();

}  // namespace clean_article::cli
