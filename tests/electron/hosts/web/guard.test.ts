import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { errorCodeOf, jsonOf, type RunningHost, runHost, tokenOf } from "./running-host.ts";

let running: RunningHost;

beforeAll(async () => {
  running = await runHost(() => ({ handlers: { "tags.list": () => ({ tags: [] }) } }));
});

afterAll(() => running.stop());

const JSON_TYPE = { "Content-Type": "application/json" };

async function callWith(headers: Readonly<Record<string, string>>) {
  return running.send({ method: "POST", path: "/rpc/tags.list", headers: { ...JSON_TYPE, ...headers }, body: "{}" });
}

async function exchange(token: string, headers: Readonly<Record<string, string>> = {}) {
  return running.send({
    method: "POST",
    path: "/session",
    headers: { ...JSON_TYPE, Origin: running.host.origin, ...headers },
    body: JSON.stringify({ token }),
  });
}

describe("the launch token", () => {
  it("has 256 bits and stands in the fragment, which is never sent", () => {
    const url = new URL(running.host.url);
    expect(Buffer.from(tokenOf(running.host.url), "base64url")).toHaveLength(32);
    expect(`${url.pathname}${url.search}`).toBe("/");
    expect(url.hostname).toBe("127.0.0.1");
  });

  it("is exchanged once for a cookie that scripts and other sites cannot use", async () => {
    const token = tokenOf(running.host.createLaunchUrl());
    const first = await exchange(token);
    expect(first.status).toBe(200);
    expect(jsonOf(first)).toEqual({ ok: true, value: {} });
    const [cookie = ""] = first.headers["set-cookie"] ?? [];
    expect(cookie).toMatch(/^probative_\d+=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/);
    expect(cookie).not.toContain(token);
    const second = await exchange(token);
    expect(second.status).toBe(401);
    expect(errorCodeOf(second)).toBe("session/refused");
    expect(second.headers["set-cookie"]).toBeUndefined();
  });

  it("may be sent again by the browser that has the session", async () => {
    const token = tokenOf(running.host.createLaunchUrl());
    const [cookie = ""] = (await exchange(token)).headers["set-cookie"] ?? [];
    const again = await exchange(token, { Cookie: cookie.split(";")[0] ?? "" });
    expect(again.status).toBe(200);
  });

  it.each([{}, { token: 5 }, { token: "" }, null, "token"])("is refused as %j", async (body) => {
    const reply = await running.send({
      method: "POST",
      path: "/session",
      headers: { ...JSON_TYPE, Origin: running.host.origin },
      body: JSON.stringify(body),
    });
    expect(reply.status).toBe(401);
  });

  it("is refused from another page even when it is right", async () => {
    const token = tokenOf(running.host.createLaunchUrl());
    expect((await exchange(token, { Origin: "http://127.0.0.1:1" })).status).toBe(403);
    expect((await exchange(token)).status).toBe(200);
  });
});

describe("Host", () => {
  const wrong = ["localhost", "evil.example", "127.0.0.1", "[::1]", "127.0.0.1:1"];

  it.each(wrong)("%s is refused on every method and address", async (host) => {
    const own = await running.ownHeaders();
    for (const method of ["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS"]) {
      for (const path of ["/", "/assets/app.js", "/rpc/tags.list", "/events", "/files/documents/x", "/incoming"]) {
        const reply = await running.send({ method, path, headers: { ...own, ...JSON_TYPE, Host: host } });
        expect([method, path, reply.status]).toEqual([method, path, 403]);
      }
    }
  });

  it("with another letter case or port is another host", async () => {
    const own = await running.ownHeaders();
    const port = String(running.host.port);
    expect((await callWith({ ...own, Host: `127.0.0.1:${port}` })).status).toBe(200);
    expect((await callWith({ ...own, Host: `127.0.0.1:0${port}` })).status).toBe(403);
  });
});

describe("a write", () => {
  it("needs our Origin, a fitting Sec-Fetch-Site and the cookie", async () => {
    const { Cookie = "", Origin = "" } = await running.ownHeaders();
    expect((await callWith({ Cookie, Origin })).status).toBe(200);
    expect((await callWith({ Cookie, Origin, "Sec-Fetch-Site": "same-origin" })).status).toBe(200);
    expect((await callWith({ Cookie })).status).toBe(403);
    expect((await callWith({ Cookie, Origin: "null" })).status).toBe(403);
    expect((await callWith({ Cookie, Origin: "http://evil.example" })).status).toBe(403);
    expect((await callWith({ Cookie, Origin: "https://127.0.0.1" })).status).toBe(403);
    for (const site of ["cross-site", "same-site", "none"]) {
      expect((await callWith({ Cookie, Origin, "Sec-Fetch-Site": site })).status).toBe(403);
    }
    expect((await callWith({ Origin })).status).toBe(401);
    expect((await callWith({ Origin, Cookie: `${Cookie}x` })).status).toBe(401);
    expect((await callWith({ Origin, Cookie: Cookie.replace(/=.*/, "=") })).status).toBe(401);
  });

  it("finds its cookie among others", async () => {
    const { Cookie = "", Origin = "" } = await running.ownHeaders();
    expect((await callWith({ Origin, Cookie: `a=b; ${Cookie};c=d` })).status).toBe(200);
  });

  it("that sends files needs the same", async () => {
    const { Cookie = "", Origin = "" } = await running.ownHeaders();
    expect((await running.send({ method: "POST", path: "/incoming", headers: { Cookie } })).status).toBe(403);
    expect((await running.send({ method: "POST", path: "/incoming", headers: { Origin } })).status).toBe(401);
    expect((await running.send({ method: "PUT", path: "/incoming/x/a.pdf", headers: { Cookie } })).status).toBe(403);
  });
});

describe("the event stream and files", () => {
  it("are refused to another page and without a session", async () => {
    const { Cookie = "" } = await running.ownHeaders();
    const statusOf = async (path: string, headers: Readonly<Record<string, string>>) =>
      (await running.send({ path, headers })).status;
    expect(await statusOf("/events", { Cookie })).toBe(403);
    expect(await statusOf("/events", { Cookie, "Sec-Fetch-Site": "none" })).toBe(403);
    expect(await statusOf("/events", { Cookie, "Sec-Fetch-Site": "cross-site" })).toBe(403);
    expect(await statusOf("/events", { "Sec-Fetch-Site": "same-origin" })).toBe(401);
    expect(await statusOf("/files/documents/x", {})).toBe(401);
    expect(await statusOf("/files/documents/x", { Cookie, "Sec-Fetch-Site": "cross-site" })).toBe(403);
    expect(await statusOf("/files/documents/x", { Cookie, "Sec-Fetch-Site": "none" })).toBe(404);
  });
});

describe("every reply", () => {
  it("carries the policy of the design and no permission for other origins", async () => {
    const own = await running.ownHeaders();
    const replies = [
      await running.send({ path: "/" }),
      await running.send({ path: "/nothing" }),
      await running.send({ path: "/", headers: { Host: "evil.example" } }),
      await callWith(own),
      await running.send({ method: "OPTIONS", path: "/rpc/tags.list", headers: { Origin: "http://evil.example" } }),
    ];
    for (const { headers } of replies) {
      expect(headers["content-security-policy"]).toBe(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'; " +
          "style-src 'self'; img-src 'self' blob: data:; font-src 'self'; object-src 'none'; base-uri 'none'; " +
          "form-action 'none'",
      );
      expect(headers).toMatchObject({
        "x-content-type-options": "nosniff",
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "same-origin",
        "referrer-policy": "no-referrer",
      });
      expect(Object.keys(headers).filter((name) => name.startsWith("access-control-"))).toEqual([]);
    }
    expect(replies[3]?.headers["cache-control"]).toBe("no-store");
  });

  it("names the methods that an address takes", async () => {
    const own = await running.ownHeaders();
    const reply = await running.send({ path: "/rpc/tags.list", headers: own });
    expect([reply.status, reply.headers["allow"]]).toEqual([405, "POST"]);
    expect((await running.send({ method: "POST", path: "/", headers: own })).status).toBe(405);
    expect((await running.send({ method: "DELETE", path: "/files/documents/x", headers: own })).status).toBe(405);
  });
});
