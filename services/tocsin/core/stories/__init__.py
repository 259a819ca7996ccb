"""From matches to stories: the signature, the grouping, and the fold that turns matches into alerts."""

from tocsin.core.stories.families import families_of
from tocsin.core.stories.folding import apply, fold, put
from tocsin.core.stories.offline import Assigner
from tocsin.core.stories.open_stories import OpenStories
from tocsin.core.stories.policy import Policy, policy_of
from tocsin.core.stories.signing import signature
from tocsin.core.stories.size import decode_story, encode_story
from tocsin.core.stories.steps import Outcome

__all__ = [
    "Assigner",
    "OpenStories",
    "Outcome",
    "Policy",
    "apply",
    "decode_story",
    "encode_story",
    "families_of",
    "fold",
    "policy_of",
    "put",
    "signature",
]
