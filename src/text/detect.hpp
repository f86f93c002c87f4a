// A guess at the encoding of bytes that declare none and are not UTF-8. Owns ICU's detector and the text
// it is shown; believing the guess is decode.cpp's business.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "text/encodings.hpp"

struct UCharsetDetector;

namespace clean_article::text {

// Appends to `sample` what a reader would see of a page: no tags, comments, scripts or styles, and of the
// text between tags only those runs that hold a byte beyond ASCII, because only they tell encodings apart.
void append_visible_sample(std::string_view bytes, bool is_html, std::string& sample);

class Detector {
 public:
  // The likeliest encoding, or nullptr when nothing is likely.
  const Encoding* detect(std::string_view bytes, bool is_html);

 private:
  const Encoding* likeliest_of_sample();  // by ICU

  struct Close {
    void operator()(UCharsetDetector* detector) const;
  };
  std::unique_ptr<UCharsetDetector, Close> detector_;
  std::string sample_;
};

}  // namespace clean_article::text
