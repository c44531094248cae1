import { expect, it } from 'vitest';
import { pageCall, pageStateMessage, parsePageCall, parsePageState } from './page-calls';

it('reads what it wrote', () => {
  for (const call of [{ is: 'changed' }, { is: 'goTo', annotationId: 'a1' }] as const)
    expect(parsePageCall(pageCall(call))).toEqual(call);
  const state = {
    articleId: 'x',
    placed: [{ id: 'a1', verdict: 'changed' as const, changedWords: ['5.000'] }],
  };
  expect(parsePageState(pageStateMessage(state))).toEqual(state);
});

it('leaves the messages of others alone', () => {
  const others = [
    null,
    'x',
    {},
    { toast: {} },
    { pressmarkPage: { is: 'boo' } },
    { pressmarkPage: { is: 'goTo' } },
  ];
  for (const other of others) {
    expect(parsePageCall(other)).toBeNull();
    expect(parsePageState(other)).toBeNull();
  }
});
