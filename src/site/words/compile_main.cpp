// compile_words FOLDER OUTPUT: reads the word lists in FOLDER and writes them as a C++ file of tables, which
// becomes part of the program. Run by the build (cmake/embed_rules.cmake).
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>

#include "site/words/word_tables.hpp"

namespace clean_article::site {
namespace {

void write_text(std::string_view text, std::ofstream& out) {
  constexpr std::size_t kPerLine = 32;  // characters
  for (std::size_t i = 0; i < text.size(); ++i) {
    char octal[8];
    std::snprintf(octal, sizeof octal, "\\%03o", static_cast<unsigned char>(text[i]));
    out << (i % kPerLine == 0 ? (i == 0 ? "\"" : "\"\n\"") : "") << octal;
  }
  out << "\"";
}

bool write(const WordTables& tables, const std::string& path) {
  std::ofstream out(path);
  out << "// Made by src/site/words/compile_main.cpp from rules/words/.\n"
         "#include \"site/words/word_tables.hpp\"\n\nnamespace clean_article::site {\nnamespace {\n"
         "constexpr std::string_view kText =\n";
  write_text(tables.text, out);
  out << ";\nconstexpr WordPlace kWords[] = {\n";
  for (const WordPlace& word : tables.words)
    out << "{" << word.at << "," << word.bytes << "," << word.section_bytes << "," << word.section_at
        << "},\n";
  out << "};\nconstexpr std::uint32_t kBegins[] = {\n";
  for (const std::uint32_t begin : tables.begins) out << begin << ",";
  out << "\n};\n}  // namespace\n\nconst WordTables& built_in_words() {\n"
         "  static constexpr WordTables tables = {kText, kWords, kBegins};\n  return tables;\n}\n\n"
         "}  // namespace clean_article::site\n";
  out.close();
  return !out.fail();
}

int run(const std::string& folder, const std::string& output) {
  WordTableBuilder builder;
  for (std::size_t i = 0; i < kWordLists; ++i) {
    const std::string path = folder + "/" + std::string(word_list_name(static_cast<WordList>(i))) + ".txt";
    std::ifstream file(path, std::ios::binary);
    const std::string content((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
    if (!file) return std::fprintf(stderr, "compile_words: cannot read %s\n", path.c_str()), 1;
    const auto entries = read_word_list(content, path);
    if (!entries) return std::fprintf(stderr, "%s\n", entries.error().message.c_str()), 1;
    builder.add_list(*entries);
  }
  if (write(builder.finish(), output)) return 0;
  return std::fprintf(stderr, "compile_words: cannot write %s\n", output.c_str()), 1;
}

}  // namespace
}  // namespace clean_article::site

int main(int argc, char** argv) {
  if (argc != 3) return std::fprintf(stderr, "usage: compile_words FOLDER OUTPUT\n"), 2;
  return clean_article::site::run(argv[1], argv[2]);
}
