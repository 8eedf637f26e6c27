/** Letters of a title that go into a file name: with a folder in front, Windows takes 260 in all. */
const longestTitle = 60
const longestExtension = 8

/**
 * Name of an annex file on every system: number, title and the extension of the original. What file systems, archives
 * or addresses give a meaning to (separators, wildcards, control and direction marks, dots at the end) becomes a space.
 */
export function annexFileName(number: string, title: string, originalName: string): string {
  const extension = /\.([A-Za-z0-9]+)$/u.exec(originalName)?.[1]?.slice(0, longestExtension).toLowerCase()
  const stem = Array.from(cleaned(title))
    .slice(0, longestTitle)
    .join('')
    .replace(/[\s.-]+$/u, '')
  const name = stem === '' ? number : `${number} ${stem}`
  return extension === undefined ? name : `${name}.${extension}`
}

function cleaned(title: string): string {
  return title
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{M}\p{N}\s.,()_№«»–—-]/gu, ' ')
    .replaceAll(/(?<!\S)\.+(?!\S)/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim()
}
