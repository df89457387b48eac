"""The members' screen without Qt: lists, one member's page, edits, cards."""
