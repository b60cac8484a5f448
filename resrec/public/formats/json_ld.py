"""A text as linked data: schema.org's Legislation, in JSON-LD.

Only what is known is said. A text that is archived or superseded is still valid here, though no
longer active: it is given no legal force, and `creativeWorkStatus` says how it stands.
"""

import json

from resrec.public.formats.told import Told

CONTEXT = "https://schema.org"
IN_FORCE = "https://schema.org/InForce"
UNOFFICIAL = "https://schema.org/UnofficialLegalValue"


def json_ld(told: Told):
    return json.dumps(_filled({"@context": CONTEXT, **_legislation(told)}), ensure_ascii=False)


def _legislation(told):
    text, record = told.text, told.record
    return {
        "@type": "Legislation",
        "@id": told.address,
        "url": told.address,
        "name": told.heading if told.title else "",
        "legislationIdentifier": told.number,
        "identifier": record["code"],
        "legislationType": str(text.kind or ""),
        "legislationDate": str(text.assembly.year_held),
        "legislationPassedBy": _filled(
            {
                "@type": "Organization",
                "name": str(text.assembly.kind),
                "parentOrganization": {"@type": "Organization", "name": text.collection.publisher}
                if text.collection.publisher
                else None,
            }
        ),
        "isPartOf": {"@type": "Collection", "name": text.collection.name},
        "inLanguage": told.languages,
        "legislationLegalForce": "" if record["archived"] else IN_FORCE,
        "creativeWorkStatus": text.get_standing_display() if record["archived"] else "",
        "spatialCoverage": record["countries"],
        "keywords": record["keywords"],
        "isBasedOn": record["source_url"],
        "citation": [_other(told, code) for code in told.cites],
        "legislationConsolidates": _succeeded(told, "consolidated"),
        "legislationChanges": _succeeded(told, "superseded"),
        "workTranslation": [_translation(told, one) for one in told.languages if one != _own(told)],
        "encoding": [_encoding(told, language) for language in told.languages],
        "hasPart": [
            _part(told, place, one) for place, one in enumerate(record["paragraphs"], start=1)
        ],
    }


def _other(told, code):
    return {"@type": "Legislation", "@id": told.address_of_text(code), "identifier": code}


def _succeeded(told, how):
    return [_other(told, code) for code, standing in told.succeeds if standing == how]


def _own(told):
    return told.title[1] if told.title else told.language


def _translation(told, language):
    return _filled(
        {
            "@type": "Legislation",
            "url": told.address_in(language),
            "inLanguage": language,
            "name": told.words[language]["title"],
            "version": told.words[language]["version"],
            "translationOfWork": {"@id": told.address},
        }
    )


def _encoding(told, language):
    return {
        "@type": "LegislationObject",
        "inLanguage": language,
        "encodingFormat": "application/akn+xml",
        "contentUrl": f"{told.address_as('akn.xml')}?language={language}",
        "legislationLegalValue": UNOFFICIAL,
    }


def _part(told, place, one):
    words, language = told.words_of(one)
    return _filled(
        {
            "@type": "Legislation",
            "@id": told.address_of(one["path"]),
            "legislationIdentifier": f"{told.number} {one.get('number', '')}".strip(),
            "position": place,
            "inLanguage": language,
            "text": words,
        }
    )


def _filled(values):
    return {key: value for key, value in values.items() if value not in ("", None, [], {})}
