"""How the page of campaigns behaves, without Qt."""
