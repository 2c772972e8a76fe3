/**
 * Who looks at the page. Every request goes through here, with the access token where one is needed. The token is kept for
 * this tab alone, and forgotten when the aggregator no longer takes it.
 */

const KEPT = "limen.token";
const ENDED = "limen.ended";
const MOST_PICTURES = 200;

let token = sessionStorage.getItem(KEPT);
const pictures = new Map();

const signed = (given, options) => ({
  ...options, cache: "no-store", credentials: "omit", redirect: "error",
  headers: { ...options.headers, ...(given ? { Authorization: `Bearer ${given}` } : {}) },
});

/** As fetch. A token that is no longer taken brings the sign-in form back. */
export async function call(path, options = {}) {
  const answer = await fetch(path, signed(token, options));
  if (answer.status === 401) {
    end("true");
  }
  return answer;
}

/** Who the aggregator takes us for: { who, role, personal }; { refused }, a line, when it wants to know first. */
export async function session() {
  const answer = await fetch("/api/session", signed(token, {}));
  if (answer.status === 401 || answer.status === 403) {
    const told = await answer.json().catch(() => null);
    return { refused: token ? "The token is no longer taken." : told?.message ?? "" };
  }
  if (!answer.ok) {
    throw new Error(`status ${answer.status}`);
  }
  return answer.json();
}

/** Tries a token and keeps it when it is taken; otherwise says why not. */
export async function signIn(given) {
  const answer = await fetch("/api/session", signed(given, {})).catch(() => null);
  if (answer?.ok) {
    sessionStorage.setItem(KEPT, given);
    sessionStorage.removeItem(ENDED);
    location.reload();
    return null;
  }
  switch (answer?.status) {
    case 401: return "This token is not taken. It may have expired.";
    case 403: return "This token is known, but gives no role here.";
    case undefined: return "No connection to the aggregator.";
    default: return `The aggregator could not check the token (status ${answer.status}).`;
  }
}

/** Whether a token is in use. */
export const isSignedIn = () => token !== null;

/** Whether the last token stopped being taken while the page was open. */
export const hasEnded = () => sessionStorage.getItem(ENDED) === "true";

/** Forgets the token and everything that is shown. */
export function end(unasked) {
  const had = token !== null;
  sessionStorage.removeItem(KEPT);
  token = null;
  if (!unasked) {
    sessionStorage.removeItem(ENDED);
  } else if (had) {
    // the next request that is refused, before the page is another one, had none any more
    sessionStorage.setItem(ENDED, unasked);
  }
  location.reload();
}

/** An address for an img: the path itself, or what it holds where the picture comes only with a token. */
async function pictureAddress(path) {
  if (!token) {
    return path;
  }
  if (!pictures.has(path)) {
    pictures.set(path, fetchPicture(path));
    for (const [oldest, address] of pictures) {
      if (pictures.size <= MOST_PICTURES) {
        break;
      }
      pictures.delete(oldest);
      address.then(URL.revokeObjectURL, () => {});
    }
  }
  return pictures.get(path);
}

async function fetchPicture(path) {
  try {
    const answer = await call(path);
    if (!answer.ok) {
      throw new Error(`status ${answer.status}`);
    }
    return URL.createObjectURL(await answer.blob());
  } catch (fault) {
    pictures.delete(path);
    throw fault;
  }
}

/** Shows a picture; one that can't be had is an error of the image. */
export function show(image, path, shown = () => {}) {
  pictureAddress(path).then(
    (address) => { image.src = address; shown(address); },
    () => image.dispatchEvent(new Event("error")));
  return image;
}
