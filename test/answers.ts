import { evidenceFor, occurrencesOf, restingOn, type Subject, type Workspace, weightOf } from '../server/core'

/** Everything a workspace answers, as data; occurrences of these subjects, and options and notes of these paths. */
export function answers(workspace: Workspace, subjects: readonly Subject[], paths: readonly string[]) {
  let keysOf = (kind: string) => subjects.flatMap(own => (own.kind === kind && 'key' in own ? own.key : []))
  return {
    files: [...workspace.files.keys()].sort(),
    texts: [...workspace.texts].sort(),
    actors: workspace.actorKeys().map(key => [key, workspace.actorsOf(key)]),
    sources: workspace.sourceKeys().map(key => [key, workspace.sourcesOf(key)]),
    captured: [...workspace.all()].map(own => [
      own.source.path,
      own.folded().text,
      workspace.captured(own.source.key) === own
    ]),
    mentions: keysOf('actor').map(key => workspace.mentionCount(key)),
    citations: keysOf('source').map(key => workspace.citationCount(key)),
    quotations: keysOf('source').map(key => workspace.uses.quotationCount(key)),
    occurrences: subjects.map(subject => occurrencesOf(workspace, subject)),
    weights: [...workspace.files.values()]
      .flatMap(({ path, note }) =>
        (note?.statements ?? []).map((_, index) => [
          path,
          weightOf(workspace, note!, index),
          evidenceFor(workspace, { path, index }),
          restingOn(workspace, { path, index })
        ])
      )
      .sort(),
    options: paths.map(path => workspace.optionsFor(path)),
    notes: paths.map(path => workspace.note(path))
  }
}
