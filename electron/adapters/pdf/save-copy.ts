import { joinBytes } from "./join-bytes.ts";
import type { Pointer } from "./pdfium-exports.ts";
import type { Pdfium } from "./pdfium-module.ts";
import { withMemory } from "./pdfium-strings.ts";
