"""How the page of segments behaves, without Qt."""
