// What new files hold. Apart from the editor, so that it can be tested without one.

/** A file's text, and the offset where the writer goes on. */
export interface Template {
  text: string
  cursor: number
}

export let actorSchemas = [
  'Person',
  'Organization',
  'PublicBody',
  'Company',
  'LegalEntity',
  'Country',
  'Place',
  'Treaty',
  'Group'
]

export function noteText(title: string, today: Date) {
  let front = `title: ${yaml(title)}\nas-of: ${day(today)}\nstatus: draft`
  return template(`---\n${front}\n---\n\n# Key judgements\n\n`, '\n')
}

export function sourceText(title: string, key: string, today: Date) {
  let keyLine = sourceFile(key) === `${key}.source.md` ? '' : `key: ${yaml(key)}\n`
  let rest = `container-title:\nissued:\nURL:\naccessed: ${day(today)}\nkind: reporting`
  return template(`---\n${keyLine}title: ${yaml(title)}\nauthor: `, `\n${rest}\n---\n\n`)
}

export function actorText(name: string, schema: string) {
  return template(`---\nschema: ${schema}\nname: ${yaml(name)}\nsummary: `, '\n---\n')
}

/** A file name or key made of words: lower case, hyphens between. Letters of any script stay as they are. */
export function slug(words: string) {
  let parts = words
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’]/g, '')
    .match(/[\p{L}\p{M}\p{N}]+/gu)
  let joined = ''
  for (let part of parts ?? []) {
    if (joined && joined.length + part.length > 60) break
    joined += (joined && '-') + part
  }
  return joined.replace(/^\p{M}+/u, '').slice(0, 80)
}

export function isActorKey(key: string) {
  return /^[\p{L}\p{N}][\p{L}\p{M}\p{N}_-]*$/u.test(key)
}

export function isSourceKey(key: string) {
  return /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}_:.+/-]*[\p{L}\p{M}\p{N}_-])?$/u.test(key)
}

/** A source's key may hold marks that a file name may not; then the front matter says the key. */
export function sourceFile(key: string) {
  return `${key.replace(/[:/]/g, '-')}.source.md`
}

function template(before: string, after: string): Template {
  return { text: before + after, cursor: before.length }
}

/** Plain where YAML reads plain words as the same words, quoted otherwise. JSON's quoting is YAML's. */
function yaml(words: string) {
  let plain =
    /^\p{L}[\p{L}\p{M}\p{N} ,.’()?–-]*$/u.test(words) && !/^(true|false|null|yes|no|on|off|[yn])$/i.test(words)
  return plain ? words : JSON.stringify(words)
}

function day(date: Date) {
  let two = (n: number) => String(n).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}
