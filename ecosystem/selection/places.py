"""Where an initiative is, in either meaning: where it takes place, or from where it is led."""

# Both give (n, county, municipality), a row a place; municipality is NULL where only the county is known. What is in no
# row has no such place: it is nationwide, cross-border, or its place is not known.
TAKES_PLACE = """
    SELECT p.n, coalesce(m.county, p.code) AS county, m.municipality
    FROM initiative_places AS p
    LEFT JOIN municipalities AS m ON p.level = 'municipality' AND m.municipality = p.code
    WHERE p.role = 'takes-place'
"""
# The municipality of the lead organisation; where that is not known, the main place of the record.
LED_FROM = """
    SELECT i.n, m.county, m.municipality
    FROM initiatives AS i JOIN organisations AS o ON o.organisation_id = i.lead_id
    JOIN municipalities AS m ON m.municipality = o.municipality
    UNION ALL
    SELECT p.n, coalesce(m.county, p.code) AS county, m.municipality
    FROM initiative_places AS p
    LEFT JOIN municipalities AS m ON p.level = 'municipality' AND m.municipality = p.code
    WHERE p.role = 'main' AND p.n NOT IN (
        SELECT i.n FROM initiatives AS i JOIN organisations AS o ON o.organisation_id = i.lead_id
        WHERE o.municipality IS NOT NULL)
"""
MEANINGS = {"takes-place": TAKES_PLACE, "led-from": LED_FROM}
