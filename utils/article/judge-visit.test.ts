import { describe, expect, it } from 'vitest';
import { makeCapture } from '@/utils/testing/captures';
import { refuseCapture, refuseVisit, type VisitedPage } from './judge-visit';

const ASKED = 'https://baocuabe.example/giu-rung-duong-41207.html';
const page = (more: Partial<VisitedPage> = {}): VisitedPage => ({
  url: ASKED,
  status: 200,
  contentType: 'text/html',
  hasPasswordField: false,
  ...more,
});
const reason = (more: Partial<VisitedPage>, asked = ASKED) => refuseVisit(asked, page(more))?.reason ?? null;

describe('a page that was opened to be saved', () => {
  it('is captured when it is the one asked for, under any form of its address', () => {
    expect(reason({})).toBeNull();
    expect(reason({ url: 'https://www.baocuabe.example/giu-rung-duong-41207.html?utm_source=x' })).toBeNull();
    expect(reason({ url: 'https://baocuabe.example/giu-rung-duong-da-sua-41207.html' })).toBeNull();
    expect(reason({ status: 0 })).toBeNull();
  });

  it('an error of the site says which', () => {
    expect(refuseVisit(ASKED, page({ status: 503 }))).toEqual({ reason: 'siteError', detail: '503' });
    expect(reason({ status: 401 })).toBe('loginPage');
  });

  it('its home or a section instead of the article', () => {
    expect(reason({ url: 'https://baocuabe.example/' })).toBe('redirectHome');
    expect(reason({ url: 'https://baocuabe.example/xa-hoi' })).toBe('redirectHome');
    expect(reason({ url: 'https://baocuabe.example/?a=1' }, 'https://baocuabe.example/')).toBeNull();
  });

  it('a page to log in at, by its address or by its field where there is no article', () => {
    expect(reason({ url: 'https://baocuabe.example/dang-nhap?next=%2Fa' })).toBe('loginPage');
    expect(reason({ url: 'https://sso.baocuabe.example/' })).toBe('loginPage');
    const asked = 'https://a.vn/login-bang-khuon-mat-123456.html';
    expect(reason({ url: 'https://a.vn/login-bang-khuon-mat-da-sua-123456.html' }, asked)).toBeNull();
    const capture = { ...makeCapture(), detection: { isArticle: false, confidence: 0.1, reasons: [] } };
    expect(refuseCapture(page({ hasPasswordField: true }), capture)?.reason).toBe('loginPage');
    expect(refuseCapture(page(), capture)?.reason).toBe('noArticle');
  });

  it('an article of which a wall shows the beginning only', () => {
    expect(refuseCapture(page(), { ...makeCapture(), incomplete: ['wall'] })?.reason).toBe('wall');
    const whole = makeCapture({ paragraphs: ['Tàu cá vào bờ an toàn. '.repeat(30)] });
    expect(refuseCapture(page({ hasPasswordField: true }), whole)).toBeNull();
  });

  it('a notice in the place of the article: a few words without a date', () => {
    const capture = makeCapture({
      title: 'Không tìm thấy',
      lead: '',
      paragraphs: ['Bài viết đã được gỡ bỏ.'],
    });
    const published = { value: null, state: 'notFound' as const, source: null };
    const undated = { ...capture, metadata: { ...capture.metadata, published } };
    expect(refuseCapture(page(), undated)?.reason).toBe('noArticle');
    expect(refuseCapture(page(), capture)?.reason).toBe('noArticle');
    const brief = makeCapture({ paragraphs: ['Tàu cá vào bờ an toàn. '.repeat(8)] });
    expect(refuseCapture(page(), brief)).toBeNull();
    expect(refuseCapture(page(), { ...brief, metadata: undated.metadata })?.reason).toBe('noArticle');
  });

  it('a file is no page', () => {
    expect(reason({ contentType: 'application/pdf' })).toBe('notAPage');
  });
});
