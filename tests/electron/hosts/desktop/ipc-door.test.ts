import { describe, expect, it } from "vitest";
import { CHANNELS } from "#hosts/desktop/channels.ts";
import { type DialogParts, offerDialogs } from "#hosts/desktop/dialogs.ts";
import { openIpcDoor } from "#hosts/desktop/ipc-door.ts";
import { createInvokeDouble } from "./invoke-double.ts";

const FOREIGN = { url: "https://example.org/", parent: null };

function openDialogs(answers: {
  readonly canceled: boolean;
  readonly filePaths?: string[];
  readonly filePath?: string;
}) {
  const double = createInvokeDouble();
  const shown: string[] = [];
  offerDialogs({
    ipc: double.ipc,
    dialog: {
      showOpenDialog: async () => ({ filePaths: [], ...answers }),
      showSaveDialog: async () => ({ filePath: "", ...answers }),
    } as unknown as DialogParts["dialog"],
    shell: {
      showItemInFolder: (path) => void shown.push(path),
      openExternal: async (address) => void shown.push(address),
    },
    window: () => ({}) as ReturnType<DialogParts["window"]>,
  });
  return { ...double, shown };
}

describe("the door of the window", () => {
  it("carries a call of our own page and refuses all others before the backend sees them", async () => {
    const seen: unknown[] = [];
    const { ipc, send } = createInvokeDouble();
    openIpcDoor(ipc, async (name, input) => {
      seen.push([name, input]);
      return { ok: true, value: "answer" };
    });
    expect(await send(CHANNELS.call, ["tags.list", { a: 1 }])).toEqual({ ok: true, value: "answer" });
    for (const frame of [FOREIGN, null, { url: "probative://app/", parent: {} }]) {
      expect(await send(CHANNELS.call, ["tags.list", {}], frame)).toMatchObject({
        ok: false,
        error: { code: "session/forbidden" },
      });
    }
    expect(seen).toEqual([["tags.list", { a: 1 }]]);
  });
});

describe("dialogs", () => {
  it("answer with what the person chose", async () => {
    const { send } = openDialogs({ canceled: false, filePaths: ["/a.pdf", "/b.pdf"], filePath: "/new" });
    expect(await send(CHANNELS.chooseFiles, [])).toEqual(["/a.pdf", "/b.pdf"]);
    expect(await send(CHANNELS.chooseFolder, [])).toEqual(["/a.pdf", "/b.pdf"]);
    expect(await send(CHANNELS.chooseCaseFolder, ["open"])).toBe("/a.pdf");
    expect(await send(CHANNELS.chooseCaseFolder, ["create"])).toBe("/new");
  });

  it("answer null when the person cancels", async () => {
    const { send } = openDialogs({ canceled: true });
    const answers = [
      await send(CHANNELS.chooseFiles, []),
      await send(CHANNELS.chooseFolder, []),
      await send(CHANNELS.chooseCaseFolder, ["open"]),
      await send(CHANNELS.chooseCaseFolder, ["create"]),
    ];
    expect(answers).toEqual([null, null, null, null]);
  });

  it("are opened for our own page only", async () => {
    const { send, channels, shown } = openDialogs({ canceled: false, filePaths: ["/a.pdf"] });
    for (const channel of channels) {
      await expect(send(channel, ["/etc/passwd"], FOREIGN)).rejects.toMatchObject({ code: "session/forbidden" });
    }
    expect(shown).toEqual([]);
  });

  it("show a file by its absolute path and nothing else", async () => {
    const { send, shown } = openDialogs({ canceled: false });
    for (const path of ["/case/exports/brief.pdf", "relative.pdf", 5, null]) await send(CHANNELS.showInFolder, [path]);
    expect(shown).toEqual(["/case/exports/brief.pdf"]);
  });

  it("open an address outside that a browser or a mail program shows, and nothing else", async () => {
    const { send, shown } = openDialogs({ canceled: false });
    const addresses = [
      "https://court.example/a",
      "mailto:clerk@court.example",
      "file:///etc/passwd",
      "javascript:1",
      "smb://x/y",
      "x",
      5,
    ];
    for (const address of addresses) await send(CHANNELS.openAddress, [address]);
    expect(shown).toEqual(["https://court.example/a", "mailto:clerk@court.example"]);
  });
});
