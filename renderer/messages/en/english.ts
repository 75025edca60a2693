import { prefixed } from "../prefixed.ts";
import { APP } from "./app.ts";
import { BRIEFS } from "./briefs.ts";
import { CODEBOOK } from "./codebook.ts";
import { EXCHANGE } from "./exchange.ts";
import { JOBS } from "./jobs.ts";
import { KEPT } from "./kept.ts";
import { LIBRARY } from "./library.ts";
import { PASSAGES } from "./passages.ts";
import { READER } from "./reader.ts";
import { READER_VIEW } from "./reader-view.ts";
import { SEARCH } from "./search.ts";
import { TAGGING } from "./tagging.ts";
import { UI } from "./ui.ts";
import { WELCOME } from "./welcome.ts";

/** Every message of the interface in English, by key. */
export const ENGLISH = {
  ...prefixed("ui", UI),
  ...prefixed("app", APP),
  ...prefixed("welcome", WELCOME),
  ...prefixed("library", LIBRARY),
  ...prefixed("search", SEARCH),
  ...prefixed("kept", KEPT),
  ...prefixed("passages", PASSAGES),
  ...prefixed("codebook", CODEBOOK),
  ...prefixed("reader", READER),
  ...prefixed("readerView", READER_VIEW),
  ...prefixed("tagging", TAGGING),
  ...prefixed("briefs", BRIEFS),
  ...prefixed("exchange", EXCHANGE),
  ...prefixed("jobs", JOBS),
} as const;

/** Name of a message: the part of the interface, and the message in it. */
export type MessageKey = keyof typeof ENGLISH;
