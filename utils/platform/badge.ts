/** The toolbar button's badge: shape and words, never colour alone. */
import { browser } from 'wxt/browser';

export type Badge = 'none' | 'article' | 'saved' | 'differs';

const LOOK: Record<Badge, { text: string; colour: string }> = {
  none: { text: '', colour: '#55524a' },
  article: { text: '●', colour: '#8a2b1d' },
  saved: { text: '✓', colour: '#2c6e3f' },
  differs: { text: 'Δ', colour: '#7d5200' },
};

export async function setBadge(tabId: number, badge: Badge, title: string): Promise<void> {
  const look = LOOK[badge];
  try {
    await Promise.all([
      browser.action.setBadgeText({ tabId, text: look.text }),
      browser.action.setBadgeBackgroundColor({ tabId, color: look.colour }),
      browser.action.setBadgeTextColor({ tabId, color: '#ffffff' }),
      browser.action.setTitle({ tabId, title }),
    ]);
  } catch {
    // The tab closed meanwhile: nothing to show.
  }
}
