/** An answer of the background as components see it: what they asked for, or a code that has a sentence. */
export type Answer<T> = { ok: true; value: T } | { ok: false; error: { code: string; detail?: string } };
