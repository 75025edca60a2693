import { rendererConfig } from "./electron/hosts/build/bundles.ts";

/** The workbench's page during development; `npm run build` builds it with the same settings. */
export default rendererConfig(import.meta.dirname, `${import.meta.dirname}/dist/renderer`);
