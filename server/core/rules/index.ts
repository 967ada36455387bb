import type { Rule } from './rule'

export type { Flag, Level, NoteContext, RecordsContext, Rule } from './rule'

/** All rules. `unused-suppression` is the last: it asks what the others found. */
export let rules: Rule[] = []
