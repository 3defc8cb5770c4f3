"""Who made a work: roles, headings and parts of names."""

from __future__ import annotations

import pytest

from tests.formats.mods.catalogue import catalogued

NAME = "<name{}>{}<role><roleTerm>{}</roleTerm></role></name>"


@pytest.mark.parametrize(
    ("role", "variable"),
    [
        ("aut", "author"),
        ("Creator", "author"),
        ("dissertant", "author"),
        ("translator", "translator"),
        ("ill", "illustrator"),
        ("editor", "editor"),
        ("whatever", "contributor"),
    ],
)
def test_a_role_is_a_variable(role: str, variable: str) -> None:
    record = catalogued(NAME.format("", "<namePart>Ng, Ann</namePart>", role))
    assert record.fields == {variable: [{"family": "Ng", "given": "Ann"}]}


@pytest.mark.parametrize(
    ("attributes", "parts", "name"),
    [
        ("", "<namePart>Ng, Ann</namePart>", {"family": "Ng", "given": "Ann"}),
        ("", "<displayForm>Ng, Ann</displayForm>", {"family": "Ng", "given": "Ann"}),
        (' type="corporate"', "<namePart>Ng, Ann</namePart>", {"literal": "Ng, Ann"}),
        (' type="conference"', "<namePart>A</namePart><namePart>B</namePart>", {"literal": "A. B"}),
        ("", '<namePart type="family">Ng</namePart>', {"family": "Ng"}),
        ("", '<namePart type="family">Ng</namePart><namePart type="given">Ann</namePart>'
         '<namePart type="given">B.</namePart><namePart type="termsOfAddress">Jr.</namePart>',
         {"family": "Ng", "given": "Ann B.", "suffix": "Jr."}),
        ("", '<namePart type="date">1900</namePart>', None),
        (' type="corporate"', "<namePart> </namePart>", None),
    ],
)  # fmt: skip
def test_a_name_is_a_text_parts_or_an_organization(
    attributes: str, parts: str, name: object
) -> None:
    assert catalogued(f"<name{attributes}>{parts}</name>").fields.get("author") == (
        [name] if name else None
    )


@pytest.mark.parametrize(
    ("roles", "fields"),
    [
        (["editor", "translator"], {"editor", "translator"}),
        (["editor", "whatever"], {"editor"}),
        (["publisher", "distributor"], {"publisher"}),
        (["printer"], set()),
        (["photographer"], {"author"}),
        (["prf"], {"performer"}),
        (["cnd"], {"performer"}),
    ],
)
def test_a_name_may_have_several_roles(roles: list[str], fields: set[str]) -> None:
    terms = "".join(f"<role><roleTerm>{role}</roleTerm></role>" for role in roles)
    record = catalogued(f"<name><namePart>Ng, Ann</namePart>{terms}</name>")
    assert record.fields.keys() == fields


@pytest.mark.parametrize(
    ("name", "read"),
    [
        ("<namePart>Doe, Jane, 1848-1914</namePart>", {"family": "Doe", "given": "Jane"}),
        ("<namePart>Doe, J. (Jane)</namePart>", {"family": "Doe", "given": "J."}),
        ("<namePart>Doe, Jane.</namePart>", {"family": "Doe", "given": "Jane"}),
        ('<namePart>Doe, Jane,</namePart><namePart type="date">1848-</namePart>',
         {"family": "Doe", "given": "Jane"}),
        ('<namePart>King, Ann,</namePart><namePart type="termsOfAddress">Jr.</namePart>',
         {"family": "King", "given": "Ann", "suffix": "Jr."}),
    ],
)  # fmt: skip
def test_a_heading_holds_more_than_a_name(name: str, read: dict[str, str]) -> None:
    assert catalogued(f'<name type="personal">{name}</name>').fields == {"author": [read]}


def test_orcid_and_affiliation_are_kept() -> None:
    record = catalogued(
        "<name><namePart>Ng, Ann</namePart><affiliation>HU</affiliation>"
        '<nameIdentifier type="orcid">0000-0002-1825-0097</nameIdentifier></name>'
    )
    assert record.fields == {"author": [{"family": "Ng", "given": "Ann"}]}
    kept = {"ORCID": "https://orcid.org/0000-0002-1825-0097", "affiliation": "HU"}
    assert record.custom == {"contributors": {"author": [kept]}}


def test_who_grants_a_degree_is_the_publisher_of_a_thesis_alone() -> None:
    grantor = NAME.format(' type="corporate"', "<namePart>HU</namePart>", "dgg")
    assert catalogued(grantor).fields == {}
    assert catalogued("<genre>thesis</genre>", grantor).fields["publisher"] == "HU"
    own = "<originInfo><publisher>P</publisher></originInfo>"
    assert catalogued("<genre>thesis</genre>", grantor, own).fields["publisher"] == "P"


def test_names_of_related_works_have_variables_of_their_own() -> None:
    related = '<relatedItem type="{}"><name><namePart>Ng, Ann</namePart></name></relatedItem>'
    for kind, variable in (
        ("series", "collection-editor"),
        ("original", "original-author"),
        ("reviewOf", "reviewed-author"),
        ("host", "container-author"),
    ):
        assert catalogued(related.format(kind)).fields == {
            variable: [{"family": "Ng", "given": "Ann"}]
        }


@pytest.mark.parametrize(
    ("others", "variable"),
    [
        ("<originInfo><publisher>Tide Group</publisher></originInfo>", "author"),
        ('<name type="personal"><namePart>Ng, Bo</namePart></name>', "contributor"),
        ("<originInfo><issuance>serial</issuance></originInfo>", "contributor"),
        ("", "author"),
    ],
)
def test_a_body_without_a_role_is_the_author_where_nobody_else_is_responsible(
    others: str, variable: str
) -> None:
    body = '<name type="corporate"><namePart>Tide Group</namePart></name>'
    assert catalogued(body + others).fields[variable] == [{"literal": "Tide Group"}]


def test_a_body_that_is_the_main_entry_is_an_author_and_the_publisher_no_contributor() -> None:
    body = '<name type="corporate"><namePart>Tide Group</namePart></name>'
    person = '<name type="personal"><namePart>Ng, Bo</namePart></name>'
    first = catalogued(body.replace("<name ", '<name usage="primary" ') + person)
    assert first.fields["author"] == [{"literal": "Tide Group"}, {"family": "Ng", "given": "Bo"}]
    issued = "<originInfo><publisher>Tide Group</publisher></originInfo>"
    assert "contributor" not in catalogued(body + person + issued).fields
