import { describe, expect, it } from 'vitest';
import { sampleCapture } from '@/components/popup/sample';
import { draftOf, readDraft } from './record-draft';

const { metadata } = sampleCapture();

describe('record draft', () => {
  it('says nothing by hand when nothing was changed', () => {
    expect(readDraft(draftOf(metadata, {}), metadata)).toEqual({ byHand: {}, reset: [], problems: {} });
  });

  it('keeps names literal and reads a printed date', () => {
    const draft = {
      ...draftOf(metadata, {}),
      authors: 'Nguyễn  Văn A - K.H; T.T',
      published: '25/11/2021, 07:00',
      outlet: '',
    };
    expect(readDraft(draft, metadata).byHand).toEqual({
      authors: ['Nguyễn  Văn A - K.H', 'T.T'],
      published: '2021-11-25T07:00:00+07:00',
      outlet: null,
    });
  });

  it('shows what was set by hand before and names what goes back to the page', () => {
    const before = { outlet: 'Báo Bình Thuận' };
    const draft = draftOf(metadata, before);
    expect(draft.outlet).toBe('Báo Bình Thuận');
    expect(readDraft({ ...draft, outlet: metadata.outlet.value! }, metadata, before)).toEqual({
      byHand: {},
      reset: ['outlet'],
      problems: {},
    });
  });

  it('names the fields that cannot be saved', () => {
    const draft = { ...draftOf(metadata, {}), title: ' ', published: '31/02/2021' };
    expect(readDraft(draft, metadata).problems).toEqual({
      title: 'popupTitleNeeded',
      published: 'popupDateNotUnderstood',
    });
  });
});
