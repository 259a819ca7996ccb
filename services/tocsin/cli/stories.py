"""``tocsin stories``: which articles tell of one event."""

import sys
from pathlib import Path

import click


@click.command()
@click.argument("file", type=click.Path(exists=True, allow_dash=True, dir_okay=False, path_type=Path))
def command(file: Path) -> None:
    """Group the articles of FILE (JSON Lines, gzip too, - for standard input) into stories.

    One JSON line an article, in the same order: its id, and the id of the story that it opens or joins. One pass: a
    later article never changes where an earlier one went. Articles more than three days apart do not share a story.
    """
    import msgspec

    from tocsin.cli._articles import read_articles
    from tocsin.core.analysis.reader import Reader
    from tocsin.core.stories import Assigner
    from tocsin.edge.garbage import collect_less
    from tocsin.edge.gazetteer import load_gazetteer

    reader = Reader(load_gazetteer())
    assigner = Assigner()
    collect_less()
    encoder = msgspec.json.Encoder()
    write = sys.stdout.buffer.write
    for article in read_articles(file):
        story = assigner.assign(article, reader.read(article))
        write(encoder.encode({"id": article.id, "story": story}))
        write(b"\n")
    sys.stdout.buffer.flush()
