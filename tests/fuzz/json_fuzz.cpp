// Structured data: JSON as pages have it, broken or not, alone and in a page whose metadata are read.
#include <memory>
#include <string>

#include "cleaner/cleaner.hpp"
#include "extract/extract.hpp"
#include "extract/structured/json_tree.hpp"
#include "fuzzed_bytes.hpp"

using namespace clean_article;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzzing::FuzzedBytes input(data, size);
  const bool is_state = input.flag();
  const extract::JsonTree tree(input.rest());
  for (extract::JsonTree::Id id = 0; id < tree.values().size(); ++id) static_cast<void>(tree.text(id));

  static Cleaner cleaner = [] {
    Options options;
    options.style.format = render::Format::kJson;
    auto made = Cleaner::create(options);
    return std::move(*made);
  }();
  const std::string page =
      (is_state ? "<script id=__NEXT_DATA__ type=application/json>" : "<script type=application/ld+json>") +
      std::string(input.rest()) + "</script><h1>The bridge</h1><p>It will open again before the summer.";
  Page given;
  given.bytes = page;
  given.url = "https://example.com/a";
  static_cast<void>(cleaner.clean(given));
  return 0;
}
