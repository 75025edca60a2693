import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import { RemoteError, toWireError } from "#shared/errors/wire.ts";
import { QueryProblem } from "../../../renderer/search/query-problem.tsx";

function draw(query: string, message: string, details: Record<string, number>): string {
  const error = new RemoteError(toWireError(new ProbativeError("search/syntax", message, details), () => ""));
  return renderToStaticMarkup(createElement(QueryProblem, { query, error, onHelp: () => undefined }));
}

describe("QueryProblem", () => {
  it("says what to do, and underlines the character in a copy of the search", () => {
    const drawn = draw("a AND (b", "This bracket is not closed.", { offset: 6 });
    expect(drawn).toContain("This bracket is not closed.");
    expect(drawn).toMatch(/a AND <mark[^>]*>\(<\/mark>b/u);
    expect(drawn).toContain('role="status"');
  });

  it("shows no copy when no place is known", () => {
    expect(draw("a", "Too much.", {})).not.toContain("<mark");
  });
});
