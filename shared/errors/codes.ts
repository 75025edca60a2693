/**
 * What is known about an error code at every door.
 * `exitCode` is the CLI's; `status` is the HTTP status; `action` says what the person can do.
 */
export interface ErrorDefinition {
  readonly exitCode: number;
  readonly status: number;
  readonly retryable: boolean;
  readonly message: string;
  readonly action: string;
}

function define(
  exitCode: number,
  status: number,
  message: string,
  action: string,
  options: { readonly retryable?: boolean } = {},
): ErrorDefinition {
  return { exitCode, status, retryable: options.retryable ?? false, message, action };
}

/**
 * Every failure that has a name, by `area/reason`. Exit codes group by what a script can do about it:
 * 2 wrong input, 3 not found, 4 the case cannot be used as it is, 5 a file could not be read, 6 an output could not be
 * written, 7 something was found to differ, 8 stopped on request, 70 a defect in Probative (as in sysexits.h).
 */
export const ERROR_DEFINITIONS = {
  "input/invalid": define(2, 400, "The request is not valid.", "Correct the value that is named and try again."),
  "input/unknown-procedure": define(2, 404, "There is no such command.", "See the list of commands in --help."),
  "search/cancelled": define(8, 409, "The search was stopped: a newer one took its place.", "Search again.", {
    retryable: true,
  }),
  "search/too-broad": define(
    2,
    400,
    "A word of the search stands for too many words of the index.",
    "Type more of its letters.",
  ),
  "search/not-saved": define(3, 404, "There is no such saved search.", "List the saved searches."),
  "search/name-taken": define(2, 409, "Another saved search has this name.", "Choose another name."),
  "search/not-a-certificate": define(
    2,
    400,
    "This is not a search certificate.",
    "Give the JSON file that was written with the certificate.",
  ),
  "bookmark/not-found": define(3, 404, "There is no such bookmark.", "List the bookmarks."),
  "library-view/not-found": define(3, 404, "There is no such view of the library.", "List the views."),
  "library-view/name-taken": define(2, 409, "Another view has this name.", "Choose another name."),
  "synonym/not-found": define(3, 404, "There is no such synonym.", "List the synonyms."),
  "synonym/known": define(
    2,
    409,
    "One of the names belongs to another group of synonyms.",
    "Add the others to that group.",
  ),
  "search/syntax": define(2, 400, "The search could not be understood.", "Correct it at the place that is shown."),

  "case/none-open": define(4, 409, "No case is open.", "Open or create a case first."),
  "case/not-a-case": define(4, 400, "This folder is not a Probative case.", "Choose a folder that holds a case.db."),
  "case/exists": define(4, 409, "A case already exists in this folder.", "Open it, or choose another folder."),
  "case/folder-not-empty": define(4, 409, "This folder holds other files.", "Choose an empty or a new folder."),
  "case/locked": define(4, 409, "This case is open in another program.", "Close it there, then try again.", {
    retryable: true,
  }),
  "case/newer": define(
    4,
    409,
    "This case was written by a newer version of Probative.",
    "Update Probative to open it; nothing was changed.",
  ),
  "case/damaged": define(
    4,
    500,
    "A database of this case cannot be read.",
    "It was left as it is. Restore a backup into a new folder, or open a copy.",
  ),
  "case/migration-failed": define(
    4,
    500,
    "This case could not be brought up to date.",
    "The case is unchanged and a backup stands beside it. Keep both and report the problem.",
  ),
  "case/busy": define(4, 409, "A job is running in this case.", "Wait for it or cancel it first.", { retryable: true }),
  "case/differs": define(7, 200, "The case differs from what was recorded.", "See the list of what differs."),

  "document/not-found": define(3, 404, "There is no such document in this case.", "List the documents to find it."),
  "document/no-such-page": define(3, 404, "The document has no such page.", "Give a page between 1 and its last page."),
  "document/name-taken": define(2, 409, "Another document has this short name.", "Choose a short name that is unique."),
  "document/original-missing": define(
    5,
    404,
    "The original of this document is not in the case folder.",
    "Run `case verify`; import the file again to restore it.",
  ),
  "document/no-such-layer": define(
    3,
    404,
    "The page has no such text.",
    "A page has an OCR text once it was recognised, and a text layer when its file brought one.",
  ),
  "redaction/not-found": define(3, 404, "There is no hidden text at this place.", "List the redactions to find it."),
  "tag/not-found": define(3, 404, "There is no such tag.", "List the tags to find it."),
  "tag/name-taken": define(2, 409, "A tag with this name exists already.", "Use that tag, or choose another name."),
  "tag/key-taken": define(2, 409, "Another tag has this number key.", "Choose a key that is free."),
  "tag/archived": define(2, 409, "This tag is archived.", "Take it out of the archive first, or use another tag."),
  "tag/below-itself": define(2, 400, "A tag cannot stand below itself.", "Choose another place."),
  "passage/not-found": define(3, 404, "There is no such passage.", "List the passages to find it."),
  "passage/quote-not-found": define(
    3,
    404,
    "The quotation does not stand in this document.",
    "Check the wording, or give the page.",
  ),
  "passage/quote-ambiguous": define(
    2,
    409,
    "The quotation stands in this document more than once.",
    "Give the page, or a longer quotation.",
  ),
  "passage/empty-selection": define(2, 400, "The selection holds no text.", "Select some text on a page."),
  "passage/link-not-found": define(3, 404, "There is no such link.", "Show the passage to see its links."),
  "passage/link-exists": define(
    2,
    409,
    "These passages are linked in this way already.",
    "Change the reason of that link, or choose another relation.",
  ),
  "exchange/not-readable": define(
    2,
    400,
    "This file is not what was expected here.",
    "Choose a file that was written for this purpose.",
  ),
  "exchange/bad-lines": define(
    2,
    400,
    "Lines of this file cannot be read; nothing was changed.",
    "Correct the lines that are named, and read the file again.",
  ),
  "exchange/damaged": define(
    2,
    400,
    "This contribution was changed after it was written, or it is damaged.",
    "Ask for the file again.",
  ),
  "brief/not-found": define(3, 404, "There is no such brief.", "List the briefs to find it."),
  "brief/section-not-found": define(3, 404, "The brief has no such section.", "Show the brief to see its sections."),
  "brief/block-not-found": define(3, 404, "The brief has no such block.", "Show the brief to see its blocks."),
  "job/not-found": define(3, 404, "There is no such job.", "List the jobs to find it."),
  "job/not-resumable": define(2, 409, "This job cannot be resumed.", "Only a cancelled or interrupted job can be."),
  "job/cancelled": define(8, 409, "The job was cancelled.", "Resume it to go on where it stopped."),
  "edit/nothing-to-undo": define(2, 409, "There is nothing to undo.", "Undo works on edits made in this case."),
  "edit/nothing-to-redo": define(2, 409, "There is nothing to redo.", "Redo works after an undo."),

  "import/path-not-found": define(3, 404, "This path does not exist.", "Check the path."),
  "import/unreadable": define(5, 400, "The file could not be read.", "Check its permissions and the drive."),
  "import/changed-while-reading": define(5, 409, "The file changed while it was read.", "Import it again.", {
    retryable: true,
  }),
  "import/empty": define(5, 400, "The file is empty (0 bytes).", "Ask for the file again."),
  "import/not-a-pdf": define(5, 400, "The file is named as a PDF but is not one.", "Check what it really is."),
  "import/unsupported-kind": define(5, 400, "This kind of file is not read.", "Convert it to PDF and import that."),
  "import/not-a-regular-file": define(
    5,
    400,
    "A link, device or pipe is not followed.",
    "Import the file that it points to.",
  ),
  "import/encrypted": define(
    5,
    400,
    "The file is encrypted and asks for a password.",
    "Save a copy without the password and import that.",
  ),
  "import/corrupt": define(
    5,
    400,
    "The file is damaged and cannot be opened.",
    "Ask for the file again, or repair a copy.",
  ),
  "import/page-count": define(
    5,
    400,
    "The PDF claims a number of pages that cannot be right, or more than the limit.",
    "Split a copy into smaller files, or repair it.",
  ),
  "import/timeout": define(
    5,
    400,
    "Reading the file made no progress for 60 seconds and was stopped.",
    "Import it again, or repair a copy.",
    { retryable: true },
  ),
  "import/memory": define(
    5,
    400,
    "Reading the file needed more memory than is allowed.",
    "Split a copy and import it.",
  ),
  "import/worker-crashed": define(
    5,
    500,
    "Reading the file made its reader stop.",
    "Only this file failed. Repair a copy and import that.",
    { retryable: true },
  ),
  "import/duplicate": define(0, 200, "The same file is in the case already.", "Nothing needs to be done."),
  "import/too-large": define(
    5,
    400,
    "The file is larger than what can be read safely.",
    "Split it and import the parts.",
  ),
  "import/unsafe-archive": define(
    5,
    400,
    "The archive breaks a limit that keeps the machine safe.",
    "Unpack what you trust with another program and import that.",
  ),
  "import/nested-too-deep": define(
    5,
    400,
    "The file lies in more containers than are opened.",
    "Unpack the inner archive and import that.",
  ),
  "import/cancelled": define(8, 409, "The import was cancelled before this file.", "Resume the import."),

  "ocr/timeout": define(5, 400, "Recognising the page took longer than 90 seconds.", "Recognise it again.", {
    retryable: true,
  }),
  "ocr/failed": define(5, 500, "The page could not be recognised.", "Recognise it again, or with another engine.", {
    retryable: true,
  }),
  "ocr/language-missing": define(
    2,
    400,
    "The OCR engine has no model for this language.",
    "Choose a language that it has, or install the model.",
  ),

  "export/exists": define(6, 409, "There is a file at this place already.", "Choose another name."),
  "export/not-writable": define(6, 400, "The file could not be written.", "Choose a folder that you may write to."),
  "export/no-space": define(6, 507, "The disk is full.", "Free some space and try again; nothing was changed.", {
    retryable: true,
  }),
  "export/annotation-failed": define(
    6,
    500,
    "The annotated copy could not be made.",
    "The original is unchanged. Report the document's kind.",
  ),

  "session/refused": define(2, 401, "This window has no access to the case.", "Open the link that Probative printed."),
  "session/forbidden": define(2, 403, "The request came from elsewhere and was refused.", "Use the workbench itself."),
  "host/node-too-old": define(4, 500, "This Node.js is too old.", "Use Node.js 22 or newer, or run it through npm."),
  "internal/unknown": define(
    70,
    500,
    "Something went wrong inside Probative.",
    "Nothing was changed by this request. The log has the details under the number shown.",
  ),
} as const satisfies Readonly<Record<string, ErrorDefinition>>;

/** The name of a failure. */
export type ErrorCode = keyof typeof ERROR_DEFINITIONS;

/** True when the text is the name of a failure. */
export function isErrorCode(text: string): text is ErrorCode {
  return Object.hasOwn(ERROR_DEFINITIONS, text);
}

/** The definition behind a code. */
export function errorDefinition(code: ErrorCode): ErrorDefinition {
  return ERROR_DEFINITIONS[code];
}
