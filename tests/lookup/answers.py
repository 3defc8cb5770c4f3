"""Made answers in the shapes that the sources document."""

from __future__ import annotations

import json

DOI = "10.1234/feld.2024"
ISBN = "9783948289829"

CROSSREF = json.dumps(
    {
        "DOI": DOI,
        "type": "journal-article",
        "title": "Fields without fences",
        "container-title": "Journal of Fields",
        "author": [{"given": "Vera", "family": "Feld", "sequence": "first", "affiliation": []}],
        "issued": {"date-parts": [[2024, 5]]},
        "volume": "7",
        "page": "1-9",
        "publisher": "Acker",
        "URL": f"https://doi.org/{DOI}",
        "language": "en",
        "indexed": {"timestamp": 1},
    }
)

SRU = """<?xml version="1.0" encoding="UTF-8"?>
<zs:searchRetrieveResponse xmlns:zs="http://www.loc.gov/zing/srw/"><zs:version>1.1</zs:version>
<zs:numberOfRecords>1</zs:numberOfRecords><zs:records><zs:record>
<zs:recordSchema>mods</zs:recordSchema><zs:recordPacking>xml</zs:recordPacking><zs:recordData>
<mods xmlns="http://www.loc.gov/mods/v3" version="3.6">
<titleInfo><nonSort>Die </nonSort><title>Felder</title>
<subTitle>eine Geschichte</subTitle></titleInfo>
<name type="personal" usage="primary"><namePart>Feld, Vera</namePart>
<role><roleTerm type="code" authority="marcrelator">aut</roleTerm></role></name>
<typeOfResource>text</typeOfResource>
<originInfo><place><placeTerm type="text">Bonn</placeTerm></place><publisher>Acker</publisher>
<dateIssued>2024</dateIssued><issuance>monographic</issuance></originInfo>
<language><languageTerm authority="iso639-2b" type="code">ger</languageTerm></language>
<physicalDescription><extent>208 Seiten</extent></physicalDescription>
<identifier type="isbn">9783948289829</identifier>
</mods></zs:recordData></zs:record></zs:records></zs:searchRetrieveResponse>
"""

MARC = """<?xml version="1.0" encoding="UTF-8"?>
<searchRetrieveResponse xmlns="http://www.loc.gov/zing/srw/"><version>1.1</version>
<numberOfRecords>1</numberOfRecords><records><record><recordSchema>MARC21-xml</recordSchema>
<recordPacking>xml</recordPacking><recordData>
<record xmlns="http://www.loc.gov/MARC21/slim" type="Bibliographic">
<leader>00000nam a2200000 c 4500</leader><controlfield tag="001">1300000001</controlfield>
<controlfield tag="008">240507s2024    gw ||||| |||| 00||||ger  </controlfield>
<datafield tag="020" ind1=" " ind2=" "><subfield code="a">9783948289829</subfield></datafield>
<datafield tag="041" ind1=" " ind2=" "><subfield code="a">ger</subfield></datafield>
<datafield tag="100" ind1="1" ind2=" "><subfield code="a">Feld, Vera</subfield>
<subfield code="e">Verfasser</subfield><subfield code="4">aut</subfield></datafield>
<datafield tag="245" ind1="1" ind2="0"><subfield code="a">Äcker</subfield>
<subfield code="b">eine Geschichte</subfield><subfield code="c">Vera Feld</subfield></datafield>
<datafield tag="264" ind1=" " ind2="1"><subfield code="a">Bonn</subfield>
<subfield code="b">Acker</subfield><subfield code="c">2024</subfield></datafield>
<datafield tag="300" ind1=" " ind2=" "><subfield code="a">208 Seiten</subfield></datafield>
</record></recordData><recordPosition>1</recordPosition></record></records>
</searchRetrieveResponse>
"""

SRU_NOTHING = """<?xml version="1.0" encoding="UTF-8"?>
<zs:searchRetrieveResponse xmlns:zs="http://www.loc.gov/zing/srw/"><zs:version>1.1</zs:version>
<zs:numberOfRecords>0</zs:numberOfRecords></zs:searchRetrieveResponse>
"""

OPEN_LIBRARY = json.dumps(
    {
        f"ISBN:{ISBN}": {
            "title": "Fields",
            "authors": [{"name": "Vera Feld"}],
            "publishers": [{"name": "Acker"}],
            "publish_date": "2024",
        }
    }
)

PUBMED = """<?xml version="1.0" ?>
<!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle, 1st January 2024//EN"
 "https://dtd.nlm.nih.gov/ncbi/pubmed/out/pubmed_240101.dtd">
<PubmedArticleSet><PubmedArticle><MedlineCitation Status="MEDLINE"><PMID Version="1">23456789</PMID>
<Article PubModel="Print"><Journal><JournalIssue CitedMedium="Print"><Volume>7</Volume>
<PubDate><Year>2013</Year></PubDate></JournalIssue><Title>Journal of Fields</Title></Journal>
<ArticleTitle>Soils.</ArticleTitle><Pagination><MedlinePgn>1-9</MedlinePgn></Pagination>
<AuthorList><Author><LastName>Feld</LastName><ForeName>Vera</ForeName></Author></AuthorList>
<Language>eng</Language></Article></MedlineCitation></PubmedArticle></PubmedArticleSet>
"""

PUBMED_NOTHING = """<?xml version="1.0" ?>
<PubmedArticleSet></PubmedArticleSet>
"""

PUBMED_CENTRAL = json.dumps(
    {
        "source": "PubMed",
        "accessed": {"date-parts": [[2026, 5, 7]]},
        "id": "pmcid:PMC3531190",
        "title": "Hedges",
        "author": [{"family": "Feld", "given": "Vera"}],
        "container-title-short": "J Fields",
        "container-title": "Journal of Fields",
        "ISSN": "0036-8075",
        "issued": {"date-parts": [[2012, 12, 1]]},
        "page": "1-9",
        "volume": "6",
        "PMID": "23193287",
        "PMCID": "PMC3531190",
        "type": "article-journal",
    }
)


def serial(issn: str, title: str) -> str:
    """A record of a periodical, as the ZDB has them."""
    return f"""<record><recordSchema>MARC21-xml</recordSchema>
<recordPacking>xml</recordPacking><recordData>
<record xmlns="http://www.loc.gov/MARC21/slim" type="Bibliographic">
<leader>00000nas a2200000 c 4500</leader><controlfield tag="001">01{issn[:4]}</controlfield>
<controlfield tag="008">991118d19712010gw |||p||||||||||||ger c</controlfield>
<datafield tag="022" ind1=" " ind2=" "><subfield code="a">{issn}</subfield></datafield>
<datafield tag="245" ind1="1" ind2="0"><subfield code="a">{title}</subfield></datafield>
<datafield tag="264" ind1="3" ind2="1"><subfield code="a">Bonn</subfield>
<subfield code="b">Acker</subfield></datafield>
</record></recordData></record>"""


def serials(*records: str) -> str:
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<searchRetrieveResponse xmlns="http://www.loc.gov/zing/srw/"><version>1.1</version>
<numberOfRecords>{len(records)}</numberOfRecords><records>{"".join(records)}</records>
</searchRetrieveResponse>"""


PAGE = """<!DOCTYPE html><html><head><title>Report</title>
<meta name="citation_title" content="Fences of Bonn">
<meta name="citation_author" content="Feld, Vera">
<meta name="citation_publication_date" content="2024/05/07">
<meta name="citation_technical_report_institution" content="Acker">
</head><body>Fences</body></html>
"""

LOG_IN = "<!DOCTYPE html><html><head><title>Log in</title></head><body>Log in</body></html>"

ONE_EACH = {
    f"/DOI/{DOI}": CROSSREF,
    "/ARXIV/2301.01234": CROSSREF.replace("fences", "hedges").replace(
        DOI, "10.48550/arXiv.2301.01234"
    ),
    "/DNB/": MARC,
    "/PUBMED/": PUBMED,
    "/PUBMED_CENTRAL/": PUBMED_CENTRAL,
    "/ZDB/": serials(serial("0036-8075", "Feld und Flur")),
}
"""What the paths of sources answer."""
