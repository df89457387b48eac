"""The cashier's behaviour in parts, all without Qt."""
