// The way from source to Document: scan, Gumbo, tree; again where a guess of the scanner was wrong; and
// the plain tree where Gumbo would go beyond the limits.
#include "html/parse/parser.hpp"

#include <algorithm>
#include <string>

#include "html/parse/gumbo_run.hpp"
#include "html/parse/plain_tree_builder.hpp"
#include "html/parse/scanner.hpp"
#include "html/parse/shadow_roots.hpp"
#include "html/parse/streamed.hpp"
#include "html/parse/tree_builder.hpp"
#include "text/text.hpp"

namespace clean_article::html {
namespace {

// Each parse proves one more guess wrong at the most. Real pages need two parses; what needs more than
// this was made to.
constexpr int kMostReadings = kMostParses;

}  // namespace

struct Parser::State {
  explicit State(const Limits& wanted) : limits(wanted), scanner(wanted), gumbo(wanted), plain_tree(wanted) {}

  Limits limits;
  Scanner scanner;
  GumboRun gumbo;
  TreeBuilder tree;
  PlainTreeBuilder plain_tree;
  Skeleton skeleton;
  std::vector<Override> overrides;
  ScanOptions options;
  Document document;
  DocumentPart placed;  // what scripts put in place
  DocumentPart shadow;  // and what components show

  // The Document owns the runs and start tags while a tree is built; a new scan takes their memory back.
  void scan() {
    std::swap(document.spans_, skeleton.runs);
    skeleton.tag_spans.swap(document.start_tags_);
    scanner.scan(document.source_, overrides, options, skeleton);
    std::swap(document.spans_, skeleton.runs);
  }
  void finish() { skeleton.tag_spans.swap(document.start_tags_); }

  const Document& parse(std::string_view utf8, const ScanOptions& wanted);
  bool build_with_gumbo();
  void build_plainly();
  const Guess* first_wrong_guess() const;
};

bool Parser::State::build_with_gumbo() {
  if (!kGumboCanBeStopped && !scanner.nesting().within(limits)) return false;
  const GumboOutput* output = gumbo.parse({skeleton.text.data(), skeleton.text.size()});
  const bool built = output != nullptr && tree.build(*output, limits.max_depth, skeleton, document);
  gumbo.release();
  return built;
}

void Parser::State::build_plainly() {
  if (!skeleton.subtrees.empty()) {
    options.folding = Folding::kNothing;
    finish();
    scan();
  }
  plain_tree.build(skeleton, document);
}

const Guess* Parser::State::first_wrong_guess() const {
  // A frameset takes the place of a body that was begun before it, and with it goes what could tell.
  std::uint32_t replaced_before = 0;
  for (NodeId id = 1; id < document.nodes_.size() && !skeleton.guesses.empty();
       id = document.nodes_[id].end) {
    const Node& child = document.nodes_[id];
    if (child.tag == Tag::k_frameset && child.source != Document::kImplied) {
      replaced_before = skeleton.tag_spans[child.source].begin;
    }
  }
  const auto wrong = std::find_if(skeleton.guesses.begin(), skeleton.guesses.end(), [&](const Guess& guess) {
    return guess.seen != guess.guessed && (guess.seen || guess.position >= replaced_before);
  });
  return wrong != skeleton.guesses.end() ? &*wrong : nullptr;
}

Parser::Parser(const Limits& limits) : state_(std::make_unique<State>(limits)) {}
Parser::~Parser() = default;
Parser::Parser(Parser&&) noexcept = default;
Parser& Parser::operator=(Parser&&) noexcept = default;

const Document& Parser::State::parse(std::string_view utf8, const ScanOptions& wanted) {
  document.source_ = utf8;
  overrides.clear();
  options = wanted;
  for (int parses = 1;; ++parses) {
    scan();
    if (!build_with_gumbo()) {
      build_plainly();
      break;
    }
    if (tree.foldable() < options.folding) {
      options.folding = tree.foldable();
      finish();
      continue;
    }
    const Guess* wrong = first_wrong_guess();
    if (wrong == nullptr) break;
    if (parses == kMostReadings) {
      build_plainly();
      break;
    }
    const Override correction{wrong->position, !wrong->guessed};
    const auto place =
        std::upper_bound(overrides.begin(), overrides.end(), correction,
                         [](const Override& a, const Override& b) { return a.position < b.position; });
    overrides.insert(place, correction);
    finish();
  }
  finish();
  return document;
}

const Document& Parser::parse(std::string_view utf8) {
  const Document& page =
      state_->parse(utf8, {.noscript_ends_raw_text = true, .self_closed_ends_raw_text = true});
  if (!state_->scanner.template_seen()) return page;
  const Document& whole = place_streamed(page, state_->placed) ? state_->placed.document : page;
  return place_shadow_roots(whole, state_->shadow) ? state_->shadow.document : whole;
}

const Document& Parser::parse_as_sent(std::string_view utf8) {
  return state_->parse(utf8, {});
}

const Document& Parser::parse_lines(std::string_view utf8) {
  Document& document = state_->document;
  document.source_ = utf8;
  document.nodes_.clear();
  document.spans_.clear();
  document.start_tags_.clear();
  document.merged_.clear();
  constexpr std::uint32_t kImplied = Document::kImplied;
  document.nodes_.push_back({kNoNode, 0, kImplied, 0, 0, Tag::k_html, Namespace::kHtml});
  document.nodes_.push_back({0, 0, kImplied, 0, 1, Tag::k_body, Namespace::kHtml});
  std::size_t lines = 0;
  for (std::size_t at = 0; at < utf8.size();) {
    // More lines than a page may have blocks are one.
    const bool is_last = lines + 1 >= kMostBlocks;
    const std::size_t stop = is_last ? utf8.size() : std::min(utf8.find_first_of("\r\n", at), utf8.size());
    const std::string_view line = utf8.substr(at, stop - at);
    if (!std::all_of(line.begin(), line.end(), text::is_html_space)) {
      ++lines;
      const auto id = static_cast<NodeId>(document.nodes_.size());
      const auto span = static_cast<std::uint32_t>(document.spans_.size());
      document.spans_.push_back(
          {{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(stop)}, TextKind::kRawText});
      document.nodes_.push_back({1, id + 2, kImplied, 0, 2, Tag::k_p, Namespace::kHtml});
      document.nodes_.push_back({id, id + 2, span, 1, 3, Tag::kText, Namespace::kHtml});
    }
    at = stop + 1;
  }
  const auto end = static_cast<NodeId>(document.nodes_.size());
  document.nodes_[0].end = document.nodes_[1].end = end;
  return document;
}

}  // namespace clean_article::html
