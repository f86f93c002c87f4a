#include "cli/cli.hpp"

namespace clean_article::cli {

int run(int, char**) {
  return 2;
}

}  // namespace clean_article::cli
