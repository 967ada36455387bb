import { removeComment } from '../fixes/remove'
import type { Fix, Suppression } from '../model'
import { nearest } from '../suggest'
import { rules } from '.'
import type { Flag, NoteContext, Rule } from './rule'

/** A suppression that silences nothing. The last of the rules: it asks what the others have found. */
export let rule: Rule = {
  id: 'unused-suppression',
  severity: { draft: 'warning', final: 'warning' },
  standard: '',
  safeFixes: true,
  *note(context) {
    for (let suppression of context.note.suppressions) {
      let { from, to } = suppression
      if (suppression.rules.length === 0)
        yield { from, to, message: 'This suppression names no rule.', fixes: () => [removal(context, suppression)] }
      for (let own of suppression.rules) yield* idFlags(context, suppression, own)
    }
  }
}

type RuleId = Suppression['rules'][number]

function* idFlags(context: NoteContext, suppression: Suppression, own: RuleId): Iterable<Flag> {
  let { id, from, to } = own
  let ids = rules.map(rule => rule.id)
  let remove = () => removal(context, suppression, own)
  if (!ids.includes(id)) {
    let rename = (newText: string): Fix => ({
      title: `Change to ${newText}`,
      edits: [{ path: context.path, from, to, newText }]
    })
    let meant = nearest(id, ids)
    let message = `No rule has the id \`${id}\`${meant ? `; did you mean \`${meant}\`?` : '.'}`
    yield { from, to, message, fixes: () => (meant ? [rename(meant), remove()] : [remove()]) }
  } else if (!context.silenced.has(own) && context.ran.has(id) && id !== 'unused-suppression') {
    let where =
      suppression.scope === 'file'
        ? 'in this file'
        : suppression.target
          ? 'in the block below'
          : 'here: no block follows on the next line'
    yield { from, to, message: `\`${id}\` finds nothing ${where}.`, fixes: () => [{ ...remove(), safe: true }] }
  }
}

// The whole comment, or the one id of several.
function removal({ path, text }: NoteContext, suppression: Suppression, own?: RuleId): Fix {
  if (!own || suppression.rules.length < 2) return removeComment(path, text, suppression)
  let { from, to } = own
  let behind = /^[\s,]*/.exec(text.slice(to, suppression.to))![0].length
  if (suppression.rules.at(-1) === own) {
    from -= /[\s,]*$/.exec(text.slice(suppression.from, from))![0].length
    behind = 0
  }
  return { title: `Remove ${own.id} from the suppression`, edits: [{ path, from, to: to + behind, newText: '' }] }
}
