/** Lets the browser save a file: a link with a blob address, clicked once. */
export function download(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download has its own hold on the bytes once it has begun; Firefox begins a moment after the click.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
