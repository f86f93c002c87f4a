// Writing the text of a block: white space folded as a browser shows it, or kept for code. Owns what counts
// as white space and which characters never reach the text; knows nothing of elements.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace clean_article::extract {

// Appends the characters of one block to a text that holds many.
class BlockText {
 public:
  explicit BlockText(std::string& out) : out_(out) {}

  // Starts a block at the end of the text.
  void begin() {
    begin_ = out_.size();
    pending_ = Pending::kNothing;
  }

  // Appends decoded characters with runs of white space (no-break spaces included) as one space, without any
  // at the start of a line. Control characters, soft hyphens and zero-width spaces vanish, and joiners
  // (U+200C, U+200D) that have no character before them, for site builders make empty paragraphs of one, or
  // stand between ASCII characters, which never join: runs of them hide messages. So do tag characters that
  // end no flag. Returns how many code points were added. White space with a line break of the source in it
  // is nothing between two characters of Chinese or Japanese, unless it stands alone between two elements
  // (`is_blank`).
  std::uint32_t append_folded(std::string_view utf8, bool is_blank);

  // White space before what follows.
  void space() { pending_ = Pending::kKept; }

  // Appends characters of preformatted text as they stand, control characters apart.
  std::uint32_t append_verbatim(std::string_view utf8);

  // A line break inside the block; nothing at its start.
  void break_line();

  // The same where the line has text.
  void end_line() {
    if (!at_line_start()) break_line();
  }

  // Takes off what is behind `size`, a place in the text of this block.
  void cut(std::size_t size) { out_.resize(size); }

  // Ends the block: drops white space and joiners at its end. Returns whether anything is left.
  bool finish();

 private:
  // White space that has been met and not been written.
  enum class Pending : std::uint8_t {
    kNothing,
    kSpace,
    kWrap,  // a line of the source ends in it
    kKept,  // a space in any script
  };

  // White space and control characters of ASCII, which have been read.
  void leave_space(std::string_view run, bool is_blank);

  // Writes the pending white space before the character at the beginning of `text`.
  std::uint32_t settle(std::string_view text);

  bool at_line_start() const { return out_.size() == begin_ || out_.back() == '\n'; }

  std::string& out_;
  std::size_t begin_ = 0;
  Pending pending_ = Pending::kNothing;
};

// Whether a text holds tag characters (U+E0000 to U+E007F) outside of flags: they spell what no reader sees.
bool holds_tag_characters(std::string_view utf8);

// What they spell, in ASCII.
std::string read_tag_characters(std::string_view utf8);

// Whether decoded text shows nothing: white space and invisible characters only.
bool is_blank(std::string_view utf8);

}  // namespace clean_article::extract
