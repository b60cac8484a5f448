"""Assigning many posts at once: a sheet or a choice of texts is read, checked, shown, made."""
