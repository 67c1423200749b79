"""Records and what services say of their papers: drafts of new ones, drift of old ones."""

from awesome_heads.upkeep.drafts import Draft, draft_record
from awesome_heads.upkeep.drift import Drift, find_drift, mend
from awesome_heads.upkeep.known import Known, best_identifier

__all__ = ["Draft", "Drift", "Known", "best_identifier", "draft_record", "find_drift", "mend"]
