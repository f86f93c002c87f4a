// The man pages, in the man macros that groff and mandoc both know. Owns their order of sections; what they
// say is in the tables of options and commands.
#include <algorithm>

#include "cli/generate.hpp"
#include "cli/options.hpp"

namespace clean_article::cli {
namespace {

constexpr std::string_view kProgram = "clean-article";

// Text as roff takes it: hyphens are those of command lines, and no line is taken for a request.
std::string roff(std::string_view text) {
  std::string out;
  if (text.starts_with('.') || text.starts_with('\'')) out += "\\&";
  for (const char c : text) {
    if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else if (c == '\'') {
      out += "\\(aq";
    } else if (c == '`') {
      out += "\\(ga";
    } else {
      out += c;
    }
  }
  return out;
}

std::string upper(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return out;
}

// A page as it grows.
class Page {
 public:
  Page(std::string_view name, std::string_view what) {
    out_ = ".\\\" Made by clean-article \\-\\-generate man.\n";
    out_ +=
        ".TH " + roff(upper(name)) + " 1 \"\" \"" + roff(trimmed(version_text())) + "\" \"User Commands\"\n";
    section("NAME");
    out_ += roff(name) + " \\- " + roff(what) + "\n";
  }

  void section(std::string_view title) { out_.append(".SH ").append(title).append("\n"); }
  void subsection(std::string_view title) { out_.append(".SS ").append(roff(title)).append("\n"); }

  // "clean-article rules lint" in bold, and what stands behind it.
  void call(std::string_view words, std::string_view arguments) {
    out_ += ".B " + roff(words) + "\n";
    if (!arguments.empty()) out_ += roff(arguments) + "\n";
  }

  // Sentences; an empty line between paragraphs.
  void text(std::string_view text) {
    bool is_first = true;
    for (std::string_view rest = text; !rest.empty();) {
      const std::string_view line = rest.substr(0, rest.find('\n'));
      rest.remove_prefix(std::min(line.size() + 1, rest.size()));
      if (!line.empty()) {
        out_ += roff(line) + "\n";
      } else if (!is_first && !rest.empty()) {
        out_ += ".PP\n";
      }
      is_first = false;
    }
  }

  // Lines that stay as they are.
  void lines(std::string_view text) {
    out_ += ".nf\n";
    for (std::string_view rest = text; !rest.empty();) {
      const std::string_view line = rest.substr(0, rest.find('\n'));
      rest.remove_prefix(std::min(line.size() + 1, rest.size()));
      if (!line.empty()) out_ += roff(line.substr(std::min(line.find_first_not_of(' '), line.size()))) + "\n";
    }
    out_ += ".fi\n";
  }

  void option(const Option& option) {
    out_ += ".TP\n\\fB";
    if (option.letter != '\0') out_ += "\\-" + std::string{option.letter} + "\\fR, \\fB";
    out_ += roff("--" + std::string(option.name)) + "\\fR";
    if (!option.argument.empty()) out_ += " \\fI" + roff(option.argument) + "\\fR";
    out_ += "\n" + roff(option.help) + "\n";
  }

  void entry(std::string_view term, std::string_view text) {
    out_ += ".TP\n\\fB" + roff(term) + "\\fR\n" + roff(text) + "\n";
  }

  std::string take() && { return std::move(out_); }

 private:
  static std::string trimmed(std::string text) {
    while (text.ends_with('\n')) text.pop_back();
    return text;
  }

  std::string out_;
};

std::string page_name(const Command& command) {
  return std::string(kProgram) + "-rules-" + std::string(command.name);
}

void see_also(Page& page, const Command* itself) {
  page.section("SEE ALSO");
  std::string list = itself == nullptr ? "" : "clean-article-rules(1)";
  for (const Command& command : commands()) {
    if (&command == itself) continue;
    list += (list.empty() ? "" : ", ") + page_name(command) + "(1)";
  }
  page.text("clean-article(1), " + list);
}

}  // namespace

std::string manual() {
  const HelpParts parts = help_parts();
  Page page(kProgram, "the clean text of a web article");
  page.section("SYNOPSIS");
  page.call(kProgram, "[OPTION]... INPUT...");
  page.section("DESCRIPTION");
  page.text(parts.description);
  page.section("OPTIONS");
  std::string_view group;
  for (const Option& option : options()) {
    if (option.group != group) page.subsection(option.group);
    group = option.group;
    page.option(option);
  }
  page.section("COMMANDS");
  for (const Command& command : commands())
    page.entry(
        std::string(kProgram) + " rules " + std::string(command.name) + " " + std::string(command.arguments),
        command.brief);
  page.section("EXIT STATUS");
  page.text(parts.exit_code);
  page.section("EXAMPLES");
  page.lines(parts.examples);
  page.section("SEE ALSO");
  page.text("clean-article-rules(1)");
  return std::move(page).take();
}

std::string rules_manual() {
  Page page(std::string(kProgram) + "-rules", "look at, check and make site rules");
  page.section("SYNOPSIS");
  page.call(std::string(kProgram) + " rules", "COMMAND [OPTION]... WORD...");
  page.section("DESCRIPTION");
  page.text(rules_description());
  page.section("COMMANDS");
  for (const Command& command : commands())
    page.entry(std::string(command.name) + " " + std::string(command.arguments), command.brief);
  see_also(page, nullptr);
  return std::move(page).take();
}

std::string command_manual(const Command& command) {
  Page page(page_name(command), command.brief);
  page.section("SYNOPSIS");
  page.call(
      std::string(kProgram) + " rules " + std::string(command.name),
      "[OPTION]..." + std::string(command.arguments.empty() ? "" : " ") + std::string(command.arguments));
  page.section("DESCRIPTION");
  page.text(command.help);
  page.section("OPTIONS");
  for (const Option& option : options())
    if (takes_option(command, option)) page.option(option);
  see_also(page, &command);
  return std::move(page).take();
}

}  // namespace clean_article::cli
