"""How the receiver's page looks."""

STYLE = """
:root{color-scheme:light dark;--line:light-dark(#ddd,#444);--soft:light-dark(#616061,#a9abad);
--link:light-dark(#1264a3,#6fb7ea);--good:light-dark(#007a5a,#148567);--page:light-dark(#f6f6f6,#121315);
--card:light-dark(#fff,#1a1d21)}
body{font:15px/1.46 Lato,system-ui,sans-serif;margin:0 auto;max-width:46rem;padding:1rem;background:var(--page)}
article{background:var(--card);border:1px solid var(--line);border-radius:8px;padding:.6rem 1rem;margin:.8rem 0}
article article{border:0;border-left:3px solid var(--line);border-radius:0;margin:.4rem 0;padding:.1rem 0 .1rem .9rem}
article.refused{border-left:4px solid #c22}
h1{font-size:1.3rem}h2{font-size:1.12rem;margin:.25rem 0}p{margin:.4rem 0}
small{color:var(--soft);font-size:.82rem}a{color:var(--link)}
blockquote{border-left:4px solid var(--line);margin:.5rem 0;padding:.05rem 0 .05rem .8rem}
pre{overflow-x:auto;font-size:.8rem}summary{color:var(--link);cursor:pointer}
.actions{display:flex;flex-wrap:wrap;gap:.5rem;margin:.5rem 0 .2rem}.actions form{margin:0}
.b{background:none;border:1px solid var(--soft);border-radius:4px;color:inherit;cursor:pointer;font:inherit;
font-weight:600;font-size:.9rem;padding:.2rem .75rem;text-decoration:none;display:inline-block}
.b.primary{background:var(--good);border-color:var(--good);color:#fff}.b[disabled]{opacity:.6;cursor:default}
.note{color:var(--soft);border-left:3px solid var(--link);padding-left:.6rem}
"""
