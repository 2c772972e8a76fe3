/** The word at the top of the page that says whether what is shown is what is. */

import { say } from "./markup.js";
import { timeOfDay } from "./numbers.js";

const STATES = { connecting: "Connecting", live: "Live", waiting: "Live, no data yet", away: "The Kafka broker is away" };

const line = document.getElementById("connection");
let lostAt = null;

/** Shows one of connecting, live, waiting, reconnecting and away; what the page shows while nothing new can come is marked as old. */
export function showConnection(state) {
  const lost = state === "reconnecting";
  lostAt = lost ? lostAt ?? new Date() : null;
  line.dataset.state = state;
  document.body.dataset.stale = String(lost || state === "away");
  say(line, lost ? `No connection since ${timeOfDay(lostAt)}` : STATES[state]);
}

/** Whether nothing has been heard from the aggregator, or not since the connection was lost. */
export const isConnecting = () => line.dataset.state === "connecting" || line.dataset.state === "reconnecting";
