#include "render/code_language.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>
#include <vector>

#include "text/text.hpp"

namespace clean_article::render {

namespace {

using html::Document;
using html::NodeId;
using html::Tag;

// A bare class is a language only where it is a name that highlighters know. Of names that are words, too
// ("text", "go" beside "lang"), only the surer ones.
constexpr std::string_view kKnown[] = {
    "abap",       "ada",        "apache",      "applescript", "asm",          "awk",        "bash",
    "basic",      "batch",      "bat",         "c",           "c#",           "c++",        "clojure",
    "cmake",      "cobol",      "console",     "coffee",      "coffeescript", "cpp",        "cs",
    "csharp",     "css",        "cuda",        "d",           "dart",         "delphi",     "diff",
    "docker",     "dockerfile", "elixir",      "elm",         "erlang",       "f#",         "fortran",
    "fsharp",     "glsl",       "go",          "golang",      "graphql",      "groovy",     "haskell",
    "hcl",        "hlsl",       "html",        "html5",       "http",         "ini",        "java",
    "javascript", "js",         "json",        "json5",       "jsx",          "julia",      "kotlin",
    "kt",         "latex",      "less",        "lisp",        "lua",          "make",       "makefile",
    "markdown",   "matlab",     "mysql",       "nasm",        "nginx",        "nim",        "nix",
    "objc",       "objectivec", "objective-c", "ocaml",       "pascal",       "perl",       "pgsql",
    "php",        "plsql",      "postgresql",  "powershell",  "prolog",       "properties", "protobuf",
    "ps1",        "puppet",     "py",          "python",      "python2",      "python3",    "pycon",
    "r",          "racket",     "rb",          "ruby",        "rust",         "rs",         "sass",
    "scala",      "scheme",     "scss",        "sh",          "shell",        "solidity",   "sparql",
    "sql",        "swift",      "tcl",         "tex",         "toml",         "ts",         "tsx",
    "typescript", "vb",         "vbnet",       "verilog",     "vhdl",         "vim",        "vue",
    "wasm",       "xml",        "yaml",        "yml",         "zig",          "zsh",        "ipython",
    "ipython3",   "jsonc",      "svelte",      "terraform",   "tf",           "dotenv",     "gherkin",
    "handlebars", "liquid",     "twig",        "jinja",       "mermaid",      "dot"};

// What highlighters write where there is none, or where they are to guess.
constexpr std::string_view kNone[] = {"none",      "default", "auto",    "nohighlight", "no-highlight",
                                      "undefined", "null",    "unknown", "generic"};

// Classes beside which a bare language stands.
constexpr std::string_view kBeside[] = {
    "hljs",   "sourceCode", "highlight", "prettyprint",       "codehilite",     "code",        "src",
    "chroma", "prism",      "shiki",     "syntaxhighlighter", "EnlighterJSRAW", "crayon-code", "code-block"};

constexpr std::string_view kLeads[] = {"language-",
                                       "lang-",
                                       "highlight-source-",
                                       "highlight-text-",
                                       "mw-highlight-lang-",
                                       "src-",
                                       "highlight-",
                                       "brush:",
                                       "language:",
                                       "lang:",
                                       "sh_",
                                       "code-snippet__"};

bool is_one_of(std::string_view name, const auto& names) {
  return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

// The name as a fence may have it, "" where it is none.
std::string checked(std::string_view name) {
  constexpr std::size_t kLongest = 30;
  while (name.ends_with(';') || name.ends_with(',')) name.remove_suffix(1);
  const bool plain = std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '+' ||
           c == '-' || c == '#' || c == '_' || c == '.';
  });
  if (!plain || name.empty() || name.size() > kLongest || is_one_of(text::to_lower(name), kNone)) return "";
  return std::string(name);
}

std::vector<std::string> tokens_of(std::string_view value) {
  std::vector<std::string> tokens;
  for (std::size_t begin = 0; begin < value.size();) {
    std::size_t end = begin;
    while (end < value.size() && !text::is_html_space(value[end]) && value[end] != ';') ++end;
    if (end > begin) tokens.emplace_back(value.substr(begin, end - begin));
    begin = end + 1;
  }
  return tokens;
}

std::string by_class(const Document& document, NodeId element) {
  const std::vector<std::string> tokens = tokens_of(document.attribute(element, "class").value_or(""));
  for (const std::string_view lead : kLeads) {
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      if (!tokens[i].starts_with(lead)) continue;
      std::string_view name = std::string_view(tokens[i]).substr(lead.size());
      // "brush: js"
      if (name.empty() && lead.ends_with(':') && i + 1 < tokens.size()) name = tokens[i + 1];
      const bool wide = lead == "highlight-" || lead == "src-" || lead == "sh_" || lead == "code-snippet__";
      if (wide && !is_one_of(text::to_lower(name), kKnown)) continue;
      if (std::string language = checked(name); !language.empty()) return language;
    }
  }
  const bool highlighted = std::any_of(tokens.begin(), tokens.end(),
                                       [](const std::string& token) { return is_one_of(token, kBeside); });
  const bool alone = document[element].tag == Tag::k_pre && tokens.size() == 1;
  if (highlighted || alone)
    for (const std::string& token : tokens)
      if (is_one_of(text::to_lower(token), kKnown)) return token;
  return "";
}

// `lang` names a human language, too.
std::string by_attribute(const Document& document, NodeId element) {
  const bool is_code = document[element].tag == Tag::k_pre || document[element].tag == Tag::k_code;
  for (const std::string_view name : {"data-lang", "data-language", "data-code-language", "data-syntax",
                                      "data-enlighter-language", "data-ke-language", "data-code-lang"})
    if (const auto value = document.attribute(element, name)) {
      std::string language = checked(*value);
      if (!language.empty() && (is_code || is_one_of(text::to_lower(language), kKnown))) return language;
    }
  if (!is_code) return "";
  const std::string lang = document.attribute(element, "lang").value_or("");
  const bool known = is_one_of(text::to_lower(lang), kKnown);
  constexpr std::size_t kLongestOfHumans = 3;  // letters of a language's code: "en", "fil"
  const bool human = lang.size() <= kLongestOfHumans || lang.find('-') != std::string::npos;
  return known || !human ? checked(lang) : "";
}

std::string told_by(const Document& document, NodeId element) {
  std::string language = by_attribute(document, element);
  return language.empty() ? by_class(document, element) : language;
}

}  // namespace

std::string language_of_code(const Document& document, NodeId code) {
  constexpr NodeId kNearInside = 4;  // nodes
  constexpr int kNearAround = 3;     // elements
  if (std::string language = told_by(document, code); !language.empty()) return language;
  for (NodeId id = code + 1; id < std::min(document[code].end, code + kNearInside); ++id)
    if (document[id].tag == Tag::k_code)
      if (std::string language = told_by(document, id); !language.empty()) return language;
  // What is around it may hold the rest of the page.
  NodeId around = document[code].parent;
  for (int steps = 0; steps < kNearAround && around != html::kNoNode; around = document[around].parent) {
    const Tag tag = document[around].tag;
    if (tag == Tag::k_body || tag == Tag::k_article || tag == Tag::k_main) break;
    if (std::string language = told_by(document, around); !language.empty()) return language;
    // The cell of a table of line numbers and code is far inside of what names the language.
    const bool of_table = tag == Tag::k_td || tag == Tag::k_tr || tag == Tag::k_tbody ||
                          tag == Tag::k_table || tag == Tag::k_code;
    if (!of_table) ++steps;
  }
  return "";
}

}  // namespace clean_article::render
