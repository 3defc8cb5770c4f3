"""Documents of word processors are zip archives that tell no time."""

from __future__ import annotations

import io
import zipfile

from reportcite.documents.office.archive import write_archive


def test_members_are_packed_without_a_time_and_the_type_of_the_document_is_not() -> None:
    file = io.BytesIO()
    write_archive(file, [("mimetype", "a/b"), ("content.xml", b"<a/>" * 100)])
    with zipfile.ZipFile(file) as archive:
        kind, content = archive.infolist()
        assert archive.read(content) == b"<a/>" * 100
    assert file.getvalue()[30:41] == b"mimetypea/b"  # as ODF has it read without unpacking
    assert content.compress_size < 100
    assert kind.date_time == content.date_time == (1980, 1, 1, 0, 0, 0)
    assert content.external_attr >> 16 == 0o644
