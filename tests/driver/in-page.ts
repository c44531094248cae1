/**
 * Runs inside a page: finds things as a screen reader would, by role and name, open shadow roots included. Kept as text,
 * because it is sent to two browsers over two protocols and no build step may touch it.
 */
export const FINDER = String.raw`
(doc, want) => {
  const SELECTOR = {
    button: 'button,[role=button],input[type=button],input[type=submit],summary',
    link: 'a[href],[role=link]',
    textbox: 'input:not([type]),input[type=text],input[type=search],input[type=url],input[type=datetime-local],input[type=date],textarea,[role=textbox],[role=searchbox],[role=combobox]:is(input)',
    checkbox: 'input[type=checkbox],[role=checkbox],[role=switch],[role=menuitemcheckbox]',
    radio: 'input[type=radio],[role=radio],[role=menuitemradio]',
    combobox: 'select,[role=combobox]',
    heading: 'h1,h2,h3,h4,[role=heading]',
    option: '[role=option],option',
    menuitem: '[role=menuitem]',
    listitem: 'li,[role=listitem]',
    row: 'tr,[role=row]',
    tab: '[role=tab]',
    dialog: 'dialog[open],[role=dialog],[role=alertdialog]',
    status: '[role=status],output',
    alert: '[role=alert]',
    article: 'article,[role=article]',
    file: 'input[type=file]',
  };
  const all = (root, selector) => {
    const found = [...root.querySelectorAll(selector)];
    for (const el of root.querySelectorAll('*')) if (el.shadowRoot) found.push(...all(el.shadowRoot, selector));
    return found;
  };
  const tidy = (text) => (text || '').replace(/\s+/g, ' ').trim().normalize('NFC');
  const textOf = (el) => {
    const copy = el.cloneNode(true);
    for (const part of copy.querySelectorAll('[aria-hidden=true],[hidden],input,select,textarea,script,style')) part.remove();
    for (const image of copy.querySelectorAll('img[alt],svg[aria-label]')) image.replaceWith(image.getAttribute('alt') || image.getAttribute('aria-label') || '');
    return tidy(copy.textContent);
  };
  const nameOf = (el) => {
    const ids = el.getAttribute('aria-labelledby');
    if (ids) {
      const scope = el.getRootNode();
      const name = tidy(ids.split(/\s+/).map((id) => { const by = scope.getElementById(id); return by ? textOf(by) : ''; }).join(' '));
      if (name) return name;
    }
    const label = tidy(el.getAttribute('aria-label'));
    if (label) return label;
    if (el.labels && el.labels.length) return tidy([...el.labels].map(textOf).join(' '));
    if (el.matches('input[type=submit],input[type=button]')) return tidy(el.value);
    if (!el.matches('input,select,textarea')) { const text = textOf(el); if (text) return text; }
    return tidy(el.getAttribute('title')) || tidy(el.getAttribute('placeholder'));
  };
  const shown = (el) => el.matches('input[type=file],option') || (el.checkVisibility({ visibilityProperty: true, opacityProperty: false }) && el.getClientRects().length > 0);
  const fits = (name) =>
    want.name === undefined || want.name === null ||
    (want.how === 'pattern' ? new RegExp(want.name, 'u').test(name) : want.how === 'part' ? name.includes(want.name.normalize('NFC')) : name === want.name.normalize('NFC'));
  const found = (want.selector ? all(doc, want.selector) : all(doc, SELECTOR[want.role] || '[role=' + want.role + ']')).filter((el) => shown(el) && fits(nameOf(el)));
  const names = () => all(doc, SELECTOR[want.role] || want.selector || '*').filter(shown).slice(0, 60).map(nameOf);
  if (want.act === 'count') return found.length;
  if (want.act === 'names') return found.map(nameOf);
  const el = found[want.nth || 0];
  if (!el) return { missing: true, names: names() };
  if (want.act === 'has') return { found: true };
  if (want.act === 'value') return { value: el.matches('[type=checkbox],[type=radio]') ? String(el.checked) : el.value ?? el.textContent, disabled: Boolean(el.disabled) || el.getAttribute('aria-disabled') === 'true', pressed: el.getAttribute('aria-pressed') ?? el.getAttribute('aria-checked') ?? el.getAttribute('aria-selected') };
  if (want.act === 'text') return { text: el.innerText ?? el.textContent };
  if (want.act === 'attribute') return { value: el.getAttribute(want.attribute) };
  if (want.act === 'focus') { el.focus(); return { found: true }; }
  if (want.act === 'element') return el;
  if (want.act === 'rect') {
    el.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
    const r = el.getBoundingClientRect();
    return { x: r.x + r.width / 2, y: r.y + r.height / 2, width: r.width, height: r.height };
  }
  if (want.act === 'set') {
    const proto = el instanceof doc.defaultView.HTMLTextAreaElement ? doc.defaultView.HTMLTextAreaElement.prototype : el instanceof doc.defaultView.HTMLSelectElement ? doc.defaultView.HTMLSelectElement.prototype : doc.defaultView.HTMLInputElement.prototype;
    Object.getOwnPropertyDescriptor(proto, 'value').set.call(el, want.text);
    el.dispatchEvent(new doc.defaultView.Event('input', { bubbles: true }));
    el.dispatchEvent(new doc.defaultView.Event('change', { bubbles: true }));
    return { found: true };
  }
  if (want.act === 'click') { el.click(); return { found: true }; }
  throw new Error('unknown act ' + want.act);
}
`;
