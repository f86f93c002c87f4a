#include "cli/generate.hpp"

#include <algorithm>
#include <array>

namespace clean_article::cli {
namespace {

struct Generator {
  std::string_view name;
  std::string (*make)();
};

constexpr auto kGenerators = std::to_array<Generator>({
    {"man", manual},
    {"bash", bash_completions},
    {"zsh", zsh_completions},
    {"fish", fish_completions},
});

constexpr auto kNames = [] {
  std::array<std::string_view, kGenerators.size()> names;
  std::ranges::transform(kGenerators, names.begin(), &Generator::name);
  return names;
}();

}  // namespace

std::span<const std::string_view> generated_names() {
  return kNames;
}

std::string generated(std::string_view name) {
  const auto* const found = std::ranges::find(kGenerators, name, &Generator::name);
  return found == kGenerators.end() ? "" : found->make();
}

std::string first_clause(std::string_view help) {
  std::size_t end = help.size();
  for (const std::string_view stop : {"; ", ": ", ". ", " ("}) end = std::min(end, help.find(stop));
  return std::string(help.substr(0, end));
}

}  // namespace clean_article::cli
