"""Parts shared by every screen. None of them knows a service."""
