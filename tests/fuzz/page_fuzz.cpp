// A page, or a text without markup, to every format: it ends, and there is an article or a reason.
#include <array>
#include <memory>
#include <vector>

#include "cleaner/cleaner.hpp"
#include "fuzzed_bytes.hpp"
#include "text/text.hpp"

using namespace clean_article;

namespace {

constexpr std::array kFormats = {render::Format::kText, render::Format::kMarkdown, render::Format::kHtml,
                                 render::Format::kJson, render::Format::kCsv,      render::Format::kXml,
                                 render::Format::kTei};

// A cleaner for each first byte that says how the page is asked for.
Cleaner& cleaner_for(std::uint8_t how) {
  static std::array<std::unique_ptr<Cleaner>, 256> cleaners;
  std::unique_ptr<Cleaner>& cleaner = cleaners[how];
  if (cleaner) return *cleaner;
  Options options;
  options.style.format = kFormats[how % kFormats.size()];
  const bool with_all = (how & 0x80U) != 0;
  options.style.links = options.style.images = options.style.formatting = options.style.title = with_all;
  options.style.blocks = options.style.metadata = with_all;
  options.comments = with_all;
  options.from = (how & 0x40U) != 0 ? InputForm::kText : InputForm::kAuto;
  options.trade = (how & 0x20U) != 0 ? Trade::kRecall : Trade::kBalanced;
  auto made = Cleaner::create(options);
  cleaner = std::make_unique<Cleaner>(std::move(*made));
  return *cleaner;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzzing::FuzzedBytes input(data, size);
  Cleaner& cleaner = cleaner_for(input.byte());
  const bool is_explained = input.flag();
  Page page;
  page.bytes = input.rest();
  page.url = "https://example.com/a/b?c=d";
  page.date = "2024-05-17";
  std::vector<ExplainedBlock> blocks;
  const Result<Article> article = cleaner.clean(page, is_explained ? &blocks : nullptr);
  if (article.ok()) {
    fuzzing::promise(text::valid_utf8(article->text) == article->text);
    fuzzing::promise(article->text.size() <= 20 * size + (std::size_t{1} << 16));
  } else {
    fuzzing::promise(!article.error().message.empty());
  }
  return 0;
}
