"""Whom the names in the column of constituents mean: any name on record, merges followed."""

from collections import defaultdict
from difflib import get_close_matches

from resrec.people.folding import folded
from resrec.people.models import Constituent, ConstituentName
from resrec.people.models.constituent import UNRESOLVED
from resrec.reporting.assigning.meaning import BETWEEN, NEAREST_TOLD


def find_bodies(rows):
    known = _Known()
    unknown = []
    for row in rows:
        said = row.said["constituent"]
        if row.given:
            _take_one_of(row, [known.today(row.given)], known)
        elif not said:
            row.complain("constituent", "missing")
        elif found := known.meant(said):
            _take_one_of(row, found, known)
        else:
            unknown.append(row)
    near = known.near({row.said["constituent"] for row in unknown})
    for row in unknown:
        said = row.said["constituent"]
        if near.get(said):
            row.complain("constituent", "unknown_body_near", said=said, near=near[said])
        else:
            row.complain("constituent", "unknown_body", said=said)


def _take_one_of(row, found, known):
    said = row.said["constituent"]
    if len(found) > 1:
        names = BETWEEN.join(map(_name, found))
        row.complain("constituent", "several_bodies", said=said, names=names)
    elif found[0].kind_id == UNRESOLVED:
        row.complain("constituent", "unresolved", said=said)
    else:
        row.body, row.name = found[0].pk, _name(found[0])
        if known.is_merged(said):
            row.note("constituent", "merged", said=said, name=row.name)


def _name(body):
    """As it is entered: what is kept of a row does not depend on who looks in which language."""
    return f"{body.name} ({body.acronym})" if body.acronym else body.name


class _Known:
    """All constituents by each name that they bear, in two queries."""

    def __init__(self):
        names = ("name", "name_fr", "name_es", "acronym")
        self.bodies = Constituent.objects.only("kind_id", "merged_into_id", *names).in_bulk()
        self.merges = Constituent.objects.merges()
        self.by_name = defaultdict(set)
        for pk, body in self.bodies.items():
            own = {getattr(body, name) for name in names}
            if body.acronym:
                own |= {f"{name} ({body.acronym})" for name in own}
            for name in own - {""}:
                self.by_name[folded(name)].add(pk)
        for name, pk in ConstituentName.objects.values_list("folded", "constituent"):
            self.by_name[name].add(pk)
        self.answers = {}

    def meant(self, said):
        """Give the constituents of today that a name means."""
        if said not in self.answers:
            today = dict.fromkeys(self.today(pk) for pk in self._bearing(said))
            # What an import could not place may bear the name of a body that is known.
            resolved = [body for body in today if body.kind_id != UNRESOLVED]
            self.answers[said] = resolved or [*today]
        return self.answers[said]

    def is_merged(self, said):
        """Whether only what was merged into another bears this name."""
        bearing = self._bearing(said)
        return bool(bearing) and all(self.bodies[pk].merged_into_id for pk in bearing)

    def _bearing(self, said):
        return sorted(self.by_name.get(folded(said), ()))

    def today(self, pk):
        """Give the body that this one was merged into, at whatever remove; else itself."""
        return self.bodies[self.merges[pk]]

    def near(self, names):
        """Give {name: names on record that look like it}; of the first few only, it takes long."""
        found = {}
        for said in sorted(names)[:NEAREST_TOLD]:
            close = get_close_matches(folded(said), self.by_name, n=3, cutoff=0.75)
            bodies = {self.today(pk) for one in close for pk in self.by_name[one]}
            known = sorted(_name(body) for body in bodies if body.kind_id != UNRESOLVED)
            found[said] = BETWEEN.join(known)
        return found
