import type { Plugin } from 'vite';
import { defineConfig } from 'wxt';
import { SCRIPT_KEYS } from './utils/locale/script-keys';

/**
 * Page policy of extension pages. `connect-src` also binds the background, which fetches pictures, so it is open here
 * and each page tightens it to 'self' in its own <meta>. Trusted Types: one named policy, `inert`, for parsing documents
 * that are never rendered, and `dompurify` for the second sanitiser where Element.setHTML is missing.
 */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  'img-src data: blob:',
  "connect-src 'self' https: http:",
  "require-trusted-types-for 'script'",
  'trusted-types inert dompurify',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-src 'none'",
  "object-src 'none'",
].join('; ');

/** Pages fetch their sentences; scripts in foreign pages carry theirs, and of them only what they can say. */
function sentencesOfScripts(): Plugin {
  return {
    name: 'pressmark:sentences-of-scripts',
    enforce: 'pre',
    transform(code, id) {
      if (!/_locales\/\w+\/messages\.json$/.test(id)) return null;
      const messages = JSON.parse(code) as Record<string, unknown>;
      return JSON.stringify(
        Object.fromEntries(Object.entries(messages).filter(([key]) => SCRIPT_KEYS.test(key))),
      );
    },
  };
}

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  vite: () => ({ plugins: [sentencesOfScripts()] }),
  modules: ['@wxt-dev/webextension-polyfill'],
  manifest: ({ browser }) => ({
    name: '__MSG_extensionName__',
    short_name: 'Pressmark',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    permissions: ['activeTab', 'scripting', 'storage', 'unlimitedStorage', 'contextMenus', 'alarms'],
    optional_permissions: ['downloads', 'tabs'],
    optional_host_permissions: ['*://*/*'],
    minimum_chrome_version: browser === 'firefox' ? undefined : '128',
    browser_specific_settings:
      browser === 'firefox'
        ? {
            gecko: {
              id: 'pressmark@pressmark.app',
              strict_min_version: '142.0',
              data_collection_permissions: { required: ['none'] },
            },
          }
        : undefined,
    content_security_policy: { extension_pages: PAGE_POLICY },
    action: { default_title: '__MSG_extensionName__' },
    commands: {
      'save-page': {
        suggested_key: { default: 'Alt+Shift+S' },
        description: '__MSG_commandSavePage__',
      },
      'highlight-selection': {
        suggested_key: { default: 'Alt+Shift+H' },
        description: '__MSG_commandHighlight__',
      },
      'open-library': {
        suggested_key: { default: 'Alt+Shift+L' },
        description: '__MSG_commandOpenLibrary__',
      },
    },
  }),
});
