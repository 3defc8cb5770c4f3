"""What can be said of files that are found, and of records that are exported."""

from __future__ import annotations

from typing import Final

from reportcite.errors import ExitCode
from reportcite.problems import Judgement, Rule

UNREADABLE: Final = Rule(
    "unreadable",
    "error",
    "A file or folder cannot be opened or read.",
    "Its records are missing from the result.",
    "Check that the name is right and that you may read it.",
    exit=ExitCode.UNREADABLE,
    whole_file=True,
)
CUT_OFF: Final = Rule(
    "cut-off",
    "error",
    "A file was read in part and then could not be read any further.",
    "The records behind that place are missing from the result.",
    "Copy or pack the file anew, and run this again.",
    exit=ExitCode.UNREADABLE,
    whole_file=True,
)
UNKNOWN_CONTENT: Final = Rule(
    "unknown-content",
    "error",
    "A file holds something else than records of a format that is read.",
    "Read as records it would give wrong ones, or none.",
    "Give the file of records itself; export it anew from the program it comes from.",
    exit=ExitCode.UNREADABLE,
    whole_file=True,
)
OTHER_CONTENT: Final = Rule(
    "other-content",
    "warning",
    "A file holds records of another format than its name, or --from, says.",
    "They are read as what they are, but as what --from says where it is given. Other programs may "
    "go by the name and read nothing.",
    "Give the file a name with the right suffix, or say with --from what it holds.",
)
TRAILING_BYTES: Final = Rule(
    "trailing-bytes",
    "warning",
    "Something that is not gzip stands behind the end of a gzip file.",
    "It is passed over; records that were meant to be there are missing.",
    "Pack the file anew.",
)
EMPTY_FOLDER: Final = Rule(
    "empty-folder",
    "error",
    "A folder holds no file of records.",
    "Nothing was read; the name may be that of another folder.",
    "Check the name, or say with --from what the files hold.",
    exit=ExitCode.UNREADABLE,
    whole_file=True,
)
PASSED_OVER: Final = Rule(
    "passed-over",
    "notice",
    "Something in a folder was not read: a link, a device or an unknown kind of file.",
    "A link may lead out of the folder, and other files hold no records.",
    "Name it on the command line to have it read.",
)
NOT_FIXED: Final = Rule(
    "not-fixed",
    "error",
    "A file holds something to fix, and could not be written.",
    "It is as it was.",
    "See that it may be written and that no other program writes to it, and run this again.",
    exit=ExitCode.UNREADABLE,
    whole_file=True,
)
NOT_IN_PLACE: Final = Rule(
    "not-in-place",
    "notice",
    "A file holds something to fix, and is of a format that is not fixed in place.",
    "It is as it was; the findings are reported.",
    "Correct them by hand, or export the records to a format that is fixed.",
    whole_file=True,
)
LOSS: Final = Rule(
    "loss",
    "notice",
    "The format written to cannot hold a field as the record has it.",
    "Who reads the file gets less than the record says.",
    "Keep the record, or write a format that loses less, such as csl-json. With "
    "--strict a loss is an error.",
    elsewhere=(Judgement("--strict", "error", "That is what --strict asks for."),),
)
UNKNOWN_KEY: Final = Rule(
    "key-not-found",
    "error",
    "A key that was asked for, or that a document cites, is no record's.",
    "The work is missing from the result, and a document would show a question mark.",
    "Correct the key; `reportcite list FILE` shows those that there are.",
    whole_file=True,
)
AMBIGUOUS_KEY: Final = Rule(
    "ambiguous-key",
    "error",
    "Several records have a key that begins as was asked for.",
    "Which one is meant cannot be known, so that none is taken.",
    "Write more of the key, or all of it.",
    whole_file=True,
)
NONE_LIKE_THAT: Final = Rule(
    "none-like-that",
    "warning",
    "No record fulfils every condition of --where.",
    "Nothing is left to print, which may look as if the files were empty.",
    "Write less of the name or word, or one condition fewer.",
    whole_file=True,
)
NEVER_CITED: Final = Rule(
    "never-cited",
    "notice",
    "No document named with --cited-in cites a record.",
    "It may have been left behind when the text changed.",
    "Delete the record, or cite it.",
)
ALREADY_THERE: Final = Rule(
    "already-there",
    "error",
    "A record that is to be added is in the folder already.",
    "Two records of one work would be listed as two works.",
    "Change the record that is there; with --print the new one is printed, to compare them.",
)
KEY_TAKEN: Final = Rule(
    "key-taken",
    "notice",
    "Another work in the folder has the key that a record asks for, so it gets a longer one.",
    "Documents must cite the longer key.",
    "Nothing need be done; file and id may be renamed together.",
)
