"""Templates to pages: everything is escaped, and freed of what could hide or reorder text."""

from datetime import datetime
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from tocsin.core.board import view
from tocsin.core.wording.text import clean, utc


class Renderer:
    """Renders by name; templates are read once."""

    def __init__(self) -> None:
        self._environment = Environment(
            loader=PackageLoader("tocsin.console"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            finalize=_finalized,
        )
        self._environment.filters.update(utc=utc, iso=_iso, duration=view.duration, covers=view.covers)
        self._environment.globals["ago"] = view.ago

    def page(self, name: str, **values: Any) -> str:
        """The page of that template."""
        return self._environment.get_template(f"{name}.html").render(values)


def _finalized(value: Any) -> Any:
    """Texts of articles and people, one line each; None shows as nothing."""
    if value is None:
        return ""
    return clean(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _iso(moment: datetime) -> str:
    return moment.isoformat()
