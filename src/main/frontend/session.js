// Who is signed in in this browser by now, which another tab may have changed since the page was opened.

const PATIENCE = 15000;

export const session = document.querySelector('meta[name="session"]');
export const words = session?.dataset ?? {};
export const person = Number(words.person ?? 0);

/** @returns who is signed in by now and the token of the session; null without a line */
export const standing = async () => {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), PATIENCE);
  const answer = await fetch(`${session.content}?of=${person}`, { headers: { Accept: 'application/json' }, cache: 'no-store', signal: stop.signal }).catch(() => null);
  clearTimeout(timer);
  return answer?.ok ? answer.json().catch(() => null) : null;
};

export const takeToken = (token) => document.querySelectorAll('input[name="_csrf"]').forEach((input) => {
  input.value = token;
});

/** @returns whether what is sent from now on arrives as this person's; the page has the token of the present session then */
export const renewed = async () => {
  const now = await standing();
  if (now?.person !== person) {
    return false;
  }
  takeToken(now.token);
  return true;
};
