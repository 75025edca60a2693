export { byLocale } from "../messages/by-locale.ts";
