// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { showCleanHtml } from './sanitise';

/** jsdom has no `setHTML`, so this is the DOMPurify path; real browsers meet the hostile markup in `tests/e2e`. */
function shown(html: string): HTMLElement {
  const container = document.createElement('article');
  document.body.replaceChildren(container);
  showCleanHtml(container, html);
  return container;
}

describe('showCleanHtml', () => {
  test('keeps the copy as it was written', () => {
    const html =
      '<h1 data-block="b0">Hồ chứa</h1><figure data-picture="p1"><figcaption data-block="b1">Ảnh: <em>TTXVN</em></figcaption></figure>' +
      '<ol start="3"><li data-block="b2">Một</li></ol><table><tbody><tr><td colspan="2" data-block="b3">Hai</td></tr></tbody></table>';
    expect(shown(html).innerHTML).toBe(html);
  });

  test('nothing that loads, runs, styles or names', () => {
    const container = shown(
      '<p id="location" class="x" style="position:fixed" onclick="alert(1)" data-block="b0" data-other="1">Chữ' +
        '<img src="https://a.example/x.png" srcset="https://a.example/y.png 2x"><script>alert(1)</script></p>' +
        '<style>p{color:red}</style><iframe src="https://a.example"></iframe><svg><script>alert(1)</script></svg><!-- x -->',
    );
    expect(container.innerHTML).toBe('<p data-block="b0">Chữ</p>');
  });

  test('links only to web and mail, opened elsewhere', () => {
    const container = shown(
      '<p><a href="https://a.example/x">một</a><a href="javascript:alert(1)">hai</a><a href="/trong">ba</a>' +
        '<a href="mailto:a@b.example">bốn</a><a href="data:text/html,x">năm</a><a href=" java&#9;script:alert(1)">sáu</a></p>',
    );
    expect([...container.querySelectorAll('a')].map((link) => link.getAttribute('href'))).toEqual([
      'https://a.example/x',
      null,
      null,
      'mailto:a@b.example',
      null,
      null,
    ]);
    for (const link of container.querySelectorAll('a[href]')) {
      expect(link.getAttribute('rel')).toBe('noopener noreferrer');
      expect(link.getAttribute('target')).toBe('_blank');
    }
    expect(container.textContent).toBe('mộthaibabốnnămsáu');
  });

  test('an attribute allowed on one element is not allowed on another', () => {
    expect(shown('<p href="https://a.example" colspan="2" value="1">x</p>').innerHTML).toBe('<p>x</p>');
  });

  test('showing again replaces what was there', () => {
    const container = shown('<p>một</p>');
    showCleanHtml(container, '<p>hai</p>');
    expect(container.innerHTML).toBe('<p>hai</p>');
  });
});
