"""What a person would see in the channels: each message as it now stands, its replies, and notes to who pressed."""

from dataclasses import dataclass, field
from typing import Any

from tocsin.local.receiver.kept import KEPT, Message


@dataclass
class Post:
    """One message in a channel. ``thread`` is the ts of the message that it answers; ``also_in_channel`` tells that it
    shows beside that one too. ``notes`` are what only who pressed a button sees.
    """

    ts: str
    at: float
    channel: str
    payload: dict[str, Any]
    thread: str | None = None
    also_in_channel: bool = True
    edited: bool = False
    notes: list[str] = field(default_factory=list)


class Wall:
    """The newest posts, and requests that are no posts (webhooks, what was refused), in the order of their coming."""

    def __init__(self) -> None:
        self._posts: dict[str, Post] = {}
        self.items: dict[int, Post | Message] = {}
        self._count = 0

    def post(self, post: Post) -> None:
        """A new message."""
        self._posts[post.ts] = post
        self.other(post)
        if len(self._posts) > KEPT:
            del self._posts[next(iter(self._posts))]

    def other(self, item: Post | Message) -> None:
        """Anything else to be seen."""
        self._count += 1
        self.items[self._count] = item
        if len(self.items) > KEPT:
            del self.items[next(iter(self.items))]

    def find(self, ts: str) -> Post | None:
        """The message with that id."""
        return self._posts.get(ts)

    def replace(self, ts: str, payload: dict[str, Any]) -> None:
        """Other content in its place."""
        post = self._posts[ts]
        post.payload, post.edited = payload, True

    def replies(self, ts: str) -> list[Post]:
        """The messages under one, in order."""
        return [post for post in self._posts.values() if post.thread == ts]

    def clear(self) -> None:
        """Nothing shows any longer; messages can still be updated, as in Slack."""
        self.items.clear()
