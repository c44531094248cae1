import { describe, expect, it } from 'vitest';
import { judgeAddresses, MOST_ADDRESSES, originsOf } from './address-list';

const given = (...texts: string[]) => texts.map((text, index) => ({ text, title: '', line: index + 1 }));

describe('a list of addresses', () => {
  it('is made of web addresses; those without a scheme are meant as such', () => {
    const { fit } = judgeAddresses(
      given(' HTTPS://A.vn/x ', 'baobinhthuan.com.vn/tin-1.html', 'báo.vn', 'a.vn:8080/x'),
    );
    expect(fit.map(({ url, host }) => [url, host])).toEqual([
      ['https://a.vn/x', 'a.vn'],
      ['https://baobinhthuan.com.vn/tin-1.html', 'baobinhthuan.com.vn'],
      ['https://xn--bo-mia.vn/', 'xn--bo-mia.vn'],
      ['https://a.vn:8080/x', 'a.vn'],
    ]);
  });

  it('says of each of the others why not', () => {
    const { fit, unfit } = judgeAddresses(
      given(
        'javascript:alert(document.cookie)',
        'JavaScript://a.vn/%0aalert(1)',
        'data:text/html,x',
        'file:///etc/passwd',
        'mailto:toasoan@a.vn',
        'chrome://settings',
        'Tiêu đề: một bài',
        'https://',
        'rừng dương',
        `https://a.vn/${'x'.repeat(9_000)}`,
      ),
    );
    expect(fit).toEqual([]);
    expect(unfit.map(({ line, why }) => `${line} ${why}`)).toEqual([
      '1 notWeb',
      '2 notWeb',
      '3 notWeb',
      '4 notWeb',
      '5 notWeb',
      '6 notWeb',
      '7 notAddress',
      '8 notAddress',
      '9 notAddress',
      '10 notAddress',
    ]);
    expect(unfit[9]!.text.length).toBeLessThan(9_000);
  });

  it('names each address once, whatever form it comes in', () => {
    const judged = judgeAddresses(
      given(
        'https://a.vn/x-1.html',
        'http://www.a.vn/x-1.html?utm_source=fb',
        'https://m.a.vn/x-1.html#y',
        'lạ',
        'lạ',
      ),
    );
    expect(judged.fit.map(({ url }) => url)).toEqual(['https://a.vn/x-1.html']);
    expect(judged.unfit).toHaveLength(1);
    expect(judged.twice).toBe(3);
  });

  it('ends somewhere', () => {
    const many = Array.from({ length: MOST_ADDRESSES + 5 }, (_, n) => `https://a.vn/${n}`);
    const judged = judgeAddresses(given(...many));
    expect([judged.fit.length, judged.tooMany]).toEqual([MOST_ADDRESSES, 5]);
  });
});

it('a site answers under its name with and without www', () => {
  expect(originsOf(['a.vn', 'www.b.vn', 'b.vn', 'localhost', '127.0.0.1', ''])).toEqual([
    '*://a.vn/*',
    '*://www.a.vn/*',
    '*://www.b.vn/*',
    '*://b.vn/*',
    '*://localhost/*',
    '*://127.0.0.1/*',
  ]);
});
