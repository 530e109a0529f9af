-- The data model of the ecosystem, and the only place where it is written.
-- Every table and column carries a COMMENT; docs/data-model.md is made from this file by `python -m ecosystem describe`.
-- Written elsewhere, because SQL cannot say it: references and vocabularies (model.py). Generated: the history twins (versions.py).
-- No FOREIGN KEYs: DuckDB refuses to delete child and parent in one transaction, which undo has to do.

CREATE TABLE dataset (
    key        TEXT NOT NULL,
    value      TEXT NOT NULL,
    valid_from INTEGER NOT NULL,
    PRIMARY KEY (key)
);
COMMENT ON TABLE dataset IS 'Facts about the dataset as a whole, one a row.';
COMMENT ON COLUMN dataset.key IS 'What is stated: collected (the day of the collection) or boundaries (whose boundaries are drawn).';
COMMENT ON COLUMN dataset.value IS 'The value, as text.';
COMMENT ON COLUMN dataset.valid_from IS 'Version from which the row holds.';

CREATE TABLE vocabularies (
    vocabulary TEXT NOT NULL,
    code       TEXT NOT NULL,
    en         TEXT NOT NULL,
    lt         TEXT NOT NULL,
    note       TEXT,
    valid_from INTEGER NOT NULL,
    PRIMARY KEY (vocabulary, code)
);
COMMENT ON TABLE vocabularies IS 'The controlled vocabularies: every code that a column may hold, with its words in both languages.';
COMMENT ON COLUMN vocabularies.vocabulary IS 'Name of the vocabulary, e.g. theme.';
COMMENT ON COLUMN vocabularies.code IS 'The code, the same in store, addresses and files.';
COMMENT ON COLUMN vocabularies.en IS 'English words for it.';
COMMENT ON COLUMN vocabularies.lt IS 'Lithuanian words for it.';
COMMENT ON COLUMN vocabularies.note IS 'What has to be known about the code (English); NULL when nothing.';
COMMENT ON COLUMN vocabularies.valid_from IS 'Version from which the row holds.';

CREATE TABLE counties (
    county         TEXT NOT NULL,
    nuts2          TEXT NOT NULL,
    name_lt        TEXT NOT NULL,
    name_en        TEXT NOT NULL,
    name_lt_search TEXT,
    name_lt_sort   TEXT,
    name_en_search TEXT,
    name_en_sort   TEXT,
    lat            DOUBLE NOT NULL,
    lon            DOUBLE NOT NULL,
    area_km2       DECIMAL(10,2) NOT NULL,
    source         TEXT NOT NULL,
    valid_from     INTEGER NOT NULL,
    PRIMARY KEY (county)
);
COMMENT ON TABLE counties IS 'The ten counties of Lithuania (NUTS 3).';
COMMENT ON COLUMN counties.county IS 'NUTS 3 code, e.g. LT011.';
COMMENT ON COLUMN counties.nuts2 IS 'Code of the NUTS 2 region it lies in.';
COMMENT ON COLUMN counties.name_lt IS 'Lithuanian name.';
COMMENT ON COLUMN counties.name_en IS 'English name.';
COMMENT ON COLUMN counties.name_lt_search IS 'name_lt folded for search: lower case, no diacritics, no quotation marks. Made at load.';
COMMENT ON COLUMN counties.name_lt_sort IS 'Sort key of name_lt in Lithuanian order. Made at load.';
COMMENT ON COLUMN counties.name_en_search IS 'name_en folded for search: lower case, no diacritics, no quotation marks. Made at load.';
COMMENT ON COLUMN counties.name_en_sort IS 'Sort key of name_en in Lithuanian order. Made at load.';
COMMENT ON COLUMN counties.lat IS 'Latitude of the centre, degrees, WGS 84.';
COMMENT ON COLUMN counties.lon IS 'Longitude of the centre, degrees, WGS 84.';
COMMENT ON COLUMN counties.area_km2 IS 'Area in square kilometres.';
COMMENT ON COLUMN counties.source IS 'Where name, code, centre and area come from (English).';
COMMENT ON COLUMN counties.valid_from IS 'Version from which the row holds.';

CREATE TABLE municipalities (
    municipality         TEXT NOT NULL,
    name_lt              TEXT NOT NULL,
    name_lt_short        TEXT NOT NULL,
    name_en              TEXT NOT NULL,
    name_lt_search       TEXT,
    name_lt_sort         TEXT,
    name_lt_short_search TEXT,
    name_lt_short_sort   TEXT,
    name_en_search       TEXT,
    name_en_sort         TEXT,
    kind                 TEXT NOT NULL,
    county               TEXT NOT NULL,
    lat                  DOUBLE NOT NULL,
    lon                  DOUBLE NOT NULL,
    area_km2             DECIMAL(10,2) NOT NULL,
    source               TEXT NOT NULL,
    valid_from           INTEGER NOT NULL,
    PRIMARY KEY (municipality)
);
COMMENT ON TABLE municipalities IS 'The sixty municipalities of Lithuania.';
COMMENT ON COLUMN municipalities.municipality IS 'Two-digit code of the municipality.';
COMMENT ON COLUMN municipalities.name_lt IS 'Lithuanian name.';
COMMENT ON COLUMN municipalities.name_lt_short IS 'Short Lithuanian name, e.g. Vilniaus m. sav.';
COMMENT ON COLUMN municipalities.name_en IS 'English name.';
COMMENT ON COLUMN municipalities.name_lt_search IS 'name_lt folded for search: lower case, no diacritics, no quotation marks. Made at load.';
COMMENT ON COLUMN municipalities.name_lt_sort IS 'Sort key of name_lt in Lithuanian order. Made at load.';
COMMENT ON COLUMN municipalities.name_lt_short_search IS 'name_lt_short folded for search: lower case, no diacritics, no quotation marks. Made at load.';
COMMENT ON COLUMN municipalities.name_lt_short_sort IS 'Sort key of name_lt_short in Lithuanian order. Made at load.';
COMMENT ON COLUMN municipalities.name_en_search IS 'name_en folded for search: lower case, no diacritics, no quotation marks. Made at load.';
COMMENT ON COLUMN municipalities.name_en_sort IS 'Sort key of name_en in Lithuanian order. Made at load.';
COMMENT ON COLUMN municipalities.kind IS 'City, district or other: vocabulary municipality-kind.';
COMMENT ON COLUMN municipalities.county IS 'The county it lies in.';
COMMENT ON COLUMN municipalities.lat IS 'Latitude of the centre, degrees, WGS 84.';
COMMENT ON COLUMN municipalities.lon IS 'Longitude of the centre, degrees, WGS 84.';
COMMENT ON COLUMN municipalities.area_km2 IS 'Area in square kilometres.';
COMMENT ON COLUMN municipalities.source IS 'Where name, code, centre and area come from (English).';
COMMENT ON COLUMN municipalities.valid_from IS 'Version from which the row holds.';

CREATE TABLE population (
    code        TEXT NOT NULL,
    year        INTEGER NOT NULL,
    inhabitants INTEGER NOT NULL,
    source      TEXT NOT NULL,
    valid_from  INTEGER NOT NULL,
    PRIMARY KEY (code, year)
);
COMMENT ON TABLE population IS 'Inhabitants of municipalities and counties by year. 2021 is the census and complete; 2026 covers some municipalities only, so the two are never mixed in one ranking.';
COMMENT ON COLUMN population.code IS 'Municipality code (two digits) or county code (NUTS 3).';
COMMENT ON COLUMN population.year IS 'Year, as of 1 January.';
COMMENT ON COLUMN population.inhabitants IS 'Number of inhabitants.';
COMMENT ON COLUMN population.source IS 'Where the number comes from (English).';
COMMENT ON COLUMN population.valid_from IS 'Version from which the row holds.';

CREATE TABLE organisations (
    organisation_id         TEXT NOT NULL,
    name_en                 TEXT NOT NULL,
    name_lt                 TEXT,
    name_en_search          TEXT,
    name_en_sort            TEXT,
    name_lt_search          TEXT,
    name_lt_sort            TEXT,
    kind                    TEXT NOT NULL,
    sector                  TEXT NOT NULL,
    municipality            TEXT,
    city                    TEXT,
    country                 TEXT,
    legal_code              TEXT,
    website                 TEXT,
    related_organisation_id TEXT,
    origin                  TEXT NOT NULL,
    source_url              TEXT,
    source_quality          TEXT,
    note                    TEXT,
    valid_from              INTEGER NOT NULL,
    PRIMARY KEY (organisation_id)
);
COMMENT ON TABLE organisations IS 'Organisations in any role: leads, partners, funders, founders, members. Never natural persons.';
COMMENT ON COLUMN organisations.organisation_id IS 'Id of the organisation.';
COMMENT ON COLUMN organisations.name_en IS 'English name.';
COMMENT ON COLUMN organisations.name_lt IS 'Lithuanian name; NULL when none is known (foreign bodies, mostly).';
COMMENT ON COLUMN organisations.name_en_search IS 'name_en folded for search: lower case, no diacritics, no quotation marks. Made at load.';
COMMENT ON COLUMN organisations.name_en_sort IS 'Sort key of name_en in Lithuanian order. Made at load.';
COMMENT ON COLUMN organisations.name_lt_search IS 'name_lt folded for search: lower case, no diacritics, no quotation marks. Made at load.';
COMMENT ON COLUMN organisations.name_lt_sort IS 'Sort key of name_lt in Lithuanian order, of name_en where name_lt is NULL. Made at load.';
COMMENT ON COLUMN organisations.kind IS 'Kind of body: vocabulary organisation-kind.';
COMMENT ON COLUMN organisations.sector IS 'Its main sector: vocabulary sector.';
COMMENT ON COLUMN organisations.municipality IS 'Municipality of its seat; NULL when not known or abroad.';
COMMENT ON COLUMN organisations.city IS 'City or settlement of its seat; NULL when not known.';
COMMENT ON COLUMN organisations.country IS 'Country of its seat, ISO 3166-1 alpha-2; NULL when not known.';
COMMENT ON COLUMN organisations.legal_code IS 'Code in the register of legal entities; NULL when no source states it.';
COMMENT ON COLUMN organisations.website IS 'Its own site; NULL when not known.';
COMMENT ON COLUMN organisations.related_organisation_id IS 'A related body: municipality and its administration (mutual), agency and ministry, former university; NULL when none.';
COMMENT ON COLUMN organisations.origin IS 'How the row came here: vocabulary organisation-origin; says why where there is no address.';
COMMENT ON COLUMN organisations.source_url IS 'Address of the page that the row rests on; NULL when no page is known.';
COMMENT ON COLUMN organisations.source_quality IS 'How good the address is: vocabulary source-quality; NULL when there is no address.';
COMMENT ON COLUMN organisations.note IS 'What has to be known about the row (English); NULL when nothing.';
COMMENT ON COLUMN organisations.valid_from IS 'Version from which the row holds.';

CREATE TABLE organisation_aliases (
    organisation_id TEXT NOT NULL,
    alias           TEXT NOT NULL,
    alias_search    TEXT,
    alias_sort      TEXT,
    valid_from      INTEGER NOT NULL,
    PRIMARY KEY (organisation_id, alias)
);
COMMENT ON TABLE organisation_aliases IS 'Other names that sources use for an organisation.';
COMMENT ON COLUMN organisation_aliases.organisation_id IS 'The organisation.';
COMMENT ON COLUMN organisation_aliases.alias IS 'The other name, as a source writes it.';
COMMENT ON COLUMN organisation_aliases.alias_search IS 'alias folded for search: lower case, no diacritics, no quotation marks. Made at load.';
COMMENT ON COLUMN organisation_aliases.alias_sort IS 'Sort key of alias in Lithuanian order. Made at load.';
COMMENT ON COLUMN organisation_aliases.valid_from IS 'Version from which the row holds.';

CREATE TABLE clusters (
    cluster_id            TEXT NOT NULL,
    name_en               TEXT NOT NULL,
    name_lt               TEXT NOT NULL,
    name_lt_origin        TEXT NOT NULL,
    name_en_search        TEXT,
    name_en_sort          TEXT,
    name_lt_search        TEXT,
    name_lt_sort          TEXT,
    cluster_type          TEXT NOT NULL,
    coordinator_id        TEXT,
    municipality          TEXT,
    city                  TEXT,
    founded               DATE,
    founded_precision     TEXT,
    status                TEXT NOT NULL,
    members_stated        INTEGER,
    employees_stated      INTEGER,
    turnover_eur          DECIMAL(18,2),
    description_en        TEXT NOT NULL,
    description_lt        TEXT NOT NULL,
    website               TEXT,
    source_url            TEXT,
    source_quality        TEXT,
    source_date           DATE,
    source_date_precision TEXT,
    valid_from            INTEGER NOT NULL,
    PRIMARY KEY (cluster_id)
);
COMMENT ON TABLE clusters IS 'Clusters and cluster-like bodies.';
COMMENT ON COLUMN clusters.cluster_id IS 'Id of the cluster.';
COMMENT ON COLUMN clusters.name_en IS 'English name.';
COMMENT ON COLUMN clusters.name_lt IS 'Lithuanian name.';
COMMENT ON COLUMN clusters.name_lt_origin IS 'Whether the Lithuanian name is the owner''s or a translation: vocabulary text-origin.';
COMMENT ON COLUMN clusters.name_en_search IS 'name_en folded for search: lower case, no diacritics, no quotation marks. Made at load.';
COMMENT ON COLUMN clusters.name_en_sort IS 'Sort key of name_en in Lithuanian order. Made at load.';
COMMENT ON COLUMN clusters.name_lt_search IS 'name_lt folded for search: lower case, no diacritics, no quotation marks. Made at load.';
COMMENT ON COLUMN clusters.name_lt_sort IS 'Sort key of name_lt in Lithuanian order. Made at load.';
COMMENT ON COLUMN clusters.cluster_type IS 'Cluster or cluster-like body: vocabulary cluster-type.';
COMMENT ON COLUMN clusters.coordinator_id IS 'Organisation that coordinates it; NULL when not known. Repeated in cluster_members as coordinator.';
COMMENT ON COLUMN clusters.municipality IS 'Municipality of its seat; NULL when not known.';
COMMENT ON COLUMN clusters.city IS 'City of its seat; NULL when not known.';
COMMENT ON COLUMN clusters.founded IS 'When it was founded; the first day of what is known; NULL when not known.';
COMMENT ON COLUMN clusters.founded_precision IS 'How exact founded is: day, month or year; NULL when founded is NULL.';
COMMENT ON COLUMN clusters.status IS 'Status as of its source: vocabulary cluster-status.';
COMMENT ON COLUMN clusters.members_stated IS 'Number of members it states itself; NULL when it states none.';
COMMENT ON COLUMN clusters.employees_stated IS 'Number of employees of all members, as stated; NULL when not stated.';
COMMENT ON COLUMN clusters.turnover_eur IS 'Yearly turnover of all members in euro, as stated; NULL when not stated.';
COMMENT ON COLUMN clusters.description_en IS 'What it is and does, in our words, English.';
COMMENT ON COLUMN clusters.description_lt IS 'What it is and does, in our words, Lithuanian.';
COMMENT ON COLUMN clusters.website IS 'Its own site; NULL when not known.';
COMMENT ON COLUMN clusters.source_url IS 'Address of the page that the row rests on; NULL when no page is known.';
COMMENT ON COLUMN clusters.source_quality IS 'How good the address is: vocabulary source-quality; NULL when there is no address.';
COMMENT ON COLUMN clusters.source_date IS 'Date of the source; the first day of what is known; NULL when the source is undated.';
COMMENT ON COLUMN clusters.source_date_precision IS 'How exact source_date is: day, month or year; NULL when source_date is NULL.';
COMMENT ON COLUMN clusters.valid_from IS 'Version from which the row holds.';

CREATE TABLE cluster_sectors (
    cluster_id TEXT NOT NULL,
    sector     TEXT NOT NULL,
    stated_as  TEXT NOT NULL,
    valid_from INTEGER NOT NULL,
    PRIMARY KEY (cluster_id, sector, stated_as)
);
COMMENT ON TABLE cluster_sectors IS 'Sectors of a cluster.';
COMMENT ON COLUMN cluster_sectors.cluster_id IS 'The cluster.';
COMMENT ON COLUMN cluster_sectors.sector IS 'Sector: vocabulary sector, the one that initiatives and organisations use.';
COMMENT ON COLUMN cluster_sectors.stated_as IS 'The sector as cluster sources name it: vocabulary cluster-sector.';
COMMENT ON COLUMN cluster_sectors.valid_from IS 'Version from which the row holds.';

CREATE TABLE cluster_members (
    cluster_id      TEXT NOT NULL,
    organisation_id TEXT NOT NULL,
    role            TEXT NOT NULL,
    since           DATE,
    since_precision TEXT,
    source_url      TEXT,
    source_quality  TEXT,
    valid_from      INTEGER NOT NULL,
    PRIMARY KEY (cluster_id, organisation_id, role)
);
COMMENT ON TABLE cluster_members IS 'Who belongs to a cluster and in what role. A founder that is a member stands in two rows.';
COMMENT ON COLUMN cluster_members.cluster_id IS 'The cluster.';
COMMENT ON COLUMN cluster_members.organisation_id IS 'The organisation.';
COMMENT ON COLUMN cluster_members.role IS 'Role in the cluster: founder, coordinator, member or partner; vocabulary role.';
COMMENT ON COLUMN cluster_members.since IS 'Since when; the first day of what is known; NULL when not known.';
COMMENT ON COLUMN cluster_members.since_precision IS 'How exact since is: day, month or year; NULL when since is NULL.';
COMMENT ON COLUMN cluster_members.source_url IS 'Address of the page that the row rests on; NULL when no page is known.';
COMMENT ON COLUMN cluster_members.source_quality IS 'How good the address is: vocabulary source-quality; NULL when there is no address.';
COMMENT ON COLUMN cluster_members.valid_from IS 'Version from which the row holds.';

CREATE TABLE cluster_services (
    cluster_id     TEXT NOT NULL,
    kind           TEXT NOT NULL,
    service_en     TEXT NOT NULL,
    service_lt     TEXT NOT NULL,
    source_url     TEXT,
    source_quality TEXT,
    valid_from     INTEGER NOT NULL,
    PRIMARY KEY (cluster_id, kind, service_en)
);
COMMENT ON TABLE cluster_services IS 'Services that a cluster offers.';
COMMENT ON COLUMN cluster_services.cluster_id IS 'The cluster.';
COMMENT ON COLUMN cluster_services.kind IS 'Kind of service: vocabulary service-kind.';
COMMENT ON COLUMN cluster_services.service_en IS 'The service, in our words, English.';
COMMENT ON COLUMN cluster_services.service_lt IS 'The service, in our words, Lithuanian.';
COMMENT ON COLUMN cluster_services.source_url IS 'Address of the page that the row rests on; NULL when no page is known.';
COMMENT ON COLUMN cluster_services.source_quality IS 'How good the address is: vocabulary source-quality; NULL when there is no address.';
COMMENT ON COLUMN cluster_services.valid_from IS 'Version from which the row holds.';

CREATE TABLE cluster_labels (
    label_id   TEXT NOT NULL,
    cluster_id TEXT NOT NULL,
    label      TEXT NOT NULL,
    year       INTEGER,
    source_url TEXT,
    valid_from INTEGER NOT NULL,
    PRIMARY KEY (label_id)
);
COMMENT ON TABLE cluster_labels IS 'Labels of cluster management excellence awarded to a cluster.';
COMMENT ON COLUMN cluster_labels.label_id IS 'Made at load: cluster_id-label-year, an unknown year as x.';
COMMENT ON COLUMN cluster_labels.cluster_id IS 'The cluster.';
COMMENT ON COLUMN cluster_labels.label IS 'The label: vocabulary cluster-label.';
COMMENT ON COLUMN cluster_labels.year IS 'Year of the award; NULL when the source gives none.';
COMMENT ON COLUMN cluster_labels.source_url IS 'Address of the page that the row rests on; NULL when no page is known.';
COMMENT ON COLUMN cluster_labels.valid_from IS 'Version from which the row holds.';

CREATE TABLE cluster_claims (
    cluster_id     TEXT NOT NULL,
    field          TEXT NOT NULL,
    value          TEXT NOT NULL,
    note_en        TEXT,
    source_url     TEXT,
    source_quality TEXT,
    valid_from     INTEGER NOT NULL,
    PRIMARY KEY (cluster_id, field, value)
);
COMMENT ON TABLE cluster_claims IS 'What different sources claim of a cluster, kept side by side where they differ.';
COMMENT ON COLUMN cluster_claims.cluster_id IS 'The cluster.';
COMMENT ON COLUMN cluster_claims.field IS 'What is claimed: vocabulary claim-field.';
COMMENT ON COLUMN cluster_claims.value IS 'The claim; a cluster_id where field is possibly-same-as.';
COMMENT ON COLUMN cluster_claims.note_en IS 'Remark (English); NULL when none.';
COMMENT ON COLUMN cluster_claims.source_url IS 'Address of the page that the row rests on; NULL when no page is known.';
COMMENT ON COLUMN cluster_claims.source_quality IS 'How good the address is: vocabulary source-quality; NULL when there is no address.';
COMMENT ON COLUMN cluster_claims.valid_from IS 'Version from which the row holds.';

CREATE TABLE funding_streams (
    stream_id             TEXT NOT NULL,
    level                 TEXT NOT NULL,
    fund                  TEXT NOT NULL,
    period                TEXT NOT NULL,
    programme_en          TEXT,
    programme_lt          TEXT,
    priority_en           TEXT,
    priority_lt           TEXT,
    objective_en          TEXT,
    objective_lt          TEXT,
    policy_objective_en   TEXT,
    policy_objective_lt   TEXT,
    authority_en          TEXT,
    authority_lt          TEXT,
    eu_amount             DECIMAL(18,2),
    national_amount       DECIMAL(18,2),
    total_amount          DECIMAL(18,2),
    basis                 TEXT,
    additive_group        TEXT,
    start_year            INTEGER NOT NULL,
    end_year              INTEGER NOT NULL,
    is_social_innovation  TEXT NOT NULL,
    description_en        TEXT NOT NULL,
    description_lt        TEXT NOT NULL,
    note_en               TEXT,
    source_url            TEXT,
    source_quality        TEXT,
    source_date           DATE,
    source_date_precision TEXT,
    valid_from            INTEGER NOT NULL,
    PRIMARY KEY (stream_id)
);
COMMENT ON TABLE funding_streams IS 'Funding streams at every level, from a whole fund to one call. Amounts of different levels are never added.';
COMMENT ON COLUMN funding_streams.stream_id IS 'Id of the funding stream.';
COMMENT ON COLUMN funding_streams.level IS 'Level: vocabulary funding-level.';
COMMENT ON COLUMN funding_streams.fund IS 'Fund: vocabulary fund.';
COMMENT ON COLUMN funding_streams.period IS 'Programming period or year, e.g. 2021-2027.';
COMMENT ON COLUMN funding_streams.programme_en IS 'Programme, English; NULL when none.';
COMMENT ON COLUMN funding_streams.programme_lt IS 'Programme, Lithuanian; NULL when none.';
COMMENT ON COLUMN funding_streams.priority_en IS 'Priority, English; NULL when none.';
COMMENT ON COLUMN funding_streams.priority_lt IS 'Priority, Lithuanian; NULL when none.';
COMMENT ON COLUMN funding_streams.objective_en IS 'Specific objective, measure or call, English; NULL when none.';
COMMENT ON COLUMN funding_streams.objective_lt IS 'Specific objective, measure or call, Lithuanian; NULL when none.';
COMMENT ON COLUMN funding_streams.policy_objective_en IS 'Policy or thematic objective of the EU, English; NULL when none.';
COMMENT ON COLUMN funding_streams.policy_objective_lt IS 'Policy or thematic objective of the EU, Lithuanian; NULL when none.';
COMMENT ON COLUMN funding_streams.authority_en IS 'Responsible authority, English; NULL when not known.';
COMMENT ON COLUMN funding_streams.authority_lt IS 'Responsible authority, Lithuanian; NULL when not known.';
COMMENT ON COLUMN funding_streams.eu_amount IS 'EU part in euro; NULL when not stated.';
COMMENT ON COLUMN funding_streams.national_amount IS 'National part in euro; NULL when not stated.';
COMMENT ON COLUMN funding_streams.total_amount IS 'Total in euro; NULL when not stated.';
COMMENT ON COLUMN funding_streams.basis IS 'What the amounts rest on: vocabulary basis; NULL when there are none.';
COMMENT ON COLUMN funding_streams.additive_group IS 'Rows of one group are disjoint and on one basis and may be summed; NULL = may be summed with nothing.';
COMMENT ON COLUMN funding_streams.start_year IS 'First year.';
COMMENT ON COLUMN funding_streams.end_year IS 'Last year.';
COMMENT ON COLUMN funding_streams.is_social_innovation IS 'Whether the stream is for social innovation: vocabulary social-innovation.';
COMMENT ON COLUMN funding_streams.description_en IS 'What it pays for, in our words, English.';
COMMENT ON COLUMN funding_streams.description_lt IS 'What it pays for, in our words, Lithuanian.';
COMMENT ON COLUMN funding_streams.note_en IS 'Remark (English); NULL when none.';
COMMENT ON COLUMN funding_streams.source_url IS 'Address of the page that the row rests on; NULL when no page is known.';
COMMENT ON COLUMN funding_streams.source_quality IS 'How good the address is: vocabulary source-quality; NULL when there is no address.';
COMMENT ON COLUMN funding_streams.source_date IS 'Date of the source; the first day of what is known; NULL when the source is undated.';
COMMENT ON COLUMN funding_streams.source_date_precision IS 'How exact source_date is: day, month or year; NULL when source_date is NULL.';
COMMENT ON COLUMN funding_streams.valid_from IS 'Version from which the row holds.';

CREATE TABLE stream_parents (
    stream_id  TEXT NOT NULL,
    parent_id  TEXT NOT NULL,
    note_en    TEXT,
    valid_from INTEGER NOT NULL,
    PRIMARY KEY (stream_id, parent_id)
);
COMMENT ON TABLE stream_parents IS 'Which funding stream is part of which.';
COMMENT ON COLUMN stream_parents.stream_id IS 'The part.';
COMMENT ON COLUMN stream_parents.parent_id IS 'The stream it is part of.';
COMMENT ON COLUMN stream_parents.note_en IS 'What the tie rests on (English); NULL when nothing to add.';
COMMENT ON COLUMN stream_parents.valid_from IS 'Version from which the row holds.';

CREATE TABLE funding_payments (
    payment_id     TEXT NOT NULL,
    fund           TEXT NOT NULL,
    period         TEXT,
    date           DATE NOT NULL,
    date_precision TEXT NOT NULL,
    kind           TEXT NOT NULL,
    cumulative     BOOLEAN NOT NULL,
    scope_note     TEXT,
    amount         DECIMAL(18,2) NOT NULL,
    note_en        TEXT,
    note_lt        TEXT,
    source_url     TEXT,
    source_quality TEXT,
    valid_from     INTEGER NOT NULL,
    PRIMARY KEY (payment_id)
);
COMMENT ON TABLE funding_payments IS 'Payments by fund and year, and running totals at a date. The two are never in one chart.';
COMMENT ON COLUMN funding_payments.payment_id IS 'Made at load: fund-period-date-kind, an unknown part as x.';
COMMENT ON COLUMN funding_payments.fund IS 'Fund: vocabulary fund.';
COMMENT ON COLUMN funding_payments.period IS 'Programming period; NULL when the source does not split by period.';
COMMENT ON COLUMN funding_payments.date IS 'The year of a yearly payment, or the day of a running total; the first day of what is known.';
COMMENT ON COLUMN funding_payments.date_precision IS 'How exact date is: day, month or year.';
COMMENT ON COLUMN funding_payments.kind IS 'Planned, decided or paid: vocabulary payment-kind.';
COMMENT ON COLUMN funding_payments.cumulative IS 'True for a running total at date, false for the payments of one year.';
COMMENT ON COLUMN funding_payments.scope_note IS 'What a running total covers, as the source says; NULL when nothing is said.';
COMMENT ON COLUMN funding_payments.amount IS 'Amount in euro.';
COMMENT ON COLUMN funding_payments.note_en IS 'Remark, English; NULL when none.';
COMMENT ON COLUMN funding_payments.note_lt IS 'Remark, Lithuanian; NULL when none.';
COMMENT ON COLUMN funding_payments.source_url IS 'Address of the page that the row rests on; NULL when no page is known.';
COMMENT ON COLUMN funding_payments.source_quality IS 'How good the address is: vocabulary source-quality; NULL when there is no address.';
COMMENT ON COLUMN funding_payments.valid_from IS 'Version from which the row holds.';

CREATE TABLE initiatives (
    initiative_id         TEXT NOT NULL,
    n                     INTEGER NOT NULL,
    external_id           TEXT,
    title_en              TEXT NOT NULL,
    title_lt              TEXT NOT NULL,
    title_lt_origin       TEXT NOT NULL,
    title_en_search       TEXT,
    title_en_sort         TEXT,
    title_lt_search       TEXT,
    title_lt_sort         TEXT,
    text_search           TEXT,
    kind                  TEXT NOT NULL,
    status                TEXT NOT NULL,
    status_note_en        TEXT,
    status_note_lt        TEXT,
    start_date            DATE,
    start_date_precision  TEXT,
    end_date              DATE,
    end_date_precision    TEXT,
    scope                 TEXT NOT NULL,
    relevance             TEXT NOT NULL,
    is_social_innovation  TEXT NOT NULL,
    collection            TEXT NOT NULL,
    gathered_by           TEXT NOT NULL,
    country               TEXT NOT NULL,
    lead_id               TEXT,
    lead_is_person        BOOLEAN NOT NULL DEFAULT false,
    cluster_id            TEXT,
    fund                  TEXT NOT NULL,
    payer_en              TEXT,
    payer_lt              TEXT,
    programme_en          TEXT,
    programme_lt          TEXT,
    cci_subsector         TEXT,
    target_group_en       TEXT,
    target_group_lt       TEXT,
    problem_en            TEXT,
    problem_lt            TEXT,
    goal_en               TEXT,
    goal_lt               TEXT,
    description_en        TEXT,
    description_lt        TEXT,
    coding_note_en        TEXT,
    website               TEXT,
    source_url            TEXT,
    source_quality        TEXT,
    source_date           DATE,
    source_date_precision TEXT,
    valid_from            INTEGER NOT NULL,
    PRIMARY KEY (initiative_id)
);
COMMENT ON TABLE initiatives IS 'Initiatives: projects, programmes, calls, events, labs, services and policy projects.';
COMMENT ON COLUMN initiatives.initiative_id IS 'Id of the initiative, the same in addresses and files.';
COMMENT ON COLUMN initiatives.n IS 'Number given once and never reused; link tables carry it instead of the id. Not in files.';
COMMENT ON COLUMN initiatives.external_id IS 'The record''s code in its source; NULL where the source gives none. Not in the seed.';
COMMENT ON COLUMN initiatives.title_en IS 'English title.';
COMMENT ON COLUMN initiatives.title_lt IS 'Lithuanian title.';
COMMENT ON COLUMN initiatives.title_lt_origin IS 'Whether the Lithuanian title is the owner''s or a translation: vocabulary text-origin.';
COMMENT ON COLUMN initiatives.title_en_search IS 'title_en folded for search: lower case, no diacritics, no quotation marks. Made at load.';
COMMENT ON COLUMN initiatives.title_en_sort IS 'Sort key of title_en in Lithuanian order. Made at load.';
COMMENT ON COLUMN initiatives.title_lt_search IS 'title_lt folded for search: lower case, no diacritics, no quotation marks. Made at load.';
COMMENT ON COLUMN initiatives.title_lt_sort IS 'Sort key of title_lt in Lithuanian order. Made at load.';
COMMENT ON COLUMN initiatives.text_search IS 'All its words, folded and stemmed, each once, between spaces: titles, texts, payer, programme, participants, places. Made at load.';
COMMENT ON COLUMN initiatives.kind IS 'Kind of initiative: vocabulary initiative-kind.';
COMMENT ON COLUMN initiatives.status IS 'Status as of its source: vocabulary initiative-status.';
COMMENT ON COLUMN initiatives.status_note_en IS 'What the status rests on, English; NULL when nothing to add.';
COMMENT ON COLUMN initiatives.status_note_lt IS 'What the status rests on, Lithuanian; NULL when nothing to add.';
COMMENT ON COLUMN initiatives.start_date IS 'When it started; the first day of what is known; NULL when undated.';
COMMENT ON COLUMN initiatives.start_date_precision IS 'How exact start_date is: day, month or year; NULL when start_date is NULL.';
COMMENT ON COLUMN initiatives.end_date IS 'When it ended or is to end; the first day of what is known; NULL when not known.';
COMMENT ON COLUMN initiatives.end_date_precision IS 'How exact end_date is: day, month or year; NULL when end_date is NULL.';
COMMENT ON COLUMN initiatives.scope IS 'Territorial scope: vocabulary scope.';
COMMENT ON COLUMN initiatives.relevance IS 'Relevance to social innovation: vocabulary relevance; core and related are the default selection.';
COMMENT ON COLUMN initiatives.is_social_innovation IS 'Whether the record itself says that it is a social innovation: vocabulary social-innovation.';
COMMENT ON COLUMN initiatives.collection IS 'Collection: ecosystem for the curated records, else the name of the import.';
COMMENT ON COLUMN initiatives.gathered_by IS 'Which search found it: vocabulary gathered-by; shares of sectors are computed on general only.';
COMMENT ON COLUMN initiatives.country IS 'Country, ISO 3166-1 alpha-2.';
COMMENT ON COLUMN initiatives.lead_id IS 'Lead organisation; NULL when not known. Repeated in initiative_partners as lead.';
COMMENT ON COLUMN initiatives.lead_is_person IS 'True when the lead is a natural person, who is never named. Not in the seed.';
COMMENT ON COLUMN initiatives.cluster_id IS 'Cluster whose initiative it is; NULL when none.';
COMMENT ON COLUMN initiatives.fund IS 'Fund that pays: vocabulary fund; not-stated and eu-fund-not-stated count as unknown.';
COMMENT ON COLUMN initiatives.payer_en IS 'Who pays, as the source names it, English; NULL when not stated.';
COMMENT ON COLUMN initiatives.payer_lt IS 'Who pays, as the source names it, Lithuanian; NULL when not stated or without a Lithuanian name.';
COMMENT ON COLUMN initiatives.programme_en IS 'Programme that pays, English; NULL when not stated.';
COMMENT ON COLUMN initiatives.programme_lt IS 'Programme that pays, Lithuanian; NULL when not stated or without a Lithuanian name.';
COMMENT ON COLUMN initiatives.cci_subsector IS 'Field of culture and creative industries: vocabulary cci-subsector; NULL when culture takes no part.';
COMMENT ON COLUMN initiatives.target_group_en IS 'Whom it is for, English; NULL when not stated.';
COMMENT ON COLUMN initiatives.target_group_lt IS 'Whom it is for, Lithuanian; NULL when not stated.';
COMMENT ON COLUMN initiatives.problem_en IS 'The problem it answers, in our words, English; NULL when the source states none.';
COMMENT ON COLUMN initiatives.problem_lt IS 'The problem it answers, in our words, Lithuanian; NULL when the source states none.';
COMMENT ON COLUMN initiatives.goal_en IS 'Its goal, in our words, English; NULL when the source states none.';
COMMENT ON COLUMN initiatives.goal_lt IS 'Its goal, in our words, Lithuanian; NULL when the source states none.';
COMMENT ON COLUMN initiatives.description_en IS 'What it does, in our words, English; NULL when the source says too little.';
COMMENT ON COLUMN initiatives.description_lt IS 'What it does, in our words, Lithuanian; NULL when the source says too little.';
COMMENT ON COLUMN initiatives.coding_note_en IS 'Remark of the coder (English); NULL when none.';
COMMENT ON COLUMN initiatives.website IS 'Its own site; NULL when not known.';
COMMENT ON COLUMN initiatives.source_url IS 'Address of the page that the row rests on; NULL when no page is known.';
COMMENT ON COLUMN initiatives.source_quality IS 'How good the address is: vocabulary source-quality; NULL when there is no address.';
COMMENT ON COLUMN initiatives.source_date IS 'Date of the source; the first day of what is known; NULL when the source is undated.';
COMMENT ON COLUMN initiatives.source_date_precision IS 'How exact source_date is: day, month or year; NULL when source_date is NULL.';
COMMENT ON COLUMN initiatives.valid_from IS 'Version from which the row holds.';

CREATE TABLE initiative_themes (
    n          INTEGER NOT NULL,
    theme      TEXT NOT NULL,
    valid_from INTEGER NOT NULL,
    PRIMARY KEY (n, theme)
);
COMMENT ON TABLE initiative_themes IS 'Themes of an initiative, one or more.';
COMMENT ON COLUMN initiative_themes.n IS 'Number of the initiative; initiative_id in files.';
COMMENT ON COLUMN initiative_themes.theme IS 'Theme: vocabulary theme.';
COMMENT ON COLUMN initiative_themes.valid_from IS 'Version from which the row holds.';

CREATE TABLE initiative_sectors (
    n          INTEGER NOT NULL,
    sector     TEXT NOT NULL,
    valid_from INTEGER NOT NULL,
    PRIMARY KEY (n, sector)
);
COMMENT ON TABLE initiative_sectors IS 'Sectors that an initiative touches, one or more: tags, not shares.';
COMMENT ON COLUMN initiative_sectors.n IS 'Number of the initiative; initiative_id in files.';
COMMENT ON COLUMN initiative_sectors.sector IS 'Sector: vocabulary sector.';
COMMENT ON COLUMN initiative_sectors.valid_from IS 'Version from which the row holds.';

CREATE TABLE initiative_places (
    n          INTEGER NOT NULL,
    level      TEXT NOT NULL,
    code       TEXT NOT NULL,
    city       TEXT,
    role       TEXT NOT NULL,
    valid_from INTEGER NOT NULL,
    PRIMARY KEY (n, level, code, role)
);
COMMENT ON TABLE initiative_places IS 'Places of an initiative. National, cross-border and EU-wide records have no takes-place row.';
COMMENT ON COLUMN initiative_places.n IS 'Number of the initiative; initiative_id in files.';
COMMENT ON COLUMN initiative_places.level IS 'Municipality or county: vocabulary place-level.';
COMMENT ON COLUMN initiative_places.code IS 'Code of the municipality or county.';
COMMENT ON COLUMN initiative_places.city IS 'City or settlement, as stated; NULL when none.';
COMMENT ON COLUMN initiative_places.role IS 'Takes place there, or is led from there or has its Lithuanian part there: vocabulary place-role.';
COMMENT ON COLUMN initiative_places.valid_from IS 'Version from which the row holds.';

CREATE TABLE initiative_amounts (
    n          INTEGER NOT NULL,
    kind       TEXT NOT NULL,
    amount     DECIMAL(18,2) NOT NULL,
    currency   TEXT NOT NULL,
    basis      TEXT NOT NULL,
    valid_from INTEGER NOT NULL,
    PRIMARY KEY (n, kind)
);
COMMENT ON TABLE initiative_amounts IS 'Amounts of an initiative as its source states them. A sum takes amounts of kind total only.';
COMMENT ON COLUMN initiative_amounts.n IS 'Number of the initiative; initiative_id in files.';
COMMENT ON COLUMN initiative_amounts.kind IS 'What the amount is: vocabulary amount-kind.';
COMMENT ON COLUMN initiative_amounts.amount IS 'The amount, in currency.';
COMMENT ON COLUMN initiative_amounts.currency IS 'Currency, ISO 4217.';
COMMENT ON COLUMN initiative_amounts.basis IS 'What the amount rests on: vocabulary basis.';
COMMENT ON COLUMN initiative_amounts.valid_from IS 'Version from which the row holds.';

CREATE TABLE initiative_partners (
    n               INTEGER NOT NULL,
    organisation_id TEXT NOT NULL,
    role            TEXT NOT NULL,
    name_stated     TEXT NOT NULL,
    source_url      TEXT,
    source_quality  TEXT,
    valid_from      INTEGER NOT NULL,
    PRIMARY KEY (n, organisation_id, role)
);
COMMENT ON TABLE initiative_partners IS 'Every participation of an organisation in an initiative, the lead included.';
COMMENT ON COLUMN initiative_partners.n IS 'Number of the initiative; initiative_id in files.';
COMMENT ON COLUMN initiative_partners.organisation_id IS 'The organisation.';
COMMENT ON COLUMN initiative_partners.role IS 'Role in the initiative: lead, partner, funder, host or beneficiary; vocabulary role.';
COMMENT ON COLUMN initiative_partners.name_stated IS 'The name as the source writes it.';
COMMENT ON COLUMN initiative_partners.source_url IS 'Address of the page that the row rests on; NULL when no page is known.';
COMMENT ON COLUMN initiative_partners.source_quality IS 'How good the address is: vocabulary source-quality; NULL when there is no address.';
COMMENT ON COLUMN initiative_partners.valid_from IS 'Version from which the row holds.';

CREATE TABLE initiative_streams (
    n          INTEGER NOT NULL,
    stream_id  TEXT NOT NULL,
    certainty  TEXT NOT NULL,
    note_en    TEXT,
    valid_from INTEGER NOT NULL,
    PRIMARY KEY (n, stream_id)
);
COMMENT ON TABLE initiative_streams IS 'Which funding stream pays for an initiative.';
COMMENT ON COLUMN initiative_streams.n IS 'Number of the initiative; initiative_id in files.';
COMMENT ON COLUMN initiative_streams.stream_id IS 'The funding stream.';
COMMENT ON COLUMN initiative_streams.certainty IS 'How sure the tie is: vocabulary certainty.';
COMMENT ON COLUMN initiative_streams.note_en IS 'What the tie rests on (English); NULL when nothing to add.';
COMMENT ON COLUMN initiative_streams.valid_from IS 'Version from which the row holds.';

CREATE TABLE initiative_relations (
    n              INTEGER NOT NULL,
    related_n      INTEGER NOT NULL,
    kind           TEXT NOT NULL,
    source_url     TEXT,
    source_quality TEXT,
    valid_from     INTEGER NOT NULL,
    PRIMARY KEY (n, related_n)
);
COMMENT ON TABLE initiative_relations IS 'Ties between initiatives. A related pair stands once, the smaller id first.';
COMMENT ON COLUMN initiative_relations.n IS 'Number of the initiative; initiative_id in files.';
COMMENT ON COLUMN initiative_relations.related_n IS 'Number of the other initiative; related_id in files.';
COMMENT ON COLUMN initiative_relations.kind IS 'The first is part of, follows, or is related to the other: vocabulary relation.';
COMMENT ON COLUMN initiative_relations.source_url IS 'Address of the page that the row rests on; NULL when no page is known.';
COMMENT ON COLUMN initiative_relations.source_quality IS 'How good the address is: vocabulary source-quality; NULL when there is no address.';
COMMENT ON COLUMN initiative_relations.valid_from IS 'Version from which the row holds.';

CREATE TABLE milestones (
    n              INTEGER NOT NULL,
    date           DATE NOT NULL,
    date_precision TEXT NOT NULL,
    title_en       TEXT NOT NULL,
    title_lt       TEXT NOT NULL,
    source_url     TEXT,
    source_quality TEXT,
    valid_from     INTEGER NOT NULL,
    PRIMARY KEY (n, date, date_precision)
);
COMMENT ON TABLE milestones IS 'What happened when in an initiative.';
COMMENT ON COLUMN milestones.n IS 'Number of the initiative; initiative_id in files.';
COMMENT ON COLUMN milestones.date IS 'When; the first day of what is known.';
COMMENT ON COLUMN milestones.date_precision IS 'How exact date is: day, month or year.';
COMMENT ON COLUMN milestones.title_en IS 'What happened, in our words, English.';
COMMENT ON COLUMN milestones.title_lt IS 'What happened, in our words, Lithuanian.';
COMMENT ON COLUMN milestones.source_url IS 'Address of the page that the row rests on; NULL when no page is known.';
COMMENT ON COLUMN milestones.source_quality IS 'How good the address is: vocabulary source-quality; NULL when there is no address.';
COMMENT ON COLUMN milestones.valid_from IS 'Version from which the row holds.';

CREATE TABLE strategies (
    strategy_id    TEXT NOT NULL,
    name_en        TEXT NOT NULL,
    name_lt        TEXT NOT NULL,
    name_en_search TEXT,
    name_en_sort   TEXT,
    name_lt_search TEXT,
    name_lt_sort   TEXT,
    period         TEXT,
    owner_en       TEXT NOT NULL,
    owner_lt       TEXT NOT NULL,
    says_en        TEXT NOT NULL,
    says_lt        TEXT NOT NULL,
    source_url     TEXT,
    valid_from     INTEGER NOT NULL,
    PRIMARY KEY (strategy_id)
);
COMMENT ON TABLE strategies IS 'Strategies and plans that speak of social innovation, culture or clusters.';
COMMENT ON COLUMN strategies.strategy_id IS 'Id of the strategy.';
COMMENT ON COLUMN strategies.name_en IS 'English name.';
COMMENT ON COLUMN strategies.name_lt IS 'Lithuanian name.';
COMMENT ON COLUMN strategies.name_en_search IS 'name_en folded for search: lower case, no diacritics, no quotation marks. Made at load.';
COMMENT ON COLUMN strategies.name_en_sort IS 'Sort key of name_en in Lithuanian order. Made at load.';
COMMENT ON COLUMN strategies.name_lt_search IS 'name_lt folded for search: lower case, no diacritics, no quotation marks. Made at load.';
COMMENT ON COLUMN strategies.name_lt_sort IS 'Sort key of name_lt in Lithuanian order. Made at load.';
COMMENT ON COLUMN strategies.period IS 'Years it covers, as stated; NULL when not stated.';
COMMENT ON COLUMN strategies.owner_en IS 'Who answers for it, English.';
COMMENT ON COLUMN strategies.owner_lt IS 'Who answers for it, Lithuanian.';
COMMENT ON COLUMN strategies.says_en IS 'What it says, in our words, English.';
COMMENT ON COLUMN strategies.says_lt IS 'What it says, in our words, Lithuanian.';
COMMENT ON COLUMN strategies.source_url IS 'Address of the page that the row rests on; NULL when no page is known.';
COMMENT ON COLUMN strategies.valid_from IS 'Version from which the row holds.';

CREATE TABLE strategy_aims (
    aim_id      TEXT NOT NULL,
    strategy_id TEXT NOT NULL,
    aim_en      TEXT NOT NULL,
    aim_lt      TEXT NOT NULL,
    valid_from  INTEGER NOT NULL,
    PRIMARY KEY (aim_id)
);
COMMENT ON TABLE strategy_aims IS 'Aims of a strategy.';
COMMENT ON COLUMN strategy_aims.aim_id IS 'Id of the aim.';
COMMENT ON COLUMN strategy_aims.strategy_id IS 'The strategy.';
COMMENT ON COLUMN strategy_aims.aim_en IS 'The aim, in our words, English.';
COMMENT ON COLUMN strategy_aims.aim_lt IS 'The aim, in our words, Lithuanian.';
COMMENT ON COLUMN strategy_aims.valid_from IS 'Version from which the row holds.';

CREATE TABLE initiative_aims (
    n          INTEGER NOT NULL,
    aim_id     TEXT NOT NULL,
    certainty  TEXT NOT NULL,
    note_en    TEXT,
    valid_from INTEGER NOT NULL,
    PRIMARY KEY (n, aim_id)
);
COMMENT ON TABLE initiative_aims IS 'Which aim of a strategy an initiative serves.';
COMMENT ON COLUMN initiative_aims.n IS 'Number of the initiative; initiative_id in files.';
COMMENT ON COLUMN initiative_aims.aim_id IS 'The aim.';
COMMENT ON COLUMN initiative_aims.certainty IS 'Stated by the source or concluded from the theme: vocabulary certainty.';
COMMENT ON COLUMN initiative_aims.note_en IS 'What the tie rests on (English); NULL when nothing to add.';
COMMENT ON COLUMN initiative_aims.valid_from IS 'Version from which the row holds.';

CREATE TABLE practices (
    practice_id           TEXT NOT NULL,
    name_en               TEXT NOT NULL,
    name_lt               TEXT NOT NULL,
    name_en_search        TEXT,
    name_en_sort          TEXT,
    name_lt_search        TEXT,
    name_lt_sort          TEXT,
    country               TEXT NOT NULL,
    place                 TEXT NOT NULL,
    level                 TEXT NOT NULL,
    instrument            TEXT NOT NULL,
    started               DATE,
    started_precision     TEXT,
    ended                 DATE,
    ended_precision       TEXT,
    run_by                TEXT NOT NULL,
    funded_by             TEXT,
    scale                 TEXT,
    budget_eur            DECIMAL(18,2),
    budget_stated         TEXT,
    does_en               TEXT NOT NULL,
    does_lt               TEXT NOT NULL,
    result_en             TEXT,
    result_lt             TEXT,
    evidence              TEXT NOT NULL,
    take_en               TEXT NOT NULL,
    take_lt               TEXT NOT NULL,
    source_url            TEXT,
    source_date           DATE,
    source_date_precision TEXT,
    source_url_2          TEXT,
    valid_from            INTEGER NOT NULL,
    PRIMARY KEY (practice_id)
);
COMMENT ON TABLE practices IS 'Practices abroad that bring culture and other sectors together.';
COMMENT ON COLUMN practices.practice_id IS 'Id of the practice.';
COMMENT ON COLUMN practices.name_en IS 'English name.';
COMMENT ON COLUMN practices.name_lt IS 'Lithuanian name.';
COMMENT ON COLUMN practices.name_en_search IS 'name_en folded for search: lower case, no diacritics, no quotation marks. Made at load.';
COMMENT ON COLUMN practices.name_en_sort IS 'Sort key of name_en in Lithuanian order. Made at load.';
COMMENT ON COLUMN practices.name_lt_search IS 'name_lt folded for search: lower case, no diacritics, no quotation marks. Made at load.';
COMMENT ON COLUMN practices.name_lt_sort IS 'Sort key of name_lt in Lithuanian order. Made at load.';
COMMENT ON COLUMN practices.country IS 'Country, ISO 3166-1 alpha-2, or EU.';
COMMENT ON COLUMN practices.place IS 'Where (English).';
COMMENT ON COLUMN practices.level IS 'Level: vocabulary practice-level.';
COMMENT ON COLUMN practices.instrument IS 'Instrument: vocabulary instrument.';
COMMENT ON COLUMN practices.started IS 'When it started; the first day of what is known; NULL when not known.';
COMMENT ON COLUMN practices.started_precision IS 'How exact started is: day, month or year; NULL when started is NULL.';
COMMENT ON COLUMN practices.ended IS 'When it ended; the first day of what is known; NULL when it goes on or is not known.';
COMMENT ON COLUMN practices.ended_precision IS 'How exact ended is: day, month or year; NULL when ended is NULL.';
COMMENT ON COLUMN practices.run_by IS 'Who runs it (English).';
COMMENT ON COLUMN practices.funded_by IS 'Who pays for it (English); NULL when not found.';
COMMENT ON COLUMN practices.scale IS 'How large it is (English); NULL when not found.';
COMMENT ON COLUMN practices.budget_eur IS 'Budget in euro; NULL when not stated in euro.';
COMMENT ON COLUMN practices.budget_stated IS 'Budget as stated in another currency or form (English); NULL when none.';
COMMENT ON COLUMN practices.does_en IS 'What it does, in our words, English.';
COMMENT ON COLUMN practices.does_lt IS 'What it does, in our words, Lithuanian.';
COMMENT ON COLUMN practices.result_en IS 'What came of it, in our words, English; NULL when nothing was found.';
COMMENT ON COLUMN practices.result_lt IS 'What came of it, in our words, Lithuanian; NULL when nothing was found.';
COMMENT ON COLUMN practices.evidence IS 'How well the result is supported: vocabulary evidence.';
COMMENT ON COLUMN practices.take_en IS 'What could be taken over, our reading, English.';
COMMENT ON COLUMN practices.take_lt IS 'What could be taken over, our reading, Lithuanian.';
COMMENT ON COLUMN practices.source_url IS 'Address of the page that the row rests on; NULL when no page is known.';
COMMENT ON COLUMN practices.source_date IS 'Date of the source; the first day of what is known; NULL when the source is undated.';
COMMENT ON COLUMN practices.source_date_precision IS 'How exact source_date is: day, month or year; NULL when source_date is NULL.';
COMMENT ON COLUMN practices.source_url_2 IS 'A second address; NULL when none.';
COMMENT ON COLUMN practices.valid_from IS 'Version from which the row holds.';

CREATE TABLE practice_sectors (
    practice_id TEXT NOT NULL,
    sector      TEXT NOT NULL,
    valid_from  INTEGER NOT NULL,
    PRIMARY KEY (practice_id, sector)
);
COMMENT ON TABLE practice_sectors IS 'Sectors of a practice abroad.';
COMMENT ON COLUMN practice_sectors.practice_id IS 'The practice.';
COMMENT ON COLUMN practice_sectors.sector IS 'Sector: vocabulary sector.';
COMMENT ON COLUMN practice_sectors.valid_from IS 'Version from which the row holds.';

CREATE TABLE practice_themes (
    practice_id TEXT NOT NULL,
    theme       TEXT NOT NULL,
    valid_from  INTEGER NOT NULL,
    PRIMARY KEY (practice_id, theme)
);
COMMENT ON TABLE practice_themes IS 'Themes of a practice abroad.';
COMMENT ON COLUMN practice_themes.practice_id IS 'The practice.';
COMMENT ON COLUMN practice_themes.theme IS 'Theme: vocabulary theme.';
COMMENT ON COLUMN practice_themes.valid_from IS 'Version from which the row holds.';

CREATE TABLE recommendations (
    recommendation_id     TEXT NOT NULL,
    title_en              TEXT NOT NULL,
    title_lt              TEXT NOT NULL,
    title_en_search       TEXT,
    title_en_sort         TEXT,
    title_lt_search       TEXT,
    title_lt_sort         TEXT,
    text_en               TEXT NOT NULL,
    text_lt               TEXT NOT NULL,
    made_by               TEXT NOT NULL,
    made_in               INTEGER,
    addressed_to          TEXT NOT NULL,
    owner                 TEXT,
    status                TEXT NOT NULL,
    status_source_url     TEXT,
    aim_id                TEXT,
    evidence_view         TEXT NOT NULL,
    certainty             TEXT NOT NULL,
    source_url            TEXT,
    source_date           DATE,
    source_date_precision TEXT,
    valid_from            INTEGER NOT NULL,
    PRIMARY KEY (recommendation_id)
);
COMMENT ON TABLE recommendations IS 'Recommendations that others made, and what became of them.';
COMMENT ON COLUMN recommendations.recommendation_id IS 'Id of the recommendation.';
COMMENT ON COLUMN recommendations.title_en IS 'Title, in our words, English.';
COMMENT ON COLUMN recommendations.title_lt IS 'Title, in our words, Lithuanian.';
COMMENT ON COLUMN recommendations.title_en_search IS 'title_en folded for search: lower case, no diacritics, no quotation marks. Made at load.';
COMMENT ON COLUMN recommendations.title_en_sort IS 'Sort key of title_en in Lithuanian order. Made at load.';
COMMENT ON COLUMN recommendations.title_lt_search IS 'title_lt folded for search: lower case, no diacritics, no quotation marks. Made at load.';
COMMENT ON COLUMN recommendations.title_lt_sort IS 'Sort key of title_lt in Lithuanian order. Made at load.';
COMMENT ON COLUMN recommendations.text_en IS 'What is recommended, in our words, English.';
COMMENT ON COLUMN recommendations.text_lt IS 'What is recommended, in our words, Lithuanian.';
COMMENT ON COLUMN recommendations.made_by IS 'Who made it (English).';
COMMENT ON COLUMN recommendations.made_in IS 'Year it was made; NULL when not known.';
COMMENT ON COLUMN recommendations.addressed_to IS 'To whom it is addressed (English).';
COMMENT ON COLUMN recommendations.owner IS 'Who took it on (English); NULL when nobody is known.';
COMMENT ON COLUMN recommendations.status IS 'What became of it: vocabulary recommendation-status.';
COMMENT ON COLUMN recommendations.status_source_url IS 'Address that the status rests on; NULL when none.';
COMMENT ON COLUMN recommendations.aim_id IS 'Aim of a strategy it belongs to; NULL when none.';
COMMENT ON COLUMN recommendations.evidence_view IS 'The view of the dashboard that shows the matter: vocabulary evidence-view.';
COMMENT ON COLUMN recommendations.certainty IS 'How sure the wording is: vocabulary certainty.';
COMMENT ON COLUMN recommendations.source_url IS 'Address of the page that the row rests on; NULL when no page is known.';
COMMENT ON COLUMN recommendations.source_date IS 'Date of the source; the first day of what is known; NULL when the source is undated.';
COMMENT ON COLUMN recommendations.source_date_precision IS 'How exact source_date is: day, month or year; NULL when source_date is NULL.';
COMMENT ON COLUMN recommendations.valid_from IS 'Version from which the row holds.';

CREATE TABLE versions (
    version       INTEGER NOT NULL,
    committed_at  TIMESTAMP NOT NULL,
    who           TEXT NOT NULL,
    action        TEXT NOT NULL,
    file_name     TEXT,
    sha256        TEXT,
    schema_sha256 TEXT NOT NULL,
    format        TEXT,
    counts        TEXT NOT NULL,
    PRIMARY KEY (version)
);
COMMENT ON TABLE versions IS 'Every change of the store, one row a version; the highest is the data version that caches are keyed by.';
COMMENT ON COLUMN versions.version IS 'Number of the version, from 1, without gaps.';
COMMENT ON COLUMN versions.committed_at IS 'When it was committed, UTC.';
COMMENT ON COLUMN versions.who IS 'Display name of who made it; shown to signed-in people only.';
COMMENT ON COLUMN versions.action IS 'What was done, e.g. build.';
COMMENT ON COLUMN versions.file_name IS 'Name of the file it came from; NULL when from none.';
COMMENT ON COLUMN versions.sha256 IS 'Digest of that file, for version 1 of all seed files; NULL when from none.';
COMMENT ON COLUMN versions.schema_sha256 IS 'Digest of schema.sql when it was made.';
COMMENT ON COLUMN versions.format IS 'Layout the file was taken for; NULL when from none.';
COMMENT ON COLUMN versions.counts IS 'Rows changed by table, as a JSON object.';
