#include "cli/option_values.hpp"

#include "cli/generate.hpp"
#include "extract/extract.hpp"
#include "render/render.hpp"

namespace clean_article::cli {

OptionValues values_of(const Option& option) {
  if (option.argument == "DIR") return {ValueKind::kFolder, {}};
  if (option.argument == "FILE" || option.argument == "PATH") return {ValueKind::kFile, {}};
  OptionValues values;
  if (option.name == "format") {
    for (const render::FormatRow& row : render::formats()) values.words.emplace_back(row.name);
  } else if (option.name == "from") {
    values.words = {"auto", "html", "text", "jsonl"};
  } else if (option.name == "summary" || option.name == "log-format") {
    values.words = {"text", "json"};
  } else if (option.name == "without") {
    for (const extract::FinishRule& rule : extract::finish_rules()) values.words.emplace_back(rule.name);
  } else if (option.name == "generate") {
    for (const std::string_view name : generated_names()) values.words.emplace_back(name);
  }
  if (!values.words.empty()) values.kind = ValueKind::kWords;
  return values;
}

}  // namespace clean_article::cli
