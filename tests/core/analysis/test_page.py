"""A whole web page, as feeds deliver it: only the report is evidence."""

from tocsin.core.analysis.reader import Reader
from tocsin.core.model.article import Article

TITLE = "Blast at Peshawar market kills nine"

PAGE = """<!DOCTYPE html><html><head><title>Blast kills 9 | Example Times</title>
<style>p{color:red}</style><script>var teaser = "40 people were killed in Lahore";</script></head>
<body><header><nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav></header>
<main><article><h1>Blast at Peshawar market kills nine</h1>
<p class="byline">By <a href="/a/1">Amina Shah</a> and John Roe</p><p>Updated 14 March 2019, 10:15 GMT</p>
<figure><img src="x.jpg" alt="smoke"><figcaption>Smoke rises over the market.</figcaption></figure>
<p>PESHAWAR, Pakistan (Reuters) &mdash; A bomb killed at least nine people and wounded&nbsp;23 others at a market
in Peshawar on Thursday, Lt. Gen. Asad Durrani said.</p>
<p>\u00e2\u20ac\u0153We heard a bang,\u00e2\u20ac\u009d said Mr. Gul, a shopkeeper. The U.S. embassy condemned it.</p>
<aside><h3>Background</h3><p>In Karachi 70 people died in a fire.</p></aside>
<div><h3>Related stories</h3><ul><li><a href="#">Ten killed in Quetta shooting</a></li>
<li><a href="#">Suicide bomber kills 25 in Kabul</a></li></ul></div>
<p>Sign up for our free newsletter and never miss a story.</p>
<p>Amina Shah is a freelance journalist. She has covered attacks that killed 300 people.</p>
</article></main><footer>&copy; 2019 Example Times. 12 dead links removed.</footer></body></html>"""


def test_only_the_report_of_a_page_is_evidence(reader: Reader) -> None:
    analysis = reader.read(Article(id="a", title=TITLE, body=PAGE))
    assert [(fact.kind, fact.min, fact.max, fact.place) for fact in analysis.casualties] == [
        ("killed", 9, 9, "Peshawar"),
        ("killed", 9, None, "Peshawar"),
        ("injured", 23, 23, "Peshawar"),
    ]
    assert {zone.why for zone in analysis.zones} == {"duplicate", "byline", "related", "subscription", "biography"}
    assert [place.text for place in analysis.places if place.role == "dateline"] == ["PESHAWAR", "Pakistan"]
    sentences = [PAGE[start:end] for start, end in analysis.sentences]
    assert any(sentence.endswith("Lt. Gen. Asad Durrani said.") for sentence in sentences)
    assert "The U.S. embassy condemned it." in sentences
