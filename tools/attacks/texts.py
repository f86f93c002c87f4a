"""Texts without markup, and bytes in encodings, that are hard on a program that reads them."""

import random

KINDS = {}
PROSE = "The bridge, which closed in March, will open again before the summer, the engineers told the council."


def repeated(name, piece, before=""):
    data = piece if isinstance(piece, bytes) else piece.encode()
    head = before if isinstance(before, bytes) else before.encode()
    KINDS[name] = lambda size: head + data * max(1, (size - len(head)) // len(data))


repeated("text/one-letter-lines", "a\n")
repeated("text/prose-lines", PROSE + "\n")
repeated("text/one-line", PROSE + " ")
repeated("text/empty-lines", "\n", before=PROSE)
repeated("text/blank-lines", PROSE + "\n\n\n\n")
repeated("text/carriage-returns", "a\r")
repeated("text/dates", "2 May 2021 10:00\n")
repeated("text/bylines", "By Anna Berg\n")
repeated("text/bullets", "- a\n* b\n")
repeated("text/no-spaces", "a", before=PROSE + "\n")
repeated("text/han", "这座桥在三月关闭。\n")
repeated("text/thai", "สะพานแห่งนี้จะเปิดอีกครั้ง\n")
repeated("text/emoji", "🏴\U000e0067\U000e0062\U000e007f👩‍👩‍👧 ")
repeated("text/nearly-markup", "a < b > c & d\n")
repeated("encoding/bad-utf8", b"abc\xff\xc3\xe2\x82 ", before="<p>" + PROSE)
repeated("encoding/continuations", b"\x80\xbf", before="<p>" + PROSE)
repeated("encoding/utf16", "<p>The bridge</p>".encode("utf-16-le"), before=b"\xff\xfe")
repeated("encoding/utf16-surrogates", b"\x00\xd8", before=b"\xff\xfe")
repeated("encoding/shift-jis", "橋は三月に閉じた。".encode("shift_jis"), before="<meta charset=shift_jis><p>")
repeated("encoding/shift-jis-cut", b"\x81", before="<meta charset=shift_jis><p>")
repeated("encoding/gb18030", b"\x81\x30\x81\x30", before="<meta charset=gb18030><p>")
repeated("encoding/iso-2022-jp", b"\x1b$B!!\x1b(B", before="<meta charset=iso-2022-jp><p>")
repeated("encoding/big5", "橋".encode("big5"), before="<meta charset=big5><p>")
repeated("encoding/undeclared-cyrillic", "Мост закрыли в марте. ".encode("cp1251"), before="<p>")
repeated("encoding/late-declaration", b"<p>caf\xe9</p>")
repeated("encoding/charset-tags", "<meta charset=x-unknown>", before="<p>" + PROSE)


def _random_bytes(size):
    return random.Random(3).randbytes(size)


KINDS["encoding/random-bytes"] = lambda size: b"<p>" + _random_bytes(size)
KINDS["text/random-words"] = lambda size: "".join(
    random.Random(4).choices("abcdefgh     \n", k=size)).encode()
