#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes hostile inputs, one file a case, into the folder named.

Owns the bytes; the findings expected of each stand in cases.tsv beside this
file. Files are named as the cases are. The result is the same every time.

    make-hostile.py DIR
"""
import pathlib
import sys

ROOT = "<a>%s</a>"
MIB = 1024 * 1024
LAUGHS = "".join(
    '<!ENTITY l%d "%s">' % (i, "&l%d;" % (i - 1) * 10) for i in range(1, 10)
)


def repeat(head, unit, count, tail):
    return head + unit * count + tail


def declare(encoding, content="<a/>"):
    return '<?xml version="1.0" encoding="%s"?>%s' % (encoding, content)


def form_cases():
    """Well-formedness, limits and characters."""
    yield "empty", ""
    yield "only-mark", b"\xef\xbb\xbf"
    yield "only-spaces", " \r\n\t"
    yield "cut-off", "<a><b>text</b"
    yield "text-after-root", "<a/>text"
    yield "two-roots", "<a/><b/>"
    yield "tags-crossed", "<a><b></a></b>"
    yield "tag-open", "<a><b>"
    yield "attribute-twice", "<a b='1' b='2'/>"
    yield "depth-201", repeat("", "<a>", 201, "</a>" * 201)
    yield "depth-100000", repeat("", "<a>", 100000, "</a>" * 100000)
    yield "attributes-100000", "<a%s/>" % "".join(
        " b%d=''" % i for i in range(100000)
    )
    yield "name-50100", repeat("<", "n", 50100, "/>")
    yield "text-large", ROOT % ("t" * (4 * MIB))
    yield "value-large", repeat("<a b='", "v", 4 * MIB, "'/>")
    yield "comment-large", repeat("<!--", "c", 4 * MIB, "--><a/>")
    yield "instruction-large", repeat("<?p ", "c", 4 * MIB, "?><a/>")
    yield "elements-1000000", ROOT % ("<b/>" * 1000000)
    yield "namespaces-100000", ROOT % ("<b xmlns='u:'/>" * 100000)
    yield "prefix-undeclared", "<p:a/>"
    yield "namespace-relative", "<a xmlns='here'/>"
    yield "prefix-xml-rebound", "<a xmlns:xml='u:x'/>"
    yield "prefix-emptied", "<a xmlns:p=''/>"
    yield "version-1.1", "<?xml version='1.1'?><a/>"
    for name in ("0", "1", "xD800", "xFFFE", "x110000"):
        yield "reference-" + name, ROOT % ("&#%s;" % name)
    yield "reference-huge", ROOT % ("&#%s;" % ("9" * 1000))
    yield "reference-in-comment", ROOT % "<!-- &#0; -->"
    yield "reference-in-cdata", ROOT % "<![CDATA[&#0;]]>"
    yield "cdata-end-in-text", ROOT % "]]>"
    yield "hyphens-in-comment", ROOT % "<!-- a -- b -->"
    yield "declaration-late", " <?xml version='1.0'?><a/>"
    yield "size-over", "<a/>" + "\n" * (8 * MIB)
    yield "nul-in-text", ROOT % "x\0y"


def doctype_cases():
    """DTDs, entities and what hides them."""
    head = "<!DOCTYPE a"
    yield "doctype-bare", head + "><a/>"
    yield "doctype-laughs", '%s [<!ENTITY l0 "l">%s]><a>&l9;</a>' % (
        head,
        LAUGHS,
    )
    yield "doctype-quadratic", '%s [<!ENTITY b "%s">]><a>%s</a>' % (
        head,
        "b" * 50000,
        "&b;" * 5000,
    )
    yield "doctype-external-entity", (
        head + ' [<!ENTITY e SYSTEM "file:///etc/hostname">]><a>&e;</a>'
    )
    yield "doctype-network-entity", (
        head + ' [<!ENTITY e SYSTEM "http://127.0.0.1:9/">]><a>&e;</a>'
    )
    yield "doctype-parameter", (
        head + ' [<!ENTITY % p SYSTEM "file:///etc/hostname"> %p;]><a/>'
    )
    yield "doctype-parameter-nested", (
        head + ' [<!ENTITY % p "<!ENTITY &#37; q \'x\'>"> %p; %q;]><a/>'
    )
    yield "doctype-system", head + ' SYSTEM "a.dtd"><a/>'
    yield "doctype-public", head + ' PUBLIC "-//A//B" "a.dtd"><a/>'
    yield "doctype-loop", (
        head + ' [<!ENTITY a "&b;"><!ENTITY b "&a;">]><a>&a;</a>'
    )
    yield "doctype-defaults", head + ' [<!ATTLIST a b CDATA "c">]><a/>'
    yield "doctype-late", repeat("<!--", "c", MIB, "-->") + head + "><a/>"
    yield "doctype-utf-16", b"\xff\xfe" + (head + "><a/>").encode("utf-16-le")
    yield "doctype-after-mark", b"\xef\xbb\xbf" + (head + "><a/>").encode()
    yield "doctype-lower-case", "<!doctype a><a/>"
    yield "doctype-in-comment", "<!-- %s> --><a/>" % head
    yield "doctype-in-cdata", ROOT % ("<![CDATA[%s>]]>" % head)
    yield "doctype-in-open-value", "<a b='" + head + ">"
    yield "doctype-before-bad-byte", (head + "><a>").encode() + b"\xff</a>"


def encoding_cases():
    """Marks, declarations and bytes that do not agree."""
    bad = {
        "overlong": b"\xc0\xaf",
        "continuation": b"\x80",
        "too-high": b"\xf4\x90\x80\x80",
        "surrogate": b"\xed\xa0\x80",
    }
    for name, content in bad.items():
        yield "utf-8-" + name, b"<a>" + content + b"</a>"
    yield "utf-8-cut", b"<a>\xe3\x81"
    plain = declare("UTF-16", "<a>\u00e9\U0001f600</a>")
    for order, mark in (("le", b"\xff\xfe"), ("be", b"\xfe\xff")):
        raw = plain.encode("utf-16-" + order)
        yield "utf-16-" + order, mark + raw
        yield "utf-16-%s-no-mark" % order, raw
        yield "utf-16-%s-odd" % order, mark + raw + b"\0"
        lone = "<a>\ud800</a>".encode("utf-16-" + order, "surrogatepass")
        yield "utf-16-%s-lone" % order, mark + lone
    for order in ("le", "be"):
        mark = "\ufeff".encode("utf-32-" + order)
        yield "utf-32-" + order, mark + "<a/>".encode("utf-32-" + order)
        yield "utf-32-%s-no-mark" % order, "<a/>".encode("utf-32-" + order)
    yield "mark-against-latin", b"\xef\xbb\xbf" + declare("iso-8859-1").encode()
    yield "mark-against-utf-8", b"\xff\xfe" + declare("utf-8").encode(
        "utf-16-le"
    )
    yield "mark-against-order", b"\xff\xfe" + declare("UTF-16BE").encode(
        "utf-16-le"
    )
    for name in ("UTF-7", "ISO-2022-JP", "HZ-GB-2312", "IBM037", "UTF-32"):
        yield "declared-" + name.lower(), declare(name)
    yield "declared-unknown", declare("no-such-encoding")
    yield "declared-long", declare("e" * MIB)
    yield "declared-nul", declare("UTF-8\0")
    yield "declared-far", declare("ISO-2022-JP").replace(" enc", " " * 999 + "enc")
    yield "declared-utf-16", declare("UTF-16")
    yield "ebcdic", "<?xml version='1.0'?><a/>".encode("cp037")
    yield "utf-7-mark", b"+/v8-<a/>"
    yield "windows-1252", declare("windows-1252", "<a>").encode() + b"\x80</a>"
    yield "windows-1252-undefined", (
        declare("windows-1252", "<a>").encode() + b"\x81</a>"
    )
    yield "iso-8859-1", declare("ISO-8859-1", "<a>").encode() + b"\xe9</a>"
    yield "us-ascii-high", declare("US-ASCII", "<a>").encode() + b"\xe9</a>"
    yield "line-ends", ROOT % "a\rb\r\nc\u0085d\u2028e\n"


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: make-hostile.py DIR")
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for make in (form_cases, doctype_cases, encoding_cases):
        for name, content in make():
            raw = content if isinstance(content, bytes) else content.encode()
            (folder / (name + ".xml")).write_bytes(raw)


if __name__ == "__main__":
    main()
