/** A small drawing of the browser's toolbar: the puzzle piece, its menu, and the pin beside Pressmark. */
import { useWords } from '@/components/words';

export function Toolbar() {
  const { t } = useWords();
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- drawn with the page’s own colours, which <img> cannot see
    <svg class="toolbar-drawing" viewBox="0 0 340 150" role="img" aria-label={t('welcomePinDrawing')}>
      <rect x="0.5" y="0.5" width="339" height="46" rx="10" class="bar" />
      <rect x="14" y="12" width="196" height="23" rx="11.5" class="well" />
      <path d="M27 20.500a3.5 3.5 0 0 1 7 0v2m-8 0h9v7h-9z" class="line thin" />
      <path d="M43 24h92" class="line soft" />
      <rect x="226" y="11" width="26" height="26" rx="7" class="mine" />
      <text x="239" y="30" class="letter">
        P
      </text>
      <path
        d="M270 19h5a3.2 3.2 0 1 1 6.2 0H286v5.200a3.2 3.2 0 1 1 0 6.200V35h-16z"
        class="line"
        transform="translate(-2 -3)"
      />
      <circle cx="312" cy="18" r="1.6" class="dot" />
      <circle cx="312" cy="24" r="1.6" class="dot" />
      <circle cx="312" cy="30" r="1.6" class="dot" />
      <path d="M276 44v13" class="line thin" />
      <rect x="118.5" y="58.5" width="206" height="86" rx="10" class="bar menu" />
      <path d="M136 77h74" class="line soft" />
      <rect x="134" y="94" width="22" height="22" rx="6" class="mine" />
      <text x="145" y="110.5" class="letter small">
        P
      </text>
      <text x="166" y="109.5" class="name">
        Pressmark
      </text>
      <circle cx="296" cy="105" r="14" class="ring" />
      <path
        d="M292 98h8m-6.5 0v6l-2.5 3.500h10l-2.5-3.500v-6m-2.5 9.500v6"
        class="line pin"
        stroke-linejoin="round"
      />
      <path d="M136 131h52" class="line soft" />
    </svg>
  );
}
