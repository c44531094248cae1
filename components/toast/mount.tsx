/** Puts the toast into a foreign page: a closed shadow root, nothing of the page's style, keys kept to itself. */
import { render } from 'preact';
import { Words } from '@/components/words';
import { Toast, type ToastActs, type ToastNotice } from './Toast';
import css from './toast.css?inline';

export const TOAST_TAG = 'pressmark-toast';

const HOST_STYLE: [string, string][] = [
  ['all', 'initial'],
  ['position', 'fixed'],
  ['right', '0'],
  ['bottom', '0'],
  ['z-index', '2147483647'],
  ['display', 'block'],
];

/** Page policies do not bind a constructed sheet. Firefox may refuse it across its wrappers: then a <style> it is. */
function addStyle(root: ShadowRoot): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
  } catch {
    const style = document.createElement('style');
    style.textContent = css;
    root.append(style);
  }
}

/**
 * Shows one toast; one that is still there goes first, also one left by an earlier injection.
 * @returns the shadow root (for tests) and the way to take it down
 */
export function showToast(notice: ToastNotice, acts: ToastActs): { root: ShadowRoot; remove: () => void } {
  for (const old of document.querySelectorAll(TOAST_TAG)) old.remove();
  const host = document.createElement(TOAST_TAG);
  for (const [name, value] of HOST_STYLE) host.style.setProperty(name, value, 'important');
  const root = host.attachShadow({ mode: 'closed' });
  addStyle(root);
  // The page's shortcuts must not fire while a tag is typed here.
  for (const name of ['keydown', 'keyup', 'keypress', 'input', 'paste', 'copy', 'cut'])
    root.addEventListener(name, (event) => event.stopPropagation());

  // A live region speaks when it changes, so it has to be there before its words.
  const mountPoint = document.createElement('div');
  mountPoint.setAttribute('role', notice.kind === 'error' ? 'alert' : 'status');
  root.append(mountPoint);
  (document.body ?? document.documentElement).append(host);

  const remove = () => {
    render(null, mountPoint);
    host.remove();
  };
  setTimeout(() => {
    if (!host.isConnected) return;
    render(
      <Words locale={notice.locale}>
        <Toast notice={notice} acts={acts} onGone={remove} />
      </Words>,
      mountPoint,
    );
  }, 50);
  return { root, remove };
}
