#include "extract/blocks/concealment.hpp"

namespace clean_article::extract {

std::string_view concealment_name(Concealment way) {
  switch (way) {
    case Concealment::kHiddenAttribute:
      return "the attribute hidden";
    case Concealment::kNotDisplayed:
      return "display:none";
    case Concealment::kInvisible:
      return "visibility:hidden";
    case Concealment::kTransparent:
      return "transparent";
    case Concealment::kNoSize:
      return "of no size";
    case Concealment::kNoFont:
      return "font size 0";
    case Concealment::kOffScreen:
      return "off the screen";
    case Concealment::kClipped:
      return "clipped away";
    case Concealment::kSameColour:
      return "in the colour of its background";
    case Concealment::kForScreenReaders:
      return "for screen readers only";
    case Concealment::kIcon:
      return "an icon";
    case Concealment::kPopUp:
      return "a pop-up beside the text";
    case Concealment::kTagCharacters:
      return "invisible characters";
    case Concealment::kNone:
    case Concealment::kCount:
      break;
  }
  return "";
}

bool is_often_undone(Concealment way) {
  return way == Concealment::kHiddenAttribute || way == Concealment::kNotDisplayed ||
         way == Concealment::kInvisible || way == Concealment::kTransparent || way == Concealment::kNoSize;
}

}  // namespace clean_article::extract
