"""Streams of pages, archives, mails and compressed files that are hard on a program that reads them."""

import gzip
import json

KINDS = {}
PAGE = "<html><body>" + "<p>The bridge, which closed in March, will open again before the summer.</p>" * 20


def kind(name):
    def register(function):
        KINDS[name] = function
        return function
    return register


def warc_record(body, head="", kind_of="response"):
    return (f"WARC/1.0\r\nWARC-Type: {kind_of}\r\nWARC-Target-URI: http://e.com/\r\n{head}"
            f"Content-Length: {len(body)}\r\n\r\n").encode() + body + b"\r\n\r\n"


HTTP = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"


@kind("lines/pages")
def _(size):
    line = json.dumps({"url": "http://e.com/", "html": PAGE}) + "\n"
    return (line * max(1, size // len(line))).encode()


@kind("lines/one-field")
def _(size):
    return json.dumps({"html": PAGE * (size // len(PAGE))}).encode()


@kind("lines/deep")
def _(size):
    return b'{"html":"<p>x","a":' + b"[" * (size // 2) + b"]" * (size // 2) + b"}\n"


@kind("lines/many-fields")
def _(size):
    return ("{" + "".join(f'"k{n}":{n},' for n in range(size // 14)) + '"html":"<p>x"}\n').encode()


@kind("lines/empty-objects")
def _(size):
    return b"{}\n" * (size // 3)


@kind("lines/escapes")
def _(size):
    return b'{"html":"' + b"\\u003cp\\u003e\\ud83d\\ude00" * (size // 24) + b'"}\n'


@kind("lines/cut-surrogates")
def _(size):
    return b'{"html":"' + b"\\ud800x" * (size // 7) + b'"}\n'


@kind("lines/no-end")
def _(size):
    return b'{"html":"<p>x"}\n{"html":"' + b"a" * size


@kind("warc/pages")
def _(size):
    record = warc_record(HTTP + b"\r\n" + PAGE.encode())
    return record * max(1, size // len(record))


@kind("warc/long-head")
def _(size):
    return warc_record(HTTP + b"\r\n" + PAGE.encode(), head="X: " + "a" * size + "\r\n")


@kind("warc/many-head-lines")
def _(size):
    return warc_record(HTTP + b"\r\n" + PAGE.encode(), head="X: aaaa\r\n" * (size // 9))


@kind("warc/long-http-head")
def _(size):
    return warc_record(HTTP + b"X: " + b"a" * size + b"\r\n\r\n" + PAGE.encode())


@kind("warc/chunks")
def _(size):
    return warc_record(HTTP + b"Transfer-Encoding: chunked\r\n\r\n" + b"1\r\na\r\n" * (size // 6) + b"0\r\n\r\n")


@kind("warc/bomb")
def _(size):
    body = gzip.compress(b"<p>x" * size)
    return warc_record(HTTP + b"Content-Encoding: gzip\r\n\r\n" + body)


@kind("warc/junk-between")
def _(size):
    return warc_record(HTTP + b"\r\n" + PAGE.encode()) + b"junk\n" * (size // 5) + b"WARC/1.0\r\n"


@kind("gzip/bomb")
def _(size):
    return gzip.compress(b"<p>x" * (size * 10))


@kind("gzip/members")
def _(size):
    return gzip.compress(b"<p>x") * (size // 24)


@kind("gzip/cut")
def _(size):
    return gzip.compress(PAGE.encode() * (size // len(PAGE)))[:-20]


@kind("mail/nested")
def _(size):
    begin = "From: a\r\nMIME-Version: 1.0\r\n"
    parts = "".join(f'Content-Type: multipart/related; boundary="b{n}"\r\n\r\n--b{n}\r\n' for n in range(size // 60))
    return (begin + parts + "Content-Type: text/html\r\n\r\n" + PAGE).encode()


@kind("mail/many-parts")
def _(size):
    begin = 'From: a\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n'
    return (begin + "--b\r\nContent-Type: image/png\r\n\r\nx\r\n" * (size // 40) + "--b--\r\n").encode()


@kind("mail/quoted-printable")
def _(size):
    begin = "From: a\r\nMIME-Version: 1.0\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
    return (begin + "=3Cp=3Ex=\r\n" * (size // 12)).encode()
