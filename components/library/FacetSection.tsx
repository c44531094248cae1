/** One facet: its values with counts, a box to find one where there are many; several values mean any of them. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { useWords } from '@/components/words';
import { foldMarks } from '@/utils/text/fold';
import { Entry } from './SidebarSection';

/** Up to here all are shown; from there on there is a box to find one. */
const FEW = 8;
/** More are not drawn, whatever is typed. */
const MOST = 200;

export interface FacetValue {
  value: string;
  name: string;
  count: number;
  colour?: string;
}

/** A part of the sidebar that folds. */
export function Folding({
  title,
  isOpen,
  chosen,
  onToggle,
  children,
}: {
  title: string;
  isOpen: boolean;
  /** How many of its values narrow the list, told when it is folded. */
  chosen: number;
  onToggle: () => void;
  children: ComponentChildren;
}) {
  const { number } = useWords();
  return (
    <section class="sidebar-section facet">
      <h2 class="facet-head">
        <button type="button" class="facet-toggle" aria-expanded={isOpen} onClick={onToggle}>
          <span class="facet-sign" aria-hidden="true" />
          <span class="facet-title">{title}</span>
          {chosen > 0 && <span class="facet-chosen">{number(chosen)}</span>}
        </button>
      </h2>
      {isOpen && children}
    </section>
  );
}

export function FacetValues({
  title,
  values,
  isOn,
  onToggle,
  none,
}: {
  title: string;
  values: FacetValue[];
  isOn: (value: string) => boolean;
  onToggle: (value: string) => void;
  /** What to say when there are no values. */
  none: string;
}) {
  const { t, number } = useWords();
  const [typed, setTyped] = useState('');
  const [isLong, setLong] = useState(false);
  if (values.length === 0) return <p class="sidebar-none">{none}</p>;
  const folded = foldMarks(typed.trim());
  const found = folded ? values.filter(({ name }) => foldMarks(name).includes(folded)) : values;
  // What is chosen stays in sight.
  const first = found.filter(({ value }, place) => place < FEW || isOn(value));
  const shown = isLong || folded ? found.slice(0, MOST) : first;
  return (
    <>
      {values.length > FEW && (
        <input
          class="input facet-find"
          type="search"
          value={typed}
          aria-label={t('libraryFacetFind', title)}
          placeholder={t('libraryFacetFindHint')}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
      )}
      <ul>
        {shown.map(({ value, name, count, colour }) => (
          <li key={value}>
            <Entry
              name={name}
              count={count}
              colour={colour}
              isOn={isOn(value)}
              onClick={() => onToggle(value)}
            />
          </li>
        ))}
      </ul>
      {found.length === 0 && <p class="sidebar-none">{t('libraryFacetNone')}</p>}
      {!folded && found.length > first.length && !isLong && (
        <button type="button" class="sidebar-more" onClick={() => setLong(true)}>
          {t('libraryShowAll', number(found.length))}
        </button>
      )}
      {!folded && isLong && found.length > FEW && (
        <button type="button" class="sidebar-more" onClick={() => setLong(false)}>
          {t('libraryShowFewer')}
        </button>
      )}
    </>
  );
}
