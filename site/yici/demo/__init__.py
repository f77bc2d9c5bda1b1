"""The content of an invented county (云溪县), so that a new site can be seen at work."""
