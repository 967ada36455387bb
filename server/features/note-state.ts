import { profiles, type Workspace } from '../core'

/** What a note is measured by: the standard in force, `none` where there is no such standard, and how far the note is. */
export function noteState(
  workspace: Workspace,
  path: string
): { profile: string; status: 'draft' | 'final'; mentions: number; citations: number } | undefined {
  let note = workspace.files.get(path)?.kind === 'note' ? workspace.note(path) : undefined
  if (!note) return undefined
  let profile = note.frontMatter?.profile ?? workspace.optionsFor(path).profile
  return {
    profile: Object.hasOwn(profiles, profile) ? profile : 'none',
    status: note.frontMatter?.status ?? 'draft',
    mentions: note.mentions.length,
    citations: note.citations.length
  }
}
