import { foldName, holding, type Match, type NameIndex, startingWith } from '../core'

/** How often a key is used: in this note, and in the whole workspace. What comes first in a list has been used before. */
export interface Use {
  here: (key: string) => number
  everywhere: (key: string) => number
}

let most = 100

/**
 * What the typed words may stand for, at most a hundred: names with a word that begins so, then names that hold them inside a word;
 * each by use here, use everywhere, name.
 */
export function ranked(index: NameIndex, typed: string, use: Use): Match[] {
  let folded = foldName(typed)
  // “@-” is no name, and a space behind a whole name begins the next word of the text.
  if (typed !== '' && (folded === '' || (/\s$/.test(typed) && !startingWith(index, `${folded} `).length))) return []
  let beginning = startingWith(index, folded)
  let matches = order(index, beginning, use)
  if (matches.length < most && folded.length >= 3) {
    let seen = new Set(beginning.map(match => match.owner))
    let inner = holding(index, folded, 10 * most).filter(match => !seen.has(match.owner))
    matches.push(...order(index, inner, use))
  }
  return matches.slice(0, most)
}

function order({ keys }: NameIndex, matches: Match[], use: Use): Match[] {
  let used: { match: Match; here: number; everywhere: number }[] = []
  let unused: Match[] = []
  for (let match of matches) {
    let key = keys[match.owner]
    let everywhere = use.everywhere(key)
    let here = use.here(key)
    if (everywhere > 0 || here > 0) used.push({ match, here, everywhere })
    else unused.push(match)
  }
  used.sort((a, b) => b.here - a.here || b.everywhere - a.everywhere || a.match.owner - b.match.owner)
  let found = used.map(({ match }) => match)
  // Owners are numbered in the order of names.
  if (found.length < most) found.push(...unused.sort((a, b) => a.owner - b.owner))
  return found
}

/**
 * What a client filters by as the writer types on: the typed characters as they are, then the rest of the name that was found, then
 * the other names. So a name found without its diacritics, or by an alias, stays in the list.
 */
export function filterText(typed: string, match: Match, others: string[]): string {
  let rest = match.rest.slice(foldName(typed).length)
  return `${typed}${rest} ${others.map(foldName).join(' ')}`
}
