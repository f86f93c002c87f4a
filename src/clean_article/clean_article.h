/* clean_article: a web page in, its article out. The C interface, for C99.
 *
 *     #include <clean_article/clean_article.h>
 *
 *     ca_cleaner* cleaner = ca_cleaner_new(NULL, NULL);
 *     ca_page page = {.size = sizeof page, .bytes = {data, length}};
 *     ca_result* result = NULL;
 *     if (ca_clean(cleaner, &page, &result) == CA_OK) {
 *       const ca_str text = ca_result_text(result);
 *       fwrite(text.data, 1, text.length, stdout);
 *     }
 *     ca_result_free(result);
 *     ca_cleaner_free(cleaner);
 *
 * This header is the manual, and all of the interface.
 *
 * Strings     are UTF-8 with their length in bytes; a zero byte follows that is not counted. A ca_str is
 *             borrowed: who gets one never frees it. A ca_owned is the caller's, and goes to ca_owned_free().
 *             A ca_str that is given to a function needs no zero byte, must live until the call returns, and
 *             may be {NULL, 0}, which is the same as "".
 * Lifetime    What is borrowed from a result is valid until ca_result_free(); what is borrowed from the
 *             library (names, versions) always. A result does not need its cleaner.
 * Threads     Any number of threads may use one cleaner, or one result, at the same time. Only the two
 *             functions that free one must be alone with it. Share one cleaner: it keeps a workspace for each
 *             call that runs at the same time, and gives it to the next.
 * Errors      No page is an error: one that cannot be read, or holds no article, gives a result that says so.
 *             A ca_status other than CA_OK is about the call. Nothing is thrown through these functions, and
 *             none ends the program, but for one: ca_result_render() in a format of JSON may when memory is
 *             short.
 * Versions    Structs that may grow begin with `size`, which the caller sets to sizeof of the struct that it
 *             was compiled with. All else zero means the defaults: {.size = sizeof options}. Enumerations may
 *             get further values. The shared library's name ends in .so.0; the number changes when a program
 *             must be built anew.
 */
#ifndef CLEAN_ARTICLE_CLEAN_ARTICLE_H
#define CLEAN_ARTICLE_CLEAN_ARTICLE_H

#include <stddef.h>
#include <stdint.h>

#if defined(__GNUC__)
#define CA_API __attribute__((visibility("default")))
#else
#define CA_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* Strings. */

typedef struct ca_str {
  const char* data;
  size_t length;
} ca_str;

typedef struct ca_owned {
  char* data;
  size_t length;
} ca_owned;

/* Frees the string and empties it; {NULL, 0} and NULL are fine. */
CA_API void ca_owned_free(ca_owned* string);

/* What became of a call. */
typedef enum ca_status {
  CA_OK = 0,
  CA_INVALID = 1,   /* an argument makes no sense: NULL, no `size`, an unknown format */
  CA_NO_MEMORY = 2, /* memory is short */
  CA_FAILED = 3     /* a fault of the library */
} ca_status;

/* "1.2.3", of the library that runs. */
CA_API ca_str ca_version(void);

/* Cleaners. */

typedef enum ca_trade { /* which mistake is worse */
                        CA_BALANCED = 0,
                        CA_PRECISION = 1, /* text that does not belong to the article */
                        CA_RECALL = 2     /* text of it that is missing */
} ca_trade;

typedef enum ca_input { /* what the bytes of pages are */
                        CA_AUTO = 0,
                        CA_HTML = 1,
                        CA_TEXT = 2 /* a page that was copied or saved without its markup */
} ca_input;

/* How a cleaner cleans. Flags are 0 or 1. */
typedef struct ca_options {
  size_t size; /* sizeof(ca_options) */

  int32_t trade; /* ca_trade */
  int32_t from;  /* ca_input */

  /* What is in the text. */
  int32_t comments;   /* readers' comments, too */
  int32_t standfirst; /* the line under the title, too; else it is the field "description" alone */
  int32_t title;      /* the title as the first line or heading */
  int32_t no_tables;
  int32_t formatting; /* emphasis; Markdown and HTML always show it */
  int32_t links;      /* likewise */
  int32_t images;     /* in every format */

  /* Which pages are wanted. Others give a result without text. */
  int32_t only_with_metadata; /* pages that tell no title or no date are CA_UNWANTED */
  ca_str target_language;     /* "de": pages in another language are CA_UNWANTED; empty for any */
  size_t fewest_chars;        /* code points; shorter texts are CA_UNWANTED */
  double min_confidence;      /* 0 to 1; texts whose field "confidence" is less are CA_UNWANTED */
  size_t max_bytes;           /* of a page, decoded; a larger one is CA_TOO_LARGE; 0 for 16 MiB */

  /* Rules. A folder holds site rules (HOST.txt or sites/HOST.txt), and phrases/NAME.txt and words/NAME.txt
   * that replace the built-in lists of the same names; a later folder wins. */
  const ca_str* rules_folders;
  size_t rules_folder_count;
  const ca_str* without; /* names of finishing rules that do not run */
  size_t without_count;
  int32_t no_built_in_rules; /* without the site rules that are built in */

  /* What a result has besides its text. Fields cost about a fifth of a page's time, further formats little,
   * verdicts of all blocks several times as much as all else. */
  int32_t no_metadata;   /* no fields, except where a format needs them */
  int32_t blocks;        /* every block of the page with its verdict */
  int32_t listed_blocks; /* JSON lists the blocks of the text, with kind, place and score */
  const ca_str* formats; /* names of those that a result can be written in; none for all */
  size_t format_count;
} ca_options;

typedef struct ca_cleaner ca_cleaner;

/* A cleaner, or NULL: then options make no sense, a folder cannot be read, or memory is short, and `error`
 * says which in one line. `options` may be NULL for the defaults; it and what it points to are not needed
 * after the call. `error` may be NULL. */
CA_API ca_cleaner* ca_cleaner_new(const ca_options* options, ca_owned* error);

/* NULL is fine. */
CA_API void ca_cleaner_free(ca_cleaner* cleaner);

/* Pages and what they give. */

/* One page as it came. */
typedef struct ca_page {
  size_t size;         /* sizeof(ca_page) */
  ca_str bytes;        /* in any encoding */
  ca_str url;          /* its address, empty when unknown */
  ca_str content_type; /* the HTTP header, empty when unknown */
  ca_str encoding;     /* whatever the page says, such as "windows-1251"; empty to find out */
  ca_str fetched;      /* "2024-05-17T09:30:00Z" or the day: "3 hours ago" counts from then, and no date is
                        * later. Empty when unknown; then no date is later than today */
} ca_page;

typedef struct ca_result ca_result;

/* Each makes a result, which the caller frees. On any status but CA_OK `*result` is NULL. */

/* The article of a page. */
CA_API ca_status ca_clean(const ca_cleaner* cleaner, const ca_page* page, ca_result** result);

/* The fields of a page and no text: what ca_clean() finds for less. */
CA_API ca_status ca_read_metadata(const ca_cleaner* cleaner, const ca_page* page, ca_result** result);

/* All text of a page, in order, with its menus and all. */
CA_API ca_status ca_whole_text(const ca_cleaner* cleaner, const ca_page* page, ca_result** result);

/* NULL is fine. */
CA_API void ca_result_free(ca_result* result);

typedef enum ca_outcome {
  CA_ARTICLE = 0,    /* there is a text */
  CA_NO_ARTICLE = 1, /* the page was read and holds no article: empty, a log-in wall, an error page ... */
  CA_UNWANTED = 2,   /* it holds one that the options rule out */
  CA_TOO_LARGE = 3,  /* it is larger than ca_options.max_bytes */
  CA_NOT_A_PAGE = 4  /* the bytes are no HTML and no text: an image, an archive, an unknown encoding ... */
} ca_outcome;

CA_API ca_outcome ca_result_outcome(const ca_result* result);

/* Why there is no text: one line without a final full stop. Empty with CA_ARTICLE. */
CA_API ca_str ca_result_message(const ca_result* result);

/* 1 where the page holds no article, and CA_RECALL would take some text of it all the same; else 0. */
CA_API int32_t ca_result_is_doubtful(const ca_result* result);

/* Plain text, one final newline; empty when there is none. */
CA_API ca_str ca_result_text(const ca_result* result);

/* WHATWG name of the encoding that the page was read with; empty when there is no text. */
CA_API ca_str ca_result_encoding(const ca_result* result);

/* What the bounds on a page cost this one, and what its site's rule could not do; mostly none. An index that
 * is too large gives an empty string. */
CA_API size_t ca_result_warning_count(const ca_result* result);
CA_API ca_str ca_result_warning(const ca_result* result, size_t index);

/* Fields: title, authors, date ... in the order of every format. Of a page that could be read they are there
 * even where it holds no article. What the page declares that it is, is the field "page_type". */
typedef struct ca_field {
  size_t size; /* sizeof(ca_field) */
  ca_str name;
  size_t value_count; /* 0 when the page does not tell it; above 1 only of lists */
  ca_str source;      /* where it came from, in words; empty for what is counted in the text */
} ca_field;

CA_API size_t ca_result_field_count(const ca_result* result);
/* CA_INVALID when there is no such field. */
CA_API ca_status ca_result_field(const ca_result* result, size_t index, ca_field* field);
CA_API ca_str ca_result_field_value(const ca_result* result, size_t index, size_t value);
/* The first value of the field of this name; empty when the page does not tell it, or there is none. */
CA_API ca_str ca_result_value(const ca_result* result, ca_str name);

/* Blocks of the page in its order, with ca_options.blocks: paragraphs, headings, list items, cells ..., and
 * why each was kept or dropped. */
typedef struct ca_block {
  size_t size;    /* sizeof(ca_block) */
  ca_str text;    /* as it stands on the page, white space folded */
  ca_str kind;    /* "paragraph", "heading 2", "list item" ... */
  ca_str step;    /* who decided: "scorer", "rule" (the site's), or a finishing rule: "share" ... */
  ca_str reason;  /* in words */
  ca_str signals; /* those that moved the score most, with their values; empty where none was given */
  double score;   /* 0 boilerplate ... 1 article */
  int32_t kept;
  uint32_t source_begin; /* bytes of the page as UTF-8 */
  uint32_t source_end;
} ca_block;

CA_API size_t ca_result_block_count(const ca_result* result);
/* CA_INVALID when there is no such block. */
CA_API ca_status ca_result_block(const ca_result* result, size_t index, ca_block* block);

/* How a result is written. */
typedef struct ca_rendering {
  size_t size;      /* sizeof(ca_rendering) */
  int32_t metadata; /* 1: the fields before txt and markdown, as YAML; the other formats always have them */
  int32_t no_text;  /* 1: the fields and no text; as txt that is YAML */
} ca_rendering;

/* The article in a format: what the program prints, as often as one likes. Empty when there is no text,
 * unless fields alone are asked for. `how` may be NULL. CA_INVALID for a format that is unknown or not among
 * ca_options.formats; on any status but CA_OK `*out` is empty. */
CA_API ca_status ca_result_render(const ca_result* result, ca_str format, const ca_rendering* how,
                                  ca_owned* out);

/* Formats. */

typedef struct ca_format {
  size_t size;        /* sizeof(ca_format) */
  ca_str name;        /* "txt", "markdown", "html", "json", "jsonl", "csv", "xml", "tei" */
  ca_str other_name;  /* that it is found by, too; empty when it has one alone */
  ca_str ending;      /* of files: ".md" */
  ca_str description; /* for people */
} ca_format;

CA_API size_t ca_format_count(void);
/* CA_INVALID when there is no such format. */
CA_API ca_status ca_format_at(size_t index, ca_format* format);

#ifdef __cplusplus
}
#endif

#endif
