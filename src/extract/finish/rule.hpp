// What a finishing rule is: a row of the table in table.cpp. Owns the words that rows are written with.
#pragma once

#include <cstdint>
#include <string_view>

#include "extract/survey/survey.hpp"

namespace clean_article::extract {

class FinishContext;
class Marker;

// When a rule runs. The table is in this order.
enum class Phase : std::uint8_t {
  kExclude,  // is never content: takes no part in the choice, unless nothing else is there to choose
  kKeep,     // belongs to kept text though the scorer left it out
  kDrop,     // is no part of the text that it stands in
  kRestore,  // was asked for
  kRefuse,   // the page as a whole is no article
  kEdit,     // cuts something off the text of kept blocks
};

// The pages that a rule is for.
enum class Gate : std::uint8_t {
  kAny,
  kArticle,            // declares that it is an article and nothing else
  kNotArticle,         //
  kNotThread,          // is no thread of posts by its software or by what it declares
  kOneProduct,         // declares one product, so no article
  kBylines,            // articles, threads, and pages that show line after line with names or dates
  kErrorTitle,         // its title says that there is no such page
  kStandfirstUnasked,  // an article of which the user does not want the line under the title
  kStandfirstAsked,    // one of which the user does
  kCommentsAsked,      // of which the user wants what readers wrote, too
};

// The text that a rule is for: a page as it is, or the body that a site's rule has found.
enum class Scope : std::uint8_t {
  kPage,    // the scorer's choice among a page's blocks
  kBoth,    // that, and a site rule's body
  kAlways,  // these, and bodies of which the site's rule says `prune: no`
};

struct FinishRule {
  std::string_view name;    // kebab-case; file and test are called so, too
  std::string_view reason;  // for people; no two rules share one
  Phase phase;
  Gate gate;
  Scope scope;
  PhraseBits phrases;  // it looks for these; 0 where it looks for none
  void (*apply)(const FinishContext& page, Marker& mark);
};

std::string_view phase_name(Phase phase);
std::string_view gate_name(Gate gate);

}  // namespace clean_article::extract
