/* Prints the article of a saved page as Markdown: print_text PAGE [URL]. C99.
 *
 * cc -std=c99 print_text.c $(pkg-config --cflags --libs clean_article) -o print_text
 */
#include <clean_article/clean_article.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static ca_str str(const char* s) {
  const ca_str borrowed = {s, strlen(s)};
  return borrowed;
}

/* The bytes of a file, which the caller frees; NULL when it cannot be read. */
static char* read_file(const char* name, size_t* length) {
  FILE* file = fopen(name, "rb");
  char* bytes = NULL;
  size_t room = 0;
  *length = 0;
  if (file == NULL) return NULL;
  for (;;) {
    size_t got;
    if (*length == room) {
      char* more = realloc(bytes, room += 65536);
      if (more == NULL) break;
      bytes = more;
    }
    got = fread(bytes + *length, 1, room - *length, file);
    *length += got;
    if (got == 0 && feof(file)) {
      fclose(file);
      return bytes;
    }
    if (got == 0) break;
  }
  fclose(file);
  free(bytes);
  return NULL;
}

int main(int argc, char** argv) {
  const ca_str formats[] = {{"markdown", 8}};
  ca_options options = {.size = sizeof options, .formats = formats, .format_count = 1};
  ca_page page = {.size = sizeof page};
  ca_owned problem = {NULL, 0};
  ca_cleaner* cleaner = NULL;
  ca_result* result = NULL;
  ca_owned markdown = {NULL, 0};
  char* bytes = NULL;
  int failed = 1;

  if (argc < 2) {
    fprintf(stderr, "usage: print_text PAGE [URL]\n");
    return 2;
  }
  bytes = read_file(argv[1], &page.bytes.length);
  page.bytes.data = bytes;
  if (argc > 2) page.url = str(argv[2]);

  cleaner = ca_cleaner_new(&options, &problem);
  if (bytes == NULL) {
    fprintf(stderr, "%s cannot be read\n", argv[1]);
  } else if (cleaner == NULL) {
    fprintf(stderr, "%s\n", problem.data);
  } else if (ca_clean(cleaner, &page, &result) != CA_OK) {
    fprintf(stderr, "memory is short\n");
  } else if (ca_result_outcome(result) != CA_ARTICLE) {
    fprintf(stderr, "%s: %s\n", argv[1], ca_result_message(result).data);
  } else if (ca_result_render(result, str("markdown"), NULL, &markdown) == CA_OK) {
    fwrite(markdown.data, 1, markdown.length, stdout);
    failed = 0;
  }
  ca_owned_free(&markdown);
  ca_owned_free(&problem);
  ca_result_free(result);
  ca_cleaner_free(cleaner);
  free(bytes);
  return failed;
}
