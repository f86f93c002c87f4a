#include "cli/outputs.hpp"

#include <filesystem>
#include <utility>

namespace clean_article::cli {
namespace {

// What the format puts around pages; nothing around the tables of --explain.
render::Frame frame_of(const Args& args) {
  const render::FormatRow& row = render::row_of(args.style.format);
  return row.frame == nullptr || args.explain ? render::Frame() : row.frame();
}

// "texts.jsonl.gz": a file of many texts by the format that they have. Several documents of elements make no
// document.
bool is_named_for_many(std::string_view path, const Args& args) {
  for (const std::string_view ending : {".gz", ".zst"})
    if (path.ends_with(ending)) path.remove_suffix(ending.size());
  if (args.wet) return path.ends_with(".wet");
  const render::FormatRow& row = render::row_of(args.style.format);
  return row.stream != render::Stream::kNamed && row.text != render::TextForm::kElements &&
         path.ends_with(row.ending);
}

// Each record of WET is a member of its own, other texts are compressed together.
std::uint64_t member_bytes(const Args& args) {
  return args.wet ? 1 : kMemberBytes;
}

}  // namespace

void settle_output(const bulk::Sources& sources, Args& args) {
  // As for inputs, "-" is a standard stream.
  if (args.output == "-") args.output.clear();
  if (args.output_file == "-") args.output_file.clear();
  if (args.output.empty()) return;
  std::error_code error;
  const bool is_file =
      is_named_for_many(args.output, args) && !std::filesystem::is_directory(args.output, error);
  if (is_file) {
    args.output_file = args.output;
    return;
  }
  const bool is_folder =
      sources.several() || args.output.ends_with('/') || std::filesystem::is_directory(args.output, error);
  (is_folder ? args.output_folder : args.output_file) = args.output;
}

std::vector<WrittenFile> written_files(const Args& args) {
  std::vector<WrittenFile> files = {
      {"output-file", args.output_file}, {"manifest", args.manifest}, {"warc", args.warc}};
  std::erase_if(files, [](const WrittenFile& file) { return file.path.empty(); });
  return files;
}

Status check_files(const Args& args, const bulk::Sources& sources) {
  const auto is_same = [](const std::string& one, const std::string& other) {
    return std::filesystem::path(one).lexically_normal() == std::filesystem::path(other).lexically_normal() ||
           bulk::is_one_of(one, {other});
  };
  const std::vector<WrittenFile> files = written_files(args);
  for (std::size_t i = 0; i < files.size(); ++i) {
    if (bulk::is_one_of(files[i].path, sources.files()) || bulk::is_one_of(files[i].path, args.lists))
      return Error{ErrorKind::kUsage, "'" + files[i].path + "' is an input; it would be overwritten"};
    for (std::size_t j = 0; j < i; ++j)
      if (is_same(files[i].path, files[j].path))
        return Error{ErrorKind::kUsage, "options '--" + files[j].option + "' and '--" + files[i].option +
                                            "' name the same file"};
  }
  return Done{};
}

Result<std::optional<bulk::FolderSink>> make_folder(const Args& args, bulk::Sources& sources) {
  if (args.output_folder.empty()) return std::optional<bulk::FolderSink>();
  Result<bulk::FolderSink> sink =
      bulk::FolderSink::create(args.output_folder, {sources.files(), sources.folders()});
  if (!sink.ok())
    return Error{sink.error().kind, "output folder '" + args.output_folder + "' " + sink.error().message};
  sources.keep_out_of(args.output_folder);
  return std::optional(std::move(*sink));
}

Store choose_store(const Args& args, const std::optional<bulk::FolderSink>& folder) {
  Store store;
  if (args.wet) return store;
  if (folder) {
    store = [&folder](const bulk::Input& input, std::string_view text) {
      return folder->put(input.target, text);
    };
  } else if (!args.output_file.empty()) {
    store = [&args](const bulk::Input&, std::string_view text) -> Status {
      Status written = bulk::write_file(args.output_file, text);
      // There is only one output: whatever is wrong with it ends the run.
      if (!written.ok()) return Error{ErrorKind::kOutput, written.error().message};
      return written;
    };
  }
  const render::Frame frame = frame_of(args);
  if (!store || !frame.heads_files || frame.head.empty()) return store;
  return [store = std::move(store), head = frame.head](const bulk::Input& input, std::string_view text) {
    return store(input, head + std::string(text));
  };
}

render::Style style_of_records(const Args& args) {
  render::Style style = args.style;
  if (!args.format_given && !args.explain) style.format = render::Format::kJsonLines;
  return style;
}

RecordNames record_names(const Args& args) {
  if (args.wet) return {".jsonl", ".wet.gz"};
  return {std::string(args.explain ? ".txt" : render::row_of(args.style.format).ending),
          std::string(render::row_of(style_of_records(args).format).ending)};
}

std::unique_ptr<Output> choose_output(const Args& args, const std::optional<bulk::FolderSink>& folder,
                                      bool to_file) {
  if (to_file)
    return std::make_unique<FileOutput>(FileRules{args.output_file, args.split_bytes, member_bytes(args)});
  if (!folder) return std::make_unique<StandardOutput>();
  return std::make_unique<FolderOutput>(*folder, record_names(args), member_bytes(args));
}

ReportStyle report_style(const Args& args, bool several, bool to_file) {
  // Names above the outputs are for people: formats for programs go on without.
  const bool is_named = render::row_of(args.style.format).stream == render::Stream::kNamed || args.explain;
  ReportStyle style{several && is_named, args.verbose, frame_of(args)};
  const bool is_printed = (args.output_folder.empty() && args.output_file.empty()) || to_file;
  if (!is_printed || (!several && !style.frame.heads_files)) style.frame = {};
  style.lines = !args.explain && style_of_records(args).format == render::Format::kJsonLines;
  style.names = args.names;
  style.wet = args.wet;
  if (args.wet) {
    style.headings = false;
    style.frame = {};
    style.frame.head = records::wet_head("clean-article " CLEAN_ARTICLE_VERSION);
  }
  return style;
}

}  // namespace clean_article::cli
