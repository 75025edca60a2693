import { EventEmitter } from "node:events";
import { describe, expect, it } from "vitest";
import { isLocalAddress, lockContents, lockSession, silenceChromium } from "#hosts/desktop/lock-down.ts";
import { menuTemplate } from "#hosts/desktop/menu.ts";
import { isOwnSender } from "#hosts/desktop/sender-check.ts";
import { showWorkbench, windowOptions } from "#hosts/desktop/window.ts";

type Decide = (value: unknown) => void;
type SessionDouble = Parameters<typeof lockSession>[0];
type AppDouble = Parameters<typeof lockContents>[0];

/** A session that records who decides what. */
function lockedSession() {
  const found: Record<string, (...words: never[]) => unknown> = {};
  const record = (name: string) => (handler: never) => {
    found[name] = handler;
  };
  lockSession({
    setPermissionRequestHandler: record("request"),
    setPermissionCheckHandler: record("check"),
    setDevicePermissionHandler: record("device"),
    on: (event: string, handler: never) => record(event)(handler),
    webRequest: { onBeforeRequest: record("fetch") },
  } as unknown as SessionDouble);
  return found;
}

/** What an event of Electron looks like to a handler that may prevent it. */
function preventable(parts: object = {}) {
  const event = {
    ...parts,
    prevented: false,
    preventDefault() {
      event.prevented = true;
    },
  };
  return event;
}

function lockedContents() {
  const app = new EventEmitter();
  let openHandler: (details: { url: string }) => unknown = () => null;
  const contents = Object.assign(new EventEmitter(), {
    setWindowOpenHandler(handler: typeof openHandler) {
      openHandler = handler;
    },
  });
  lockContents(app as unknown as AppDouble);
  app.emit("web-contents-created", {}, contents);
  return { contents, open: (url: string) => openHandler({ url }) };
}

describe("the window", () => {
  it("is sandboxed and isolated, without Node.js", () => {
    const { webPreferences } = windowOptions("/app/preload.cjs", false);
    expect(webPreferences).toMatchObject({
      preload: "/app/preload.cjs",
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      spellcheck: false,
      devTools: false,
    });
    expect(windowOptions("/app/preload.cjs", true).webPreferences?.devTools).toBe(true);
  });

  it("loads our own page and is shown when it has something to show", async () => {
    const window = Object.assign(new EventEmitter(), {
      shown: 0,
      loaded: "",
      show() {
        window.shown += 1;
      },
      async loadURL(url: string) {
        window.loaded = url;
      },
    });
    await showWorkbench(window as unknown as Parameters<typeof showWorkbench>[0]);
    expect([window.loaded, window.shown]).toEqual(["probative://app/index.html", 0]);
    window.emit("ready-to-show");
    expect(window.shown).toBe(1);
  });

  it("has developer tools in its menu during development only", () => {
    const rolesOf = (isDevelopment: boolean) => JSON.stringify(menuTemplate("linux", isDevelopment));
    expect(rolesOf(true)).toContain("toggleDevTools");
    expect(rolesOf(false)).not.toMatch(/toggleDevTools|reload/);
    expect(menuTemplate("darwin", false)[0]).toEqual({ role: "appMenu" });
  });
});

describe("permissions", () => {
  const all = ["media", "geolocation", "notifications", "midi", "openExternal", "clipboard-read", "fileSystem", "hid"];

  it("are denied, but for words that a person puts on the clipboard", () => {
    const { request, check, device } = lockedSession();
    const ask = (permission: string) => {
      let answer: unknown = null;
      request?.(
        null as never,
        permission as never,
        ((value: unknown) => {
          answer = value;
        }) as Decide as never,
      );
      return [answer, check?.(null as never, permission as never)];
    };
    for (const permission of all) expect(ask(permission)).toEqual([false, false]);
    expect(ask("clipboard-sanitized-write")).toEqual([true, true]);
    expect(device?.()).toBe(false);
  });

  it("include no download", () => {
    const event = preventable();
    lockedSession()["will-download"]?.(event as never);
    expect(event.prevented).toBe(true);
  });
});

describe("addresses", () => {
  const own = ["probative://app/index.html", "probative://app/files/documents/x", "blob:probative://app/1", "data:,x"];
  const others = [
    "https://example.org/",
    "http://127.0.0.1/",
    "file:///etc/passwd",
    "ws://example.org/",
    "probative://application/",
    "probative://other/",
    "blob:https://example.org/1",
    "about:blank",
    "javascript:alert(1)",
  ];

  it("elsewhere are never fetched", () => {
    const cancelled = (url: string) => {
      let answer: unknown = null;
      lockedSession()["fetch"]?.(
        { url } as never,
        ((value: unknown) => {
          answer = value;
        }) as Decide as never,
      );
      return answer;
    };
    for (const url of own) expect([url, cancelled(url)]).toEqual([url, { cancel: false }]);
    for (const url of others) expect([url, cancelled(url)]).toEqual([url, { cancel: true }]);
    expect(isLocalAddress("devtools://devtools/bundled/x.html")).toBe(true);
  });

  it("elsewhere are never gone to, nor opened, nor embedded", () => {
    const { contents, open } = lockedContents();
    for (const url of [...others, ...own]) expect(open(url)).toEqual({ action: "deny" });
    const navigate = (url: string) => {
      const event = preventable({ url });
      contents.emit("will-navigate", event);
      return event.prevented;
    };
    expect(others.map(navigate)).toEqual(others.map(() => true));
    expect(navigate("probative://app/index.html")).toBe(false);
    for (const name of ["will-redirect", "will-attach-webview"]) {
      const event = preventable({ url: "probative://app/" });
      contents.emit(name, event);
      expect(event.prevented).toBe(true);
    }
  });

  it("resolve to nothing in Chromium itself", () => {
    const switches = new Map<string, string | undefined>();
    silenceChromium({
      appendSwitch: (name: string, value?: string) => switches.set(name, value),
    } as unknown as Parameters<typeof silenceChromium>[0]);
    expect(switches.get("host-resolver-rules")).toBe("MAP * ~NOTFOUND");
    expect(switches.has("disable-background-networking")).toBe(true);
    expect([...switches.keys()].join()).not.toContain("sandbox");
  });
});

describe("the sender of a message", () => {
  it("is the top frame of our own page and nobody else", () => {
    expect(isOwnSender({ url: "probative://app/index.html", parent: null })).toBe(true);
    expect(isOwnSender({ url: "probative://app/index.html", parent: {} })).toBe(false);
    expect(isOwnSender(null)).toBe(false);
    for (const url of others) expect([url, isOwnSender({ url, parent: null })]).toEqual([url, false]);
  });

  const others = ["https://example.org", "probative://app.example/", "probative://application", "", "file:///x"];
});
