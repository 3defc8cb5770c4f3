"""The commands, given addresses where they take files and folders."""

from __future__ import annotations

import gzip
import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from reportcite.remote.addresses import address_of
from reportcite.remote.connection import ask, store_of
from reportcite.remote.reading import open_remote
from tests.conftest import RECORD, Run
from tests.remote.servers import READER, ObjectStore, server, status, whole

BIB = "@book{beck1986, author={Beck, Ulrich}, title={Risikogesellschaft}, year={1986}}\n"
SECRET = "sesame-open"


def put(path: str, content: str | bytes) -> None:
    ask(address_of(path), "put", content.encode() if isinstance(content, str) else content)


def content_of(path: str) -> bytes:
    with open_remote(path) as file:
        return file.read()


@pytest.mark.programs
def test_every_command_reads_objects(store: ObjectStore, run: Run) -> None:
    put("s3://catalogue/read/a.bib", BIB)
    path = "s3://catalogue/read/a.bib"
    assert run("cite", path).stdout.startswith("Beck, U. (1986)")
    assert "TI  - Risikogesellschaft" in run("export", path, "--to", "ris").stdout
    assert run("list", path).stdout.startswith("beck1986")
    assert "1 record, 1 error" in run("check", path).stderr
    assert "Risikogesellschaft" in run("merge", path, path, "--to", "bibtex").stdout
    put("s3://catalogue/read/isbn.yaml", RECORD.read_bytes())
    assert "978-3-948289-82-9" in run("isbn", "s3://catalogue/read/isbn.yaml").stdout
    put("s3://catalogue/read/list.txt", "9783948289829\n")
    assert "978-3-948289-82-9" in run("isbn", "s3://catalogue/read/list.txt").stdout
    put("s3://catalogue/read/list.csv", "title,isbn\nX,9783948289829\n")
    assert "978-3-948289-82-9" in run("isbn", "s3://catalogue/read/list.csv").stdout


@pytest.mark.programs
def test_the_same_from_the_web(store: ObjectStore, run: Run) -> None:
    put("s3://catalogue/web/a.bib", BIB)
    done = run("export", f"{store.files}/web/a.bib?token={SECRET}", "--to", "ris")
    assert "TI  - Risikogesellschaft" in done.stdout
    assert SECRET not in done.stdout + done.stderr


@pytest.mark.programs
def test_findings_stand_at_the_address(store: ObjectStore, run: Run) -> None:
    put("s3://catalogue/wrong/a.bib", BIB.replace("1986}}", "1986}, isbn={9783948289828}}"))
    done = run("check", "s3://catalogue/wrong/a.bib", "--format", "json")
    assert {one["file"] for one in json.loads(done.stdout)} == {"s3://catalogue/wrong/a.bib"}
    for report in ("text", "github", "sarif", "junit", "html"):
        shown = run("check", "s3://catalogue/wrong/", "--format", report).stdout
        # GitHub's commands have colons escaped.
        assert "s3://catalogue/wrong/a.bib" in shown.replace("%3A", ":")


@pytest.mark.programs
def test_a_part_of_a_bucket_is_read_as_a_folder_is(store: ObjectStore, run: Run) -> None:
    names = ["b.bib", "a.ris", "z/c.bib", ".hidden.bib", ".git/d.bib", "notes.pdf", "old/e.bib"]
    for name in names:
        key = Path(name).stem
        ris = f"TY  - BOOK\nTI  - {key}\nER  -\n"
        text = ris if name.endswith("ris") else f"@book{{{key}, title={{{key}}}}}\n"
        put(f"s3://catalogue/tree/{name}", text)
    for path in ("s3://catalogue/tree", "s3://catalogue/tree/"):
        done = run("export", path, "--to", "jsonl", "--exclude", "/old/")
        assert [json.loads(line)["title"] for line in done.stdout.splitlines()] == ["a", "b", "c"]
        assert "s3://catalogue/tree/notes.pdf: notice passed-over" in done.stderr


@pytest.mark.programs
def test_results_are_written_whole_and_once(store: ObjectStore, run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.bib").write_text(BIB)
    target = "s3://catalogue/written/a.ris.gz"
    assert "1 written" in run("export", "a.bib", "-o", target).stderr
    assert b"TI  - Risikogesellschaft" in gzip.decompress(content_of(target))
    assert "0 written, 1 unchanged" in run("export", "a.bib", "-o", target).stderr
    assert run("export", "a.bib", "-o", target, "--check").returncode == 0
    (tmp_path / "a.bib").write_text(BIB.replace("1986}}", "1992}}"))
    changed = run("export", "a.bib", "-o", target, "--check")
    assert changed.returncode == 1
    assert f"--- {target} (as it is)" in changed.stdout
    missing = run("export", "a.bib", "-o", "s3://catalogue/written/new.ris", "--check")
    assert missing.returncode == 1


@pytest.mark.programs
def test_a_folder_of_files_is_written(store: ObjectStore, run: Run) -> None:
    for target in ("s3://catalogue/folder/", "s3://catalogue/folder/{id}.yaml"):
        assert run("export", RECORD, "--to", "yaml", "-o", target).returncode == 0
    path = "s3://catalogue/folder/chancen-statt-krise.yaml"
    assert b"Resiliente Kommunen" in content_of(path)
    assert run("cite", "s3://catalogue/folder/").stdout.startswith("Ratzmann")
    check = ("export", RECORD, "--to", "yaml", "--output-dir", "s3://catalogue/folder/", "--check")
    assert run(*check).returncode == 0


@pytest.mark.programs
@pytest.mark.parametrize("suffix", ["docx", "xlsx"])
def test_binary_results_are_written(store: ObjectStore, run: Run, suffix: str) -> None:
    target = f"s3://catalogue/binary/a.{suffix}"
    command = "cite" if suffix == "docx" else "check"
    assert run(command, RECORD, "-o", target).returncode == 0
    assert content_of(target).startswith(b"PK")


@pytest.mark.programs
def test_a_run_that_fails_leaves_the_old_object(
    store: ObjectStore, run: Run, tmp_path: Path
) -> None:
    put("s3://catalogue/kept/a.ris", "old")
    (tmp_path / "bad.yaml").write_text("title: [", encoding="utf-8")
    done = run("export", RECORD, "bad.yaml", "-o", "s3://catalogue/kept/a.ris", "--fail-fast")
    assert done.returncode
    assert content_of("s3://catalogue/kept/a.ris") == b"old"


@pytest.mark.programs
def test_ctrl_c_leaves_the_old_object(store: ObjectStore, tmp_path: Path, record: Path) -> None:
    put("s3://catalogue/kept/b.jsonl", "old")
    command = [sys.executable, "-m", "reportcite", "export", str(record), "-", "--from", "yaml"]
    process = subprocess.Popen(
        [*command, "-o", "s3://catalogue/kept/b.jsonl"],
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
    )
    time.sleep(2)  # it waits for standard input
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=30)
    assert process.returncode in {130, -signal.SIGINT}
    assert b"Traceback" not in said
    assert content_of("s3://catalogue/kept/b.jsonl") == b"old"


@pytest.mark.programs
@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("s3://catalogue/nothing.bib", "it is not there"),
        ("s3://no-such-bucket/nothing.bib", "there is no such bucket"),
        ("s3://no-such-bucket/", "there is no such bucket"),
        ("s3://catalogue/nothing/", "holds no file of records"),
    ],
)
def test_what_cannot_be_read_is_named(store: ObjectStore, run: Run, path: str, reason: str) -> None:
    done = run("cite", path)
    assert done.returncode == 3
    assert done.stderr.startswith(f"{path}: error ")
    assert reason in done.stderr


@pytest.mark.programs
def test_credentials_are_never_printed(
    store: ObjectStore, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    put("s3://catalogue/secret/a.bib", BIB)
    key, secret = READER
    for name, value in store.environment(READER).items():
        monkeypatch.setenv(name, value)
    store_of.cache_clear()
    done = run("export", RECORD, "-o", "s3://catalogue/secret/a.bib")
    assert done.returncode == 3
    assert "s3://catalogue/secret/a.bib: cannot be written: access is denied (403)" in done.stderr
    assert key not in done.stderr and secret not in done.stderr
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", SECRET)
    store_of.cache_clear()
    done = run("export", "s3://catalogue/secret/a.bib", "--to", "ris")
    assert done.returncode == 3
    assert "s3://catalogue/secret/a.bib: error unreadable" in done.stderr
    assert SECRET not in done.stdout + done.stderr and key not in done.stderr


@pytest.mark.parametrize("command", ["cite", "check", "export", "isbn", "list", "merge"])
@pytest.mark.parametrize(
    "path",
    [
        f"https://me:{SECRET}@127.0.0.1:1/a.bib",
        f"http://127.0.0.1:1/a.bib?signature={SECRET}",
        f"s3://key:{SECRET}@bucket/a.bib",
        f"s3://bucket/a.bib?secret={SECRET}",
    ],
)
def test_what_is_secret_in_an_address_is_never_printed(run: Run, command: str, path: str) -> None:
    to = ("--to", "ris") if command in {"export", "merge"} else ()
    for arguments in ((command, path, *to), (command, path, *to, "-o", "x.jsonl")):
        if command == "list" and "-o" in arguments:
            continue
        done = run(*arguments)
        assert done.returncode in {2, 3}
        assert SECRET not in done.stdout + done.stderr
        assert "Traceback" not in done.stderr


def test_nor_is_it_where_an_address_is_taken_for_something_else(run: Run) -> None:
    for path in (f"https://me:{SECRET}@127.0.0.1:1/a.bib", f"http://127.0.0.1:1/?s={SECRET}"):
        for arguments in ((path,), ("cite", "--jobs", path), ("export", RECORD, "--to", path)):
            for messages in ("text", "json"):
                done = run(*arguments, "--messages", messages)
                assert done.returncode == 2
                assert SECRET not in done.stdout + done.stderr


@pytest.mark.parametrize("command", ["cite", "check", "export", "isbn", "merge", "new"])
def test_a_target_with_a_secret_is_refused_without_it(run: Run, command: str) -> None:
    for path in (f"https://me:{SECRET}@127.0.0.1:1/a.ris", f"https://127.0.0.1/a.ris?k={SECRET}"):
        first = "report" if command == "new" else RECORD
        done = run(command, first, "-o", path)
        assert done.returncode == 2
        assert SECRET not in done.stdout + done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("export", RECORD, "--append", "-o", "s3://bucket/a.ris"),
        ("page", RECORD, "-o", "s3://bucket/site/"),
        ("check", "s3://bucket/a.yaml", "--fix"),
        ("check", "s3://bucket/a.yaml", "--diff"),
    ],
)
def test_what_is_not_done_elsewhere_is_said_at_once(
    run: Run, arguments: tuple[str | Path, ...]
) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert "elsewhere" in done.stderr or "this machine" in done.stderr


def test_without_the_package_one_is_told_what_to_install(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "obstore", None)
    for arguments in (("cite", "s3://bucket/a.bib"), ("export", RECORD, "-o", "gs://b/a.ris")):
        done = run(*arguments)
        assert done.returncode == 3
        assert "pip install 'reportcite[remote]'" in done.stderr


def test_a_server_that_is_not_there_is_named(run: Run) -> None:
    done = run("cite", "http://127.0.0.1:1/a.bib")
    assert done.returncode == 3
    assert done.stderr.startswith(
        "http://127.0.0.1:1/a.bib: error unreadable: cannot be read: the connection was refused"
    )


def test_a_page_of_the_web_is_told_from_a_file_of_records(run: Run) -> None:
    page = b"<!DOCTYPE html><html><head><title>An article</title></head><body>Text</body></html>"
    with server(whole(page)) as (url, _):
        done = run("cite", f"{url}/article")
    assert done.returncode
    assert "give its address to `reportcite add`" in done.stderr


def test_an_address_among_identifiers_is_a_text(run: Run) -> None:
    done = run("isbn", "https://example.org/isbn/9783948289829")
    assert "978-3-948289-82-9" in done.stdout


@pytest.mark.parametrize("path", ["C:\\refs.bib", "arxiv:2301.01234", "s3:/x.bib"])
def test_other_names_are_those_of_files(run: Run, path: str) -> None:
    assert "No such file" in run("cite", path).stderr


def test_google_and_azure_are_asked_in_their_own_way(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with server(status(404)) as (url, requests):
        account = {"gcs_base_url": url, "disable_oauth": True}
        account |= {"client_email": "", "private_key": "", "private_key_id": ""}
        (tmp_path / "account.json").write_text(json.dumps(account))
        monkeypatch.setenv("GOOGLE_SERVICE_ACCOUNT", str(tmp_path / "account.json"))
        assert "it is not there" in run("cite", "gs://bucket/a b.bib").stderr
        assert requests[-1].line.split()[1].startswith("/bucket/")
        monkeypatch.setenv("AZURE_STORAGE_USE_EMULATOR", "true")
        monkeypatch.setenv("AZURITE_BLOB_STORAGE_URL", url)
        assert "it is not there" in run("cite", "az://container/a.bib").stderr
        assert "/container" in requests[-1].line
