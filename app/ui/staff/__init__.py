"""Who is at the till: the lock, a manager's word on the spot, the people and their powers."""
