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
  return path.replace(/[\s%#?<>()\\\p{Cc}]|^[^/]*:/gu, encodeURIComponent)
}
