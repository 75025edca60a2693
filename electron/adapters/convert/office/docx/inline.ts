import type { Span } from "../../rendition.ts";
import { countOf } from "../notices.ts";
import { appendSpan } from "../spans.ts";
import { symbolCharacter } from "../symbol-fonts.ts";
import { childElements, findChild, findDescendant, propertyValue, textOf, type XmlElement } from "../xml/element.ts";
import { chooseAlternative } from "./alternate-content.ts";
import { readDrawing } from "./drawings.ts";
import { beginResult, followField } from "./fields.ts";
import { linearMath } from "./math.ts";
import { callNote, showComment } from "./notes.ts";
import { combineRunStyles, readRunStyle } from "./run-style.ts";
import { type BlockReader, type ParagraphContent, type RunContext, type Story, signatureOf } from "./story.ts";

const describeInsertions = (count: number): string => `${countOf(count, "tracked insertion")}, marked.`;
const describeDeletions = (count: number): string => `${countOf(count, "tracked deletion")}, shown struck through.`;
const describeMoves = (count: number): string => `${countOf(count, "tracked move")}, marked at both places.`;
const describeHidden = (count: number): string => `${countOf(count, "run")} of hidden text, shown with a mark.`;
const describeSymbols = (count: number): string =>
  `${countOf(count, "symbol")} of a symbol font for which there is no character.`;
const describeSubdocuments = (count: number): string =>
  `${countOf(count, "part")} of a master document in other files; not loaded.`;

/** Walks over what stands in a paragraph, a link, or a change, and puts it into `content`. */
export function readInline(
  story: Story,
  parent: XmlElement,
  context: RunContext,
  content: ParagraphContent,
  readBlocks: BlockReader,
): void {
  const walk = (element: XmlElement, inner: RunContext): void => readInline(story, element, inner, content, readBlocks);
  for (const element of childElements(parent)) {
    switch (element.name) {
      case "w:r":
        readRun(story, element, context, content, readBlocks);
        break;
      case "w:hyperlink":
        walk(element, withLink(context, addressOf(story, element)));
        break;
      case "w:fldSimple": {
        const field = {
          instruction: element.attributes.get("w:instr") ?? "",
          isResult: false,
          link: undefined,
          form: findChild(element, "w:ffData"),
        };
        story.fields.push(field);
        beginResult(story, field);
        walk(element, context);
        story.fields.pop();
        break;
      }
      case "w:ins":
      case "w:del":
      case "w:moveFrom":
      case "w:moveTo":
        walk(element, withChange(story, context, element));
        break;
      case "w:sdt":
        walk(findChild(element, "w:sdtContent") ?? element, context);
        break;
      case "w:smartTag":
      case "w:customXml":
      case "w:dir":
      case "w:bdo":
        walk(element, context);
        break;
      case "mc:AlternateContent":
        walk(chooseAlternative(element) ?? element, context);
        break;
      case "m:oMath":
      case "m:oMathPara":
        addText(story, linearMath(element), context, content);
        break;
      case "w:commentRangeStart":
        story.anchors.set(element.attributes.get("w:id") ?? "", "");
        break;
      case "w:commentRangeEnd":
        closeAnchor(story, element.attributes.get("w:id") ?? "");
        break;
      case "w:subDoc":
        story.document.notices.count("remote-content-not-loaded", describeSubdocuments);
        break;
      default:
        break;
    }
  }
}

function closeAnchor(story: Story, id: string): void {
  const text = story.anchors.get(id);
  if (text === undefined) return;
  story.anchors.delete(id);
  story.anchored.set(id, text);
}

function readRun(
  story: Story,
  run: XmlElement,
  context: RunContext,
  content: ParagraphContent,
  readBlocks: BlockReader,
): void {
  const properties = findChild(run, "w:rPr");
  const named = story.document.styles.character(propertyValue(properties, "w:rStyle"));
  const style = combineRunStyles(context.style, combineRunStyles(named, readRunStyle(properties)));
  const inner: RunContext = { ...context, style };
  if (style.hidden === true && findChild(run, "w:t") !== undefined)
    story.document.notices.count("hidden-content", describeHidden);
  readRunContent(story, run, inner, content, readBlocks);
}

function readRunContent(
  story: Story,
  run: XmlElement,
  context: RunContext,
  content: ParagraphContent,
  readBlocks: BlockReader,
): void {
  const add = (text: string): void => addText(story, text, context, content);
  for (const element of childElements(run)) {
    switch (element.name) {
      case "w:t":
      case "w:delText":
        add(wordText(element));
        break;
      case "w:tab":
      case "w:ptab":
        add("\t");
        break;
      case "w:br":
        if (element.attributes.get("w:type") !== "page") add("\n");
        else if (isShown(story)) content.segments.push([]);
        break;
      case "w:cr":
        add("\n");
        break;
      case "w:noBreakHyphen":
        add("\u2011");
        break;
      case "w:sym":
        add(symbolOf(story, element));
        break;
      case "w:fldChar":
        add(followField(story, element));
        break;
      case "w:instrText": {
        const field = story.fields.at(-1);
        if (field !== undefined && !field.isResult) field.instruction += textOf(element);
        break;
      }
      case "w:footnoteReference":
      case "w:endnoteReference":
        push(content, callNote(story, element, readBlocks, styleOf(story, context)));
        break;
      case "w:commentReference":
        push(content, showComment(story, element.attributes.get("w:id") ?? "", readBlocks));
        break;
      case "w:ruby":
        readRuby(story, element, context, content, readBlocks);
        break;
      case "w:drawing":
      case "w:pict":
      case "w:object":
        content.after.push(...readDrawing(story, element, readBlocks));
        break;
      case "mc:AlternateContent": {
        const chosen = chooseAlternative(element);
        if (chosen !== undefined) readRunContent(story, chosen, context, content, readBlocks);
        break;
      }
      default:
        break;
    }
  }
}

/** Reading aids over East Asian characters stand in brackets behind them. */
function readRuby(
  story: Story,
  ruby: XmlElement,
  context: RunContext,
  content: ParagraphContent,
  readBlocks: BlockReader,
): void {
  const base = findChild(ruby, "w:rubyBase");
  const aid = findChild(ruby, "w:rt");
  if (base !== undefined) readInline(story, base, context, content, readBlocks);
  if (aid === undefined || findDescendant(aid, "w:t") === undefined) return;
  addText(story, "(", context, content);
  readInline(story, aid, context, content, readBlocks);
  addText(story, ")", context, content);
}

/** Line breaks in the XML are white space; spaces at the ends count only where the file says so (ECMA-376, 17.3.3.31). */
function wordText(element: XmlElement): string {
  const text = textOf(element).replaceAll(/[\t\r\n]+/gu, " ");
  return element.attributes.get("xml:space") === "preserve" ? text : text.trim();
}

function symbolOf(story: Story, element: XmlElement): string {
  const code = Number.parseInt(element.attributes.get("w:char") ?? "", 16);
  const font = element.attributes.get("w:font") ?? "";
  const found = Number.isInteger(code) && code <= 0xff_ff ? symbolCharacter(font, code) : null;
  if (found === null) story.document.notices.count("content-not-shown", describeSymbols);
  return found ?? "\ufffd";
}

/** False inside of the instruction of a field. */
function isShown(story: Story): boolean {
  return story.fields.every(({ isResult }) => isResult);
}

function addText(story: Story, text: string, context: RunContext, content: ParagraphContent): void {
  if (text === "" || !isShown(story)) return;
  for (const [id, before] of story.anchors) story.anchors.set(id, before + text);
  push(content, { text, ...styleOf(story, context) });
}

function push(content: ParagraphContent, span: Span | null): void {
  const segment = content.segments.at(-1);
  if (segment !== undefined && span !== null) appendSpan(segment, span);
}

function styleOf(story: Story, { style, link, change, changedBy }: RunContext): Omit<Span, "text"> {
  const address = link ?? story.fields.findLast((field) => field.link !== undefined)?.link;
  return {
    ...(style.bold === true && { bold: true }),
    ...(style.italic === true && { italic: true }),
    ...(style.underlined === true && address === undefined && { underlined: true }),
    ...(style.struck === true && { struck: true }),
    ...(/courier|consolas|\bmono/iu.test(style.font ?? "") && { monospaced: true }),
    ...(style.position === "superscript" && { superscript: true }),
    ...(style.position === "subscript" && { subscript: true }),
    ...(style.hidden === true && { hidden: true }),
    ...(address !== undefined && { link: address }),
    ...(change !== undefined && { change }),
    ...(changedBy !== undefined && { changedBy }),
  };
}

function withLink(context: RunContext, link: string | undefined): RunContext {
  return link === undefined ? context : { ...context, link };
}

function addressOf(story: Story, element: XmlElement): string | undefined {
  const relationship = story.parts.relationships.get(element.attributes.get("r:id") ?? "");
  if (relationship?.isExternal !== true) return undefined;
  const anchor = element.attributes.get("w:anchor");
  return anchor === undefined || relationship.target.includes("#")
    ? relationship.target
    : `${relationship.target}#${anchor}`;
}

/** What is deleted inside of an insertion is deleted. */
export function withChange(story: Story, context: RunContext, element: XmlElement): RunContext {
  const signature = signatureOf(element);
  const { notices } = story.document;
  const signed = (text: string): Pick<RunContext, "changedBy"> => (text === "" ? {} : { changedBy: text });
  const { changedBy: _, ...rest } = context;
  switch (element.name) {
    case "w:ins":
      notices.count("tracked-changes", describeInsertions);
      return context.change === "deleted" ? context : { ...rest, change: "inserted", ...signed(signature) };
    case "w:del":
      notices.count("tracked-changes", describeDeletions);
      return { ...rest, change: "deleted", ...signed(signature) };
    case "w:moveFrom":
      notices.count("tracked-changes", describeMoves);
      return { ...rest, change: "moved", changedBy: `moved away: ${signature}` };
    default:
      return { ...rest, change: "moved", changedBy: `moved here: ${signature}` };
  }
}
