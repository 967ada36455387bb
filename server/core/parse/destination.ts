// The parts of an inline link and of a link reference definition (CommonMark 4.7, 6.3).

/** End of a link destination at `at`, or -1. An empty one ends where it begins. */
export function destinationEnd(text: string, at: number): number {
  if (text[at] === '<') {
    for (let i = at + 1; i < text.length; i++) {
      let c = text[i]
      if (c === '>') return i + 1
      if (c === '<' || c === '\n' || c === '\r') return -1
      if (c === '\\') i++
    }
    return -1
  }
  let depth = 0
  let i = at
  for (; i < text.length; i++) {
    let c = text.charCodeAt(i)
    if (c <= 32 || c === 127) break
    if (c === 92 && i + 1 < text.length && text.charCodeAt(i + 1) > 32) i++
    else if (c === 40) {
      // CommonMark asks for at least three levels; a bound keeps the scan linear over many unclosed ones.
      if (++depth > 32) return -1
    } else if (c === 41) {
      if (depth === 0) break
      depth--
    }
  }
  return depth === 0 ? i : -1
}

/** End of a link title at `at`, or -1 if there is none. */
export function titleEnd(text: string, at: number): number {
  let open = text[at]
  let close = open === '(' ? ')' : open
  if (open !== '"' && open !== "'" && open !== '(') return -1
  for (let i = at + 1; i < text.length; i++) {
    let c = text[i]
    if (c === '\\') i++
    else if (c === close) return i + 1
    else if (c === '(' && open === '(') return -1
  }
  return -1
}

/** End of white space with at most one line ending. */
export function spaceEnd(text: string, at: number): number {
  let lines = 0
  for (; at < text.length; at++) {
    let c = text.charCodeAt(at)
    if (c === 10 || (c === 13 && text.charCodeAt(at + 1) !== 10)) {
      if (++lines > 1) break
    } else if (c !== 32 && c !== 9 && c !== 13) break
  }
  return at
}
