import { describe, expect, it } from "vitest";
import { procedureNames } from "#shared/contract/contract.ts";
import { ERROR_DEFINITIONS } from "#shared/errors/codes.ts";
import { writeCommandsPage } from "../support/commands-table.ts";

describe("docs/commands.md", () => {
  it("is what the contract says now", async () => {
    await expect(writeCommandsPage()).toMatchFileSnapshot("../../docs/commands.md");
  });

  it("names every procedure and every error once in its table", () => {
    const page = writeCommandsPage();
    for (const name of procedureNames) expect(page.split(`\n| \`${name}\` (`)).toHaveLength(2);
    for (const code of Object.keys(ERROR_DEFINITIONS)) expect(page.split(`\n| \`${code}\` |`)).toHaveLength(2);
  });
});
