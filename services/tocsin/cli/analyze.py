"""``tocsin analyze``: what articles say happened, where, and whether it is so."""

import sys
from pathlib import Path

import click


@click.command()
@click.argument("file", type=click.Path(exists=True, allow_dash=True, dir_okay=False, path_type=Path))
def command(file: Path) -> None:
    """Read the articles of FILE (JSON Lines, gzip too, - for standard input) and print their facts.

    One JSON line an article, in the same order: its places, casualties and deployments, each with the words that say
    it (start and end count Unicode code points) and its status; its topic; and the zones that are no evidence.
    """
    import msgspec

    from tocsin.cli._articles import read_articles
    from tocsin.core.analysis.reader import Reader
    from tocsin.edge.garbage import collect_less
    from tocsin.edge.gazetteer import load_gazetteer

    reader = Reader(load_gazetteer())
    collect_less()
    encoder = msgspec.json.Encoder()
    write = sys.stdout.buffer.write
    for article in read_articles(file):
        write(encoder.encode(reader.read(article)))
        write(b"\n")
    sys.stdout.buffer.flush()
