/** Groups that hold nothing of the text (RTF 1.9.1, "Destinations"); those marked `\*` need not be listed. */
export const SKIPPED: ReadonlySet<string> = new Set(
  `colortbl filetbl listtable listoverridetable rsidtbl themedata colorschememapping latentstyles datastore xmlnstbl
   template nonshppict objclass objname objalias objsect bkmkstart bkmkend atnref atrfstart atrfend atnicn atntime
   xe tc tcn rxe txe datafield formfield ffdeftext fldtype pn pntxta pntxtb shprslt background private private1 pgptbl
   generatorinfo mmathPr wgrffmtfilter fontemb fontfile falt panose keycode operator category manager company doccomm
   hlinkbase vern version edmins nofpages nofwords nofchars nofcharsws id printim buptim comment userprops docvar
   aftnsep aftnsepc aftncn ftnsep ftnsepc ftncn passwordhash oldcprops oldpprops oldsprops oldtprops`.split(/\s+/u),
);

/** Marked `\*` and read all the same. */
export const OPTIONAL_READ: ReadonlySet<string> = new Set(
  `shppict shpinst shpgrp shptxt fldinst atnid atnauthor atndate annotation revtbl generator ud nesttableprops
   listtext pntext do dptxbxtext objdata pict ftnalt cs ds ts mmath momath moMath moMathPara`.split(/\s+/u),
);

/** Groups whose text is a value: taken as a whole. */
export const CAPTURED: ReadonlySet<string> = new Set([
  "title",
  "author",
  "subject",
  "keywords",
  "generator",
  "fldinst",
  "listtext",
  "pntext",
  "atnauthor",
  "atnid",
  "atndate",
]);

/** Headers and footers of all, left, right and first pages. */
export const MARGINS: Readonly<Record<string, "header" | "footer">> = {
  header: "header",
  headerl: "header",
  headerr: "header",
  headerf: "header",
  footer: "footer",
  footerl: "footer",
  footerr: "footer",
  footerf: "footer",
};
