/** Offers a blob as a download under `name`; the browser decides where it goes. */
export function saveBlob(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The download has its own hold on the blob once the click is handled; a minute is generous.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
