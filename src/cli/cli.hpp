// The door of the cli floor: the only one that prints and decides the exit code.
#pragma once

namespace clean_article::cli {

// The whole program. Exit code: 0 all well, 1 an input failed or holds no article, 2 usage.
int run(int argc, char** argv);

}  // namespace clean_article::cli
