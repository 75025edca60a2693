import { describe, expect, test } from "vitest";
import { withUniquePaths } from "../../../renderer/client/dropped-files.ts";
import { encodePath, sendFiles } from "../../../renderer/client/send-files.ts";
import { createTransferMonitor } from "../../../renderer/client/transfer-monitor.ts";

const given = (path: string, text = "x") => ({ path, file: new File([text], path.split("/").at(-1) ?? path) });

describe("withUniquePaths", () => {
  test("keeps every file, also when names differ in letter case only", () => {
    const paths = withUniquePaths([given("a.pdf"), given("A.PDF"), given("a.pdf"), given("b/a.pdf")]).map(
      ({ path }) => path,
    );
    expect(paths).toEqual(["a.pdf", "2/A.PDF", "3/a.pdf", "b/a.pdf"]);
  });
});

describe("encodePath", () => {
  test("encodes each segment and keeps the slashes", () => {
    expect(encodePath("Exhibits #2/50% ü?.pdf")).toBe("Exhibits%20%232/50%25%20%C3%BC%3F.pdf");
  });

  test("does not fail on half of a surrogate pair", () => {
    expect(encodePath("\ud800.pdf")).toBe("%EF%BF%BD.pdf");
  });
});

describe("sendFiles", () => {
  function host(refuse: (url: string) => boolean) {
    const put = new Map<string, string>();
    const send: typeof fetch = async (input, init) => {
      const url = String(input);
      if (init?.method === "POST")
        return Response.json({ ok: true, value: { folder: "f1", path: "/case/incoming/f1" } });
      if (refuse(url)) {
        const error = {
          code: "input/invalid",
          message: "A name is too long.",
          action: "",
          retryable: false,
          details: {},
        };
        return Response.json({ ok: false, error }, { status: 400 });
      }
      put.set(url, await new Response(init?.body ?? null).text());
      return Response.json({ ok: true, value: {} });
    };
    return { put, send };
  }

  test("sends the bytes of each file and answers with the folder to import", async () => {
    const { put, send } = host(() => false);
    const monitor = createTransferMonitor();
    const folder = await sendFiles([given("a.pdf", "A"), given("x/b c.pdf", "B")], send, monitor);
    expect(folder).toBe("/case/incoming/f1");
    expect([...put]).toEqual([
      ["/incoming/f1/a.pdf", "A"],
      ["/incoming/f1/x/b%20c.pdf", "B"],
    ]);
    expect(monitor.state()).toEqual({ progress: null, refused: [] });
  });

  test("a refused file is reported with its reason and does not stop the others", async () => {
    const { put, send } = host((url) => url.endsWith("/bad.pdf"));
    const monitor = createTransferMonitor();
    const seen: (number | undefined)[] = [];
    monitor.subscribe(() => seen.push(monitor.state().progress?.sent));
    const files = ["1.pdf", "bad.pdf", "2.pdf", "3.pdf", "4.pdf"].map((path) => given(path));
    await expect(sendFiles(files, send, monitor)).resolves.toBe("/case/incoming/f1");
    expect(put.size).toBe(4);
    expect(monitor.state().refused).toEqual([{ path: "bad.pdf", message: "A name is too long." }]);
    expect(seen).toEqual([0, 1, 2, 3, 4, 5, undefined]);
  });

  test("when not one file arrives there is nothing to import", async () => {
    const { send } = host(() => true);
    await expect(sendFiles([given("a.pdf")], send, createTransferMonitor())).resolves.toBeNull();
  });
});
