/** HTML as a document without a view: nothing in it loads, runs or is ever shown. */

type Policy = { createHTML: (html: string) => string };
type Maker = { createPolicy: (name: string, rules: Policy) => Policy };

/** The one policy that our pages' Trusted Types allow for parsing; a policy of a name can be made once. */
let policy: Policy | undefined;

export function parseInert(html: string): Document {
  const maker = (globalThis as { trustedTypes?: Maker }).trustedTypes;
  policy ??= maker?.createPolicy('inert', { createHTML: (text) => text });
  return new DOMParser().parseFromString(policy ? policy.createHTML(html) : html, 'text/html');
}
