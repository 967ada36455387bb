import type { Edit } from '../model'

/** A change of several files that belongs together. Edits are of the texts as they are, before any file is renamed. */
export interface Change {
  edits: ChangeEdit[]
  renames: { from: string; to: string }[]
  /** Files that go. */
  removes: string[]
}

export interface ChangeEdit extends Edit {
  /** Why somebody should look first: what stands here may mean something else. */
  unsure?: string
}

/** Why a change is not made, in a sentence for the writer. */
export interface Refusal {
  refused: string
}

export function isRefusal(answer: object): answer is Refusal {
  return 'refused' in answer
}
