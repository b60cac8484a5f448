"""What PostgreSQL keeps beside the entries: vectors of their stems, and functions over them."""

from hashlib import sha256

from resrec.library.search.words import BREAK, LANGUAGES

COLUMNS = [f"{part}_{language}" for part in ("title", "body") for language in LANGUAGES]
# Of BM25, as FTS5 has them; and how much more a title's words weigh.
K1, B, TITLE = 1.2, 0.75, 8


def _vector(part, weight):
    # A word at the end of each, so that no phrase is found across title and body.
    return " || ".join(
        f"setweight(to_tsvector('simple'::regconfig, regexp_replace("
        rf"{part}_{language} || ' {BREAK}', '(\S+)', '{language}\1', 'g')), '{weight}')"
        for language in LANGUAGES
    )


# Titles have a vector of their own as well: an index does not tell one weight from another.
VECTORS = {
    "titles": _vector("title", "A"),
    "vector": f"{_vector('title', 'A')} || {_vector('body', 'D')}",
}
# A vector keeps 255 places of a stem, and none beyond the 16,383rd.
MOST_PLACES, LONGEST = 255, 16_000
# The planner takes reading a whole vector for free, so it would read them all.
INDEXED = "LANGUAGE sql STABLE SET enable_seqscan = off"


# Of D, C, B and A, for ts_rank_cd: of one phrase it gives the sum of the weights of its places.
IN_TITLE, ANYWHERE = "{0, 0, 0, 1}", f"{{{1 / TITLE}, {1 / TITLE}, {1 / TITLE}, 1}}"
BM25 = f"""
    rarity * (1 - 1 / (1
        + {TITLE} * ts_rank_cd(
            CASE WHEN in_title THEN '{IN_TITLE}' ELSE '{ANYWHERE}' END::real[], vector, phrase)
        / ({K1} * ({1 - B} + {B} * length / mean))))"""
PHRASES = """
    (ids bigint[], phrases tsquery[], rarities float8[], in_title boolean, mean float8)"""
EACH = "unnest(phrases, rarities) AS each(phrase, rarity)"


def _is_cut(words):
    return (
        f"EXISTS (SELECT FROM unnest({words}) AS word "
        f"WHERE ts_rank_cd('{{1, 1, 1, 1}}', vector, word) >= {MOST_PLACES})"
    )


FUNCTIONS = {
    "library_search": f"""
        (wanted tsquery) RETURNS TABLE (id bigint) {INDEXED} AS $$
            SELECT resolution_id FROM library_searchentry WHERE vector @@ wanted $$""",
    "library_search_titles": f"""
        (wanted tsquery) RETURNS TABLE (id bigint) {INDEXED} AS $$
            SELECT resolution_id FROM library_searchentry WHERE titles @@ wanted $$""",
    # `parts` and `small` are the words of the phrases; `gapped` are the phrases without the small.
    "library_search_phrases": f"""
        (wanted tsquery, words tsquery, gapped tsquery, parts tsquery[], small tsquery[],
            leaves_out boolean)
        RETURNS TABLE (id bigint, is_met boolean, in_doubt boolean) {INDEXED} AS $$
            SELECT resolution_id, met.is_met, doubt.in_doubt FROM library_searchentry,
                LATERAL (SELECT vector @@ wanted AS is_met) AS met,
                LATERAL (SELECT (leaves_out OR NOT met.is_met) AND (
                    length > {LONGEST} OR {_is_cut("parts")}
                    OR (leaves_out OR vector @@ gapped) AND {_is_cut("small")}
                ) AS in_doubt) AS doubt
            WHERE vector @@ words AND (met.is_met OR doubt.in_doubt) $$""",
    "library_search_weighed": f"""
        {PHRASES} RETURNS TABLE (id bigint, score float8) {INDEXED} AS $$
            SELECT resolution_id, sum({BM25}) FROM library_searchentry, {EACH}
            WHERE resolution_id = ANY(ids) GROUP BY resolution_id $$""",
    # An offset, so that the index is asked for each phrase.
    "library_search_weighed_where_met": f"""
        {PHRASES} RETURNS TABLE (id bigint, score float8) {INDEXED} AS $$
            SELECT resolution_id, sum({BM25}) FROM {EACH},
                LATERAL (SELECT * FROM library_searchentry WHERE vector @@ phrase OFFSET 0) AS met
            WHERE resolution_id = ANY(ids) GROUP BY resolution_id $$""",
}


def install(cursor):
    """Make vectors, indexes and functions; vectors anew where they were made otherwise."""
    cursor.execute(
        "SELECT col_description(attrelid, attnum) FROM pg_attribute "
        "WHERE attrelid = 'library_searchentry'::regclass AND attname = 'vector'"
    )
    mark = sha256(str(VECTORS).encode()).hexdigest()
    if cursor.fetchone() != (mark,):
        _make_vectors(cursor)
        cursor.execute(f"COMMENT ON COLUMN library_searchentry.vector IS '{mark}'")
    for language in LANGUAGES:
        cursor.execute(
            f"CREATE INDEX IF NOT EXISTS library_search_title_{language} "
            f"ON library_searchentry USING hash (title_{language})"
        )
    for name, does in FUNCTIONS.items():
        cursor.execute(f"DROP FUNCTION IF EXISTS {name}")
        cursor.execute(f"CREATE FUNCTION {name} {does}")


def _make_vectors(cursor):
    for name, made in VECTORS.items():
        cursor.execute(
            f"ALTER TABLE library_searchentry DROP COLUMN IF EXISTS {name}, "
            f"ADD COLUMN {name} tsvector GENERATED ALWAYS AS ({made}) STORED"
        )
        cursor.execute(
            f"CREATE INDEX library_search_{name} ON library_searchentry USING gin ({name})"
        )
    # Not packed: a vector is read for each phrase that is weighed, and unpacking takes longest.
    cursor.execute("ALTER TABLE library_searchentry ALTER vector SET STORAGE EXTERNAL")
    cursor.execute("UPDATE library_searchentry SET length = length")
