#!/usr/bin/env bash
# Adds or replaces one message in both languages, keeping the keys sorted: tests/tools/add-message.sh KEY "English" "Tiếng Việt"
# `$1`, `$2` in a sentence are replaced by values. Safe to run from several shells at once.
set -euo pipefail
cd "$(dirname "$0")/../.."
exec 9>"${TMPDIR:-/tmp}/pressmark-messages.lock"
flock 9
node -e '
const fs = require("node:fs");
const [key, en, vi] = process.argv.slice(1);
if (!/^[A-Za-z][A-Za-z0-9_]*$/.test(key) || !en || !vi) { console.error("usage: add-message.sh KEY ENGLISH VIETNAMESE"); process.exit(2); }
for (const [locale, message] of [["en", en], ["vi", vi]]) {
  const file = `public/_locales/${locale}/messages.json`;
  const all = JSON.parse(fs.readFileSync(file, "utf8"));
  all[key] = { message: message.normalize("NFC") };
  const sorted = Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1)));
  fs.writeFileSync(file, JSON.stringify(sorted, null, 2) + "\n");
}
' "$@"
