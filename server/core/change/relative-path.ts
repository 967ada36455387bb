/** The path of a file as it is written in another: relative to that one's folder. */
export function relativePath(from: string, to: string): string {
  let [here, there] = [from.split('/').slice(0, -1), to.split('/')]
  let shared = 0
  while (shared < here.length && shared < there.length - 1 && here[shared] === there[shared]) shared++
  return [...here.slice(shared).map(() => '..'), ...there.slice(shared)].join('/')
}

/** The same as the destination of a Markdown link: what would end it there, or mean something else, with percent signs. */
export function linkPath(path: string): string {
  // A colon in the first part would make a scheme of what is before it.
  let isScheme = path.split('/', 1)[0].includes(':')
  return (isScheme ? './' : '') + path.replace(/[\s%#?<>()\\\p{Cc}]/gu, encoded)
}

// `encodeURIComponent` leaves parentheses.
function encoded(char: string): string {
  let code = char.charCodeAt(0)
  return code < 128 ? `%${code.toString(16).toUpperCase().padStart(2, '0')}` : encodeURIComponent(char)
}
