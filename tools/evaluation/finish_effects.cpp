// What each finishing rule does to the text of pages, for tools/evaluate_finish. Reads paths of pages on
// standard input, a line each, and writes one JSON object a line, in their order: "text" is what the program
// prints, "without" has for each rule that makes a difference what it would print with --without RULE.
#include <cstdio>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "extract/extract.hpp"
#include "html/html.hpp"
#include "page_files.hpp"
#include "render/render.hpp"
#include "site/site.hpp"
#include "text/text.hpp"

namespace {

using namespace clean_article;
using Json = nlohmann::ordered_json;

extract::RulesOff off(const std::string& name) {
  return *extract::RulesOff::of({name});
}

class Effects {
 public:
  Json of(const std::string& bytes) {
    Json out = Json::object();
    const auto decoded =
        decoder_.decode(bytes, {.encoding = "", .content_type = "", .is_html = true}, limits_);
    if (!decoded) return out;
    const html::Document& document = parser_.parse(decoded->utf8);
    const std::string text = text_of(document, extractor_.extract(document, extract::page_scorer()));
    out["text"] = text;
    out["without"] = Json::object();
    for (const extract::FinishRule& rule : extract::finish_rules()) {
      const std::string name(rule.name);
      std::string other;
      if (rule.phase == extract::Phase::kEdit) {
        // What it has cut off would stay off.
        extract::Extractor anew(phrases_, {.without = off(name)});
        other = text_of(document, anew.extract(document, extract::page_scorer()));
      } else {
        other = text_of(document, extractor_.decide_again(document, off(name)));
      }
      if (other != text) out["without"][name] = other;
    }
    return out;
  }

 private:
  // What is printed, from the page's data where it shows little of its article.
  std::string text_of(const html::Document& document, const extract::Extraction& extraction) {
    const auto rescue = extract::find_rescue(document, extraction);
    if (!rescue) return render::to_text(extraction);
    const html::Document& body =
        rescue->is_markup ? rescue_parser_.parse(rescue->body) : rescue_parser_.parse_lines(rescue->body);
    return render::to_text(rescue_extractor_.take_whole(body, rescue->source));
  }

  const Limits limits_;
  const std::shared_ptr<const site::Phrases> phrases_ = site::Phrases::built_in();
  text::Decoder decoder_;
  html::Parser parser_{limits_};
  html::Parser rescue_parser_{limits_};
  extract::Extractor extractor_{phrases_};
  extract::Extractor rescue_extractor_{phrases_};
};

}  // namespace

int main(int argc, char** argv) {
  if (argc > 1 && std::string_view(argv[1]) == "--names") {
    for (const extract::FinishRule& rule : extract::finish_rules()) std::puts(std::string(rule.name).c_str());
    return 0;
  }
  Effects effects;
  for (std::string path; std::getline(std::cin, path);)
    std::puts(effects.of(read_page(path)).dump(-1, ' ', false, Json::error_handler_t::replace).c_str());
}
