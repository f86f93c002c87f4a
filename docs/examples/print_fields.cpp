// Prints what a saved page tells besides its text, and where it says so: print_fields PAGE [URL].
//
// c++ -std=c++20 print_fields.cpp $(pkg-config --cflags --libs clean_article) -o print_fields
#include <clean_article/clean_article.hpp>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

int main(int argc, char** argv) {
  if (argc < 2) {
    std::cerr << "usage: print_fields PAGE [URL]\n";
    return 2;
  }
  std::ifstream file(argv[1], std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};

  const clean_article::Cleaner cleaner;
  const clean_article::Result result =
      cleaner.read_metadata({.bytes = bytes, .url = argc > 2 ? argv[2] : ""});
  for (const clean_article::Field& field : result.fields()) {
    for (const std::string& value : field.values) {
      std::cout << field.name << ": " << value;
      if (!field.source.empty()) std::cout << "  (" << field.source << ')';
      std::cout << '\n';
    }
  }
  if (!result) std::cerr << argv[1] << ": " << result.message() << '\n';
  return result ? 0 : 1;
}
