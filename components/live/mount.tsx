/** Puts the annotator's controls into a foreign page: one element while they are open, none when they are closed. */
import { render } from 'preact';
import tagCss from '@/components/ui/tag-input.css?inline';
import { Words } from '@/components/words';
import { Controls } from './Controls';
import css from './live.css?inline';
import type { LiveActs, LiveControls, LiveState } from './types';

export const LIVE_TAG = 'pressmark-live';

const HOST_STYLE: [string, string][] = [
  ['all', 'initial'],
  ['position', 'fixed'],
  ['inset', '0'],
  ['z-index', '2147483647'],
  ['display', 'block'],
  ['pointer-events', 'none'],
];
/** The page's shortcuts must not fire while somebody types here. */
const KEPT = ['keydown', 'keyup', 'keypress', 'beforeinput', 'input', 'paste', 'copy', 'cut', 'click'];
/** A page can dispatch events, but not trusted ones: only a person acts here. */
const BY_PERSON = ['click', 'mousedown', 'keydown', 'input'];

/** Page policies do not bind a constructed sheet. Where a browser refuses it across its wrappers, a <style> it is. */
function addStyle(root: ShadowRoot): void {
  const rules = tagCss + css;
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    root.adoptedStyleSheets = [sheet];
  } catch {
    const style = document.createElement('style');
    style.textContent = rules;
    root.append(style);
  }
}

/** @param isTrusted tests dispatch events themselves */
export function createControls(isTrusted = (event: Event) => event.isTrusted): LiveControls & {
  root: () => ShadowRoot | null;
} {
  let host: HTMLElement | null = null;
  let root: ShadowRoot | null = null;
  let mountPoint: HTMLElement | null = null;
  let before: HTMLElement | null = null;

  function open(): HTMLElement {
    if (host?.isConnected && mountPoint) return mountPoint;
    for (const old of document.querySelectorAll(LIVE_TAG)) old.remove();
    before = document.activeElement as HTMLElement | null;
    host = document.createElement(LIVE_TAG);
    for (const [name, value] of HOST_STYLE) host.style.setProperty(name, value, 'important');
    root = host.attachShadow({ mode: 'closed' });
    addStyle(root);
    for (const name of BY_PERSON)
      root.addEventListener(
        name,
        (event) => {
          if (!isTrusted(event)) event.stopImmediatePropagation();
        },
        { capture: true },
      );
    for (const name of KEPT) root.addEventListener(name, (event) => event.stopPropagation());
    mountPoint = document.createElement('div');
    root.append(mountPoint);
    (document.body ?? document.documentElement).append(host);
    return mountPoint;
  }

  function close() {
    const hadFocus = host !== null && document.activeElement === host;
    if (mountPoint) render(null, mountPoint);
    host?.remove();
    host = root = mountPoint = null;
    if (hadFocus && before?.isConnected) before.focus({ preventScroll: true });
    before = null;
  }

  return {
    root: () => root,
    show(state: LiveState, acts: LiveActs) {
      if (state.view.kind === 'nothing') close();
      else
        render(
          <Words locale={state.locale}>
            <Controls state={state} acts={acts} />
          </Words>,
          open(),
        );
    },
  };
}
