"""Writing the repeating rows of a report from what comes in from outside."""


def as_given(rows, given):
    """Make a report's rows (a related manager) as given: dicts of field values, in order.

    Those of an earlier version keep their keys by position.
    """
    there = list(rows.all())
    for position, values in enumerate(given):
        if position < len(there):
            rows.filter(pk=there[position].pk).update(position=position, **values)
        else:
            rows.create(position=position, **values)
    for surplus in there[len(given) :]:
        surplus.delete()
