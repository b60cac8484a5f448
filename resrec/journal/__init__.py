"""The journal of what was done, and the outbox of what was said."""
