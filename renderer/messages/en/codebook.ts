/** English messages of the codebook, and of the pictures of where tags stand. */
export const CODEBOOK = {
  // Parts of the view.
  partsOfTags: "Parts of the tags",
  codebook: "Codebook",
  matrix: "Tags by documents",
  together: "Tags together",

  // The tree of tags and its head.
  listing: "Listing the tags",
  tagCount: "{count, plural, one {# tag} other {# tags}}",
  search: "Find in the codebook",
  showArchived: "Archived ({count, number})",
  newTag: "New tag",
  newName: "Name of the new tag",
  newNameHint: "Name, or a path such as Payment › Amount",
  create: "Create",
  cancel: "Cancel",
  empty: "No tags yet",
  whatTagsAre:
    "Tags say what passages are about. Each can have others below it, a colour, a number key, a description and examples, so that everyone tags alike.",
  noneFound: "No tag matches",
  // Heads of the columns: passages of the tag itself, and with those of the tags below it.
  tagHead: "Tag",
  ownHead: "Own",
  allHead: "With below",
  ownCount: "{count, plural, =0 {no passages} one {# passage} other {# passages}}",
  allCount: "{count, plural, =0 {none} other {#}} with the tags below",
  archivedTag: "archived",
  renameTag: "Name of {name}",

  // What a tag is, and what can be done with it.
  details: "Tag",
  noneChosen: "Choose a tag",
  keysHint:
    "Arrows go through the tree, F2 renames, Alt and arrows move a tag, Delete deletes it, Enter goes to its description.",
  placeHint: "This place only stands in the names of the tags below it. It has no passages of its own.",
  makeTag: "Make it a tag",
  name: "Name",
  color: "Colour",
  key: "Number key",
  noKey: "None",
  description: "Description",
  descriptionHint: "What the tag is given to, and what not",
  examples: "Examples",
  examplesHint: "Passages it is given to, and such it is not",
  showPassages: "{count, plural, =0 {No passages} one {Show # passage} other {Show # passages}}",
  newBelow: "New tag below",
  moveTo: "Move…",
  merge: "Merge…",
  split: "Split…",
  archive: "Archive",
  restore: "Use again",
  delete: "Delete",

  // Merging, splitting and moving.
  mergeTitle: "Merge “{name}” with other tags",
  mergeWith: "Tags to merge with",
  findTags: "Find a tag",
  moreToFind: "{count, plural, one {# more: search to find it} other {# more: search to find them}}",
  keepWhich: "Which one stays",
  mergeHint:
    "“{name}” gets all passages; {count, plural, one {the other tag is} other {the other # tags are}} gone. Ctrl+Z brings everything back.",
  mergeTags: "{count, plural, one {Merge} other {Merge # tags}}",
  splitTitle: "Split “{name}”",
  splitName: "Name of the new tag",
  splitWhich: "Passages that go to the new tag",
  chooseAll: "Choose all",
  chooseNone: "Choose none",
  splitOff: "{count, plural, =0 {Split off} one {Split off # passage} other {Split off # passages}}",
  moveTitle: "Move “{name}”",
  moveBelow: "Place that it is moved below",
  topLevel: "At the top",
  moveHere: "Move here",

  // What is said after something was done.
  movedToTop: "“{name}” moved at the top",
  movedBelow: "“{name}” moved below “{parent}”",
  archived: "“{name}” archived, its passages keep it",
  restored: "“{name}” is offered for tagging again",
  merged:
    "{tags, plural, one {# tag} other {# tags}} merged into “{name}”, {passages, plural, one {# passage} other {# passages}} changed — Ctrl+Z to undo",
  splitDone: "“{name}” got {passages, plural, one {# passage} other {# passages}} — Ctrl+Z to undo",
  deleted: "Tag “{name}” deleted, its passages stay — Ctrl+Z to undo",

  // Pictures of where tags stand.
  counting: "Counting passages",
  matrixSize: "{documents, plural, one {# document} other {# documents}} by {tags, plural, one {# tag} other {# tags}}",
  countBelow: "Count tags below with those above",
  matrixCorner: "Documents by tags",
  matrixCell: "{tag} in {document}: {count, plural, =0 {no passages} one {# passage} other {# passages}}",
  togetherSize:
    "{tags, plural, one {# tag} other {# tags}}, {pairs, plural, one {# pair} other {# pairs}} on one passage",
  togetherHint: "How many passages carry both tags. Press a cell to see them.",
  togetherCorner: "Tags by tags",
  togetherCell: "{one} and {other}: {count, plural, =0 {never together} one {# passage} other {# passages}}",
  ownCell: "{tag}: {count, plural, =0 {no passages} one {# passage} other {# passages}} in all",
  nothingTagged: "Nothing is tagged yet",
  whatPicturesShow:
    "Once passages have tags, this shows which tags stand in which documents, and which stand together.",
} as const;
