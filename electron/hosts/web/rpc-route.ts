import type { IncomingMessage, ServerResponse } from "node:http";
import type { Backend } from "../backend.ts";
import { replyWithValue } from "./http-reply.ts";
import { readJson } from "./read-json.ts";

/** `POST /rpc/<name>`: the body is the input, the reply is `{ ok: true, value }` or `{ ok: false, error }`. */
export async function answerCall(
  request: IncomingMessage,
  response: ServerResponse,
  backend: Backend,
  name: string,
): Promise<void> {
  replyWithValue(response, await backend.dispatch(name, await readJson(request)));
}
