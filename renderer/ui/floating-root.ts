/**
 * Where something that floats beside `anchor` must stand in the document: inside the modal dialog that holds the anchor,
 * because nothing outside of it can be seen above it or pressed; else in the body.
 */
export function floatingRoot(anchor: unknown): HTMLElement {
  const dialog = anchor instanceof Element ? anchor.closest("dialog") : null;
  return dialog ?? document.body;
}
