"""Progress Reports in the making and as they read: bench, synthesis, warnings."""
