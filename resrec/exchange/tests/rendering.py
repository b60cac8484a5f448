"""Printing one report in any layout and language, and spoiling the print as real pages are."""

from dataclasses import dataclass, replace

LABELS = {
    "progress": {
        "members": "IUCN Members:",
        "commissions": "IUCN Commissions:",
        "secretariat": "IUCN Secretariat:",
        "other_orgs": "Other non-IUCN related organisations:",
        "kinds": "Indicate which actions have been carried out to implement this Resolution :",
        "results": "Describe the results/achievements of the actions taken:",
        "challenges": "What challenges/obstacles have been encountered in the implementation of"
        " this Resolution and how were they overcome :",
        "future": "Briefly describe what future actions are needed for the implementation of this"
        " Resolution:",
        "planned": "Are these actions planned for yet:",
        "status": "Status of implementation for this Resolution:",
    },
    "progress C": {
        "members": "IUCN Members",
        "commissions": "IUCN Commissions",
        "secretariat": "IUCN Secretariat",
        "other_orgs": "Other non-IUCN related organisations",
        "kinds": "Activities carried out to implement this Resolution",
        "results": "Describe the results/achievements of the activities",
        "challenges": "Challenges/obstacles encountered in the implementation of this Resolution"
        " and measures taken",
        "future": "Future actions / activities needed for the implementation of this Resolution",
        "planned": "Are these actions/activities planned?",
        "status": "Implementation status of this Resolution",
    },
    "activity en": {
        "constituent": "IUCN Constituent:",
        "constituent_type": "IUCN Constituent type:",
        "period": "Period covered:",
        "scope": "Geographic scope:",
        "members": "IUCN Members:",
        "commissions": "IUCN Commissions:",
        "secretariat": "IUCN Secretariat:",
        "other_orgs": "Other non-IUCN related organisations:",
        "activities": "Indicate and briefly describe any actions that have been carried out to"
        " implement this Resolution:",
        "results": "Please report on the result /achievement of the actions taken:",
        "challenges": "What challenges have you encountered in implementing this Resolution and"
        " what measures have you taken to overcome them?:",
    },
    "activity fr": {
        "constituent": "Constituant de l’UICN:",
        "constituent_type": "Type de Constituant de l’UICN:",
        "period": "Période d’activité:",
        "scope": "Zone géographique:",
        "members": "Quels autres Membres de l’UICN sont impliqués –ou ont été impliqués- dans la"
        " mise en œuvre de cette Résolution ?:",
        "commissions": "Quelles sont les Commissions de l’UICN impliquées dans la mise en œuvre de"
        " cette Résolution ?:",
        "secretariat": "Le Secrétariat de l’UICN, est-il impliqué dans la mise en œuvre de cette"
        " Résolution ?:",
        "other_orgs": "Veuillez indiquer quels autres acteurs (non-membres de l’UICN) sont"
        " impliqués dans la mise en œuvre de cette Résolution:",
        "activities": "Indicate and briefly describe any actions that have been carried out to"
        " implement this Resolution:",
        "results": "Veuillez indiquer quels ont été les résultats obtenus dans le cadre des"
        " activités entreprises pour la mise en œuvre de cette Résolution:",
        "challenges": "Quelles mesures ont été prises afin de surmonter ces obstacles ?:",
    },
    "activity es": {
        "constituent": "Constituyente de la UICN:",
        "constituent_type": "Tipo de Constituyente de la UICN:",
        "period": "Período de actividades:",
        "scope": "Ámbito geográfico:",
        "members": "Qué otros Miembros de la UICN están o han estado implicados en la"
        " implementación de esta Resolución?:",
        "commissions": "Qué Comisiones de la UICN están implicadas en la implementación de esta"
        " Resolución?:",
        "secretariat": "Si el Secretariado de la UICN está implicado en la implementación de esta"
        " Resolución:",
        "other_orgs": "Enumere otros actores (no-Miembros de la UICN) implicados en la"
        " implementación de esta Resolución:",
        "activities": "Indicate and briefly describe any actions that have been carried out to"
        " implement this Resolution:",
        "results": "Indique cuáles han sido los resultados/logros de las acciones realizadas:",
        "challenges": "¿Qué esfuerzos se están llevando a cabo para superar dichos obstáculos?:",
    },
    "activity C": {
        "constituent": "IUCN Constituent",
        "constituent_type": "IUCN Constituent type",
        "period": "Period covered",
        "scope": "Geographic scope",
        "members": "IUCN Members",
        "commissions": "IUCN Commissions",
        "secretariat": "IUCN Secretariat",
        "other_orgs": "Other non-IUCN related organisations",
    },
}
KINDS = {
    "Capacity-building": ("Formation", "Desarrollo de capacidades"),
    "Convene stakeholders/Networking": (
        "Rassembler des parties prenantes/Réseautage",
        "Convene stakeholders/Networking",
    ),
    "Education/Communication/Raising awareness": (
        "Education/Communication/Raising awareness",
        "Educación/Comunicación/Concientización",
    ),
    "Field activities": ("Activités de terrain", "Actividades de campo"),
    "Fundraising": ("Collecte de fonds", "Recaudación de fondos"),
    "Policy influencing/advocacy": (
        "Activités visant à influencer et/ou promouvoir les politiques",
        "Policy influencing/advocacy",
    ),
    "Scientific/technical activities": (
        "Activités scientifiques/techniques",
        "Actividades científicas/técnicas",
    ),
    "Other activity": ("Autre activité", "Otra actividad"),
}
NOBODY = {
    ("members", "en"): "No other Members are/have been involved",
    ("members", "fr"): "Pas d'autres Membres sont / ont été impliqués",
    ("members", "es"): "No hay otros Miembros que hayan participado",
    ("commissions", "en"): "No Commissions are/have been involved",
    ("commissions", "fr"): "Pas de commissions sont / ont été impliqués",
    ("commissions", "es"): "Ninguna Comisión ha participado",
}
IMPLEMENTATION = {"en": "Implementation", "fr": "Implémentation", "es": "Implementación"}
GENERAL = {"en": "General Information", "fr": "Information générale", "es": "Información general"}


@dataclass(frozen=True)
class Report:
    """A report to print. `members` are (name, acronym, country) or one identifier as a str;
    `members` and `commissions` are () for nobody and None for a blank answer."""

    form: str = "progress"
    code: str = "WCC 2016 Res 029"
    resolution_node: int = 46446
    constituent: str = ""
    constituent_type: str = ""
    period: str = ""
    scope: tuple[str, ...] = ()
    members: tuple | None = None
    commissions: tuple | None = None
    secretariat: str = ""
    other_orgs: str = ""
    kinds: tuple[str, ...] = ()
    rows: tuple[tuple[str, str, str], ...] = ()
    results: str = "Two springs were fenced."
    challenges: str = ""
    future: str = ""
    planned: str = ""
    status: str = "Initiated: first stages of implementation"


def printed_members(report, layout, lang):
    """Give the lines that name the Members, as this layout prints them."""
    if report.members == ():
        return [NOBODY["members", lang if layout not in ("C", "Cs") else "en"]]
    return [_member(one, layout) for one in report.members or ()]


def _member(one, layout):
    if isinstance(one, str):
        return one
    name, acronym, country = one
    if layout in ("C", "Cs"):
        return f"{name} ( {country} )"
    return f"{name} ( {acronym} ) / {country}" if acronym else f"{name} / {country}"


def printed_commissions(report, layout, lang):
    if report.commissions == ():
        return [NOBODY["commissions", lang if layout not in ("C", "Cs") else "en"]]
    return list(report.commissions or ())


def page(report, layout, lang, *, order=None, leave_out_empty=False, glue=True):
    """Print a report: gives the page's text. `order` permutes the fields between the headings."""
    plain = layout in ("C", "Cs")
    labels = LABELS[_table(report.form, plain, lang)]
    values = _values(report, layout, lang, glue)
    fields = [name for name in labels if not (leave_out_empty and not values[name])]
    if layout == "D":
        starts = "kinds" if report.form == "progress" else "results"
        fields = fields[fields.index(starts) :]
        fields = [name for name in fields if name != "status"]
    lines = _head(report, layout, lang)
    for name in order(fields) if order else fields:
        lines += _heading_before(name, report.form, layout, lang)
        lines += [labels[name] + (" " if not plain and layout != "D" else ""), *values[name]]
    if plain and report.form == "activity":
        lines += _groups(report)
    return "\n".join(lines) + "\n"


def _table(form, plain, lang):
    if plain:
        return f"{form} C"
    return form if form == "progress" else f"activity {lang}"


def _values(report, layout, lang, glue):
    plain = layout in ("C", "Cs")
    index = {"en": None, "fr": 0, "es": 1}[lang]
    names = {k: k if index is None or plain else v[index] for k, v in KINDS.items()}
    bar = "" if glue else " | "
    values = {
        name: [value] if (value := getattr(report, name)) else []
        for name in (
            "constituent constituent_type period secretariat other_orgs results challenges future"
            " planned status"
        ).split()
    }
    return values | {
        "scope": list(report.scope),
        "members": printed_members(report, layout, lang),
        "commissions": printed_commissions(report, layout, lang),
        "kinds": list(report.kinds),
        "activities": [bar.join((names[kind], text, status)) for kind, text, status in report.rows],
    }


def _head(report, layout, lang):
    title = f"{report.code} - {report.form.capitalize()} Report"
    node = ["Resolution", str(report.resolution_node)]
    if layout == "C":
        return [title, "", "General Information", "", *node]
    if layout == "Cs":
        submitted = ["Submitted by", "[user name]", "on Tue, 11/05/2024 - 19:28"]
        return [*submitted, "General Information", *node]
    if layout == "D":
        return []
    return [title, "", GENERAL[lang] if report.form == "activity" else "General information"]


def _heading_before(name, form, layout, lang):
    if layout == "D":
        return []
    if layout in ("C", "Cs"):
        blank = [""] if layout == "C" else []
        found = {
            "members": "I. IUCN Constituencies implementing this Resolution"
            if form == "progress"
            else "Actors involved in implementing this Resolution:",
            "kinds": "II. Implementation",
            "status": "III. Status of implementation",
        }.get(name)
        return [*blank, found, *blank] if found else []
    found = {"status": "Status of implementation"}
    if form == "activity":
        found["members"] = (
            "In implementing this Resolution your organization has worked/consulted with..."
        )
    else:
        found["members"] = "IUCN Constituencies implementing this Resolution"
    if layout == "B":
        found["kinds"] = found["activities"] = IMPLEMENTATION[lang]
    return [found[name]] if name in found else []


def _groups(report):
    lines = ["", "II. Implementation", "", "Activities carried out to implement this Resolution"]
    for kind, text, status in report.rows:
        lines += ["Activity", kind]
        lines += ["Description and results/achievements of activities:", text]
        lines += ["Status", status] if status else []
    return [*lines, "", "III. Additional Information", "", "Report status", "Published"]


def without_what_a_loses(report):
    """Give the report as layout A would have kept it."""
    return replace(
        report,
        constituent="" if report.constituent.count("-") == 4 else report.constituent,
        period="",
        secretariat="" if report.secretariat in ("Yes", "No") else report.secretariat,
        scope=tuple(one for one in report.scope if one != "Global"),
        members=report.members
        and (tuple(one for one in report.members if not isinstance(one, str)) or None),
    )


# Ways in which pages are spoiled without losing a fact


def with_windows_line_ends(text):
    return text.replace("\n", "\r\n")


def with_byte_order_mark(text):
    return "\ufeff" + text


def with_hard_spaces(text):
    return text.replace(": \n", ":\u00a0\n").replace(" / ", "\u00a0/ ")


def with_log_in_banner(text):
    return (
        "Log in\n\nYou will be redirected to IUCN Accounts to input your credentials. After log in"
        " you will be redirected back to this site.\n\nRest assured your personal data resides with"
        " IUCN and IUCN only. For more information please review our Data policy.\n\n" + text
    )


def with_cookie_banner(text):
    return (
        "Error message\n\nPlease, in order to use this website it is necessary that you accept our"
        " terms in the use of cookies.\n\n" + text
    )


def with_straight_apostrophes(text):
    return text.replace("’", "'").replace("–", "-")


def with_blank_lines(text):
    return text.replace("\n", "\n\n")


SPOILED = (
    with_windows_line_ends,
    with_byte_order_mark,
    with_hard_spaces,
    with_log_in_banner,
    with_cookie_banner,
    with_straight_apostrophes,
)


def with_broken_labels(text):
    """Break every accent on the lines that are labels, headings or kinds of activity."""
    known = {value for table in LABELS.values() for value in table.values()}
    known |= {name for names in KINDS.values() for name in names} | {*GENERAL.values()}
    for words in sorted(known | {*NOBODY.values()}, key=len, reverse=True):
        broken = "".join(char if char.isascii() else "\ufffd" for char in words)
        text = text.replace(words, broken)
    return text


def as_saved_page(text, node=48091, lang="fr"):
    """Wrap a page's lines as the site's own HTML does."""
    path = "" if lang == "en" else f"{lang}/"
    lines = "\n".join(f"<div>{_escaped(line)}&nbsp;</div>" for line in text.splitlines())
    return (
        f'<!DOCTYPE html><html lang="{lang}"><head><title>Library</title>'
        f'<link rel="canonical" href="https://portal.example.org/library/{path}node/{node}">'
        "<script>if (a < b) { document.write('IUCN Members:'); }</script><style>p{}</style></head>"
        f"<body><nav>IUCN Commissions: <a href='/node/1'>Home</a></nav><main>{lines}</main>"
        "<footer>Report status</footer></body></html>"
    )


def _escaped(text):
    return text.replace("&", "&amp;").replace("<", "&lt;")
