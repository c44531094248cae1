/** What the browser allows now, site by site, each to be given back. */
import { useWords } from '@/components/words';

/** The name of a match pattern for people: `*://*.baobinhthuan.com.vn/*` → `baobinhthuan.com.vn`. */
export function siteName(origin: string): string {
  return /^[^:]+:\/\/(?:\*\.)?([^/]+)/.exec(origin)?.[1] ?? origin;
}

export function SitesList({ allowed, onRemove }: { allowed: string[]; onRemove: (origin: string) => void }) {
  const { t, number } = useWords();
  if (allowed.length === 0) return <p class="soft">{t('settingsNoSites')}</p>;
  const named = allowed
    .map((origin) => ({ origin, name: siteName(origin) }))
    .sort((a, b) => a.name.localeCompare(b.name));
  return (
    <details class="settings-sites" open={allowed.length <= 12}>
      <summary>{t('settingsAllowedSites', number(allowed.length))}</summary>
      <ul>
        {named.map(({ origin, name }) => {
          const shown = name === '*' ? t('sitesAll') : name;
          return (
            <li key={origin}>
              <span>{shown}</span>
              <button
                type="button"
                class="button quiet"
                aria-label={t('settingsRemoveSite', shown)}
                onClick={() => onRemove(origin)}
              >
                {t('settingsRemove')}
              </button>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
