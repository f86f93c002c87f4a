// Folding: see fold.hpp. One pass; ASCII, which is most of it, never leaves a table.
#include "site/phrases/fold.hpp"

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>

#include "text/text.hpp"

namespace clean_article::site {
namespace {

enum class Kind : std::uint8_t {
  kWord,       // letters, marks, © and @
  kDigit,      //
  kSpace,      //
  kJoined,     // punctuation that sticks to the word before it
  kPlain,      // other punctuation inside a line: hyphen, quotes, opening brackets, slash
  kSeparator,  // bars, bullets, arrows, symbols
  kNothing,    // invisible
};

struct Sign {
  Kind kind;
  char32_t as;  // the character it is written as
};

constexpr Kind ascii_kind(char c) {
  if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '@') return Kind::kWord;
  if (c >= '0' && c <= '9') return Kind::kDigit;
  if (text::is_html_space(c)) return Kind::kSpace;
  switch (c) {
    case ',':
    case '.':
    case ':':
    case ';':
    case '!':
    case '?':
    case ')':
    case ']':
    case '%':
      return Kind::kJoined;
    case '-':
    case '\'':
    case '"':
    case '(':
    case '[':
    case '/':
    case '&':
    case '#':
    case '$':
    case '=':
      return Kind::kPlain;
    case '|':
    case '*':
    case '+':
    case '<':
    case '>':
    case '\\':
    case '^':
    case '`':
    case '{':
    case '}':
    case '~':
      return Kind::kSeparator;
    default:
      return Kind::kNothing;  // control characters
  }
}

constexpr std::array<Sign, 128> kAscii = [] {
  std::array<Sign, 128> table{};
  for (std::size_t i = 0; i < table.size(); ++i) {
    const char c = static_cast<char>(i);
    table[i] = {ascii_kind(c), static_cast<char32_t>(text::ascii_lower(c))};
  }
  return table;
}();

// Greek capitals drop the accent that small letters bear, and a final sigma has one capital with the other.
char32_t without_greek_accent(char32_t c) {
  switch (c) {
    case U'ά':
      return U'α';
    case U'έ':
      return U'ε';
    case U'ή':
      return U'η';
    case U'ί':
    case U'ϊ':
    case U'ΐ':
      return U'ι';
    case U'ό':
      return U'ο';
    case U'ύ':
    case U'ϋ':
    case U'ΰ':
      return U'υ';
    case U'ώ':
      return U'ω';
    case U'ς':
      return U'σ';
    default:
      return c;
  }
}

Sign look_up_sign(char32_t c) {
  if (c < 0x80) return kAscii[c];
  switch (c) {
    case U'©':
      return {Kind::kWord, c};
    case U'‘':
    case U'’':
    case U'‚':
    case U'ʼ':
    case U'´':
      return {Kind::kPlain, U'\''};
    case U'“':
    case U'”':
    case U'„':
      return {Kind::kPlain, U'"'};
    case U'‐':
    case U'‑':
    case U'–':
    case U'—':
    case U'−':
      return {Kind::kPlain, U'-'};
    case U'：':
      return {Kind::kJoined, U':'};
    case U'，':
    case U'、':
    case U'،':
      return {Kind::kJoined, U','};
    case U'。':
      return {Kind::kJoined, U'.'};
    case U'！':
      return {Kind::kJoined, U'!'};
    case U'？':
    case U'؟':
      return {Kind::kJoined, U'?'};
    case U'（':
      return {Kind::kPlain, U'('};
    case U'）':
      return {Kind::kJoined, U')'};
    case 0xAD:  // soft hyphen
    case 0xFEFF:
      return {Kind::kNothing, c};
    default:
      break;
  }
  if ((c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x2069) ||
      (c >= 0xFE00 && c <= 0xFE0F)) {
    return {Kind::kNothing, c};  // zero-width, direction marks, variation selectors
  }
  if (text::is_space(c)) return {Kind::kSpace, U' '};
  if (text::is_digit(c)) return {Kind::kDigit, c};
  if (text::is_word(c)) {
    const char32_t lower = text::to_lower(c);
    return {Kind::kWord, lower >= 0x370 && lower < 0x400 ? without_greek_accent(lower) : lower};
  }
  return {Kind::kSeparator, U'·'};
}

// What is asked most, kept: the alphabets of Europe and the Near East.
constexpr char32_t kKept = 0x800;
using KeptSigns = std::array<Sign, kKept>;

const KeptSigns& kept_signs() {
  static const KeptSigns signs = [] {
    KeptSigns table{};
    for (char32_t c = 0; c < kKept; ++c) table[c] = look_up_sign(c);
    return table;
  }();
  return signs;
}

Sign sign_of(char32_t c, const KeptSigns& kept) {
  if (c < kKept) return kept[c];
  const bool ideograph_or_hangul = (c >= 0x4E00 && c < 0xA000) || (c >= 0xAC00 && c < 0xD7A4);
  return ideograph_or_hangul ? Sign{Kind::kWord, c} : look_up_sign(c);
}

constexpr bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// Whether a '.' or ',' at `pos`, behind a digit, only groups thousands: exactly three digits follow.
bool groups_thousands(std::string_view utf8, std::size_t pos) {
  const auto digit = [&](std::size_t i) { return i < utf8.size() && utf8[i] >= '0' && utf8[i] <= '9'; };
  return digit(pos + 1) && digit(pos + 2) && digit(pos + 3) && !digit(pos + 4);
}

// Begins what comes next with what is owed before it.
template <typename Write>
void write_owed(FoldState& state, bool joins_word_before, const Write& write) {
  if (state.separator && state.begun) {
    for (const char c : {' ', '\xC2', '\xB7', ' '}) write(c);  // " · "
  } else if (state.space && state.begun && !joins_word_before) {
    write(' ');
  }
  state.space = state.separator = false;
  state.begun = true;
}

// Folds on from `state`. `write(char)` receives the form byte by byte, `word_end()` is told behind each
// character of a word. `take_run(rest)` may take what stands at the beginning of the rest, where it can be
// folded at once, and says how many bytes that were.
template <typename Write, typename WordEnd, typename TakeRun>
void fold_on(std::string_view utf8, FoldState& state, const Write& write, const WordEnd& word_end,
             const TakeRun& take_run) {
  const KeptSigns& kept = kept_signs();
  std::string encoded;
  std::size_t pos = 0;
  while (pos < utf8.size()) {
    if (const std::size_t taken = take_run(utf8.substr(pos)); taken > 0) {
      pos += taken;
      continue;
    }
    const std::size_t at = pos;
    const char32_t c = text::next_code_point(utf8, pos);
    const Sign sign = sign_of(c, kept);
    if (sign.kind == Kind::kNothing) continue;
    if (sign.kind == Kind::kSpace || sign.kind == Kind::kSeparator) {
      state.space = true;
      state.separator |= sign.kind == Kind::kSeparator;
      state.in_word = state.in_number = false;
      continue;
    }
    if (sign.kind == Kind::kDigit && state.in_number) continue;
    if (sign.kind == Kind::kJoined && state.in_number && (c == U'.' || c == U',') &&
        groups_thousands(utf8, at)) {
      continue;
    }
    const bool word = sign.kind == Kind::kWord || sign.kind == Kind::kDigit;
    if (!word && !state.begun) continue;
    write_owed(state, sign.kind == Kind::kJoined, write);
    if (!word) {
      write(static_cast<char>(sign.as));  // all of them are ASCII
      state.in_word = state.in_number = false;
      continue;
    }
    if (c >= 0x1100 && text::is_cjk(c)) {
      if (state.ideographs++ % 2 == 0) ++state.words;
      state.in_word = false;
    } else if (!state.in_word) {
      ++state.words;
      state.in_word = true;
    }
    state.in_number = sign.kind == Kind::kDigit;
    if (state.in_number) {
      write('0');
    } else if (sign.as < 0x80) {
      write(static_cast<char>(sign.as));
    } else {
      encoded.clear();
      text::append_utf8(sign.as, encoded);
      for (const char byte : encoded) write(byte);
    }
    // The rest of a word is mostly letters of ASCII, which change nothing but the case.
    if (state.in_word) {
      for (; pos < utf8.size() && is_ascii_letter(utf8[pos]); ++pos) {
        write(text::ascii_lower(utf8[pos]));
        state.in_number = false;
      }
    }
    word_end();
  }
}

constexpr std::string_view kOpenSeparator = " ·";  // behind a beginning that ends in a separator

// Marks the bytes from one to another: a comparison less than asking for both bounds.
auto within(const text::Bytes& bytes, unsigned char first, unsigned char last) {
  return bytes - first <= static_cast<unsigned char>(last - first);
}

// Most of a text: letters of ASCII, punctuation that stays as it is, and single spaces before letters. A bit
// for each byte.
struct PlainBytes {
  std::uint32_t letters, plain;

  // `next`: the byte behind these sixteen.
  PlainBytes(const text::Bytes& bytes, char next) {
    letters = text::bits_of(within(bytes | 0x20, 'a', 'z'));
    const auto signs = (within(bytes, '!', '/') & ~within(bytes, '*', '+')) | within(bytes, ':', ';') |
                       (bytes == '=') | (bytes == '?') | (bytes == '[') | (bytes == ']');
    const std::uint32_t before_letter = letters >> 1 | (is_ascii_letter(next) ? 0x8000u : 0u);
    plain = letters | text::bits_of(signs) | (text::bits_of(bytes == ' ') & before_letter);
  }
};

// Writes the form of a text that is long enough for it.
class FoldWriter {
 public:
  FoldWriter(char* out, FoldState& state, std::size_t most_words)
      : begin_(out), at_(out), word_end_(out), state_(state), most_words_(most_words) {}

  void write(char c) { *at_++ = c; }
  void end_word() { word_end_ = at_; }
  // How much there is of the form, up to the last word.
  std::size_t size() const { return static_cast<std::size_t>(word_end_ - begin_); }

  // Sixteen bytes a step, while they are plain; all the rest where there are words enough.
  std::size_t take_run(std::string_view rest) {
    if (state_.words > most_words_) return rest.size();
    if (is_ascii_letter(rest[0])) {
      write_owed(state_, false, [this](char c) { write(c); });
    } else if (!may_go_on(rest[0])) {
      return 0;
    }
    std::size_t taken = 0;
    std::size_t plain = text::kSixteen;
    for (; plain == text::kSixteen && taken < rest.size() && state_.words <= most_words_; taken += plain) {
      const std::size_t next = taken + text::kSixteen;
      const text::Bytes bytes = text::first_bytes(rest.substr(taken));
      const PlainBytes kinds(bytes, next < rest.size() ? rest[next] : '\0');
      plain = static_cast<std::size_t>(std::countr_one(kinds.plain));
      if (plain == 0) break;
      write_plain(bytes, plain, kinds.letters & ((1u << plain) - 1));
    }
    return taken;
  }

 private:
  // Whether a sign may be written as it is.
  bool may_go_on(char sign) const {
    const bool may_group_thousands = state_.in_number && (sign == '.' || sign == ',');
    return state_.begun && !state_.space && !state_.separator && !may_group_thousands &&
           static_cast<unsigned char>(sign) < 0x80;
  }

  // The number of words that begin among sixteen bytes, of which no two are neighbours: in fewer steps than
  // any count of bits takes where the processor is not known to count them.
  static std::size_t words_of(std::uint32_t begun) {
    const std::uint32_t in_two = (begun | begun >> 1) & 0x5555;
    const std::uint32_t in_four = (in_two & 0x3333) + (in_two >> 2 & 0x3333);
    return in_four * 0x1111 >> 12 & 0xF;
  }

  void write_plain(const text::Bytes& bytes, std::size_t count, std::uint32_t letters) {
    const text::Bytes lower = bytes | (within(bytes, 'A', 'Z') & 0x20);
    std::memcpy(at_, &lower, sizeof lower);
    const std::uint32_t begun = letters & ~(letters << 1 | (state_.in_word ? 1u : 0u));
    state_.words += words_of(begun);
    state_.in_word = (letters >> (count - 1) & 1) != 0;
    state_.in_number = false;
    if (letters != 0) word_end_ = at_ + std::bit_width(letters);
    at_ += count;
  }

  const char* begin_;
  char* at_;
  const char* word_end_;
  FoldState& state_;
  std::size_t most_words_;
};

}  // namespace

void fold(std::string_view utf8, Folded& out, std::size_t most_words) {
  // A byte becomes three at most: small letters that are longer than their capitals, separators with the
  // spaces around them behind a space. A run is written sixteen bytes at a time.
  const std::size_t most = utf8.size() * 3 + text::kSixteen;
  if (out.memory.size() < most) out.memory.resize(most);
  FoldState state;
  FoldWriter writer(out.memory.data(), state, most_words);
  fold_on(
      utf8, state, [&](char c) { writer.write(c); }, [&] { writer.end_word(); },
      [&](std::string_view rest) { return writer.take_run(rest); });
  out.text = std::string_view(out.memory).substr(0, writer.size());
  out.words = state.words;
}

void FoldedHash::write(char c) {
  if (bytes_ > 0 && is_word_boundary(last_, c)) boundaries_->push_back(hash_);
  hash_ = add_to_hash(hash_, c);
  last_ = c;
  ++bytes_;
}

void FoldedHash::add(std::string_view utf8) {
  const auto word_end = [this] {
    at_last_word_ = hash_;
    bytes_at_last_word_ = bytes_;
  };
  fold_on(
      utf8, state_, [this](char c) { write(c); }, word_end, [](std::string_view) { return std::size_t{0}; });
}

std::uint64_t FoldedHash::beginning() const {
  FoldedHash whole = *this;
  if (state_.separator)
    for (const char c : kOpenSeparator) whole.write(c);
  return whole.hash_;
}

std::size_t FoldedHash::beginning_bytes() const {
  return bytes_ + (state_.separator ? kOpenSeparator.size() : 0);
}

}  // namespace clean_article::site
