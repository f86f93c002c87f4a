// The program: everything it does is in cli/.
#include "cli/cli.hpp"

int main(int argc, char** argv) {
  return clean_article::cli::run(argc, argv);
}
