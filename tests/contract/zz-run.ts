import { runCommandLine } from "#hosts/cli/command-line.ts";
import { createFakeBackend } from "./support/fake-backend.ts";
const out = { write: (t: string) => void process.stdout.write(t), isTerminal: false, columns: 100 };
const code = await runCommandLine(process.argv.slice(2), { version: "1", stdout: out, stderr: { ...out, write: (t) => void process.stderr.write(t) }, stop: { listen: () => () => {} }, createBackend: async () => createFakeBackend({ handlers: { "case.open": async () => ({}) as never, "tags.list": async () => ({ tags: [] }) } }), serve: async () => {} });
console.error("exit", code);
