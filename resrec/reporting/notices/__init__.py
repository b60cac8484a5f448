"""Messages that are sent in the transaction of the step they tell of."""
