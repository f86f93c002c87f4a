"""Rules folders that are hard on a page: what stands in them by kind, as {file: text}. The page is another's."""

KINDS = {}
HOST_FILE = "example.com.txt"


def repeated(name, line, file=HOST_FILE, before=""):
    """A kind that is one line again and again; `line` may be a function of its number."""
    def make(size):
        out, length, number = [before], len(before), 0
        while length < size and number < 100_000:
            text = (line if isinstance(line, str) else line(number)) + "\n"
            out.append(text)
            length += len(text)
            number += 1
        return {file: "".join(out)}
    KINDS[name] = make


repeated("rule/replace-all", lambda n: f"find_string: a{n} \nreplace_string: c{n} ")
repeated("rule/replace-nothing", lambda n: f"find_string: nothing{n}\nreplace_string: c{n}")
repeated("rule/replace-doubling", "replace_string(a): aa")
repeated("rule/replace-nearly", lambda n: "replace_string(<" + "p" * 60 + f">): {n}")
repeated("rule/drop-slow", lambda n: f"drop: (?i).*(fox|dog|c{n}).*(jump|run).*[a-z]{{10,50}}.*q{n}")
repeated("rule/drop-counted", lambda n: f"drop: ((a?b?c?){{50}}x?){{19}}{n}")
repeated("rule/drop-nested-stars", "drop: ((.*a)*b)*c")
repeated("rule/keep-all", "keep: .*")
repeated("rule/strip-contains", lambda n: f'strip: //p[contains(., "x{n}")]')
repeated("rule/strip-ancestors", "strip: //*[ancestor::*[descendant::*[contains(., 'a')]]]")
repeated("rule/strip-all", "strip: //*//*//*//*")
repeated("rule/strip-union", "strip: " + "|".join(["//p"] * 500))
repeated("rule/strip-predicates", "strip: //p" + "[1]" * 500)
repeated("rule/strip-nested", "strip: //p" + "[a" * 90 + "]" * 90)
repeated("rule/strip-css", lambda n: f"strip(css): div > p:nth-child({n}) ~ .c{n}")
repeated("rule/strip-tokens", lambda n: f"strip_id_or_class: a b{n}")
repeated("rule/strip-images", lambda n: f"strip_image_src: abc{n}")
repeated("rule/strip-attributes", "strip_attr: //@*")
repeated("rule/wrap-all", "wrap_in(div): //*")
repeated("rule/move-all", "move_into(//html): //p")
repeated("rule/move-body", "move_into(body): //*")
repeated("rule/fields", "title: //p\nauthor: //p\ndate: //p")
repeated("rule/concat", "title: concat(" + ",".join(["//body"] * 400) + ")")
repeated("rule/translate", "title: translate(//body, 'abc', 'xyz')")
repeated("rule/guards", "strip: //p\nif_page_contains: //p[contains(., 'zzz')]")
repeated("rule/next-pages", "next_page_link: //a[contains(@href, 'zz')]\nautodetect_next_page: yes")
repeated("rule/nonsense", lambda n: f"nonsense{'x' * (n % 50)}: 1")
repeated("rule/errors", "strip: //[")
repeated("rule/tests", "test_url: http://example.com/\ntest_contains: x")
repeated("phrases/literals", lambda n: f"word{n} and word{n + 1}", "phrases/share.txt", "[en]\n")
repeated("phrases/patterns", lambda n: f"/^.*word{n}.*(one|two).*$/", "phrases/share.txt", "[en]\n")
repeated("phrases/optional", lambda n: f"a{n} (b) (c) (d) (e) (f) (g) (h)", "phrases/share.txt", "[en]\n")
repeated("phrases/prefixes", lambda n: f"word{n} …", "phrases/share.txt", "[en]\n")
repeated("words/months", lambda n: f"month{n}", "words/link-notes.txt")
KINDS["phrases/long-line"] = lambda size: {"phrases/share.txt": "[en]\n" + "word " * (size // 5) + "\n"}
