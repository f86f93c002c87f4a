// compile_phrases FOLDER OUTPUT: reads the phrase lists in FOLDER and writes them as a C++ file of tables,
// which becomes part of the program. Run by the build (cmake/embed_rules.cmake); what is wrong with a list is
// said there.
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include "site/phrases/phrase_tables.hpp"

namespace clean_article::site {
namespace {

class Writer {
 public:
  explicit Writer(const std::string& path) : out_(path) {}

  // An array of that type and name; `write_item(item)` writes one.
  template <typename Items, typename WriteItem>
  void array(std::string_view type, std::string_view name, const Items& items, const WriteItem& write_item) {
    out_ << "constexpr " << type << " " << name << "[] = {";
    std::size_t i = 0;
    for (const auto& item : items) {
      out_ << (i++ % 8 == 0 ? "\n" : "");
      write_item(item);
      out_ << ",";
    }
    out_ << "\n};\n";
  }
  template <typename Items>
  void numbers(std::string_view type, std::string_view name, const Items& items) {
    array(type, name, items, [&](auto number) { out_ << +number << "u"; });
  }
  void string(std::string_view text) {
    out_ << '"';
    for (const char c : text) {
      char octal[8];
      std::snprintf(octal, sizeof octal, "\\%03o", static_cast<unsigned char>(c));
      out_ << octal;
    }
    out_ << '"';
  }

  void probe(const PatternProbe& probe) {
    out_ << "{{";
    for (const unsigned run : probe.runs) out_ << run << "u,";
    out_ << "}}";
  }

  void spellings(const std::string& name, const Buckets<PhraseSpelling>& table) {
    array("PhraseSpelling", name, table.entries, [&](const PhraseSpelling& s) {
      out_ << "{" << s.hash << "u," << s.phrase << "u," << s.words << "u}";
    });
    numbers("std::uint32_t", name + "Begins", table.begins);
  }

  bool write(const PhraseTables& tables) {
    out_ << "// Made by src/site/phrases/compile_main.cpp from rules/phrases/.\n"
            "#include \"site/phrases/phrase_tables.hpp\"\n\n"
            "namespace clean_article::site {\nnamespace {\n";
    array("PhraseLine", "kLines", tables.lines, [&](const PhraseLine& line) {
      out_ << "{" << +line.list << ",PhraseForm{" << static_cast<int>(line.form) << "}," << line.max_words
           << "," << line.line << "}";
    });
    spellings("kWhole", tables.whole);
    spellings("kPrefixes", tables.prefixes);
    numbers("std::uint64_t", "kBoundaries", tables.boundaries);
    numbers("std::uint32_t", "kPatternLines", tables.pattern_lines);
    const PatternTables& patterns = tables.patterns;
    array("std::string_view", "kExpressions", patterns.expressions, [&](std::string_view e) { string(e); });
    out_ << "constexpr std::string_view kKeyText =";
    constexpr std::size_t kPerLine = 32;  // characters
    for (std::size_t at = 0; at < patterns.key_text.size(); at += kPerLine) {
      out_ << "\n";
      string(patterns.key_text.substr(at, kPerLine));
    }
    out_ << ";\n";
    array("PatternKey", "kKeys", patterns.keys.entries, [&](const PatternKey& key) {
      out_ << "{" << key.text << "u," << key.bytes << "u," << key.skipped << "u," << key.max_words << "u,"
           << key.number << "u}";
    });
    numbers("std::uint32_t", "kKeysBegins", patterns.keys.begins);
    numbers("std::uint64_t", "kKeyBits", patterns.key_bits);
    array("PatternShortKey", "kShortKeys", patterns.short_keys, [&](const PatternShortKey& key) {
      out_ << "{";
      probe(key.string);
      out_ << "," << key.max_words << "u," << key.number << "u}";
    });
    array("PatternBeginning", "kBeginnings", patterns.beginnings.entries, [&](const PatternBeginning& b) {
      out_ << "{" << b.packed << "u," << b.number << "u," << b.max_words << "u,{{";
      for (const std::uint32_t bits : b.next) out_ << bits << "u,";
      out_ << "}}}";
    });
    numbers("std::uint32_t", "kBeginningsBegins", patterns.beginnings.begins);
    numbers("std::uint64_t", "kBeginningBits", patterns.beginning_bits);
    array("PatternProbe", "kProbes", patterns.probes, [&](const PatternProbe& p) { probe(p); });
    numbers("std::uint32_t", "kProbesBegins", patterns.probe_begins);
    const PatternAutomata& automata = patterns.automata;
    array("PatternAutomata::Automaton", "kAutomata", automata.automata,
          [&](const PatternAutomata::Automaton& a) {
            out_ << "{" << a.kinds << "u," << a.states << "u," << a.cells << "u," << a.start << "u,"
                 << a.first_accepting << "u}";
          });
    numbers("std::uint8_t", "kKinds", automata.kinds);
    array("PatternAutomata::State", "kStates", automata.states, [&](const PatternAutomata::State& state) {
      out_ << "{" << state.cells << "u," << state.otherwise << "u}";
    });
    array("PatternAutomata::Cell", "kCells", automata.cells,
          [&](const PatternAutomata::Cell& cell) { out_ << "{" << cell.owner << "u," << cell.next << "u}"; });
    out_ << "}  // namespace\n\n"
            "const PhraseTables& built_in_phrases() {\n"
            "  static const PhraseTables tables = {kLines, {kWhole, kWholeBegins},"
            " {kPrefixes, kPrefixesBegins}, "
         << tables.longest_whole << "u, " << tables.longest_prefix
         << "u, kBoundaries,\n"
            "      {kExpressions, {kAutomata, kKinds, kStates, kCells}, {kBeginnings, kBeginningsBegins},\n"
            "       kBeginningBits, kKeyText, {kKeys, kKeysBegins}, kKeyBits, kShortKeys,\n"
            "       kProbes, kProbesBegins, "
         << patterns.most_words << "u},\n      kPatternLines, " << tables.most_words
         << "u};\n"
            "  return tables;\n}\n\n}  // namespace clean_article::site\n";
    out_.close();
    return !out_.fail();
  }

 private:
  std::ofstream out_;
};

int run(const std::string& folder, const std::string& output) {
  PhraseTableBuilder builder(true);
  for (std::size_t i = 0; i < phrase_lists().size(); ++i) {
    const std::string path = folder + "/" + std::string(phrase_lists()[i].name) + ".txt";
    std::ifstream file(path, std::ios::binary);
    const std::string content((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
    if (!file) return std::fprintf(stderr, "compile_phrases: cannot read %s\n", path.c_str()), 1;
    const auto entries = read_phrase_list(content, path);
    if (!entries) return std::fprintf(stderr, "%s\n", entries.error().message.c_str()), 1;
    builder.add_list(i, *entries);
  }
  if (Writer(output).write(builder.finish())) return 0;
  return std::fprintf(stderr, "compile_phrases: cannot write %s\n", output.c_str()), 1;
}

}  // namespace
}  // namespace clean_article::site

int main(int argc, char** argv) {
  if (argc != 3) return std::fprintf(stderr, "usage: compile_phrases FOLDER OUTPUT\n"), 2;
  return clean_article::site::run(argv[1], argv[2]);
}
