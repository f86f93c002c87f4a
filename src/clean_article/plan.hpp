// What is read of each page so that its Result can be written in every format asked for. Owns which formats
// share what was read; knows no page.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "clean_article/inside.hpp"
#include "render/render.hpp"

namespace clean_article::abi0 {

class Plan {
 public:
  // Throws std::invalid_argument when a format is unknown.
  explicit Plan(const Options& options);

  // What to read, the plain text first. No two are alike.
  const std::vector<render::Style>& styles() const { return styles_; }

  // Whether a format that was asked for shows fields, whatever the options say of them.
  bool needs_fields() const;

  // A format that was asked for: how it is written, and for which of the styles it was read.
  struct Written {
    render::Format format;
    render::Style style;
    std::size_t read_as;
  };
  // Null when the format is unknown or was not asked for.
  const Written* find(std::string_view format) const;

 private:
  std::size_t read_for(const render::Style& style);

  std::vector<render::Style> styles_;
  std::vector<Written> written_;
};

}  // namespace clean_article::abi0
