/** Server-sent events over fetch, which can show a token; EventSource can't. */

import { call } from "./session.js";

/** Larger than any event of the feed: without an end it would fill the memory. */
const LONGEST = 4_000_000;

/** One event of its lines, or null for a comment. */
function parse(block) {
  let name = "message";
  const data = [];
  for (const line of block.split("\n")) {
    const colon = line.indexOf(":");
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? "" : line.slice(colon + (line[colon + 1] === " " ? 2 : 1));
    if (field === "event") {
      name = value;
    } else if (field === "data") {
      data.push(value);
    }
  }
  return data.length === 0 ? null : { name, data: data.join("\n") };
}

/** Reads events until the stream ends or the signal says so: opened() once it is open, event(name, data) for each. */
export async function readEvents(path, { signal, opened, event }) {
  const answer = await call(path, { signal, headers: { Accept: "text/event-stream" } });
  if (!answer.ok || !answer.body) {
    throw new Error(`status ${answer.status}`);
  }
  opened();
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) {
      return;
    }
    rest = (rest + value).replaceAll("\r\n", "\n");
    const blocks = rest.split("\n\n");
    rest = blocks.pop();
    if (rest.length > LONGEST) {
      throw new Error("an event without an end");
    }
    for (const parsed of blocks.map(parse)) {
      if (parsed) {
        event(parsed.name, parsed.data);
      }
    }
  }
}
