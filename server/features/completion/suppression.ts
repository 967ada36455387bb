import { CompletionItemKind } from 'vscode-languageserver-types'
import { rules } from '../../core'
import type { Completer } from './index'

/** Ids of rules in a comment that silences some, before the reason. */
export let suppressedRules: Completer = ({ before, note }) => {
  let found = /<!--[ \t]*provenote-ignore(?:-file)?[ \t]([\w\-, \t]*)$/.exec(before.slice(-500))
  if (!found || !note || / -- /.test(found[0])) return undefined
  let written = found[1]
  let typed = /[\w-]*$/.exec(written)![0]
  let already = new Set(written.split(/[\s,]+/))
  return [...rules]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .filter(({ id }) => id.startsWith(typed) && !already.has(id))
    .map(({ id, standard }) => ({
      label: id,
      kind: CompletionItemKind.EnumMember,
      description: standard,
      insert: id,
      typed: typed.length,
      filter: id
    }))
}
