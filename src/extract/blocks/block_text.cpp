#include "extract/blocks/block_text.hpp"

namespace clean_article::extract {

namespace {

enum class Shown : std::uint8_t { kCharacter, kSpace, kNothing, kJoiner };

struct Step {
  Shown shown;
  std::uint8_t bytes;
};

// What the character at `at` looks like on the page, and its length. `s` is valid UTF-8.
Step look_at(std::string_view s, std::size_t at) {
  const auto byte = [&](std::size_t i) {
    return at + i < s.size() ? static_cast<unsigned char>(s[at + i]) : 0u;
  };
  const unsigned lead = byte(0);
  if (lead < 0x80) {
    if (lead > 0x20 && lead != 0x7F) return {Shown::kCharacter, 1};
    const bool space = lead == ' ' || (lead >= '\t' && lead <= '\r');
    return {space ? Shown::kSpace : Shown::kNothing, 1};
  }
  if (lead < 0xE0) {
    if (lead == 0xC2) {
      if (byte(1) == 0xA0) return {Shown::kSpace, 2};                      // no-break space
      if (byte(1) < 0xA0 || byte(1) == 0xAD) return {Shown::kNothing, 2};  // C1 controls, soft hyphen
    }
    return {Shown::kCharacter, 2};
  }
  if (lead >= 0xF0) return {Shown::kCharacter, 4};
  if (lead == 0xE2 && byte(1) == 0x80) {
    const unsigned last = byte(2);
    if (last <= 0x8A || last == 0xAF || last == 0xA8 || last == 0xA9) return {Shown::kSpace, 3};
    if (last == 0x8B) return {Shown::kNothing, 3};                 // zero-width space
    if (last == 0x8C || last == 0x8D) return {Shown::kJoiner, 3};  // of letters (Persian), of emoji
  }
  if (lead == 0xE2 && byte(1) == 0x81) {
    if (byte(2) == 0x9F) return {Shown::kSpace, 3};    // mathematical space
    if (byte(2) == 0xA0) return {Shown::kNothing, 3};  // word joiner
  }
  if (lead == 0xE3 && byte(1) == 0x80 && byte(2) == 0x80) return {Shown::kSpace, 3};    // ideographic space
  if (lead == 0xEF && byte(1) == 0xBB && byte(2) == 0xBF) return {Shown::kNothing, 3};  // byte order mark
  return {Shown::kCharacter, 3};
}

// The end of the run of visible ASCII characters that begins at `at`: most of most texts.
std::size_t end_of_plain_run(std::string_view s, std::size_t at) {
  while (at < s.size() && s[at] > ' ' && s[at] != '\x7F') ++at;
  return at;
}

}  // namespace

std::uint32_t BlockText::append_folded(std::string_view utf8) {
  std::uint32_t chars = 0;
  for (std::size_t at = 0; at < utf8.size();) {
    if (const std::size_t end = end_of_plain_run(utf8, at); end > at) {
      if (space_pending_) {
        if (!at_line_start()) out_ += ' ', ++chars;
        space_pending_ = false;
      }
      out_.append(utf8, at, end - at);
      chars += static_cast<std::uint32_t>(end - at);
      at = end;
      continue;
    }
    const Step step = look_at(utf8, at);
    const bool joins = step.shown == Shown::kJoiner && !space_pending_ && !at_line_start();
    if (step.shown == Shown::kCharacter || joins) {
      if (space_pending_) {
        if (!at_line_start()) out_ += ' ', ++chars;
        space_pending_ = false;
      }
      out_.append(utf8, at, step.bytes);
      ++chars;
    } else if (step.shown == Shown::kSpace) {
      space_pending_ = true;
    }
    at += step.bytes;
  }
  return chars;
}

std::uint32_t BlockText::append_verbatim(std::string_view utf8) {
  std::uint32_t chars = 0;
  for (std::size_t at = 0; at < utf8.size();) {
    const Step step = look_at(utf8, at);
    const char c = utf8[at];
    if (c == '\n') {
      out_ += c;
    } else if (c == '\t' || step.shown == Shown::kCharacter || step.shown == Shown::kJoiner) {
      out_.append(utf8, at, step.bytes);
      ++chars;
    } else if (step.shown == Shown::kSpace && c != '\r') {
      out_ += ' ';
      ++chars;
    }
    at += step.bytes;
  }
  return chars;
}

void BlockText::break_line() {
  space_pending_ = false;
  if (out_.size() > begin_) out_ += '\n';
}

bool BlockText::finish() {
  const auto ends_in_joiner = [&] {
    return out_.size() >= begin_ + 3 && look_at(out_, out_.size() - 3).shown == Shown::kJoiner;
  };
  while (out_.size() > begin_) {
    if (out_.back() == ' ' || out_.back() == '\n' || out_.back() == '\t')
      out_.pop_back();
    else if (ends_in_joiner())
      out_.resize(out_.size() - 3);
    else
      break;
  }
  return out_.size() > begin_;
}

bool is_blank(std::string_view utf8) {
  for (std::size_t at = 0; at < utf8.size();) {
    const Step step = look_at(utf8, at);
    if (step.shown == Shown::kCharacter) return false;
    at += step.bytes;
  }
  return true;
}

}  // namespace clean_article::extract
