/** Below the byline: other outlets that print this story, who was first as far as the dates tell, and what differs. */
import { useEffect, useState } from 'preact/hooks';
import { outletName } from '@/components/ui/outlet-name';
import { useWords } from '@/components/words';
import type { Article, Version } from '@/utils/db/records';
import type { Elsewhere, StoryElsewhere } from '@/utils/db/reprints';
import type { MessageKey } from '@/utils/locale/translate';
import { printOrder, printPlaces, type PrintPlace } from '@/utils/text/print-order';
import type { ReaderDoors } from './doors';
import type { StoryDifference, StoryDifferenceProps } from './StoryDifference';
import type { Told } from './use-acts';
import './also-in.css';

const PLACES: Record<PrintPlace, MessageKey> = {
  first: 'alsoInFirst',
  sameDay: 'alsoInSameDay',
  later: 'alsoInLater',
  unknown: 'alsoInUnknown',
};

export interface AlsoInProps {
  article: Article;
  version: Version;
  doors: ReaderDoors['elsewhere'];
  told: Told;
}

type Shown = Omit<StoryDifferenceProps, 'onClose'> & { View: typeof StoryDifference };

export function AlsoIn({ article, version, doors, told }: AlsoInProps) {
  const { t, number, locale } = useWords();
  const [elsewhere, setElsewhere] = useState<Elsewhere>({ others: [], dismissed: [] });
  const [shown, setShown] = useState<Shown | null>(null);
  useEffect(() => doors.watch(article.id, setElsewhere), [doors, article.id]);
  const { others, dismissed } = elsewhere;
  if (others.length === 0 && dismissed.length === 0) return null;

  const nameOf = (one: { outlet: string | null; url: string | null }) =>
    outletName(one.outlet, one.url, t('alsoInNameless'));
  const here = { outlet: article.shown.outlet, url: article.url, published: article.shown.published };
  const all = [{ ...here, other: null }, ...others.map((other) => ({ ...other, other }))];
  const dates = all.map(({ published }) => published);
  const places = printPlaces(dates);
  const order = printOrder(dates);

  async function compare(other: StoryElsewhere) {
    const theirs = await doors.version(other.versionId);
    if (!theirs) return;
    // From the earlier to the later: what the second outlet made of it.
    const isLater = order.indexOf(all.findIndex((one) => one.other === other)) > order.indexOf(0);
    const [from, to] = isLater ? [version, theirs] : [theirs, version];
    const names = isLater ? [nameOf(here), nameOf(other)] : [nameOf(other), nameOf(here)];
    const { StoryDifference: View } = await import('./StoryDifference');
    const title = t('alsoInDifference', names[0]!, names[1]!);
    setShown({ View, title, from, to, lang: article.shown.language ?? undefined });
  }

  return (
    <section class="also-in">
      {others.length > 0 && (
        <details>
          <summary>
            {t(
              'alsoInTitle',
              new Intl.ListFormat(locale, { type: 'unit' }).format(others.map((one) => nameOf(one))),
            )}
          </summary>
          <ol>
            {order.map((at) => {
              const { other, published, ...one } = all[at]!;
              return (
                <li key={other?.articleId ?? ''} aria-current={other ? undefined : 'true'}>
                  <p class="also-in-what">
                    <strong>{nameOf(one)}</strong> <PrintedOn iso={published} />{' '}
                    <span class={`also-in-place ${places[at]!}`}>{t(PLACES[places[at]!])}</span>
                    {!other && <span class="soft"> · {t('alsoInThis')}</span>}
                  </p>
                  {other && (
                    <>
                      <p class="also-in-title" lang={other.language ?? undefined}>
                        {other.title}{' '}
                        <span class="soft">{t('alsoInShare', number(Math.round(other.share * 100)))}</span>
                      </p>
                      <p class="also-in-acts">
                        <button type="button" class="also-in-act" onClick={() => void compare(other)}>
                          {t('alsoInCompare')}
                        </button>
                        <button type="button" class="also-in-act" onClick={() => doors.open(other.articleId)}>
                          {t('alsoInOpen')}
                        </button>
                        <button
                          type="button"
                          class="also-in-act"
                          onClick={() => void told(doors.judge(article.id, other.articleId, false))}
                        >
                          {t('alsoInNotSame')}
                        </button>
                      </p>
                    </>
                  )}
                </li>
              );
            })}
          </ol>
        </details>
      )}
      {dismissed.length > 0 && (
        <details class="also-in-dismissed">
          <summary>{t('alsoInDismissed', number(dismissed.length))}</summary>
          <ul>
            {dismissed.map((other) => (
              <li key={other.articleId}>
                <p class="also-in-what">
                  <strong>{nameOf(other)}</strong> <PrintedOn iso={other.published} />
                </p>
                <p class="also-in-title" lang={other.language ?? undefined}>
                  {other.title}
                </p>
                <p class="also-in-acts">
                  <button
                    type="button"
                    class="also-in-act"
                    onClick={() => void told(doors.judge(article.id, other.articleId, true))}
                  >
                    {t('alsoInSame')}
                  </button>
                </p>
              </li>
            ))}
          </ul>
        </details>
      )}
      {shown && <shown.View {...shown} onClose={() => setShown(null)} />}
    </section>
  );
}

function PrintedOn({ iso }: { iso: string | null }) {
  const { t, printed } = useWords();
  return iso ? <time dateTime={iso}>{printed(iso)}</time> : <span class="soft">{t('alsoInNoDate')}</span>;
}
