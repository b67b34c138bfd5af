"""Two hundred hostile texts: what must come back as text, and never as markup."""

from itertools import product

_CORES = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "<svg/onload=alert(1)//",
    "<iframe srcdoc='<script>alert(1)</script>'>",
    "<a href=javascript:alert(1)>x</a>",
    "<form action=//evil.example><button>x</button></form>",
    "<base href=//evil.example>",
    "<meta http-equiv=refresh content=0;url=//evil.example>",
    "<link rel=stylesheet href=//evil.example>",
    "<style>*{display:none}</style>",
    "<button name=choice value=x>x</button>",
    "<input name=text value=x>",
    "<math><mtext><script>alert(1)</script>",
    "<details open ontoggle=alert(1)>",
    "<body onload=alert(1)>",
    '" onfocus=alert(1) autofocus x="',
    "' onmouseover=alert(1) x='",
    "{{ 7 * 7 }}{% raw %}",
    "&lt;script&gt;alert(1)&#60;/script&#62;",
)
_FRAMES = (
    "{}",
    "</p>{}",
    '">{}',
    "'>{}",
    "</textarea>{}",
    "</title>{}",
    "-->{}",
    "]]>{}",
    "</script>{}",
    "\u202e\x0b{}\u2028",
)
HOSTILE = [frame.format(core) for frame, core in product(_FRAMES, _CORES)]
