"""The messages about merging members in English."""

SENTENCES = {
    "MergeRefused": "nothing was merged or taken apart: member {number} {reason}.",
    "MemberMerged": (
        "member {number} was merged into member {other}; use {other}, or undo that merge first."
    ),
}
REASONS = {
    "merge_archived": "is in the archive; bring them back first",
    "merge_frozen": "is frozen; let them earn and spend again first",
    "merge_plans": "is in a paid plan, and so is the other; choose whose plan goes on",
    "merge_self": "is the same person already; choose another member",
    "nothing_merged": "has nobody merged into them; choose the member who was kept",
}
